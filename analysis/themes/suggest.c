#include "suggest.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "text/vocabulary.h"
#include "themes/affinity.h"
#include "themes/bags.h"
#include "themes/cluster.h"
#include "themes/linear.h"
#include "themes/logarithm.h"
#include "themes/mixture.h"
#include "themes/spectrum.h"

enum { ROUNDS_MAX = 10 };

/* How much an answer that nobody told counts beside one that is told. */
static const double untold_weight = 0.2;

/* How much likelier at first per unit of cosine, as a logarithm. */
static const double sharpness = 15;

/* How much likelier per unit of a linear decision, as a logarithm. */
static const double steepness = 6;

/* A word speaks for a theme that makes it so much likelier than all others do. */
static const double speaks_above = 2;

/* All that is known on the way; it dies with the call. */
struct suggesting {
	struct arena *arena; /* of the result */
	struct arena scratch;
	const struct suggest_answer *answers;
	size_t count, label_count;
	const struct suggest_answer **order; /* the answers by their bytes */
	struct vocabulary *vocabulary;
	struct bags bags; /* in that order, as all below */
	struct mixture mixture;
	const double *decisions; /* of answer i, label k at [i * label_count +
				    k]: linear.h */
	struct bag_columns columns;
	double *overall; /* p(word), of each column, whatever the theme */
};

/* --- reading -------------------------------------------------------------- */

static int
compare_labels(const struct suggest_answer *a, const struct suggest_answer *b)
{
	if (a->label_count != b->label_count)
		return a->label_count < b->label_count ? -1 : 1;
	for (size_t i = 0; i < a->label_count; i++)
		if (a->labels[i] != b->labels[i])
			return a->labels[i] < b->labels[i] ? -1 : 1;
	return 0;
}

static int
compare_answers(const void *left, const void *right)
{
	const struct suggest_answer *a = *(const struct suggest_answer **)left;
	const struct suggest_answer *b = *(const struct suggest_answer **)right;
	int order = strcmp(a->text, b->text);

	if (order)
		return order;
	if (a->tongue != b->tongue)
		return a->tongue < b->tongue ? -1 : 1;
	return compare_labels(a, b);
}

/* By their bytes, then their labels: words then get the same numbers, and sums are
 * made in the same order, in whatever order the answers came. */
static void
order_answers(struct suggesting *suggesting)
{
	suggesting->order = arena_array(&suggesting->scratch, suggesting->count,
					sizeof(*suggesting->order));
	for (size_t i = 0; i < suggesting->count; i++)
		suggesting->order[i] = &suggesting->answers[i];
	if (suggesting->count)
		qsort(suggesting->order, suggesting->count,
		      sizeof(*suggesting->order), compare_answers);
}

static void
read_answers(struct suggesting *suggesting)
{
	struct arena *scratch = &suggesting->scratch;
	struct stemmed *texts =
		arena_array(scratch, suggesting->count, sizeof(*texts));

	for (size_t i = 0; i < suggesting->count; i++) {
		const struct suggest_answer *answer = suggesting->order[i];
		const struct word *words;
		size_t count = vocabulary_read(suggesting->vocabulary,
					       answer->tongue, answer->text,
					       strlen(answer->text), &words);

		texts[i] = stemmed_of(scratch, suggesting->vocabulary,
				      answer->text, words, count);
	}
	suggesting->bags = bags_make(scratch, suggesting->vocabulary, texts,
				     suggesting->count);
	suggesting->columns = bag_columns_make(scratch, suggesting->vocabulary,
					       &suggesting->bags);
}

/* --- what is likely ------------------------------------------------------- */

static float *
find_vectors(struct suggesting *suggesting, struct arena *space)
{
	struct bags clauses = bags_split(space, &suggesting->bags, NULL);
	struct affinity affinity =
		affinity_measure(space, &suggesting->bags, &clauses);
	struct spectrum spectrum = spectrum_find(space, &affinity);

	return cluster_vectors(space, &suggesting->bags, &spectrum);
}

