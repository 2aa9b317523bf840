#include "suites.h"

#include <math.h>

#include "arena.h"
#include "themes/affinity.h"
#include "themes/spectrum.h"

static struct arena arena;

static void
stop(void)
{
	arena_free(&arena);
}

/* The words of a matrix whose entry (i, j) WEIGHT gives. */
static struct spectrum
find(size_t count, double (*weight)(size_t i, size_t j))
{
	struct affinity_row *rows = arena_array(&arena, count, sizeof(*rows));
	struct affinity affinity = { rows, count };

	for (size_t i = 0; i < count; i++) {
		struct affinity_cell *cells =
			arena_array(&arena, count, sizeof(*cells));

		rows[i].cells = cells;
		for (size_t j = 0; j < count; j++)
			if (weight(i, j) > 0)
				cells[rows[i].count++] = (struct affinity_cell){
					(uint32_t)j, (float)weight(i, j)
				};
	}
	return spectrum_find(&arena, &affinity);
}

static double
cosine(const struct spectrum *spectrum, size_t a, size_t b)
{
	double sum = 0;

	for (size_t i = 0; i < SPECTRUM_SIZE; i++)
		sum += (double)spectrum->vectors[a * SPECTRUM_SIZE + i] *
		       (double)spectrum->vectors[b * SPECTRUM_SIZE + i];
	return sum;
}

enum { RING = 5 };

static double
in_ring(size_t i, size_t j)
{
	return (i + 1) % RING == j || (j + 1) % RING == i;
}

/* A ring of n has the eigenvalues 2 cos(2 pi k / n): of five words 2, .618 twice and
 * two that are negative.  The part of the matrix that is left is, at a distance of d
 * around the ring, the sum of eigenvalue * cos(2 pi k d / 5) / 5: 3.236068, 2.381966
 * and 1 for d = 0, 1, 2. */
START_TEST(places_a_ring_as_its_eigenvectors_do)
{
	static const double cosines[] = { 1, .736068, .309017, .309017,
					  .736068 };
	struct spectrum spectrum = find(RING, in_ring);

	ck_assert_uint_eq(spectrum.count, RING);
	for (size_t i = 0; i < RING; i++)
		for (size_t j = 0; j < RING; j++)
			ck_assert_double_eq_tol(cosine(&spectrum, i, j),
						cosines[(j + RING - i) % RING],
						1e-5);
}
END_TEST

enum { BLOCK = 60, BLOCKS = 3 };

static double
in_block(size_t i, size_t j)
{
	return i != j && i / BLOCK == j / BLOCK && i < BLOCK * BLOCKS
		       ? 1 + (double)(i / BLOCK)
		       : 0;
}

/* More words than there are directions: three cliques, and one word alone. */
START_TEST(points_the_words_of_a_clique_one_way)
{
	struct spectrum spectrum = find(BLOCKS * BLOCK + 1, in_block);

	for (size_t i = 0; i < BLOCKS * BLOCK; i += 7)
		for (size_t j = 0; j < BLOCKS * BLOCK; j += 5)
			ck_assert_double_eq_tol(cosine(&spectrum, i, j),
						i / BLOCK == j / BLOCK, 1e-4);
	ck_assert_double_eq(cosine(&spectrum, BLOCKS * BLOCK, BLOCKS * BLOCK),
			    0);
}
END_TEST

/* Words that never meet but know the same others. */
static double
in_path(size_t i, size_t j)
{
	return i + 1 == j || j + 1 == i;
}

START_TEST(points_words_of_the_same_company_one_way)
{
	struct spectrum spectrum = find(3, in_path);

	ck_assert_double_eq_tol(cosine(&spectrum, 0, 2), 1, 1e-6);
	ck_assert_uint_eq(find(0, in_path).count, 0);
}
END_TEST

Suite *
suite_spectrum(void)
{
	Suite *suite = suite_create("spectrum");
	TCase *tcase = tcase_create("spectrum");

	tcase_add_checked_fixture(tcase, NULL, stop);
	tcase_add_test(tcase, places_a_ring_as_its_eigenvectors_do);
	tcase_add_test(tcase, points_the_words_of_a_clique_one_way);
	tcase_add_test(tcase, points_words_of_the_same_company_one_way);
	suite_add_tcase(suite, tcase);
	return suite;
}
