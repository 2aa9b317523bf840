#include "finder.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "coding/codeframe.h"
#include "coding/example.h"
#include "text/lexicon.h"
#include "text/sentence.h"
#include "text/stem.h"
#include "text/tokenise.h"

/* A word or phrase of a theme in one language. */
struct entry {
	size_t theme;
	bool enough;
	const size_t *stems;
	size_t stem_count;
	size_t next; /* entry with the same first stem, plus 1; or 0 */
};

/* A sentence of an example in one language. */
struct model {
	size_t theme;
	size_t needed; /* of its stems, for a sentence like it */
};

/* That a model has a stem. */
struct mention {
	size_t model;
	size_t next; /* mention of the same stem, plus 1; or 0 */
};

/* A word of the answer. */
struct answer_word {
	size_t stem; /* of the codeframe, or LEXICON_NONE */
	size_t start, end, sentence;
};

/* A word of an answer that a model has too. */
struct shared {
	size_t model;
	struct answer_word word;
};

struct finder {
	struct arena scratch; /* lives as long as the finder */
	const struct codeframe_question *question;
	struct stemmer *stemmer;
	struct lexicon stems; /* that the codeframe has */
	struct entry *entries;
	size_t entry_count;
	size_t *first; /* by stem: entry that begins with it, plus 1; or 0 */
	struct model *models;
	size_t model_count, model_room;
	struct mention *mentions;
	size_t mention_count, mention_room;
	size_t *mentioned;  /* by stem: mention of it, plus 1; or 0 */
	struct lexicon raw; /* words of the answers, as they stand */
	size_t *raw_stems;  /* by number in RAW: stem, or LEXICON_NONE */
	size_t raw_room;
};

/* --- the codeframe ---------------------------------------------------------- */

static const char *
stem_of(struct finder *finder, enum tongue tongue, const char *word, size_t len)
{
	return stemmer_stem(finder->stemmer, &finder->scratch, tongue,
			    token_word(&finder->scratch, word, len));
}

/* Whether the theme has these stems already: "placed" says nothing that "place"
 * does not. */
static bool
is_known(const struct finder *finder, const struct entry *entry)
{
	for (size_t i = 0; i < finder->entry_count; i++) {
		const struct entry *known = &finder->entries[i];

		if (known->theme == entry->theme &&
		    known->stem_count == entry->stem_count &&
		    !memcmp(known->stems, entry->stems,
			    entry->stem_count * sizeof(*entry->stems)))
			return true;
	}
	return false;
}

static void
add_entry(struct finder *finder, enum tongue tongue, size_t theme, size_t index)
{
	const struct codeframe_theme *source = &finder->question->themes[theme];
	const char *text = source->words[index];
	struct tokens tokens = tokenise(&finder->scratch, text);
	size_t *stems =
		arena_array(&finder->scratch, tokens.count, sizeof(*stems));
	struct entry entry = { .theme = theme,
			       .enough = index < source->enough_count,
			       .stems = stems,
			       .stem_count = tokens.count };

	for (size_t i = 0; i < tokens.count; i++) {
		struct token token = tokens.items[i];
		const char *stem = stem_of(finder, tongue, text + token.start,
					   token.end - token.start);

		stems[i] =
			lexicon_add(&finder->stems, tongue, stem, strlen(stem));
	}
	if (tokens.count && !is_known(finder, &entry))
		finder->entries[finder->entry_count++] = entry;
}

static void
add_mention(struct finder *finder, size_t stem)
{
	if (finder->mention_count == finder->mention_room) {
		finder->mention_room = finder->mention_room * 2 + 64;
		finder->mentions =
			arena_grow(&finder->scratch, finder->mentions,
				   finder->mention_count, finder->mention_room,
				   sizeof(*finder->mentions));
	}
	/* The stem for now; link_mentions puts the next one there. */
	finder->mentions[finder->mention_count++] =
		(struct mention){ finder->model_count, stem };
}

static void
add_model(struct finder *finder, enum tongue tongue, size_t theme,
	  const struct example_sentence *sentence)
{
	if (finder->model_count == finder->model_room) {
		finder->model_room = finder->model_room * 2 + 16;
		finder->models =
			arena_grow(&finder->scratch, finder->models,
				   finder->model_count, finder->model_room,
				   sizeof(*finder->models));
	}
	for (size_t i = 0; i < sentence->count; i++)
		add_mention(finder, lexicon_add(&finder->stems, tongue,
						sentence->stems[i],
						strlen(sentence->stems[i])));
	finder->models[finder->model_count++] =
		(struct model){ theme, sentence->needed };
}

