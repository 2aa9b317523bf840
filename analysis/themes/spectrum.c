#include "spectrum.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "themes/affinity.h"
#include "themes/wide.h"

enum { WIDTH = 112, ROUNDS = 6, SWEEPS_MAX = 30 };

/* WIDTH vectors side by side: vector k has its entry i at [i * WIDTH + k]. */

/* SplitMix64 (Steele, Lea & Flood 2014), as numbers in [-1, 1). */
static void
fill(float *block, size_t count)
{
	uint64_t state = 0;

	for (size_t i = 0; i < count; i++) {
		uint64_t z = state += UINT64_C(0x9e3779b97f4a7c15);

		z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
		z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
		z ^= z >> 31;
		block[i] = (float)((double)(z >> 40) * 0x1p-23 - 1);
	}
}

/* NEXT = AFFINITY * BLOCK. */
WIDE static void
multiply(const struct affinity *affinity, const float *block, float *next)
{
	for (size_t i = 0; i < affinity->count; i++) {
		const struct affinity_row *row = &affinity->rows[i];
		float sum[WIDTH] = { 0 };

		for (size_t j = 0; j < row->count; j++) {
			const float *from =
				block + row->cells[j].column * (size_t)WIDTH;
			float weight = row->cells[j].weight;

			for (int k = 0; k < WIDTH; k++)
				sum[k] += weight * from[k];
		}
		memcpy(next + i * WIDTH, sum, sizeof(sum));
	}
}

/* SQUARE = LEFT' * RIGHT, both of COUNT rows. */
WIDE static void
square_of(const float *left, const float *right, size_t count, double *square)
{
	memset(square, 0, sizeof(*square) * WIDTH * WIDTH);
	for (size_t i = 0; i < count; i++) {
		const float *a = left + i * WIDTH, *b = right + i * WIDTH;

		for (int j = 0; j < WIDTH; j++)
			for (int k = 0; k < WIDTH; k++)
				square[j * WIDTH + k] += (double)a[j] * b[k];
	}
}

/* Make the symmetric SQUARE its upper Cholesky factor; a row is 0 whose vector
 * depends on those before it. */
static void
factorise(double *square)
{
	for (int j = 0; j < WIDTH; j++) {
		double *row = square + j * WIDTH;
		double length = row[j];

		for (int i = 0; i < j; i++) {
			const double *above = square + i * WIDTH;

			for (int k = j; k < WIDTH; k++)
				row[k] -= above[j] * above[k];
		}
		if (row[j] <= length * 1e-12) {
			memset(row, 0, sizeof(*row) * WIDTH);
			continue;
		}
		length = sqrt(row[j]);
		for (int k = j; k < WIDTH; k++)
			row[k] /= length;
	}
}

/* Make the vectors of a block orthonormal: those that depend on others become
 * zero. */
static void
orthonormalise(float *block, size_t count, double *square)
{
	square_of(block, block, count, square);
	factorise(square);
	for (size_t i = 0; i < count; i++) {
		float *to = block + i * WIDTH;
		double rest[WIDTH];

		for (int k = 0; k < WIDTH; k++)
			rest[k] = to[k];
		for (int j = 0; j < WIDTH; j++) {
			const double *row = square + j * WIDTH;
			double value = row[j] > 0 ? rest[j] / row[j] : 0;

			for (int k = j; k < WIDTH; k++)
				rest[k] -= value * row[k];
			to[j] = (float)value;
		}
	}
}

/* --- the small symmetric problem ------------------------------------------ */

/* Turn rows and columns P and Q of the symmetric SQUARE so that its entry there
 * is 0; VECTORS, one a row, turn along. */
