#ifndef LOGARITHM_H
#define LOGARITHM_H

#include <stddef.h>

/*
 * The natural logarithm and its reverse, the same to the last bit on every machine:
 * libm's differ with the processor, and a bit can turn a tie.
 */

/* Of a number above 0.  Off by less than 1e-14 of the value or, near 1, of 1. */
double logarithm(double number);

/* e to the power of NUMBER, from -700 to 700; 0 below.  Off by less than 1e-14 of
 * the value. */
double exponential(double number);

/* The same of COUNT numbers, in their places; 0 for those below LEAST, which is
 * -700 or more. */
void exponentials(double *numbers, size_t count, double least);

#endif
