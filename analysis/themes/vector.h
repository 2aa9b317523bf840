#ifndef VECTOR_H
#define VECTOR_H

#include <stdbool.h>

/*
 * Arithmetic on directions: vectors of SPECTRUM_SIZE numbers (spectrum.h).  Every
 * sum is taken in one order, so that it has the same bits on every machine.
 */

/* The product of two vectors: their cosine, where both have length 1. */
float vector_dot(const float *a, const float *b);

/* The same of VECTOR with each of four others, faster than one after another. */
void vector_dot_four(const float *const others[4], const float *vector,
		     float results[4]);

/* Make the length 1; false where it is 0, and nothing is changed. */
bool vector_scale(float *vector);

/* Whether all of it is 0. */
bool vector_is_nothing(const float *vector);

/* How far apart the ends of two vectors are. */
double vector_distance(const float *a, const float *b);

#endif
