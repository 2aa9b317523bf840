#include "cluster.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "arena.h"
#include "themes/bags.h"
#include "themes/centres.h"
#include "themes/logarithm.h"
#include "themes/spectrum.h"
#include "themes/vector.h"
#include "themes/wide.h"

enum { SAMPLE_MAX = 10000 }; /* texts that find the centres */

/* --- texts as vectors ----------------------------------------------------- */

double *
cluster_rarities(struct arena *arena, const struct bags *bags)
{
	double *values = arena_array(arena, bags->column_count, sizeof(double));

	for (size_t i = 0; i < bags->column_count; i++)
		values[i] = 1 + logarithm((1 + (double)bags->count) /
					  (1 + (double)bags->documents[i]));
	return values;
}

/* The vector of one text. */
WIDE static void
place(const struct bag *bag, const struct spectrum *spectrum,
      const double *rarity, float *to)
{
	memset(to, 0, SPECTRUM_SIZE * sizeof(*to));
	for (uint32_t j = 0; j < bag->word_count; j++) {
		struct bag_word word = bag->words[j];
		const float *from =
			spectrum->vectors + word.column * (size_t)SPECTRUM_SIZE;
		float weight = (float)(rarity[word.column] *
				       (1 + logarithm(word.count)));

		for (int k = 0; k < SPECTRUM_SIZE; k++)
			to[k] += weight * from[k];
	}
	vector_scale(to);
}

float *
cluster_vectors(struct arena *arena, const struct bags *bags,
		const struct spectrum *spectrum)
{
	struct arena scratch = { 0 };
	const double *rarity = cluster_rarities(&scratch, bags);
	float *vectors = arena_array(arena, bags->count * SPECTRUM_SIZE,
				     sizeof(*vectors));

	for (size_t i = 0; i < bags->count; i++)
		place(&bags->items[i], spectrum, rarity,
		      vectors + i * SPECTRUM_SIZE);
	arena_free(&scratch);
	return vectors;
}

/* --- clusters ------------------------------------------------------------- */

static struct sample
take_sample(struct arena *arena, const float *vectors, size_t count)
{
	struct sample all = { .vectors = arena_array(arena, count,
						     sizeof(*all.vectors)) };
	size_t step;

	for (size_t i = 0; i < count; i++)
		if (!vector_is_nothing(vectors + i * SPECTRUM_SIZE))
			all.vectors[all.count++] = vectors + i * SPECTRUM_SIZE;
	step = (all.count + SAMPLE_MAX - 1) / SAMPLE_MAX;
	for (size_t i = 0; step > 1 && i * step < all.count; i++)
		all.vectors[i] = all.vectors[i * step];
	if (step > 1)
		all.count = (all.count + step - 1) / step;
	return all;
}

static struct clusters
clusters_new(struct arena *arena, size_t count, size_t wanted,
	     struct sample *sample, uint32_t **of)
{
	float *centres =
		arena_array(arena, wanted * SPECTRUM_SIZE, sizeof(*centres));
	size_t found = centres_find(sample, wanted, centres);

	*of = arena_array(arena, count, sizeof(**of));
	return (struct clusters){ *of, centres, found };
}

static uint32_t
cluster_of(const struct clusters *clusters, const float *vector)
{
	return vector_is_nothing(vector) || !clusters->count
		       ? CLUSTER_NONE
		       : centres_nearest(vector, clusters->centres,
					 clusters->count);
}

struct clusters
cluster_find(struct arena *arena, const float *vectors, size_t count,
	     size_t wanted)
{
	struct arena scratch = { 0 };
	struct sample sample = take_sample(&scratch, vectors, count);
	uint32_t *of;
	struct clusters clusters =
		clusters_new(arena, count, wanted, &sample, &of);

	for (size_t i = 0; i < count; i++)
		of[i] = cluster_of(&clusters, vectors + i * SPECTRUM_SIZE);
	arena_free(&scratch);
	return clusters;
}

/* Whether any word of a text keeps company. */
static bool
has_direction(const struct bag *bag, const struct spectrum *spectrum)
{
	for (uint32_t i = 0; i < bag->word_count; i++)
		if (!vector_is_nothing(spectrum->vectors +
				       bag->words[i].column *
					       (size_t)SPECTRUM_SIZE))
			return true;
	return false;
}

/* The same sample as of all vectors. */
static struct sample
place_sample(struct arena *arena, const struct bags *bags,
	     const struct spectrum *spectrum, const double *rarity)
{
	size_t count = 0, step, seen = 0;
	struct sample sample = { 0 };
	float *vectors;

	for (size_t i = 0; i < bags->count; i++)
		count += has_direction(&bags->items[i], spectrum);
	step = (count + SAMPLE_MAX - 1) / SAMPLE_MAX;
	sample.vectors = arena_array(arena, count / (step ? step : 1) + 1,
				     sizeof(*sample.vectors));
	vectors = arena_array(arena, count / (step ? step : 1) + 1,
			      SPECTRUM_SIZE * sizeof(*vectors));
	for (size_t i = 0; i < bags->count; i++) {
		if (!has_direction(&bags->items[i], spectrum) || seen++ % step)
			continue;
		sample.vectors[sample.count++] = vectors;
		place(&bags->items[i], spectrum, rarity, vectors);
		vectors += SPECTRUM_SIZE;
	}
	return sample;
}

struct clusters
cluster_texts(struct arena *arena, const struct bags *bags,
	      const struct spectrum *spectrum, size_t wanted)
{
	struct arena scratch = { 0 };
	const double *rarity = cluster_rarities(&scratch, bags);
	struct sample sample = place_sample(&scratch, bags, spectrum, rarity);
	uint32_t *of;
	struct clusters clusters =
		clusters_new(arena, bags->count, wanted, &sample, &of);
	float vector[SPECTRUM_SIZE];

	for (size_t i = 0; i < bags->count; i++) {
		place(&bags->items[i], spectrum, rarity, vector);
		of[i] = cluster_of(&clusters, vector);
	}
	arena_free(&scratch);
	return clusters;
}

double
cluster_silhouette(const float *vectors, size_t count,
		   const struct clusters *clusters)
{
	double sum = 0;
	size_t known = 0;

	for (size_t i = 0; i < count; i++) {
		const float *vector = vectors + i * SPECTRUM_SIZE;
		float own, other = -2;

		if (clusters->of[i] == CLUSTER_NONE)
			continue;
		own = 1 -
		      vector_dot(vector, clusters->centres +
						 clusters->of[i] *
							 (size_t)SPECTRUM_SIZE);
		for (size_t k = 0; k < clusters->count; k++)
			if (k != clusters->of[i])
				other = fmaxf(
					other,
					vector_dot(vector,
						   clusters->centres +
							   k * SPECTRUM_SIZE));
		other = 1 - other;
		known++;
		if (own < other)
			sum += 1 - own / other;
		else if (own > other)
			sum += other / own - 1;
	}
	return known ? sum / (double)known : 0;
}
