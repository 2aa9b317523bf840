#include "quote.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "text/corpus.h"
#include "text/lexicon.h"
#include "text/sentence.h"
#include "text/stem.h"
#include "text/tokenise.h"
#include "utf8.h"

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
	struct corpus corpus;
	double *weights; /* of the theme's words, by term of the corpus */
	double length;	 /* of the theme as a vector */
	struct passage *passages;
	size_t count, room;
};

/* --- the theme ------------------------------------------------------------ */

static size_t
find_term(const struct corpus *corpus, enum tongue tongue, const char *stem)
{
	size_t low = 0, high = corpus->term_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct term *term = &corpus->terms[middle];
		int order = strcmp(term->stem, stem);

		if (!order)
			order = (int)term->tongue - (int)tongue;
		if (!order)
			return middle;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return TERM_NONE;
}

/* The first word weighs 1, the last half as much. */
static void
weigh_words(struct picker *picker, const char *const *words, size_t count)
{
	struct stemmer *stemmer = stemmer_new();

	picker->weights = arena_array(picker->arena, picker->corpus.term_count,
				      sizeof(*picker->weights));
	for (size_t i = 0; i < count; i++) {
		struct tokens tokens = tokenise(picker->arena, words[i]);
		double weight = 1 - 0.5 * (double)i / (double)count;

		picker->length += weight * weight;
		for (size_t j = 0; j < tokens.count * LANGUAGE_COUNT; j++) {
			struct token token = tokens.items[j / LANGUAGE_COUNT];
			enum tongue tongue = tongue_of(j % LANGUAGE_COUNT);
			const char *word = token_word(picker->arena,
						      words[i] + token.start,
						      token.end - token.start);
			size_t term =
				find_term(&picker->corpus, tongue,
					  stemmer_stem(stemmer, picker->arena,
						       tongue, word));

			if (term != TERM_NONE && picker->weights[term] < weight)
				picker->weights[term] = weight;
		}
	}
	picker->length = sqrt(picker->length);
	stemmer_free(stemmer);
}

/* --- passages ------------------------------------------------------------- */

static int
compare_numbers(const void *left, const void *right)
{
	const size_t a = *(const size_t *)left, b = *(const size_t *)right;

	return a < b ? -1 : a > b;
}

static void
read_terms(struct picker *picker, const struct corpus_word *words, size_t count,
	   struct passage *passage)
{
	size_t *terms = arena_array(picker->arena, count, sizeof(*terms));
	size_t found = 0, kept = 0;
	double sum = 0;

	for (size_t i = 0; i < count; i++)
		if (words[i].term != TERM_NONE)
			terms[found++] = words[i].term;
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
	const struct corpus_document *document =
		&picker->corpus.documents[source];
	struct passage passage = { .source = &picker->sources[source],
				   .start = place.start,
				   .whole = whole };

	if (count < QUOTE_WORDS_MIN || count > QUOTE_WORDS_MAX)
		return;
	read_terms(picker, document->words + first, count, &passage);
	if (passage.closeness <= 0)
		return;
	passage.text = arena_copy(picker->arena, document->text + place.start,
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
	const struct corpus_document *document =
		&picker->corpus.documents[source];
	struct sentences sentences;
	size_t end;

	if (document->word_count <= QUOTE_WORDS_MAX) {
		add_passage(picker, source, 0, document->word_count,
			    (struct sentence){ 0, strlen(document->text) },
			    true);
		return;
	}
	sentences = sentences_split(picker->arena, document->text);
	for (size_t start = 0; start < document->word_count; start = end) {
		size_t sentence = document->words[start].sentence;

		for (end = start; end < document->word_count &&
				  document->words[end].sentence == sentence;)
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
	struct corpus_answer *answers =
		arena_array(&scratch, source_count, sizeof(*answers));
	size_t count = 0;

	for (size_t i = 0; i < source_count; i++)
		answers[i] = (struct corpus_answer){ sources[i].text,
						     sources[i].tongue };
	picker.corpus = corpus_read(&scratch, answers, source_count);
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
	arena_free(&scratch);
	return count;
}
