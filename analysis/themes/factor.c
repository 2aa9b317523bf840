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

/* Entry k of row r of X * RIGHT. */
static double
image_at(const struct work *work, const struct spectrum *spectrum, size_t r,
	 size_t k)
{
	const struct matrix_row *row = &work->matrix->rows[r];
	double sum = 0;

	for (size_t i = 0; i < row->cell_count; i++)
		sum += row->cells[i].weight *
		       spectrum->right[row->cells[i].column * spectrum->count +
				       k];
	return sum;
}

/* Vectors u (of rows) and v (of columns) of a singular value have a positive and
 * a negative side each; the heavier sides start the theme. */
static void
start_theme(struct work *work, const struct spectrum *spectrum, size_t k)
{
	double value = spectrum->values[k];
	double squares[2][2] = { { 0 } }; /* side, u or v */
	double side, mass, scale;
	size_t heavier;

	if (value <= 0)
		return;
	for (size_t r = 0; r < work->matrix->row_count; r++) {
		double u = image_at(work, spectrum, r, k) / value;

		work->rows[r * work->count + k] = u;
		squares[u < 0][0] += u * u;
	}
	for (size_t c = 0; c < work->matrix->column_count; c++) {
		double v = spectrum->right[c * spectrum->count + k];

		work->columns[c * work->count + k] = v;
		squares[v < 0][1] += v * v;
	}
	heavier = squares[1][0] * squares[1][1] > squares[0][0] * squares[0][1];
	side = heavier ? -1 : 1;
	mass = sqrt(sqrt(squares[heavier][0] * squares[heavier][1]) * value);
	scale = squares[heavier][0] > 0
			? side * mass / sqrt(squares[heavier][0])
			: 0;
	for (size_t r = 0; r < work->matrix->row_count; r++) {
		double *u = &work->rows[r * work->count + k];

		*u = positive(*u * scale);
	}
	scale = squares[heavier][1] > 0
			? side * mass / sqrt(squares[heavier][1])
			: 0;
	for (size_t c = 0; c < work->matrix->column_count; c++) {
		double *v = &work->columns[c * work->count + k];

		*v = positive(*v * scale);
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

	for (size_t k = 0; k < count; k++)
		start_theme(&work, &spectrum, k);
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
