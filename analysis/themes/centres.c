#include "centres.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "arena.h"
#include "themes/spectrum.h"
#include "themes/vector.h"

enum {
	CANDIDATES = 5,
	STARTS_MIN = 2,
	STARTS_MAX = 40,
	STARTS_VECTORS =
		20000, /* so many among all starts, else more of them */
	ROUNDS_MAX = 30,
};

/* --- the first centres ---------------------------------------------------- */

static double
draw(struct sample *sample)
{
	uint64_t z = sample->state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	z ^= z >> 31;
	return (double)(z >> 11) * 0x1p-53;
}

/* The cosines of CANDIDATE with all vectors. */
static void
measure(const struct sample *sample, const float *candidate, float *cosines)
{
	size_t i = 0;

	for (; i + 4 <= sample->count; i += 4)
		vector_dot_four(sample->vectors + i, candidate, cosines + i);
	for (; i < sample->count; i++)
		cosines[i] = vector_dot(sample->vectors[i], candidate);
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

/* --- better ones ---------------------------------------------------------- */

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

		vector_dot_four(others, vector, cosines);
		for (size_t j = 0; j < 4; j++)
			compare(&near, cosines[j], k + j);
	}
	for (; k < count; k++)
		compare(&near, vector_dot(vector, centres + k * SPECTRUM_SIZE),
			k);
	return near;
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
		if (!vector_scale(moved))
			continue;
		farthest = fmax(farthest, vector_distance(centre, moved));
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
		vector_dot(vector,
			   centres + near->centre * (size_t)SPECTRUM_SIZE);
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

size_t
centres_find(struct sample *sample, size_t wanted, float *centres)
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

uint32_t
centres_nearest(const float *vector, const float *centres, size_t count)
{
	return nearest(vector, centres, count).centre;
}
