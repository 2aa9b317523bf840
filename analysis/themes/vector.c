#include "vector.h"

#include <math.h>
#include <string.h>

#include "themes/spectrum.h"

/* Four numbers side by side: compilers know how to sum those at once. */
typedef float four __attribute__((vector_size(16)));

static four
load(const float *from)
{
	four numbers;

	memcpy(&numbers, from, sizeof(numbers));
	return numbers;
}

static float
sum_of(four sums)
{
	return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

/* In this order on every machine. */
float
vector_dot(const float *a, const float *b)
{
	four sums = { 0 };

	for (int i = 0; i < SPECTRUM_SIZE; i += 4)
		sums += load(a + i) * load(b + i);
	return sum_of(sums);
}

/* While one is summed, so are the others. */
void
vector_dot_four(const float *const others[4], const float *vector,
		float results[4])
{
	four sums[4] = { 0 };

	for (int i = 0; i < SPECTRUM_SIZE; i += 4) {
		four numbers = load(vector + i);

		for (int j = 0; j < 4; j++)
			sums[j] += load(others[j] + i) * numbers;
	}
	for (int j = 0; j < 4; j++)
		results[j] = sum_of(sums[j]);
}

bool
vector_scale(float *vector)
{
	double length = 0;

	for (int i = 0; i < SPECTRUM_SIZE; i++)
		length += (double)vector[i] * vector[i];
	if (length <= 0)
		return false;
	length = sqrt(length);
	for (int i = 0; i < SPECTRUM_SIZE; i++)
		vector[i] = (float)(vector[i] / length);
	return true;
}

bool
vector_is_nothing(const float *vector)
{
	for (int i = 0; i < SPECTRUM_SIZE; i++)
		if (vector[i] != 0)
			return false;
	return true;
}

double
vector_distance(const float *a, const float *b)
{
	double sum = 0;

	for (int i = 0; i < SPECTRUM_SIZE; i++)
		sum += ((double)a[i] - b[i]) * ((double)a[i] - b[i]);
	return sqrt(sum);
}
