#include "factor.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "arena.h"
#include "themes/matrix.h"
#include "themes/spectrum.h"

enum { ROUNDS_MAX = 200 };

struct work {
	const struct matrix *matrix;
	size_t count;	 /* themes */
	double *rows;	 /* W */
	double *columns; /* H, transposed */
	double *square;	 /* count x count */
	double *inner;	 /* X'W, a column at a time as columns */
};

static double
positive(double value)
{
	return value > 0 ? value : 0;
}

/* --- start ---------------------------------------------------------------- */

/* Every row as its coordinates along the singular vectors. */
static double *
project(struct arena *arena, const struct matrix *matrix,
	const struct spectrum *spectrum)
{
	size_t count = spectrum->count;
	double *images =
		arena_array(arena, matrix->row_count * count, sizeof(*images));

	for (size_t r = 0; r < matrix->row_count; r++) {
		const struct matrix_row *row = &matrix->rows[r];

		for (size_t i = 0; i < row->cell_count; i++)
			for (size_t k = 0; k < count; k++)
				images[r * count + k] +=
					row->cells[i].weight *
					spectrum->right[row->cells[i].column *
								count +
							k];
	}
	return images;
}

static double
product(const double *a, const double *b, size_t len)
{
	double sum = 0;

	for (size_t i = 0; i < len; i++)
		sum += a[i] * b[i];
	return sum;
}

/* The longest image; the first of several. */
static size_t
longest(const double *images, size_t rows, size_t count)
{
	size_t best = 0;
	double most = 0;

	for (size_t r = 0; r < rows; r++) {
		const double *image = images + r * count;
		double square = product(image, image, count);

		if (square > most) {
			most = square;
			best = r;
		}
	}
	return best;
}

/* Start each theme from one row: the longest, and then whatever is longest once
 * those before are projected away, so that no two starts say the same. */
static void
start(struct work *work, struct arena *arena, const struct spectrum *spectrum)
{
	size_t rows = work->matrix->row_count, count = work->count;
	double *images = project(arena, work->matrix, spectrum);
	double *away = arena_array(arena, count, sizeof(*away));

	for (size_t k = 0; rows && k < count; k++) {
		size_t r = longest(images, rows, count);
		const struct matrix_row *row = &work->matrix->rows[r];
		double square;

		memcpy(away, images + r * count, count * sizeof(*away));
		square = product(away, away, count);
		if (square <= 0)
			return;
		for (size_t i = 0; i < row->cell_count; i++)
			work->columns[row->cells[i].column * count + k] =
				row->cells[i].weight;
		for (r = 0; r < rows; r++) {
			double *image = images + r * count;
			double share = product(image, away, count) / square;

			for (size_t i = 0; i < count; i++)
				image[i] -= share * away[i];
		}
	}
}

/* --- rounds --------------------------------------------------------------- */

/* SQUARE = BLOCK' BLOCK. */
static void
multiply_self(const struct work *work, const double *block, size_t len)
{
	memset(work->square, 0,
	       work->count * work->count * sizeof(*work->square));
	for (size_t i = 0; i < len; i++) {
		const double *line = block + i * work->count;

		for (size_t j = 0; j < work->count; j++)
			for (size_t k = 0; line[j] != 0 && k < work->count; k++)
				work->square[j * work->count + k] +=
					line[j] * line[k];
	}
}

/* Improve one line of W or H, whose product with the data is INNER. */
static void
improve(const struct work *work, double *line, const double *inner)
{
	for (size_t k = 0; k < work->count; k++) {
		const double *square = work->square + k * work->count;
		double sum = inner[k];

		if (square[k] <= 0) {
			line[k] = 0;
			continue;
		}
		for (size_t j = 0; j < work->count; j++)
			sum -= line[j] * square[j];
		line[k] = positive(line[k] + sum / square[k]);
	}
}

