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
	size_t theme, entry, sentence;
	struct coding_reason reason;
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
stem_of(struct coder *coder, enum tongue tongue, const char *word,
	size_t len)
{
	return stemmer_stem(coder->stemmer, &coder->scratch, tongue,
			    token_word(&coder->scratch, word, len));
}

/* Whether the theme has these stems already: "placed" says nothing that "place"
 * does not. */
static bool
is_known(const struct coder *coder, const struct entry *entry)
{
	for (size_t i = 0; i < coder->entry_count; i++) {
		const struct entry *known = &coder->entries[i];

		if (known->theme == entry->theme &&
		    known->stem_count == entry->stem_count &&
		    !memcmp(known->stems, entry->stems,
			    entry->stem_count * sizeof(*entry->stems)))
			return true;
	}
	return false;
}

static void
add_entry(struct coder *coder, enum tongue tongue, size_t theme,
	  size_t index)
{
	const struct codeframe_theme *source = &coder->question->themes[theme];
	const char *text = source->words[index];
	struct tokens tokens = tokenise(&coder->scratch, text);
	size_t *stems =
		arena_array(&coder->scratch, tokens.count, sizeof(*stems));
	struct entry entry = { .theme = theme,
			       .enough = index < source->enough_count,
			       .stems = stems,
			       .stem_count = tokens.count };

	for (size_t i = 0; i < tokens.count; i++) {
		struct token token = tokens.items[i];
		const char *stem = stem_of(coder, tongue, text + token.start,
					   token.end - token.start);

		stems[i] = lexicon_add(&coder->stems, tongue, stem,
				       strlen(stem));
	}
	if (tokens.count && !is_known(coder, &entry))
		coder->entries[coder->entry_count++] = entry;
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
				add_entry(coder, tongue_of((enum language)language), i, j);
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
find_stem(struct coder *coder, enum tongue tongue, const char *word,
	  size_t len)
{
	size_t known = coder->raw.count;
	size_t number = lexicon_add(&coder->raw, tongue, word, len);
	const char *stem;

	if (number < known)
		return coder->raw_stems[number];
	if (number == coder->raw_room) {
		coder->raw_room = number ? number * 2 : 256;
		coder->raw_stems =
			arena_grow(&coder->scratch, coder->raw_stems, number,
				   coder->raw_room, sizeof(*coder->raw_stems));
	}
	stem = stem_of(coder, tongue, word, len);
	coder->raw_stems[number] =
		lexicon_find(&coder->stems, tongue, stem, strlen(stem));
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
			find_stem(coder, tongue_of(answer->language),
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

/* Every place where the answer has an entry. */
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
				.theme = entry->theme,
				.entry = next - 1,
				.sentence = words[i].sentence,
				.reason = { words[i].start,
					    words[i + entry->stem_count - 1]
						    .end },
			};
		}
	}
	return found;
}

/* --- the rule --------------------------------------------------------------- */

enum { POINTS_NEEDED = 2, POINTS_ENOUGH = 2, POINTS_TOGETHER = 1 };

/* What was found in an answer: by theme, then, unless it is looked at as a WHOLE,
 * by sentence, then by entry. */
struct evidence {
	struct coder *coder;
	struct arena *scratch; /* dies with the answer */
	struct found *items;
	size_t count;
	bool whole;
};

static int
compare_sizes(size_t a, size_t b)
{
	return a < b ? -1 : a > b;
}

static int
compare_whole(const void *left, const void *right)
{
	const struct found *a = left, *b = right;
	int order = compare_sizes(a->theme, b->theme);

	if (!order)
		order = compare_sizes(a->entry, b->entry);
	return order ? order : compare_sizes(a->reason.start, b->reason.start);
}

static int
compare_sentences(const void *left, const void *right)
{
	const struct found *a = left, *b = right;
	int order = compare_sizes(a->theme, b->theme);

	if (!order)
		order = compare_sizes(a->sentence, b->sentence);
	return order ? order : compare_whole(left, right);
}

/* By theme and place, the longer first of those that start together. */
static int
compare_places(const void *left, const void *right)
{
	const struct found *a = left, *b = right;
	int order = compare_sizes(a->theme, b->theme);

	if (!order)
		order = compare_sizes(a->reason.start, b->reason.start);
	return order ? order : compare_sizes(b->reason.end, a->reason.end);
}