/* The centre of each label, of length 1, or 0 where no answer has known words. */
static double *
find_centres(const struct suggesting *suggesting, struct arena *space,
	     const float *vectors)
{
	double *centres =
		arena_array(space, suggesting->label_count * SPECTRUM_SIZE,
			    sizeof(double));

	for (size_t i = 0; i < suggesting->count; i++) {
		const struct suggest_answer *answer = suggesting->order[i];
		const float *vector = vectors + i * SPECTRUM_SIZE;

		for (size_t j = 0; j < answer->label_count; j++) {
			double *centre =
				centres + answer->labels[j] * SPECTRUM_SIZE;

			for (int k = 0; k < SPECTRUM_SIZE; k++)
				centre[k] += (double)vector[k] /
					     (double)answer->label_count;
		}
	}
	for (size_t i = 0; i < suggesting->label_count; i++) {
		double *centre = centres + i * SPECTRUM_SIZE, length = 0;

		for (int k = 0; k < SPECTRUM_SIZE; k++)
			length += centre[k] * centre[k];
		for (int k = 0; length > 0 && k < SPECTRUM_SIZE; k++)
			centre[k] /= sqrt(length);
	}
	return centres;
}

/* Logarithms, whatever is added to all of them, become likelihoods. */
static void
normalise(double *shares, size_t count)
{
	double most = shares[0], sum = 0;

	for (size_t i = 1; i < count; i++)
		most = shares[i] > most ? shares[i] : most;
	for (size_t i = 0; i < count; i++) {
		shares[i] = exponential(shares[i] - most);
		sum += shares[i];
	}
	for (size_t i = 0; i < count; i++)
		shares[i] /= sum;
}

/* How likely each label is by the way the answer points alone. */
static void
point(const struct suggesting *suggesting, const float *vector,
      const double *centres, double *shares)
{
	size_t label_count = suggesting->label_count;

	for (size_t i = 0; i < label_count; i++) {
		double cosine = 0;

		for (int k = 0; k < SPECTRUM_SIZE; k++)
			cosine += (double)vector[k] *
				  centres[i * SPECTRUM_SIZE + (size_t)k];
		shares[i] = sharpness * cosine;
	}
	normalise(shares, label_count);
}

/* What is known, or likely at first: into SHARES, WEIGHTS and FIXED. */
static void
begin(const struct suggesting *suggesting, const float *vectors,
      const double *centres, double *shares, double *weights,
      unsigned char *fixed)
{
	size_t label_count = suggesting->label_count;

	for (size_t i = 0; i < suggesting->count; i++) {
		const struct suggest_answer *answer = suggesting->order[i];

		fixed[i] = answer->label_count > 0;
		weights[i] = fixed[i] ? 1 : untold_weight;
		for (size_t j = 0; j < answer->label_count; j++)
			shares[i * label_count + answer->labels[j]] =
				1 / (double)answer->label_count;
		if (!fixed[i])
			point(suggesting, vectors + i * SPECTRUM_SIZE, centres,
			      shares + i * label_count);
	}
}

static void
find_overall(struct suggesting *suggesting)
{
	const struct mixture *mixture = &suggesting->mixture;

	suggesting->overall =
		arena_array(&suggesting->scratch, mixture->column_count,
			    sizeof(*suggesting->overall));
	for (size_t i = 0; i < mixture->column_count; i++)
		for (size_t k = 0; k < mixture->theme_count; k++)
			suggesting->overall[i] += exponential(
				(double)mixture->priors[k] +
				(double)mixture
					->words[i * mixture->theme_count + k]);
}

static void
fit(struct suggesting *suggesting)
{
	struct arena space = { 0 };
	size_t count = suggesting->count, label_count = suggesting->label_count;
	double *shares =
		arena_array(&space, count * label_count, sizeof(*shares));
	double *weights = arena_array(&space, count, sizeof(*weights));
	unsigned char *fixed = arena_array(&space, count, 1);
	const float *vectors = find_vectors(suggesting, &space);
	const struct mixture_start start = { .weights = weights,
					     .shares = shares,
					     .fixed = fixed,
					     .theme_count = label_count,
					     .rounds_max = ROUNDS_MAX };
	const struct linear_texts texts = { &suggesting->bags, vectors, fixed,
					    shares, label_count };

	begin(suggesting, vectors, find_centres(suggesting, &space, vectors),
	      shares, weights, fixed);
	suggesting->mixture =
		mixture_fit(&suggesting->scratch, &suggesting->bags, &start);
	find_overall(suggesting);
	suggesting->decisions = linear_decisions(&suggesting->scratch, &texts);
	arena_free(&space);
}

/* --- offers --------------------------------------------------------------- */

/* How likely each label is for answer number TEXT in order. */
static void
weigh(const struct suggesting *suggesting, size_t text, double *shares)
{
	const struct bag *bag = &suggesting->bags.items[text];
	size_t label_count = suggesting->label_count;
	double words = 0;

	mixture_weigh(&suggesting->mixture, bag, shares);
	for (uint32_t i = 0; i < bag->word_count; i++)
		words += bag->words[i].count;
	for (size_t k = 0; k < label_count; k++)
		shares[k] =
			(shares[k] / sqrt(words) +
			 steepness * suggesting->decisions[text * label_count +
							   k]) /
			2;
	normalise(shares, label_count);
}

