#include "quote.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "text/sentence.h"
#include "text/tokenise.h"
#include "text/vocabulary.h"
#include "utf8.h"

#define TERM_NONE ((size_t)-1)

/* A source as its words. */
struct source_words {
	const struct word *words;
	size_t count;
};

struct passage {
	const struct quote_source *source;
	const char *text, *fold;
	size_t start; /* in the source */
	bool whole;
	bool shared;	     /* several answers hold it */
	const size_t *terms; /* different ones, rising */
	size_t term_count;
	double closeness;
};

struct picker {
	struct arena *arena; /* dies with the call */
	const struct quote_source *sources;
	struct vocabulary *vocabulary;
	const struct source_words *words; /* of each source */
	size_t *terms; /* of each number of the vocabulary: the place of that
			       stem by letters, then language, so that terms are
			       the same in whatever order the sources came; or
			       TERM_NONE */
	size_t term_count;
	double *weights; /* of the theme's words, by term */
	double length;	 /* of the theme as a vector */
	struct passage *passages;
	size_t count, room;
};

/* --- words ---------------------------------------------------------------- */

static void
read_words(struct picker *picker, size_t count)
{
	struct source_words *all =
		arena_array(picker->arena, count, sizeof(*all));

	for (size_t i = 0; i < count; i++) {
		const char *text = picker->sources[i].text;
		const struct word *words;

		all[i].count = vocabulary_read(picker->vocabulary,
					       picker->sources[i].tongue, text,
					       strlen(text), &words);
		all[i].words = arena_grow(picker->arena, words, all[i].count,
					  all[i].count, sizeof(*words));
	}
	picker->words = all;
}

struct sorted_stem {
	const char *text;
	enum tongue tongue;
	uint32_t number;
};

static int
compare_stems(const void *left, const void *right)
{
	const struct sorted_stem *a = left, *b = right;
	int order = strcmp(a->text, b->text);

	return order ? order : (int)a->tongue - (int)b->tongue;
}

/* The stems of all words that count, each once; how many. */
static size_t
list_stems(struct picker *picker, size_t source_count,
	   struct sorted_stem *stems)
{
	const struct vocabulary *vocabulary = picker->vocabulary;
	size_t count = 0;

	for (size_t i = 0; i < source_count; i++)
		for (size_t j = 0; j < picker->words[i].count; j++) {
			uint32_t stem = picker->words[i].words[j].stem;

			if (stem == WORD_NONE ||
			    picker->terms[stem] != TERM_NONE)
				continue;
			picker->terms[stem] = 0;
			stems[count++] = (struct sorted_stem){
				vocabulary_text(vocabulary, stem),
				vocabulary_tongue(vocabulary, stem), stem
			};
		}
	return count;
}

static void
number_terms(struct picker *picker, size_t source_count)
{
	size_t size = vocabulary_size(picker->vocabulary);
	struct sorted_stem *stems =
		arena_array(picker->arena, size, sizeof(*stems));

	picker->terms =
		arena_array(picker->arena, size, sizeof(*picker->terms));
	for (size_t i = 0; i < size; i++)
		picker->terms[i] = TERM_NONE;
	picker->term_count = list_stems(picker, source_count, stems);
	if (picker->term_count)
		qsort(stems, picker->term_count, sizeof(*stems), compare_stems);
	for (size_t i = 0; i < picker->term_count; i++)
		picker->terms[stems[i].number] = i;
}

/* --- the theme ------------------------------------------------------------ */

/* The first word weighs 1, the last half as much. */
static void
weigh_words(struct picker *picker, const char *const *words, size_t count)
{
	picker->weights = arena_array(picker->arena, picker->term_count,
				      sizeof(*picker->weights));
	for (size_t i = 0; i < count; i++) {
		struct tokens tokens = tokenise(picker->arena, words[i]);
		double weight = 1 - 0.5 * (double)i / (double)count;

		picker->length += weight * weight;
		for (size_t j = 0; j < tokens.count * LANGUAGE_COUNT; j++) {
			struct token token = tokens.items[j / LANGUAGE_COUNT];
			enum tongue tongue = tongue_of(j % LANGUAGE_COUNT);
			uint32_t stem =
				vocabulary_find(picker->vocabulary, tongue,
						words[i] + token.start,
						token.end - token.start);
			size_t term = stem == WORD_NONE ? TERM_NONE
							: picker->terms[stem];

			if (term != TERM_NONE && picker->weights[term] < weight)
				picker->weights[term] = weight;
		}
	}
	picker->length = sqrt(picker->length);
}

/* --- passages ------------------------------------------------------------- */

static int
compare_numbers(const void *left, const void *right)
{
	const size_t a = *(const size_t *)left, b = *(const size_t *)right;

	return a < b ? -1 : a > b;
}

static void
read_terms(struct picker *picker, const struct word *words, size_t count,
	   struct passage *passage)
{
	size_t *terms = arena_array(picker->arena, count, sizeof(*terms));
	size_t found = 0, kept = 0;
	double sum = 0;

	for (size_t i = 0; i < count; i++)
		if (words[i].stem != WORD_NONE)
			terms[found++] = picker->terms[words[i].stem];
	qsort(terms, found, sizeof(*terms), compare_numbers);
	for (size_t i = 0; i < found; i++)
		if (!kept || terms[kept - 1] != terms[i])
			terms[kept++] = terms[i];
	for (size_t i = 0; i < kept; i++)
		sum += picker->weights[terms[i]];
	passage->terms = terms;
	passage->term_count = kept;
	passage->closeness =
		kept ? sum / (picker->length * sqrt((double)kept)) : 0;
}