static void
sort(struct evidence *evidence,
     int (*compare)(const void *left, const void *right))
{
	evidence->whole = compare == compare_whole;
	if (evidence->count)
		qsort(evidence->items, evidence->count,
		      sizeof(*evidence->items), compare);
}

/* Leave out what stands inside a longer phrase of the same theme: "worker" says
 * nothing more where "social worker" was found. */
static void
keep_longest(struct evidence *evidence)
{
	size_t kept = 0;

	sort(evidence, compare_places);
	for (size_t i = 0; i < evidence->count; i++) {
		const struct found *found = &evidence->items[i];
		const struct found *last =
			kept ? &evidence->items[kept - 1] : NULL;

		if (!last || last->theme != found->theme ||
		    last->reason.end < found->reason.end)
			evidence->items[kept++] = *found;
	}
	evidence->count = kept;
}

/* Where what speaks for the same theme, in the same sentence, ends. */
static size_t
part_end(const struct evidence *evidence, size_t from)
{
	const struct found *first = &evidence->items[from];
	size_t end = from + 1;

	while (end < evidence->count &&
	       evidence->items[end].theme == first->theme &&
	       (evidence->whole ||
		evidence->items[end].sentence == first->sentence))
		end++;
	return end;
}

/* What the different entries of a part weigh together. */
static size_t
points(const struct evidence *evidence, size_t from, size_t end)
{
	size_t sum = 0;

	for (size_t i = from; i < end; i++) {
		const struct found *found = &evidence->items[i];

		if (i > from && found->entry == evidence->items[i - 1].entry)
			continue;
		sum += evidence->coder->entries[found->entry].enough
			       ? POINTS_ENOUGH
			       : POINTS_TOGETHER;
	}
	return sum;
}

static size_t
most_points(const struct evidence *evidence)
{
	size_t most = 0, end;

	for (size_t from = 0; from < evidence->count; from = end) {
		size_t sum;

		end = part_end(evidence, from);
		sum = points(evidence, from, end);
		most = sum > most ? sum : most;
	}
	return most;
}

static int
compare_reasons(const void *left, const void *right)
{
	const struct coding_reason *a = left, *b = right;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return a->end > b->end ? -1 : a->end < b->end;
}

/* The theme with its reasons, in order and none inside another. */
static struct coded_theme
make_theme(const struct evidence *evidence, size_t theme,
	   struct coding_reason *reasons, size_t count)
{
	struct coded_theme coded = {
		.id = evidence->coder->question->themes[theme].id
	};

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

/* Every theme with a part that weighs NEEDED, in the order of the codeframe. */
static size_t
find_themes(const struct evidence *evidence, size_t needed,
	    struct coded_theme *themes)
{
	struct coding_reason *reasons =
		arena_array(evidence->scratch, evidence->count,
			    sizeof(*reasons));
	size_t theme_count = 0, reason_count = 0, end;

	for (size_t from = 0; from < evidence->count; from = end) {
		size_t theme = evidence->items[from].theme;

		end = part_end(evidence, from);
		if (points(evidence, from, end) >= needed)
			for (size_t i = from; i < end; i++)
				reasons[reason_count++] =
					evidence->items[i].reason;
		if (reason_count && (end == evidence->count ||
				     evidence->items[end].theme != theme)) {
			themes[theme_count++] =
				make_theme(evidence, theme, reasons,
					   reason_count);
			reason_count = 0;
		}
	}
	return theme_count;
}

static struct coded_answer
code_answer(struct coder *coder, const struct coding_answer *answer)
{
	struct arena scratch = { 0 };
	struct evidence evidence = { .coder = coder, .scratch = &scratch };
	struct coded_theme *themes =
		arena_array(&scratch, coder->question->theme_count + 1,
			    sizeof(*themes));
	struct coded_answer coded = { 0 };
	size_t most;

	evidence.items = find_entries(coder, &scratch, answer, &evidence.count);
	keep_longest(&evidence);
	sort(&evidence, compare_sentences);
	coded.theme_count = find_themes(&evidence, POINTS_NEEDED, themes);
	if (!coded.theme_count) {
		sort(&evidence, compare_whole);
		most = most_points(&evidence);
		if (most >= POINTS_NEEDED)
			coded.theme_count =
				find_themes(&evidence, most, themes);
	}
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
