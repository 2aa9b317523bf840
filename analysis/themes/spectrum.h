#ifndef SPECTRUM_H
#define SPECTRUM_H

#include <stddef.h>

struct affinity;
struct arena;

/*
 * Words as directions: words that keep the same company point the same way, even
 * when they never meet.  The vector of a word are its entries in the leading
 * eigenvectors of the affinity, each times the square root of its eigenvalue (0 for
 * a negative one), scaled to length 1.
 */
enum { SPECTRUM_SIZE = 100 };

struct spectrum {
	const float *vectors; /* of word w from [w * SPECTRUM_SIZE]; all 0 for a
				 word that keeps no company */
	size_t count;
};

/*
 * By subspace iteration from fixed numbers with Rayleigh-Ritz at the end (Saad
 * 2011, ch. 5; Halko, Martinsson & Tropp 2011): 112 columns, 6 rounds, made
 * orthogonal by Cholesky factors, Jacobi rotations for the small matrix.  The same
 * affinity gives the same bits.  In the arena.
 */
struct spectrum spectrum_find(struct arena *arena,
			      const struct affinity *affinity);

#endif
