#ifndef FACTOR_H
#define FACTOR_H

#include <stddef.h>

struct arena;
struct matrix;

/*
 * A matrix as the product of two thin ones without negative entries: how much of
 * each theme a row has, and how much of each word a theme has.
 */
struct factors {
	size_t theme_count;    /* as asked, but no more than columns */
	const double *rows;    /* row r, theme k at [r * theme_count + k] */
	const double *columns; /* column c, theme k at [c * theme_count + k] */
};

/*
 * Non-negative matrix factorisation X ~ WH (Lee & Seung 1999), started from the
 * rows that are most unlike each other in the space of the singular vectors
 * (successive projection, Araujo et al. 2001), improved theme by theme (HALS,
 * Cichocki & Phan 2009) until a round takes away less than one part in 100,000 of
 * the squared error, or 200 rounds.  Themes may come out as nothing where the
 * matrix holds less than was asked for.
 */
struct factors factor_matrix(struct arena *arena, const struct matrix *matrix,
			     size_t theme_count);

/* The theme that row ROW has most of, by the length of its part of the row; or
 * THEME_NONE if it has none. */
#define THEME_NONE ((size_t)-1)
size_t factor_main(const struct factors *factors, size_t row);

#endif