/* A round over W; the squared error after it, but for the constant |X|^2. */
static double
improve_rows(struct work *work, double *inner)
{
	double error = 0;

	multiply_self(work, work->columns, work->matrix->column_count);
	for (size_t r = 0; r < work->matrix->row_count; r++) {
		const struct matrix_row *row = &work->matrix->rows[r];
		double *line = work->rows + r * work->count;

		memset(inner, 0, work->count * sizeof(*inner));
		for (size_t i = 0; i < row->cell_count; i++) {
			const double *column =
				work->columns +
				row->cells[i].column * work->count;

			for (size_t k = 0; k < work->count; k++)
				inner[k] += row->cells[i].weight * column[k];
		}
		improve(work, line, inner);
		for (size_t k = 0; k < work->count; k++) {
			double product = -2 * inner[k];

			for (size_t j = 0; j < work->count; j++)
				product += line[j] *
					   work->square[j * work->count + k];
			error += line[k] * product;
		}
	}
	return error;
}

static void
improve_columns(struct work *work)
{
	size_t column_count = work->matrix->column_count;

	multiply_self(work, work->rows, work->matrix->row_count);
	memset(work->inner, 0,
	       column_count * work->count * sizeof(*work->inner));
	for (size_t r = 0; r < work->matrix->row_count; r++) {
		const struct matrix_row *row = &work->matrix->rows[r];
		const double *line = work->rows + r * work->count;

		for (size_t i = 0; i < row->cell_count; i++) {
			double *to = work->inner +
				     row->cells[i].column * work->count;

			for (size_t k = 0; k < work->count; k++)
				to[k] += row->cells[i].weight * line[k];
		}
	}
	for (size_t c = 0; c < column_count; c++)
		improve(work, work->columns + c * work->count,
			work->inner + c * work->count);
}

static double
square_of(const struct matrix *matrix)
{
	double sum = 0;

	for (size_t r = 0; r < matrix->row_count; r++)
		for (size_t i = 0; i < matrix->rows[r].cell_count; i++)
			sum += matrix->rows[r].cells[i].weight *
			       matrix->rows[r].cells[i].weight;
	return sum;
}

/* Give every theme's words length 1, so that W alone says how much of it a row
 * has. */
static void
normalise(struct work *work)
{
	for (size_t k = 0; k < work->count; k++) {
		double square = 0;

		for (size_t c = 0; c < work->matrix->column_count; c++)
			square += work->columns[c * work->count + k] *
				  work->columns[c * work->count + k];
		if (square <= 0)
			continue;
		for (size_t c = 0; c < work->matrix->column_count; c++)
			work->columns[c * work->count + k] /= sqrt(square);
		for (size_t r = 0; r < work->matrix->row_count; r++)
			work->rows[r * work->count + k] *= sqrt(square);
	}
}

struct factors
factor_matrix(struct arena *arena, const struct matrix *matrix,
	      size_t theme_count)
{
	struct arena scratch = { 0 };
	struct spectrum spectrum = spectrum_find(&scratch, matrix, theme_count);
	size_t count = spectrum.count;
	struct work work = {
		.matrix = matrix,
		.count = count,
		.rows = arena_array(arena, matrix->row_count * count,
				    sizeof(double)),
		.columns = arena_array(arena, matrix->column_count * count,
				       sizeof(double)),
		.square = arena_array(&scratch, count * count, sizeof(double)),
		.inner = arena_array(&scratch, matrix->column_count * count,
				     sizeof(double)),
	};
	double *inner = arena_array(&scratch, count, sizeof(*inner));
	double all = square_of(matrix), before = all;

	start(&work, &scratch, &spectrum);
	for (int round = 0; round < ROUNDS_MAX; round++) {
		double error = all + improve_rows(&work, inner);

		if (round && before - error < before * 1e-5)
			break;
		before = error;
		improve_columns(&work);
	}
	normalise(&work);
	arena_free(&scratch);
	return (struct factors){ count, work.rows, work.columns };
}

size_t
factor_main(const struct factors *factors, size_t row)
{
	const double *line = factors->rows + row * factors->theme_count;
	size_t best = THEME_NONE;

	for (size_t k = 0; k < factors->theme_count; k++)
		if (line[k] > (best == THEME_NONE ? 0 : line[best]))
			best = k;
	return best;
}