static void
link_mentions(struct finder *finder)
{
	finder->mentioned = arena_array(&finder->scratch, finder->stems.count,
					sizeof(*finder->mentioned));
	for (size_t i = finder->mention_count; i-- > 0;) {
		size_t stem = finder->mentions[i].next;

		finder->mentions[i].next = finder->mentioned[stem];
		finder->mentioned[stem] = i + 1;
	}
}

static void
link_entries(struct finder *finder)
{
	finder->first = arena_array(&finder->scratch, finder->stems.count,
				    sizeof(*finder->first));
	for (size_t i = finder->entry_count; i-- > 0;) {
		struct entry *entry = &finder->entries[i];

		entry->next = finder->first[entry->stems[0]];
		finder->first[entry->stems[0]] = i + 1;
	}
}

static void
read_theme(struct finder *finder, enum tongue tongue, size_t index)
{
	const struct codeframe_theme *theme = &finder->question->themes[index];

	for (size_t i = 0; i < theme->word_count; i++)
		add_entry(finder, tongue, index, i);
	for (size_t i = 0; i < theme->example_count; i++) {
		size_t count;
		const struct example_sentence *sentences =
			example_sentences(&finder->scratch, finder->stemmer,
					  tongue, theme->examples[i], &count);

		for (size_t j = 0; j < count; j++)
			add_model(finder, tongue, index, &sentences[j]);
	}
}

/* A word of the codeframe is looked for in every language, each by its own
 * stems. */
static void
read_codeframe(struct finder *finder)
{
	const struct codeframe_question *question = finder->question;
	size_t count = 0;

	for (size_t i = 0; i < question->theme_count; i++)
		count += question->themes[i].word_count;
	finder->entries = arena_array(&finder->scratch, count * LANGUAGE_COUNT,
				      sizeof(*finder->entries));
	for (int language = 0; language < LANGUAGE_COUNT; language++)
		for (size_t i = 0; i < question->theme_count; i++)
			read_theme(finder, tongue_of((enum language)language),
				   i);
	link_entries(finder);
	link_mentions(finder);
}

struct finder *
finder_new(const struct codeframe_question *question)
{
	struct arena scratch = { 0 };
	struct finder *finder = arena_alloc(&scratch, sizeof(*finder));

	finder->scratch = scratch;
	finder->question = question;
	finder->stems.arena = finder->raw.arena = &finder->scratch;
	finder->stemmer = stemmer_new();
	read_codeframe(finder);
	return finder;
}

void
finder_free(struct finder *finder)
{
	struct arena scratch;

	if (!finder)
		return;
	stemmer_free(finder->stemmer);
	scratch = finder->scratch; /* which holds the finder itself */
	arena_free(&scratch);
}

/* --- an answer -------------------------------------------------------------- */

/* The stem of a word of an answer, looked up once for every way of writing. */
static size_t
find_stem(struct finder *finder, enum tongue tongue, const char *word,
	  size_t len)
{
	size_t known = finder->raw.count;
	size_t number = lexicon_add(&finder->raw, tongue, word, len);
	const char *stem;

	if (number < known)
		return finder->raw_stems[number];
	if (number == finder->raw_room) {
		finder->raw_room = number ? number * 2 : 256;
		finder->raw_stems =
			arena_grow(&finder->scratch, finder->raw_stems, number,
				   finder->raw_room,
				   sizeof(*finder->raw_stems));
	}
	stem = stem_of(finder, tongue, word, len);
	finder->raw_stems[number] =
		lexicon_find(&finder->stems, tongue, stem, strlen(stem));
	return finder->raw_stems[number];
}

static struct answer_word *
read_answer(struct finder *finder, struct arena *arena,
	    const struct coding_answer *answer, size_t *count)
{
	struct sentences sentences = sentences_split(arena, answer->text);
	struct tokens tokens = tokenise(arena, answer->text);
	struct answer_word *words =
		arena_array(arena, tokens.count, sizeof(*words));
	size_t sentence = 0;

	for (size_t i = 0; i < tokens.count; i++) {
		struct token token = tokens.items[i];

		while (token.start >= sentences.items[sentence].end)
			sentence++;
		words[i] = (struct answer_word){
			find_stem(finder, tongue_of(answer->language),
				  answer->text + token.start,
				  token.end - token.start),
			token.start, token.end, sentence
		};
	}
	*count = tokens.count;
	return words;
}

/* Whether the entry stands at WORDS, of which COUNT are left. */
static bool
stands_at(const struct entry *entry, const char *text,
	  const struct answer_word *words, size_t count)
{
	if (entry->stem_count > count)
		return false;
	for (size_t i = 0; i < entry->stem_count; i++) {
		if (words[i].stem != entry->stems[i])
			return false;
		if (i && !token_adjoins(text, words[i - 1].end, words[i].start))
			return false;
	}
	return true;
}