static void
add_passage(struct picker *picker, size_t source, size_t first, size_t count,
	    struct sentence place, bool whole)
{
	struct passage passage = { .source = &picker->sources[source],
				   .start = place.start,
				   .whole = whole };

	if (count < QUOTE_WORDS_MIN || count > QUOTE_WORDS_MAX)
		return;
	read_terms(picker, picker->words[source].words + first, count,
		   &passage);
	if (passage.closeness <= 0)
		return;
	passage.text = arena_copy(picker->arena,
				  picker->sources[source].text + place.start,
				  place.end - place.start);
	passage.fold = utf8_fold(picker->arena, passage.text);
	if (picker->count == picker->room) {
		picker->room = picker->room ? picker->room * 2 : 256;
		picker->passages = arena_grow(picker->arena, picker->passages,
					      picker->count, picker->room,
					      sizeof(*picker->passages));
	}
	picker->passages[picker->count++] = passage;
}

static void
read_source(struct picker *picker, size_t source)
{
	const struct source_words *own = &picker->words[source];
	const char *text = picker->sources[source].text;
	struct sentences sentences;
	size_t sentence = 0, end;

	if (own->count <= QUOTE_WORDS_MAX) {
		add_passage(picker, source, 0, own->count,
			    (struct sentence){ 0, strlen(text) }, true);
		return;
	}
	sentences = sentences_split(picker->arena, text);
	for (size_t start = 0; start < own->count; start = end) {
		while (own->words[start].start >= sentences.items[sentence].end)
			sentence++;
		for (end = start;
		     end < own->count &&
		     own->words[end].start < sentences.items[sentence].end;)
			end++;
		add_passage(picker, source, start, end - start,
			    sentences.items[sentence], false);
	}
}

static int
compare_attributions(const char *a, const char *b)
{
	if (!a || !b)
		return a ? 1 : b ? -1 : 0;
	return strcmp(a, b);
}

static int
compare_passages(const void *left, const void *right)
{
	const struct passage *a = left, *b = right;
	int order = strcmp(a->fold, b->fold);

	if (!order)
		order = strcmp(a->text, b->text);
	if (!order)
		order = strcmp(a->source->text, b->source->text);
	if (!order)
		order = compare_attributions(a->source->attribution,
					     b->source->attribution);
	return order;
}

/* Keep one of the passages that are the same text, and mark it as shared when
 * several answers hold it. */
static void
fold_passages(struct picker *picker)
{
	size_t kept = 0;

	if (!picker->count)
		return;
	qsort(picker->passages, picker->count, sizeof(*picker->passages),
	      compare_passages);
	for (size_t i = 0; i < picker->count; i++) {
		const struct passage *passage = &picker->passages[i];
		struct passage *before =
			kept ? &picker->passages[kept - 1] : NULL;

		if (!before || strcmp(before->fold, passage->fold) != 0)
			picker->passages[kept++] = *passage;
		else if (before->source != passage->source)
			before->shared = true;
	}
	picker->count = kept;
}

/* --- picking -------------------------------------------------------------- */

static double
likeness(const struct passage *a, const struct passage *b)
{
	size_t i = 0, j = 0, common = 0;

	while (i < a->term_count && j < b->term_count) {
		if (a->terms[i] == b->terms[j])
			common++;
		if (a->terms[i] <= b->terms[j])
			i++;
		else
			j++;
	}
	return (double)common /
	       sqrt((double)a->term_count * (double)b->term_count);
}

/* What a passage is worth beside those PICKED; less than any other if it may not
 * be taken. */
static double
worth(const struct passage *passage, const struct passage *const *picked,
      size_t count)
{
	double most = 0;

	for (size_t i = 0; i < count; i++) {
		double like = likeness(passage, picked[i]);

		if (passage->source == picked[i]->source)
			return -4;
		if (like > most)
			most = like;
	}
	/* Worth lies within -1..1, so shared text comes last. */
	return (count ? 0.7 * passage->closeness - 0.3 * most
		      : passage->closeness) -
	       (passage->shared ? 2 : 0);
}

static const struct passage *
pick(const struct picker *picker, const struct passage *const *picked,
     size_t count)
{
	const struct passage *best = NULL;
	double best_worth = -4;

	for (size_t i = 0; i < picker->count; i++) {
		const struct passage *passage = &picker->passages[i];
		double value = worth(passage, picked, count);

		if (value > best_worth ||
		    (best && value == best_worth &&
		     strcmp(passage->text, best->text) < 0)) {
			best = passage;
			best_worth = value;
		}
	}
	return best;
}

size_t
quote_pick(struct arena *arena, const struct quote_source *sources,
	   size_t source_count, const char *const *words, size_t word_count,
	   size_t wanted, struct quote *quotes)
{
	struct arena scratch = { 0 };
	struct picker picker = { .arena = &scratch, .sources = sources };
	const struct passage **picked =
		arena_array(&scratch, wanted, sizeof(*picked));
	size_t count = 0;

	picker.vocabulary = vocabulary_new(&scratch);
	read_words(&picker, source_count);
	number_terms(&picker, source_count);
	weigh_words(&picker, words, word_count);
	for (size_t i = 0; i < source_count; i++)
		read_source(&picker, i);
	fold_passages(&picker);
	for (; count < wanted; count++) {
		picked[count] = pick(&picker, picked, count);
		if (!picked[count])
			break;
		quotes[count] = (struct quote){
			.source = picked[count]->source,
			.text = arena_string(arena, picked[count]->text),
			.start = picked[count]->start,
			.whole = picked[count]->whole,
		};
	}
	vocabulary_free(picker.vocabulary);
	arena_free(&scratch);
	return count;
}
