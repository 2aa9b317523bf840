#include "cluster.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "arena.h"
#include "themes/bags.h"
#include "themes/logarithm.h"
#include "themes/spectrum.h"
#include "themes/wide.h"

enum {
	CANDIDATES = 5,
	STARTS_MIN = 4,
	STARTS_MAX = 40,
	STARTS_VECTORS =
		20000, /* so many among all starts, else more of them */
	ROUNDS_MAX = 30,
	SAMPLE_MAX = 10000, /* texts that find the centres */
};

/* --- vectors -------------------------------------------------------------- */

/* Four numbers side by side: compilers know how to sum those at once. */
typedef float four __attribute__((vector_size(16)));

static four
load(const float *from)
{
	four numbers;

	memcpy(&numbers, from, sizeof(numbers));
	return numbers;
}

static float
sum_of(four sums)
{
	return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

/* In this order on every machine. */
static float
dot(const float *a, const float *b)
{
	four sums = { 0 };

	for (int i = 0; i < SPECTRUM_SIZE; i += 4)
		sums += load(a + i) * load(b + i);
	return sum_of(sums);
}

/* The same with each of four others: while one is summed, so are the others. */
static void
dot_four(const float *const others[4], const float *vector, float results[4])
{
	four sums[4] = { 0 };

	for (int i = 0; i < SPECTRUM_SIZE; i += 4) {
		four numbers = load(vector + i);

		for (int j = 0; j < 4; j++)
			sums[j] += load(others[j] + i) * numbers;
	}
	for (int j = 0; j < 4; j++)
		results[j] = sum_of(sums[j]);
}

static bool
scale(float *vector)
{
	double length = 0;

	for (int i = 0; i < SPECTRUM_SIZE; i++)
		length += (double)vector[i] * vector[i];
	if (length <= 0)
		return false;
	length = sqrt(length);
	for (int i = 0; i < SPECTRUM_SIZE; i++)
		vector[i] = (float)(vector[i] / length);
	return true;
}

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
	scale(to);
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

/* --- centres -------------------------------------------------------------- */

/* Vectors that are clustered, without those that are nothing. */
struct sample {
	const float **vectors;
	size_t count;
	uint64_t state; /* of the numbers drawn */
};

static double
draw(struct sample *sample)
{
	uint64_t z = sample->state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	z ^= z >> 31;
	return (double)(z >> 11) * 0x1p-53;
}

static bool
is_nothing(const float *vector)
{
	for (int i = 0; i < SPECTRUM_SIZE; i++)
		if (vector[i] != 0)
			return false;
	return true;
}

static struct sample
take_sample(struct arena *arena, const float *vectors, size_t count)
{
	struct sample all = { .vectors = arena_array(arena, count,
						     sizeof(*all.vectors)) };
	size_t step;

	for (size_t i = 0; i < count; i++)
		if (!is_nothing(vectors + i * SPECTRUM_SIZE))
			all.vectors[all.count++] = vectors + i * SPECTRUM_SIZE;
	step = (all.count + SAMPLE_MAX - 1) / SAMPLE_MAX;
	for (size_t i = 0; step > 1 && i * step < all.count; i++)
		all.vectors[i] = all.vectors[i * step];
	if (step > 1)
		all.count = (all.count + step - 1) / step;
	return all;
}

/* The cosines of CANDIDATE with all vectors. */
static void
measure(const struct sample *sample, const float *candidate, float *cosines)
{
	size_t i = 0;

	for (; i + 4 <= sample->count; i += 4)
		dot_four(sample->vectors + i, candidate, cosines + i);
	for (; i < sample->count; i++)
		cosines[i] = dot(sample->vectors[i], candidate);
}

/* What is left of the distances when CANDIDATE is a centre, too. */
static double
distances_with(const struct sample *sample, const float *candidate,
	       const float *distances, float *result)
{
	double sum = 0;

	measure(sample, candidate, result);
	for (size_t i = 0; i < sample->count; i++) {
		float distance = 1 - result[i];

		distance = distance > 0 ? distance : 0;
		result[i] = distance < distances[i] ? distance : distances[i];
		sum += result[i];
	}
	return sum;
}

/* A vector, the likelier the farther it is from all centres; SUM is that of the
 * distances. */
static size_t
draw_far(struct sample *sample, const float *distances, double sum)
{
	double target = draw(sample) * sum, seen = 0;

	for (size_t i = 0; i < sample->count; i++) {
		seen += distances[i];
		if (seen > target)
			return i;
	}
	return sample->count - 1;
}

/* The first centres; the result is how many there are, fewer than wanted where
 * no other vector is left. */
static size_t
choose_centres(struct sample *sample, struct arena *arena, size_t wanted,
	       float *centres)
{
	float *distances = arena_array(arena, sample->count, sizeof(float));
	float *tried = arena_array(arena, sample->count, sizeof(float));
	float *best = arena_array(arena, sample->count, sizeof(float));
	double sum = (double)sample->count;
	size_t count = 0;

	for (size_t i = 0; i < sample->count; i++)
		distances[i] = 1;
	for (; count < wanted && sum > 1e-6 * (double)sample->count; count++) {
		double least = -1;

		for (int i = 0; i < CANDIDATES; i++) {
			size_t candidate = draw_far(sample, distances, sum);
			double left = distances_with(sample,
						     sample->vectors[candidate],
						     distances, tried);

			if (least >= 0 && left >= least)
				continue;
			least = left;
			memcpy(centres + count * SPECTRUM_SIZE,
			       sample->vectors[candidate],
			       SPECTRUM_SIZE * sizeof(*centres));
			memcpy(best, tried, sample->count * sizeof(*best));
		}
		sum = least;
		memcpy(distances, best, sample->count * sizeof(*best));
	}
	return count;
}

/* The centre nearest to a vector, its cosine and that of the next. */
struct near {
	uint32_t centre;
	float cosine, next;
};

static void
compare(struct near *near, float cosine, size_t centre)
{
	if (cosine > near->cosine) {
		near->next = near->cosine;
		near->cosine = cosine;
		near->centre = (uint32_t)centre;
	} else if (cosine > near->next) {
		near->next = cosine;
	}
}

static struct near
nearest(const float *vector, const float *centres, size_t count)
{
	struct near near = { 0, -2, -2 };
	float cosines[4];
	size_t k = 0;

	for (; k + 4 <= count; k += 4) {
		const float *at = centres + k * SPECTRUM_SIZE;
		const float *const others[4] = { at, at + SPECTRUM_SIZE,
						 at + 2 * SPECTRUM_SIZE,
						 at + 3 * SPECTRUM_SIZE };

		dot_four(others, vector, cosines);
		for (size_t j = 0; j < 4; j++)
			compare(&near, cosines[j], k + j);
	}
	for (; k < count; k++)
		compare(&near, dot(vector, centres + k * SPECTRUM_SIZE), k);
	return near;
}

/* How far apart two vectors are. */
static double
distance(const float *a, const float *b)
{
	double sum = 0;

	for (int i = 0; i < SPECTRUM_SIZE; i++)
		sum += ((double)a[i] - b[i]) * ((double)a[i] - b[i]);
	return sqrt(sum);
}

/* Each centre becomes the mean of its vectors; one without any stays.  The result
 * is how far one went at most. */
static float
move_centres(const struct sample *sample, const struct near *of, size_t count,
	     float *centres, double *sums)
{
	double farthest = 0;

	memset(sums, 0, count * SPECTRUM_SIZE * sizeof(*sums));
	for (size_t i = 0; i < sample->count; i++) {
		double *sum = sums + of[i].centre * (size_t)SPECTRUM_SIZE;

		for (int j = 0; j < SPECTRUM_SIZE; j++)
			sum[j] += sample->vectors[i][j];
	}
	for (size_t k = 0; k < count; k++) {
		float *centre = centres + k * SPECTRUM_SIZE;
		float moved[SPECTRUM_SIZE];

		for (int j = 0; j < SPECTRUM_SIZE; j++)
			moved[j] = (float)sums[k * SPECTRUM_SIZE + (size_t)j];
		if (!scale(moved))
			continue;
		farthest = fmax(farthest, distance(centre, moved));
		memcpy(centre, moved, sizeof(moved));
	}
	return (float)farthest;
}

/* Look again which centre is nearest to a vector, after none of them went farther
 * than WENT; whether it is another.  No cosine has changed by more than that, so
 * mostly a look at the own centre tells (Hamerly 2010). */
static bool
look_again(struct near *near, const float *vector, const float *centres,
	   size_t count, float went)
{
	const float rounding = 1e-5f;
	uint32_t before = near->centre;

	near->cosine =
		dot(vector, centres + near->centre * (size_t)SPECTRUM_SIZE);
	near->next += went + rounding;
	if (near->cosine <= near->next)
		*near = nearest(vector, centres, count);
	return near->centre != before;
}

/* Improve the centres; the sum of all closenesses at the end. */
static double
improve(const struct sample *sample, struct arena *arena, float *centres,
	size_t count)
{
	struct near *of = arena_array(arena, sample->count, sizeof(*of));
	double *sums = arena_array(arena, count * SPECTRUM_SIZE, sizeof(*sums));
	double total = 0;
	float went = 4;

	for (int round = 0; round < ROUNDS_MAX; round++) {
		size_t moved = 0;

		total = 0;
		for (size_t i = 0; i < sample->count; i++) {
			moved += look_again(&of[i], sample->vectors[i], centres,
					    count, went);
			total += of[i].cosine;
		}
		if (round && moved * 1000 < sample->count)
			break;
		went = move_centres(sample, of, count, centres, sums);
	}
	return total;
}

/* Few texts fall into place by luck, and cost little: they get more starts. */
static size_t
starts_for(size_t count)
{
	size_t starts = STARTS_VECTORS / (count + 1);

	if (starts < STARTS_MIN)
		return STARTS_MIN;
	return starts < STARTS_MAX ? starts : STARTS_MAX;
}

/* The centres of the best of several starts, in CENTRES; how many. */
static size_t
find_centres(struct sample *sample, size_t wanted, float *centres)
{
	size_t size = wanted * SPECTRUM_SIZE, found = 0;
	size_t starts = sample->count ? starts_for(sample->count) : 0;
	double most = -1;

	for (size_t start = 0; start < starts; start++) {
		struct arena round = { 0 };
		float *tried = arena_array(&round, size, sizeof(*tried));
		size_t chosen;
		double total;

		sample->state = start;
		chosen = choose_centres(sample, &round, wanted, tried);
		total = improve(sample, &round, tried, chosen);
		if (total > most) {
			most = total;
			found = chosen;
			memcpy(centres, tried, size * sizeof(*tried));
		}
		arena_free(&round);
	}
	return found;
}

static struct clusters
clusters_new(struct arena *arena, size_t count, size_t wanted,
	     struct sample *sample, uint32_t **of)
{
	float *centres =
		arena_array(arena, wanted * SPECTRUM_SIZE, sizeof(*centres));
	size_t found = find_centres(sample, wanted, centres);

	*of = arena_array(arena, count, sizeof(**of));
	return (struct clusters){ *of, centres, found };
}

static uint32_t
cluster_of(const struct clusters *clusters, const float *vector)
{
	return is_nothing(vector) || !clusters->count
		       ? CLUSTER_NONE
		       : nearest(vector, clusters->centres, clusters->count)
				 .centre;
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
		if (!is_nothing(spectrum->vectors +
				bag->words[i].column * (size_t)SPECTRUM_SIZE))
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
		own = 1 - dot(vector,
			      clusters->centres +
				      clusters->of[i] * (size_t)SPECTRUM_SIZE);
		for (size_t k = 0; k < clusters->count; k++)
			if (k != clusters->of[i])
				other = fmaxf(other,
					      dot(vector,
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