/* What was found so far. */
struct finds {
	struct arena *arena;
	struct found *items;
	size_t count, room;
};

static void
add_found(struct finds *finds, struct found found)
{
	if (finds->count == finds->room) {
		finds->room = finds->room ? finds->room * 2 : 16;
		finds->items =
			arena_grow(finds->arena, finds->items, finds->count,
				   finds->room, sizeof(*finds->items));
	}
	finds->items[finds->count++] = found;
}

/* Whether the theme is for whoever wrote this answer. */
static bool
is_for(const struct finder *finder, size_t theme,
       const struct coding_answer *answer)
{
	const char *stance = finder->question->themes[theme].stance;

	return !stance || coding_chose(answer, stance);
}

static void
find_entries(const struct finder *finder, const struct coding_answer *answer,
	     const struct answer_word *words, size_t count, struct finds *finds)
{
	for (size_t i = 0; i < count; i++) {
		size_t next = words[i].stem == LEXICON_NONE
				      ? 0
				      : finder->first[words[i].stem];

		for (; next; next = finder->entries[next - 1].next) {
			const struct entry *entry = &finder->entries[next - 1];

			if (!is_for(finder, entry->theme, answer) ||
			    !stands_at(entry, answer->text, words + i,
				       count - i))
				continue;
			add_found(
				finds,
				(struct found){
					.theme = entry->theme,
					.entry = next - 1,
					.enough = entry->enough,
					.sentence = words[i].sentence,
					.reason = { words[i].start,
						    words[i +
							  entry->stem_count - 1]
							    .end },
				});
		}
	}
}

static int
compare_shared(const void *left, const void *right)
{
	const struct shared *a = left, *b = right;

	if (a->model != b->model)
		return a->model < b->model ? -1 : 1;
	if (a->word.sentence != b->word.sentence)
		return a->word.sentence < b->word.sentence ? -1 : 1;
	if (a->word.stem != b->word.stem)
		return a->word.stem < b->word.stem ? -1 : 1;
	return a->word.start < b->word.start ? -1
					     : a->word.start > b->word.start;
}

/* Every word that a model has, by model, sentence and stem. */
static struct shared *
share(const struct finder *finder, struct arena *arena,
      const struct coding_answer *answer, const struct answer_word *words,
      size_t count, size_t *shared_count)
{
	struct shared *shared = NULL;
	size_t room = 0;

	*shared_count = 0;
	for (size_t i = 0; i < count; i++) {
		size_t next = words[i].stem == LEXICON_NONE
				      ? 0
				      : finder->mentioned[words[i].stem];

		for (; next; next = finder->mentions[next - 1].next) {
			size_t model = finder->mentions[next - 1].model;

			if (!is_for(finder, finder->models[model].theme,
				    answer))
				continue;
			if (*shared_count == room) {
				room = room ? room * 2 : 16;
				shared =
					arena_grow(arena, shared, *shared_count,
						   room, sizeof(*shared));
			}
			shared[(*shared_count)++] =
				(struct shared){ model, words[i] };
		}
	}
	if (*shared_count)
		qsort(shared, *shared_count, sizeof(*shared), compare_shared);
	return shared;
}

/* The sentences that are like one of an example. */
static void
find_models(const struct finder *finder, const struct shared *shared,
	    size_t count, struct finds *finds)
{
	for (size_t from = 0, end; from < count; from = end) {
		const struct shared *first = &shared[from];
		const struct model *model = &finder->models[first->model];
		size_t stems = 1;

		for (end = from + 1;
		     end < count && shared[end].model == first->model &&
		     shared[end].word.sentence == first->word.sentence;
		     end++)
			stems += shared[end].word.stem !=
				 shared[end - 1].word.stem;
		for (size_t i = from; stems >= model->needed && i < end; i++)
			add_found(finds,
				  (struct found){
					  .theme = model->theme,
					  .entry = finder->entry_count +
						   first->model,
					  .sentence = first->word.sentence,
					  .enough = true,
					  .example = true,
					  .reason = { shared[i].word.start,
						      shared[i].word.end },
				  });
	}
}

struct found *
finder_find(struct finder *finder, struct arena *arena,
	    const struct coding_answer *answer, size_t *count)
{
	struct finds finds = { .arena = arena };
	size_t word_count, shared_count;
	const struct answer_word *words =
		read_answer(finder, arena, answer, &word_count);
	const struct shared *shared;

	find_entries(finder, answer, words, word_count, &finds);
	shared = share(finder, arena, answer, words, word_count, &shared_count);
	find_models(finder, shared, shared_count, &finds);
	*count = finds.count;
	return finds.items;
}
