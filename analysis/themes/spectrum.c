#include "spectrum.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "themes/matrix.h"

enum { SPARE = 8, ROUNDS = 16, JACOBI_SWEEPS = 30 };

/* Vectors side by side: vector k of COUNT has its entry i at [i * COUNT + k]. */

/* SplitMix64 (Steele, Lea & Flood 2014), as numbers in [-1, 1). */
static void
fill(double *block, size_t count)
{
	uint64_t state = 0;

	for (size_t i = 0; i < count; i++) {
		uint64_t z = state += UINT64_C(0x9e3779b97f4a7c15);

		z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
		z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
		z ^= z >> 31;
		block[i] = (double)(z >> 11) * 0x1p-52 - 1;
	}
}

/* IMAGE = X * BLOCK for one row. */
static void
row_times(const struct matrix_row *row, const double *block, size_t width,
	  double *image)
{
	memset(image, 0, width * sizeof(*image));
	for (size_t i = 0; i < row->cell_count; i++) {
		const double *from = block + row->cells[i].column * width;

		for (size_t k = 0; k < width; k++)
			image[k] += row->cells[i].weight * from[k];
	}
}

/* NEXT = X'X * BLOCK. */
static void
iterate(const struct matrix *matrix, const double *block, size_t width,
	double *image, double *next)
{
	memset(next, 0, matrix->column_count * width * sizeof(*next));
	for (size_t i = 0; i < matrix->row_count; i++) {
		const struct matrix_row *row = &matrix->rows[i];

		row_times(row, block, width, image);
		for (size_t j = 0; j < row->cell_count; j++) {
			double *to = next + row->cells[j].column * width;

			for (size_t k = 0; k < width; k++)
				to[k] += row->cells[j].weight * image[k];
		}
	}
}

static double
dot(const double *block, size_t len, size_t width, size_t a, size_t b)
{
	double sum = 0;

	for (size_t i = 0; i < len; i++)
		sum += block[i * width + a] * block[i * width + b];
	return sum;
}

/* Make the vectors of a block orthonormal; one that depends on those before it
 * becomes zero. */
static void
orthonormalise(double *block, size_t len, size_t width)
{
	for (size_t k = 0; k < width; k++) {
		double length = sqrt(dot(block, len, width, k, k));
		double rest;

		for (int pass = 0; pass < 2; pass++)
			for (size_t j = 0; j < k; j++) {
				double along = dot(block, len, width, j, k);

				for (size_t i = 0; i < len; i++)
					block[i * width + k] -=
						along * block[i * width + j];
			}
		rest = sqrt(dot(block, len, width, k, k));
		for (size_t i = 0; i < len; i++)
			block[i * width + k] =
				rest > length * 1e-10
					? block[i * width + k] / rest
					: 0;
	}
}

/* --- the small symmetric problem ------------------------------------------ */

/* Turn rows and columns P and Q of the symmetric SQUARE so that its entry there
 * is 0; VECTORS turn along. */
static void
rotate(double *square, double *vectors, size_t size, size_t p, size_t q)
{
	double off = square[p * size + q];
	double theta, t, c, s;

	if (off == 0)
		return;
	theta = (square[q * size + q] - square[p * size + p]) / (2 * off);
	t = (theta < 0 ? -1 : 1) / (fabs(theta) + sqrt(theta * theta + 1));
	c = 1 / sqrt(t * t + 1);
	s = t * c;
	for (size_t i = 0; i < size; i++) {
		double a = square[i * size + p], b = square[i * size + q];

		square[i * size + p] = c * a - s * b;
		square[i * size + q] = s * a + c * b;
	}
	for (size_t i = 0; i < size; i++) {
		double a = square[p * size + i], b = square[q * size + i];

		square[p * size + i] = c * a - s * b;
		square[q * size + i] = s * a + c * b;
	}
	for (size_t i = 0; i < size; i++) {
		double a = vectors[i * size + p], b = vectors[i * size + q];

		vectors[i * size + p] = c * a - s * b;
		vectors[i * size + q] = s * a + c * b;
	}
}

static void
diagonalise(double *square, double *vectors, size_t size)
{
	for (size_t i = 0; i < size; i++)
		vectors[i * size + i] = 1;
	for (int sweep = 0; sweep < JACOBI_SWEEPS; sweep++)
		for (size_t p = 0; p + 1 < size; p++)
			for (size_t q = p + 1; q < size; q++)
				rotate(square, vectors, size, p, q);
}

struct eigen {
	double value;
	size_t index;
};

static int
compare(const void *left, const void *right)
{
	const struct eigen *a = left, *b = right;

	if (a->value != b->value)
		return a->value > b->value ? -1 : 1;
	return a->index < b->index ? -1 : 1;
}

/* SQUARE = (X * BLOCK)' (X * BLOCK). */
static void
project(const struct matrix *matrix, const double *block, size_t width,
	double *image, double *square)
{
	for (size_t i = 0; i < matrix->row_count; i++) {
		row_times(&matrix->rows[i], block, width, image);
		for (size_t j = 0; j < width; j++)
			for (size_t k = 0; k < width; k++)
				square[j * width + k] += image[j] * image[k];
	}
}

struct spectrum
spectrum_find(struct arena *arena, const struct matrix *matrix, size_t count)
{
	size_t len = matrix->column_count;
	size_t width = count + SPARE < len ? count + SPARE : len;
	double *block = arena_array(arena, len * width, sizeof(*block));
	double *next = arena_array(arena, len * width, sizeof(*next));
	double *image = arena_array(arena, width, sizeof(*image));
	double *square = arena_array(arena, width * width, sizeof(*square));
	double *vectors = arena_array(arena, width * width, sizeof(*vectors));
	struct eigen *order = arena_array(arena, width, sizeof(*order));
	double *values, *right;

	count = count < len ? count : len;
	values = arena_array(arena, count, sizeof(*values));
	right = arena_array(arena, len * count, sizeof(*right));
	fill(block, len * width);
	orthonormalise(block, len, width);
	for (int round = 0; round < ROUNDS; round++) {
		double *swap = block;

		iterate(matrix, block, width, image, next);
		orthonormalise(next, len, width);
		block = next;
		next = swap;
	}
	project(matrix, block, width, image, square);
	diagonalise(square, vectors, width);
	for (size_t k = 0; k < width; k++)
		order[k] = (struct eigen){ square[k * width + k], k };
	qsort(order, width, sizeof(*order), compare);
	for (size_t k = 0; k < count; k++) {
		values[k] = order[k].value > 0 ? sqrt(order[k].value) : 0;
		for (size_t i = 0; i < len; i++)
			for (size_t j = 0; j < width; j++)
				right[i * count + k] +=
					block[i * width + j] *
					vectors[j * width + order[k].index];
	}
	return (struct spectrum){ count, values, right };
}
