#ifndef LOGARITHM_H
#define LOGARITHM_H

/*
 * The natural logarithm of a number above 0, the same to the last bit on every
 * machine: libm's differs with the processor, and a bit can turn a tie.  Off by
 * less than 1e-14 of the value or, near 1, of 1.
 */
double logarithm(double number);

#endif
