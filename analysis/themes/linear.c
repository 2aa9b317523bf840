#include "linear.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "arena.h"
#include "themes/bags.h"
#include "themes/cluster.h"
#include "themes/logarithm.h"
#include "themes/spectrum.h"

enum { ROUNDS = 10 };

struct training {
	const struct linear_texts *texts;
	double **values; /* of each text: TF-IDF of its words, of length 1 */
	double *squares; /* of each text: its length, squared */
	double *columns; /* the plane: weights of words, */
	double vector[SPECTRUM_SIZE], threshold; /* of the vector, and of 1 */
	double *alphas; /* of each text: what it holds the plane with */
};

static void
weigh_words(struct training *training, struct arena *arena)
{
	const struct bags *bags = training->texts->bags;
	const double *rarities = cluster_rarities(arena, bags);

	training->values =
		arena_array(arena, bags->count, sizeof(*training->values));
	training->squares = arena_array(arena, bags->count, sizeof(double));
	for (size_t i = 0; i < bags->count; i++) {
		const struct bag *bag = &bags->items[i];
		const float *vector =
			training->texts->vectors + i * SPECTRUM_SIZE;
		double *values =
			arena_array(arena, bag->word_count, sizeof(*values));
		double length = 0;

		for (uint32_t j = 0; j < bag->word_count; j++) {
			values[j] = rarities[bag->words[j].column] *
				    (1 + logarithm(bag->words[j].count));
			length += values[j] * values[j];
		}
		for (uint32_t j = 0; j < bag->word_count; j++)
			values[j] /= sqrt(length);
		training->values[i] = values;
		training->squares[i] = bag->word_count ? 2 : 1;
		for (int k = 0; k < SPECTRUM_SIZE; k++)
			training->squares[i] += (double)vector[k] * vector[k];
	}
}

static double
decide(const struct training *training, size_t text)
{
	const struct bag *bag = &training->texts->bags->items[text];
	const float *vector = training->texts->vectors + text * SPECTRUM_SIZE;
	double sum = training->threshold;

	for (uint32_t j = 0; j < bag->word_count; j++)
		sum += training->columns[bag->words[j].column] *
		       training->values[text][j];
	for (int k = 0; k < SPECTRUM_SIZE; k++)
		sum += training->vector[k] * (double)vector[k];
	return sum;
}

/* Move the plane by STEP times the text. */
static void
move(struct training *training, size_t text, double step)
{
	const struct bag *bag = &training->texts->bags->items[text];
	const float *vector = training->texts->vectors + text * SPECTRUM_SIZE;

	for (uint32_t j = 0; j < bag->word_count; j++)
		training->columns[bag->words[j].column] +=
			step * training->values[text][j];
	for (int k = 0; k < SPECTRUM_SIZE; k++)
		training->vector[k] += step * (double)vector[k];
	training->threshold += step;
}

static void
train_text(struct training *training, size_t text, bool has)
{
	static const double softness = 1 / (2 * LINEAR_COST);
	double side = has ? 1 : -1, old = training->alphas[text];
	double gradient = side * decide(training, text) - 1 + old * softness;
	double alpha = old - gradient / (training->squares[text] + softness);

	if (alpha < 0)
		alpha = 0;
	training->alphas[text] = alpha;
	if (alpha != old)
		move(training, text, (alpha - old) * side);
}

static void
train(struct training *training, size_t label)
{
	const struct linear_texts *texts = training->texts;
	size_t count = texts->bags->count;

	memset(training->columns, 0,
	       texts->bags->column_count * sizeof(double));
	memset(training->vector, 0, sizeof(training->vector));
	memset(training->alphas, 0, count * sizeof(double));
	training->threshold = 0;
	for (int round = 0; round < ROUNDS; round++)
		for (size_t i = 0; i < count; i++)
			if (texts->told[i])
				train_text(
					training, i,
					texts->shares[i * texts->label_count +
						      label] > 0);
}

double *
linear_decisions(struct arena *arena, const struct linear_texts *texts)
{
	struct arena scratch = { 0 };
	struct training training = { .texts = texts };
	size_t count = texts->bags->count, label_count = texts->label_count;
	double *decisions =
		arena_array(arena, count * label_count, sizeof(*decisions));

	training.columns = arena_array(&scratch, texts->bags->column_count,
				       sizeof(double));
	training.alphas = arena_array(&scratch, count, sizeof(double));
	weigh_words(&training, &scratch);
	for (size_t k = 0; k < label_count; k++) {
		train(&training, k);
		for (size_t i = 0; i < count; i++)
			decisions[i * label_count + k] = decide(&training, i);
	}
	arena_free(&scratch);
	return decisions;
}