static void
choose_offers(const struct suggesting *suggesting, const double *shares,
	      struct suggestion *suggestion)
{
	for (size_t k = 0; k < suggesting->label_count; k++) {
		size_t place = suggestion->offer_count;

		while (place && suggestion->offers[place - 1].score < shares[k])
			place--;
		if (place == SUGGEST_OFFERS)
			continue;
		if (suggestion->offer_count < SUGGEST_OFFERS)
			suggestion->offer_count++;
		memmove(&suggestion->offers[place + 1],
			&suggestion->offers[place],
			(suggestion->offer_count - 1 - place) *
				sizeof(*suggestion->offers));
		suggestion->offers[place] =
			(struct suggest_offer){ k, shares[k] };
	}
	suggestion->margin = suggestion->offers[0].score;
	if (suggestion->offer_count > 1)
		suggestion->margin -= suggestion->offers[1].score;
}

/* p(word | label). */
static double
likelihood(const struct suggesting *suggesting, uint32_t column, size_t label)
{
	return exponential(
		(double)suggesting->mixture
			.words[column * suggesting->label_count + label]);
}

/* Whether a word speaks for the first offer: more than for the others on average,
 * and no less than for the second. */
static bool
speaks(const struct suggesting *suggesting, uint32_t column,
       const struct suggestion *suggestion)
{
	const struct suggest_offer *offers = suggestion->offers;
	double prior = exponential(
		(double)suggesting->mixture.priors[offers[0].label]);
	double own = likelihood(suggesting, column, offers[0].label);

	if (suggestion->offer_count > 1 &&
	    own < likelihood(suggesting, column, offers[1].label))
		return false;
	return own * (1 - prior) >
	       speaks_above * (suggesting->overall[column] - prior * own);
}

static void
find_why(const struct suggesting *suggesting,
	 const struct suggest_answer *answer, struct suggestion *suggestion)
{
	const struct word *words;
	size_t count =
		vocabulary_read(suggesting->vocabulary, answer->tongue,
				answer->text, strlen(answer->text), &words);
	struct suggest_span *why =
		arena_array(suggesting->arena, count, sizeof(*why));

	for (size_t i = 0; i < count; i++) {
		uint32_t column =
			bag_columns_find(&suggesting->columns, &words[i]);

		if (column != COLUMN_NONE &&
		    speaks(suggesting, column, suggestion))
			why[suggestion->why_count++] =
				(struct suggest_span){ words[i].start,
						       words[i].end };
	}
	suggestion->why = why;
}

static struct suggestions
offer(struct suggesting *suggesting)
{
	struct suggestion *items =
		arena_array(suggesting->arena, suggesting->count,
			    sizeof(*items));
	double *shares = arena_array(&suggesting->scratch,
				     suggesting->label_count, sizeof(*shares));
	struct suggestion *places =
		arena_array(&suggesting->scratch, suggesting->count,
			    sizeof(*places));
	size_t count = 0;

	for (size_t i = 0; i < suggesting->count; i++) {
		const struct suggest_answer *answer = suggesting->order[i];
		size_t number = (size_t)(answer - suggesting->answers);

		places[number].answer = number;
		if (answer->label_count ||
		    !suggesting->bags.items[i].word_count)
			continue;
		weigh(suggesting, i, shares);
		choose_offers(suggesting, shares, &places[number]);
		find_why(suggesting, answer, &places[number]);
	}
	for (size_t i = 0; i < suggesting->count; i++)
		if (!suggesting->answers[i].label_count)
			items[count++] = places[i];
	return (struct suggestions){ items, count };
}

struct suggestions
suggest_find(struct arena *arena, const struct suggest_answer *answers,
	     size_t count, size_t label_count)
{
	struct suggesting suggesting = { .arena = arena,
					 .answers = answers,
					 .count = count,
					 .label_count = label_count };
	struct suggestions result;

	suggesting.vocabulary = vocabulary_new(&suggesting.scratch);
	order_answers(&suggesting);
	read_answers(&suggesting);
	if (suggesting.bags.column_count)
		fit(&suggesting);
	result = offer(&suggesting);
	vocabulary_free(suggesting.vocabulary);
	arena_free(&suggesting.scratch);
	return result;
}
