#include "coding.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "coding/codeframe.h"
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

/* A word of the answer. */
struct answer_word {
	size_t stem; /* of the codeframe, or LEXICON_NONE */
	size_t start, end, sentence;
};

/* An entry where it stands in the answer. */
struct found {
	size_t entry;
	struct coding_reason reason;
	size_t sentence;
};

struct coder {
	struct arena *arena;
	struct arena scratch; /* lives as long as the coder */
	const struct codeframe_question *question;
	struct stemmer *stemmer;
	struct lexicon stems; /* that the codeframe has */
	struct entry *entries;
	size_t entry_count;
	size_t *first; /* by stem: entry that begins with it, plus 1; or 0 */
	struct lexicon raw; /* words of the answers, as they stand */
	size_t *raw_stems;  /* by number in RAW: stem, or LEXICON_NONE */
	size_t raw_room;
};

/* --- the codeframe ---------------------------------------------------------- */

static const char *
stem_of(struct coder *coder, enum language language, const char *word,
	size_t len)
{
	return stemmer_stem(coder->stemmer, &coder->scratch, language,
			    token_word(&coder->scratch, word, len));
}

static void
add_entry(struct coder *coder, enum language language, size_t theme,
	  size_t index)
{
	const struct codeframe_theme *source = &coder->question->themes[theme];
	const char *text = source->words[index];
	struct tokens tokens = tokenise(&coder->scratch, text);
	size_t *stems =
		arena_array(&coder->scratch, tokens.count, sizeof(*stems));

	for (size_t i = 0; i < tokens.count; i++) {
		struct token token = tokens.items[i];
		const char *stem = stem_of(coder, language, text + token.start,
					   token.end - token.start);

		stems[i] = lexicon_add(&coder->stems, language, stem,
				       strlen(stem));
	}
	coder->entries[coder->entry_count++] =
		(struct entry){ .theme = theme,
				.enough = index < source->enough_count,
				.stems = stems,
				.stem_count = tokens.count };
}

/* A word of the codeframe is looked for in every language, each by its own
 * stems. */
static void
read_codeframe(struct coder *coder)
{
	const struct codeframe_question *question = coder->question;
	size_t count = 0;

	for (size_t i = 0; i < question->theme_count; i++)
		count += question->themes[i].word_count;
	coder->entries = arena_array(&coder->scratch, count * LANGUAGE_COUNT,
				     sizeof(*coder->entries));
	for (int language = 0; language < LANGUAGE_COUNT; language++)
		for (size_t i = 0; i < question->theme_count; i++)
			for (size_t j = 0; j < question->themes[i].word_count;
			     j++)
				add_entry(coder, (enum language)language, i, j);
	coder->first = arena_array(&coder->scratch, coder->stems.count,
				   sizeof(*coder->first));
	for (size_t i = coder->entry_count; i-- > 0;) {
		struct entry *entry = &coder->entries[i];

		entry->next = coder->first[entry->stems[0]];
		coder->first[entry->stems[0]] = i + 1;
	}
}

/* --- an answer -------------------------------------------------------------- */

/* The stem of a word of an answer, looked up once for every way of writing. */
static size_t
find_stem(struct coder *coder, enum language language, const char *word,
	  size_t len)
{
	size_t known = coder->raw.count;
	size_t number = lexicon_add(&coder->raw, language, word, len);
	const char *stem;

	if (number < known)
		return coder->raw_stems[number];
	if (number == coder->raw_room) {
		coder->raw_room = number ? number * 2 : 256;
		coder->raw_stems =
			arena_grow(&coder->scratch, coder->raw_stems, number,
				   coder->raw_room, sizeof(*coder->raw_stems));
	}
	stem = stem_of(coder, language, word, len);
	coder->raw_stems[number] =
		lexicon_find(&coder->stems, language, stem, strlen(stem));
	return coder->raw_stems[number];
}

