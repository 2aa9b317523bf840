#include "logarithm.h"

#include <assert.h>
#include <math.h>

/* number = m * 2^e with m in [sqrt(1/2), sqrt(2)); ln m = 2 artanh(t) with
 * t = (m - 1) / (m + 1), |t| < 0.172, by its series t + t^3/3 + t^5/5 … */
double
logarithm(double number)
{
	const double ln2 = 0x1.62e42fefa39efp-1,
		     sqrt_half = 0.70710678118654752;
	int exponent;
	double m = frexp(number, &exponent), t, square, sum = 0;

	assert(number > 0);
	if (m < sqrt_half) {
		m *= 2;
		exponent--;
	}
	t = (m - 1) / (m + 1);
	square = t * t;
	for (int i = 21; i >= 1; i -= 2)
		sum = sum * square + 1.0 / i;
	return exponent * ln2 + 2 * t * sum;
}

/* number = n ln 2 + r with |r| <= ln 2 / 2; e^r by its series to r^13 / 13!. */
double
exponential(double number)
{
	const double ln2_high = 0x1.62e42fefa0000p-1,
		     ln2_low = 0x1.cf79abc9e3b3ap-40;
	double count, rest, sum = 1;

	assert(number <= 700);
	if (number < -700)
		return 0;
	count = floor(number / (ln2_high + ln2_low) + 0.5);
	rest = number - count * ln2_high - count * ln2_low;
	for (int i = 13; i >= 1; i--)
		sum = 1 + sum * rest / i;
	return ldexp(sum, (int)count);
}
