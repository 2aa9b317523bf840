#include "suites.h"

#include <math.h>
#include <string.h>

#include "arena.h"
#include "bags_made.h"
#include "themes/choice.h"
#include "themes/cluster.h"
#include "themes/spectrum.h"

static struct arena arena;

static void
stop(void)
{
	arena_free(&arena);
}

static void
scale(float *vector)
{
	double length = 0;

	for (size_t i = 0; i < SPECTRUM_SIZE; i++)
		length += (double)(vector[i] * vector[i]);
	for (size_t i = 0; i < SPECTRUM_SIZE; i++)
		vector[i] = (float)((double)vector[i] / sqrt(length));
}

/* Vector i is near axis i % GROUPS: SPREAD times something drawn away from it. */
static float *
make_groups(size_t count, size_t groups, double spread)
{
	float *vectors =
		arena_array(&arena, count * SPECTRUM_SIZE, sizeof(*vectors));
	uint64_t state = 1;

	for (size_t i = 0; i < count; i++) {
		float *vector = vectors + i * SPECTRUM_SIZE;

		for (size_t j = 0; j < SPECTRUM_SIZE; j++)
			vector[j] = (float)(spread *
					    (drawn(&state, 2001) / 1e3 - 1));
		vector[i % groups] += 1;
		scale(vector);
	}
	return vectors;
}

static void
check_groups(const struct clusters *clusters, size_t count, size_t groups)
{
	ck_assert_uint_eq(clusters->count, groups);
	for (size_t i = 0; i < count; i++) {
		ck_assert_uint_lt(clusters->of[i], groups);
		ck_assert_uint_eq(clusters->of[i], clusters->of[i % groups]);
	}
	for (size_t i = 1; i < groups; i++)
		for (size_t j = 0; j < i; j++)
			ck_assert_uint_ne(clusters->of[i], clusters->of[j]);
}

/* Few, and more than find the centres. */
static const size_t sizes[] = { 40, 400, 10500 };

START_TEST(finds_groups_that_stand_apart)
{
	size_t count = sizes[_i];
	const float *vectors = make_groups(count, 7, .03);
	struct clusters clusters = cluster_find(&arena, vectors, count, 7);

	check_groups(&clusters, count, 7);
	ck_assert_double_gt(cluster_silhouette(vectors, count, &clusters), .8);
}
END_TEST

START_TEST(finds_no_more_than_there_are)
{
	float *vectors = make_groups(20, 3, 0);
	struct clusters clusters;

	clusters = cluster_find(&arena, vectors, 20, 9);
	check_groups(&clusters, 20, 3);
	/* Nothing belongs nowhere. */
	memset(vectors + 4 * SPECTRUM_SIZE, 0,
	       SPECTRUM_SIZE * sizeof(*vectors));
	clusters = cluster_find(&arena, vectors, 20, 3);
	ck_assert_uint_eq(clusters.of[4], CLUSTER_NONE);
	ck_assert_uint_ne(clusters.of[5], CLUSTER_NONE);
	ck_assert_double_eq_tol(cluster_silhouette(vectors, 20, &clusters), 1,
				1e-5);
	clusters = cluster_find(&arena, vectors + 4 * SPECTRUM_SIZE, 1, 3);
	ck_assert_uint_eq(clusters.count, 0);
	ck_assert_uint_eq(clusters.of[0], CLUSTER_NONE);
	ck_assert_double_eq(cluster_silhouette(vectors + 4 * SPECTRUM_SIZE, 1,
					       &clusters),
			    0);
	ck_assert_uint_eq(cluster_find(&arena, vectors, 0, 3).count, 0);
}
END_TEST

/* Centres on two axes.  A vector with cosines .8 and .6 is .2 and .4 away: it counts
 * 1 - .2 / .4 in the first cluster and .2 / .4 - 1 in the second. */
START_TEST(tells_how_well_vectors_fall_into_clusters)
{
	static const uint32_t of[] = { 0, 1, CLUSTER_NONE, 0 };
	float centres[2 * SPECTRUM_SIZE] = { [0] = 1, [SPECTRUM_SIZE + 1] = 1 };
	float vectors[4 * SPECTRUM_SIZE] = { 0 };
	const struct clusters clusters = { of, centres, 2 };

	for (size_t i = 0; i < 3; i++) {
		vectors[i * SPECTRUM_SIZE] = .8F;
		vectors[i * SPECTRUM_SIZE + 1] = .6F;
	}
	vectors[3 * SPECTRUM_SIZE] = 1;
	ck_assert_double_eq_tol(cluster_silhouette(vectors, 1, &clusters), .5,
				1e-6);
	ck_assert_double_eq_tol(cluster_silhouette(vectors, 2, &clusters), 0,
				1e-6);
	ck_assert_double_eq_tol(cluster_silhouette(vectors, 4, &clusters),
				1. / 3, 1e-6);
}
END_TEST

/* Two words at right angles, in two texts and in one of three. */
START_TEST(sums_the_words_of_a_text)
{
	static const char *const texts[] = { "aab", "a", "-" };
	struct bags bags = bags_made(&arena, texts, 3);
	float words[2 * SPECTRUM_SIZE] = { [0] = 1, [SPECTRUM_SIZE + 1] = 1 };
	const struct spectrum spectrum = { words, 2 };
	const float *vectors = cluster_vectors(&arena, &bags, &spectrum);
	double a = (1 + log(2)) * (1 + log(4. / 3)), b = 1 + log(4. / 2);

	ck_assert_double_eq_tol((double)vectors[0], a / hypot(a, b), 1e-6);
	ck_assert_double_eq_tol((double)vectors[1], b / hypot(a, b), 1e-6);
	ck_assert_double_eq_tol((double)vectors[SPECTRUM_SIZE], 1, 1e-6);
	ck_assert_double_eq((double)vectors[2 * SPECTRUM_SIZE], 0);
}
END_TEST

static const struct {
	size_t count, groups;
	double spread;
	size_t chosen; /* where 99 is usual */
} choices[] = {
	{ 300, 6, .03, 6 },    { 300, 11, .03, 11 }, { 300, 25, .03, 25 },
	{ 2100, 11, .03, 11 }, { 300, 4, .03, 99 }, /* the fewest are best */
	{ 300, 2, 0, 99 },			    /* none are better */
	{ 60, 8, .03, 6 }, /* no more than one for ten texts */
	{ 39, 3, .03, 99 },    { 0, 1, .03, 99 },
};

START_TEST(chooses_as_many_as_stand_apart)
{
	const float *vectors =
		make_groups(choices[_i].count, choices[_i].groups,
			    choices[_i].spread);

	ck_assert_uint_eq(choice_of_count(vectors, choices[_i].count, 99),
			  choices[_i].chosen);
}
END_TEST

Suite *
suite_cluster(void)
{
	Suite *suite = suite_create("cluster");
	TCase *tcase = tcase_create("cluster");

	tcase_add_checked_fixture(tcase, NULL, stop);
	tcase_add_loop_test(tcase, finds_groups_that_stand_apart, 0,
			    sizeof(sizes) / sizeof(sizes[0]));
	tcase_add_test(tcase, finds_no_more_than_there_are);
	tcase_add_test(tcase, tells_how_well_vectors_fall_into_clusters);
	tcase_add_test(tcase, sums_the_words_of_a_text);
	tcase_add_loop_test(tcase, chooses_as_many_as_stand_apart, 0,
			    sizeof(choices) / sizeof(choices[0]));
	suite_add_tcase(suite, tcase);
	return suite;
}