static struct answer_word *
read_answer(struct coder *coder, struct arena *arena,
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
			find_stem(coder, answer->language,
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

/* Every place where the answer has an entry, in order; the longest first where
 * several begin with the same word. */
static struct found *
find_entries(struct coder *coder, struct arena *arena,
	     const struct coding_answer *answer, size_t *count)
{
	size_t word_count, room = 0;
	struct answer_word *words =
		read_answer(coder, arena, answer, &word_count);
	struct found *found = NULL;

	*count = 0;
	for (size_t i = 0; i < word_count; i++) {
		size_t next = words[i].stem == LEXICON_NONE
				      ? 0
				      : coder->first[words[i].stem];

		for (; next; next = coder->entries[next - 1].next) {
			const struct entry *entry = &coder->entries[next - 1];

			if (!stands_at(entry, answer->text, words + i,
				       word_count - i))
				continue;
			if (*count == room) {
				room = room ? room * 2 : 16;
				found = arena_grow(arena, found, *count, room,
						   sizeof(*found));
			}
			found[(*count)++] = (struct found){
				.entry = next - 1,
				.reason = { words[i].start,
					    words[i + entry->stem_count - 1]
						    .end },
				.sentence = words[i].sentence,
			};
		}
	}
	return found;
}

/* --- the rule --------------------------------------------------------------- */

enum { POINTS_NEEDED = 2, POINTS_ENOUGH = 2, POINTS_TOGETHER = 1 };

#define SENTENCE_ANY ((size_t)-1)

struct evidence {
	const struct coder *coder;
	const struct found *found;
	size_t count;
	struct arena *scratch; /* dies with the answer */
};

static bool
speaks_for(const struct evidence *evidence, size_t index, size_t theme,
	   size_t sentence)
{
	const struct found *found = &evidence->found[index];

	return evidence->coder->entries[found->entry].theme == theme &&
	       (sentence == SENTENCE_ANY || found->sentence == sentence);
}

/* What the different entries of a theme weigh together in one sentence. */
static size_t
points(const struct evidence *evidence, size_t theme, size_t sentence)
{
	size_t sum = 0;

	for (size_t i = 0; i < evidence->count; i++) {
		bool again = false;

		if (!speaks_for(evidence, i, theme, sentence))
			continue;
		for (size_t j = 0; j < i && !again; j++)
			again = evidence->found[j].entry ==
					evidence->found[i].entry &&
				speaks_for(evidence, j, theme, sentence);
		if (!again)
			sum += evidence->coder->entries[evidence->found[i]
								.entry]
					       .enough
				       ? POINTS_ENOUGH
				       : POINTS_TOGETHER;
	}
	return sum;
}

static int
compare_reasons(const void *left, const void *right)
{
	const struct coding_reason *a = left, *b = right;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return a->end > b->end ? -1 : a->end < b->end;
}

/* The words of a theme where they weigh enough: in each sentence alone, or (ANY)
 * in the answer as a whole. */
static struct coded_theme
find_theme(const struct evidence *evidence, size_t theme, bool any)
{
	struct coded_theme coded = {
		.id = evidence->coder->question->themes[theme].id
	};
	struct coding_reason *reasons =
		arena_array(evidence->coder->arena, evidence->count,
			    sizeof(*reasons));
	size_t count = 0;

	for (size_t i = 0; i < evidence->count; i++) {
		size_t sentence =
			any ? SENTENCE_ANY : evidence->found[i].sentence;

		if (speaks_for(evidence, i, theme, sentence) &&
		    points(evidence, theme, sentence) >= POINTS_NEEDED)
			reasons[count++] = evidence->found[i].reason;
	}
	qsort(reasons, count, sizeof(*reasons), compare_reasons);
	for (size_t i = 0; i < count; i++)
		if (!coded.reason_count ||
		    reasons[i].start >= reasons[coded.reason_count - 1].end)
			reasons[coded.reason_count++] = reasons[i];
	coded.reasons =
		arena_grow(evidence->coder->arena, reasons, coded.reason_count,
			   coded.reason_count, sizeof(*reasons));
	return coded;
}

/* The most that any theme weighs in the answer as a whole. */
static size_t
most_points(const struct evidence *evidence)
{
	size_t most = 0;

	for (size_t k = 0; k < evidence->coder->question->theme_count; k++) {
		size_t sum = points(evidence, k, SENTENCE_ANY);

		most = sum > most ? sum : most;
	}
	return most;
}

static struct coded_answer
code_answer(struct coder *coder, const struct coding_answer *answer)
{
	struct arena scratch = { 0 };
	struct evidence evidence = { .coder = coder, .scratch = &scratch };
	size_t theme_count = coder->question->theme_count, most;
	struct coded_theme *themes =
		arena_array(&scratch, theme_count + 1, sizeof(*themes));
	struct coded_answer coded = { 0 };

	evidence.found = find_entries(coder, &scratch, answer, &evidence.count);
	for (size_t k = 0; k < theme_count; k++) {
		themes[coded.theme_count] = find_theme(&evidence, k, false);
		coded.theme_count += themes[coded.theme_count].reason_count > 0;
	}
	most = coded.theme_count ? 0 : most_points(&evidence);
	for (size_t k = 0; most >= POINTS_NEEDED && k < theme_count; k++)
		if (points(&evidence, k, SENTENCE_ANY) == most)
			themes[coded.theme_count++] =
				find_theme(&evidence, k, true);
	if (!coded.theme_count)
		themes[coded.theme_count++] =
			(struct coded_theme){ .id = CODEFRAME_OTHER };
	coded.themes = arena_grow(coder->arena, themes, coded.theme_count,
				  coded.theme_count, sizeof(*themes));
	arena_free(&scratch);
	return coded;
}

const struct coded_answer *
coding_apply(struct arena *arena, const struct codeframe_question *question,
	     const struct coding_answer *answers, size_t count)
{
	struct coded_answer *coded = arena_array(arena, count, sizeof(*coded));
	struct coder coder = { .arena = arena, .question = question };

	coder.stems.arena = coder.raw.arena = &coder.scratch;
	coder.stemmer = stemmer_new();
	read_codeframe(&coder);
	for (size_t i = 0; i < count; i++)
		coded[i] = code_answer(&coder, &answers[i]);
	stemmer_free(coder.stemmer);
	arena_free(&coder.scratch);
	return coded;
}
