#ifndef SPECTRUM_H
#define SPECTRUM_H

#include <stddef.h>

struct arena;
struct matrix;

/*
 * The leading singular vectors of a matrix X: what it is mostly made of.
 */
struct spectrum {
	size_t count;	      /* as many as were asked for, or columns */
	const double *values; /* singular values, falling, >= 0 */
	const double *right;  /* column c of vector k at [c * count + k] */
};

/*
 * By subspace iteration on X'X from fixed numbers, with Gram-Schmidt twice a
 * round, and at the end Rayleigh-Ritz by Jacobi rotations (Halko, Martinsson &
 * Tropp 2011).  The same matrix gives the same bits; the sign of a vector means
 * nothing.
 */
struct spectrum spectrum_find(struct arena *arena, const struct matrix *matrix,
			      size_t count);

#endif
