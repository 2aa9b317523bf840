#include "choice.h"

#include "arena.h"
#include "themes/cluster.h"
#include "themes/spectrum.h"

enum { LEAST = 4, MOST = 25, TEXTS_PER_THEME = 10, SAMPLE_MAX = 2000 };

static const double flat_below = 0.05;

/* Of many texts every so-manieth is enough to choose a number. */
static float *
sample(struct arena *arena, const float *vectors, size_t *count)
{
	size_t step = (*count + SAMPLE_MAX - 1) / SAMPLE_MAX, kept = 0;
	float *taken = arena_array(arena, *count / (step ? step : 1) + 1,
				   SPECTRUM_SIZE * sizeof(*taken));

	for (size_t i = 0; i < *count; i += step, kept++)
		for (size_t j = 0; j < SPECTRUM_SIZE; j++)
			taken[kept * SPECTRUM_SIZE + j] =
				vectors[i * SPECTRUM_SIZE + j];
	*count = kept;
	return taken;
}

size_t
choice_of_count(const float *vectors, size_t count, size_t usual)
{
	struct arena scratch = { 0 };
	size_t most = count / TEXTS_PER_THEME, best = 0;
	double largest = -2, smallest = 2;
	float *taken = sample(&scratch, vectors, &count);

	for (size_t k = LEAST; k <= most && k <= MOST; k++) {
		struct arena round = { 0 };
		struct clusters clusters =
			cluster_find(&round, taken, count, k);
		double value = cluster_silhouette(taken, count, &clusters);

		if (value > largest) {
			largest = value;
			best = k;
		}
		smallest = value < smallest ? value : smallest;
		arena_free(&round);
	}
	arena_free(&scratch);
	return best <= LEAST || largest - smallest < flat_below ? usual : best;
}
