#include "suites.h"

#include "arena.h"
#include "bags_made.h"
#include "themes/linear.h"
#include "themes/spectrum.h"

enum { TEXTS = 4, LABELS = 2 };

static struct arena arena;
static const char *const words[TEXTS] = { "aa", "b", "abbb", "-" };
static const unsigned char told[TEXTS] = { 1, 1, 0, 0 };
static const double shares[TEXTS * LABELS] = { 1, 0, 0, 1 };
static float vectors[TEXTS * SPECTRUM_SIZE];

static void
stop(void)
{
	arena_free(&arena);
}

static const double *
decide(void)
{
	struct bags bags = bags_made(&arena, words, TEXTS);
	const struct linear_texts texts = { &bags, vectors, told, shares,
					    LABELS };

	return linear_decisions(&arena, &texts);
}

/* Two texts at right angles beside the threshold, which they push alike: each holds
 * the plane with alpha = 1 / (1 + 1 / (2 C)), C = .1. */
START_TEST(stands_between_what_is_told)
{
	const double *sides = decide();

	ck_assert_double_eq_tol(sides[0], 1. / 6, 1e-6);
	ck_assert_double_eq_tol(sides[1], -1. / 6, 1e-6);
	ck_assert_double_eq_tol(sides[2], -1. / 6, 1e-6);
	ck_assert_double_eq_tol(sides[3], 1. / 6, 1e-6);
}
END_TEST

START_TEST(decides_by_words)
{
	const double *sides = decide();

	ck_assert_double_lt(sides[4], 0);
	ck_assert_double_gt(sides[5], 0);
	ck_assert_double_eq_tol(sides[6], 0, 1e-6);
	ck_assert_double_eq_tol(sides[7], 0, 1e-6);
}
END_TEST

/* A text without a known word that points as the first one does. */
START_TEST(decides_by_direction)
{
	const double *sides;

	vectors[0] = vectors[3 * SPECTRUM_SIZE] = 1;
	vectors[SPECTRUM_SIZE + 1] = 1;
	sides = decide();
	ck_assert_double_gt(sides[6], 0);
	ck_assert_double_lt(sides[7], 0);
	/* Twice as far apart: alpha = 1 / (2 + 1 / (2 C)), each 2 alpha away. */
	ck_assert_double_eq_tol(sides[0], 2. / 7, 1e-6);
}
END_TEST

Suite *
suite_linear(void)
{
	Suite *suite = suite_create("linear");
	TCase *tcase = tcase_create("linear");

	tcase_add_checked_fixture(tcase, NULL, stop);
	tcase_add_test(tcase, stands_between_what_is_told);
	tcase_add_test(tcase, decides_by_words);
	tcase_add_test(tcase, decides_by_direction);
	suite_add_tcase(suite, tcase);
	return suite;
}
