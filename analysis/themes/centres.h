#ifndef CENTRES_H
#define CENTRES_H

#include <stddef.h>
#include <stdint.h>

/*
 * The centres that vectors gather about.  Spherical k-means (Dhillon & Modha 2001):
 * the first centres by k-means++ (Arthur & Vassilvitskii 2007) with five candidates
 * a step, then at most 30 rounds, until fewer than one vector in a thousand moves;
 * ties go to the lower number.  Where it starts is luck: the best is kept of 20,000 /
 * (n + 1) starts, at least four and at most forty.  All vectors are of length 1 and
 * have SPECTRUM_SIZE entries (spectrum.h).
 */

/* What the centres are found in: no vector of it is nothing. */
struct sample {
	const float **vectors;
	size_t count;
	uint64_t state; /* of the numbers drawn: centres_find begins it */
};

/* At most WANTED centres into CENTRES; how many there are: fewer where the vectors
 * differ less. */
size_t centres_find(struct sample *sample, size_t wanted, float *centres);

/* Which of COUNT centres, at least one, is nearest to a vector. */
uint32_t centres_nearest(const float *vector, const float *centres,
			 size_t count);

#endif
