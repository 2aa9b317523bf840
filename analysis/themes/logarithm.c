#include "logarithm.h"

#include <assert.h>
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "themes/wide.h"

static uint64_t
bits_of(double number)
{
	uint64_t bits;

	memcpy(&bits, &number, sizeof(bits));
	return bits;
}

static double
number_of(uint64_t bits)
{
	double number;

	memcpy(&number, &bits, sizeof(number));
	return number;
}

/* As frexp, without a call. */
static double
split(double number, int *exponent)
{
	const uint64_t fraction = UINT64_C(0x800fffffffffffff);
	uint64_t bits = bits_of(number);

	if (!(number >= DBL_MIN && number <= DBL_MAX))
		return frexp(number, exponent);
	*exponent = (int)(bits >> 52) - 1022;
	return number_of((bits & fraction) | UINT64_C(0x3fe) << 52);
}

/* number = m * 2^e with m in [sqrt(1/2), sqrt(2)); ln m = 2 artanh(t) with
 * t = (m - 1) / (m + 1), |t| < 0.172, by its series t + t^3/3 + t^5/5 … */
double
logarithm(double number)
{
	static const double parts[] = { 1.0 / 21, 1.0 / 19, 1.0 / 17, 1.0 / 15,
					1.0 / 13, 1.0 / 11, 1.0 / 9,  1.0 / 7,
					1.0 / 5,  1.0 / 3,  1 };
	const double ln2 = 0x1.62e42fefa39efp-1,
		     sqrt_half = 0.70710678118654752;
	int exponent;
	double m = split(number, &exponent), t, square, sum = 0;

	assert(number > 0);
	if (m < sqrt_half) {
		m *= 2;
		exponent--;
	}
	t = (m - 1) / (m + 1);
	square = t * t;
	for (int i = 0; i < 11; i++)
		sum = sum * square + parts[i];
	return exponent * ln2 + 2 * t * sum;
}

/* number = n ln 2 + r with |r| <= ln 2 / 2; e^r by its series to r^13 / 13!.  To
 * add 1.5 * 2^52 rounds to a whole number, which is left in the lowest bits. */
static inline double
power(double number)
{
	static const double parts[] = {
		1.0 / 6227020800,
		1.0 / 479001600,
		1.0 / 39916800,
		1.0 / 3628800,
		1.0 / 362880,
		1.0 / 40320,
		1.0 / 5040,
		1.0 / 720,
		1.0 / 120,
		1.0 / 24,
		1.0 / 6,
		1.0 / 2,
		1,
		1,
	};
	const double log2_e = 0x1.71547652b82fep0, rounder = 0x1.8p52,
		     ln2_high = 0x1.62e42fefa0000p-1,
		     ln2_low = 0x1.cf79abc9e3b3ap-40;
	double rounded = number * log2_e + rounder, count = rounded - rounder,
	       rest = number - count * ln2_high - count * ln2_low, sum = 0;

	for (int i = 0; i < 14; i++)
		sum = sum * rest + parts[i];
	return sum * number_of((bits_of(rounded) + 1023) << 52);
}

double
exponential(double number)
{
	assert(number <= 700);
	return number < -700 ? 0 : power(number);
}

WIDE void
exponentials(double *numbers, size_t count, double least)
{
	for (size_t i = 0; i < count; i++) {
		double number = numbers[i];
		double result = power(number < least ? least : number);

		numbers[i] = number < least ? 0 : result;
	}
}