static void
rotate(double *square, double *vectors, int p, int q)
{
	double off = square[p * WIDTH + q];
	double theta, t, c, s;

	theta = (square[q * WIDTH + q] - square[p * WIDTH + p]) / (2 * off);
	t = (theta < 0 ? -1 : 1) / (fabs(theta) + sqrt(theta * theta + 1));
	c = 1 / sqrt(t * t + 1);
	s = t * c;
	for (int i = 0; i < WIDTH; i++) {
		double a = square[i * WIDTH + p], b = square[i * WIDTH + q];

		square[i * WIDTH + p] = c * a - s * b;
		square[i * WIDTH + q] = s * a + c * b;
	}
	for (int i = 0; i < WIDTH; i++) {
		double a = square[p * WIDTH + i], b = square[q * WIDTH + i];

		square[p * WIDTH + i] = c * a - s * b;
		square[q * WIDTH + i] = s * a + c * b;
	}
	for (int i = 0; i < WIDTH; i++) {
		double a = vectors[p * WIDTH + i], b = vectors[q * WIDTH + i];

		vectors[p * WIDTH + i] = c * a - s * b;
		vectors[q * WIDTH + i] = s * a + c * b;
	}
}

/* Jacobi's method: the eigenvalues are left in the diagonal. */
static void
diagonalise(double *square, double *vectors)
{
	bool turned = true;
	double most = 0;

	memset(vectors, 0, sizeof(*vectors) * WIDTH * WIDTH);
	for (int i = 0; i < WIDTH; i++) {
		vectors[i * WIDTH + i] = 1;
		most = fmax(most, fabs(square[i * WIDTH + i]));
	}
	for (int sweep = 0; turned && sweep < SWEEPS_MAX; sweep++) {
		turned = false;
		for (int p = 0; p + 1 < WIDTH; p++)
			for (int q = p + 1; q < WIDTH; q++)
				if (fabs(square[p * WIDTH + q]) > most * 1e-9) {
					rotate(square, vectors, p, q);
					turned = true;
				}
	}
}

struct eigen {
	double value;
	int index;
};

static int
compare(const void *left, const void *right)
{
	const struct eigen *a = left, *b = right;

	if (a->value != b->value)
		return a->value > b->value ? -1 : 1;
	return a->index < b->index ? -1 : 1;
}

/* --- words ---------------------------------------------------------------- */

/* The vector of the word whose row of the block is FROM. */
static void
place_word(const float *from, const double *vectors, const struct eigen *order,
	   float *to)
{
	double entries[SPECTRUM_SIZE], length = 0;

	for (int k = 0; k < SPECTRUM_SIZE; k++) {
		const double *vector = vectors + order[k].index * WIDTH;
		double sum = 0;

		for (int j = 0; j < WIDTH; j++)
			sum += from[j] * vector[j];
		entries[k] =
			order[k].value > 0 ? sum * sqrt(order[k].value) : 0;
		length += entries[k] * entries[k];
	}
	length = sqrt(length);
	for (int k = 0; k < SPECTRUM_SIZE; k++)
		to[k] = length > 0 ? (float)(entries[k] / length) : 0;
}

struct spectrum
spectrum_find(struct arena *arena, const struct affinity *affinity)
{
	struct arena scratch = { 0 };
	size_t count = affinity->count;
	float *block = arena_array(&scratch, count * WIDTH, sizeof(*block));
	float *next = arena_array(&scratch, count * WIDTH, sizeof(*next));
	float *vectors =
		arena_array(arena, count * SPECTRUM_SIZE, sizeof(*vectors));
	double *square = arena_array(&scratch, WIDTH * WIDTH, sizeof(*square));
	double *turns = arena_array(&scratch, WIDTH * WIDTH, sizeof(*turns));
	struct eigen order[WIDTH];

	fill(block, count * WIDTH);
	for (int round = 0; round < ROUNDS; round++) {
		float *swap = block;

		multiply(affinity, block, next);
		orthonormalise(next, count, square);
		block = next;
		next = swap;
	}
	multiply(affinity, block, next);
	square_of(block, next, count, square);
	diagonalise(square, turns);
	for (int k = 0; k < WIDTH; k++)
		order[k] = (struct eigen){ square[k * WIDTH + k], k };
	qsort(order, WIDTH, sizeof(*order), compare);
	for (size_t i = 0; i < count; i++)
		place_word(block + i * WIDTH, turns, order,
			   vectors + i * SPECTRUM_SIZE);
	arena_free(&scratch);
	return (struct spectrum){ vectors, count };
}
