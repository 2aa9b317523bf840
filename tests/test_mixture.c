#include "suites.h"

#include <math.h>

#include "arena.h"
#include "bags_made.h"
#include "themes/cluster.h"
#include "themes/mixture.h"

static struct arena arena;

static void
stop(void)
{
	arena_free(&arena);
}

#define NONE CLUSTER_NONE

/* Two themes of two words each, and a text of nothing known. */
static const char *const texts[] = {
	"ab", "aab", "ab", "cd", "cdd", "cd", "-"
};
enum { TEXTS = sizeof(texts) / sizeof(texts[0]) };
static const uint32_t known[] = { 0, NONE, NONE, 1, NONE, NONE, NONE };

static double
word(const struct mixture *mixture, uint32_t column, size_t theme)
{
	return exp(
		(double)mixture->words[column * mixture->theme_count + theme]);
}

/* .3 is added to each count: of theme 0, a and b once each of 2 + 4 * .3. */
START_TEST(counts_what_is_known)
{
	struct bags bags = bags_made(&arena, texts, TEXTS);
	const struct mixture_start start = { .themes = known,
					     .theme_count = 2 };
	struct mixture mixture = mixture_fit(&arena, &bags, &start);

	ck_assert_double_eq_tol(word(&mixture, 0, 0), 1.3 / 3.2, 1e-6);
	ck_assert_double_eq_tol(word(&mixture, 2, 0), 0.3 / 3.2, 1e-6);
	ck_assert_double_eq_tol(word(&mixture, 2, 1), 1.3 / 3.2, 1e-6);
	ck_assert_double_eq_tol(exp((double)mixture.priors[0]), .5, 1e-6);
}
END_TEST

START_TEST(weighs_what_is_known)
{
	static const double weights[TEXTS] = { 2, 1, 1, .5, 1, 1, 1 };
	struct bags bags = bags_made(&arena, texts, TEXTS);
	const struct mixture_start start = { .themes = known,
					     .theme_count = 2,
					     .weights = weights };
	struct mixture mixture = mixture_fit(&arena, &bags, &start);

	ck_assert_double_eq_tol(word(&mixture, 0, 0), 2.3 / 5.2, 1e-6);
	ck_assert_double_eq_tol(word(&mixture, 2, 1), .8 / 2.2, 1e-6);
	ck_assert_double_eq_tol(exp((double)mixture.priors[0]), 2.3 / 3.1,
				1e-6);
}
END_TEST

START_TEST(finds_the_theme_of_each_text)
{
	static const uint32_t mains[] = { 0, 0, 0, 1, 1, 1, NONE };
	struct bags bags = bags_made(&arena, texts, TEXTS);
	const struct mixture_start start = { .themes = known,
					     .theme_count = 2,
					     .rounds_max = 20 };
	struct mixture mixture = mixture_fit(&arena, &bags, &start);

	for (size_t i = 0; i < TEXTS; i++)
		ck_assert_uint_eq(mixture.mains[i], mains[i]);
	for (uint32_t k = 0; k < 2; k++) {
		double sum = 0;

		for (uint32_t c = 0; c < 4; c++)
			sum += word(&mixture, c, k);
		ck_assert_double_eq_tol(sum, 1, 1e-6);
	}
}
END_TEST

/* The first word is three times as likely in theme 0, the second half as likely. */
START_TEST(weighs_a_text_by_its_words)
{
	const float words[] = { (float)log(.6), (float)log(.2), (float)log(.4),
				(float)log(.8) };
	const float priors[] = { (float)log(.5), (float)log(.5) };
	const struct mixture mixture = { .theme_count = 2,
					 .column_count = 2,
					 .words = words,
					 .priors = priors };
	static const char *const two[] = { "a", "aab" };
	struct bags bags = bags_made(&arena, two, 2);
	double logs[2];

	mixture_weigh(&mixture, &bags.items[0], logs);
	ck_assert_double_eq_tol(logs[0], log(.5 * .6), 1e-6);
	ck_assert_double_eq_tol(logs[1], log(.5 * .2), 1e-6);
	mixture_weigh(&mixture, &bags.items[1], logs);
	ck_assert_double_eq_tol(logs[0] - logs[1], log(9. / 2), 1e-6);
}
END_TEST

/* The last text would be of theme 0 but for what is fixed. */
START_TEST(leaves_what_is_fixed_and_starts_from_shares)
{
	static const char *const pairs[] = {
		"ab", "ab", "ab", "cd", "cd", "ab"
	};
	static const unsigned char fixed[] = { 0, 0, 0, 0, 0, 1 };
	static const uint32_t themes[] = { NONE, NONE, NONE, NONE, NONE, 1 };
	static const double shares[] = { .9, .1, .6, .4, .7, .3,
					 .2, .8, .4, .6, 0,  1 };
	struct bags bags = bags_made(&arena, pairs, 6);
	struct mixture_start start = { .themes = themes,
				       .theme_count = 2,
				       .shares = shares,
				       .fixed = fixed,
				       .rounds_max = 20 };
	static const uint32_t mains[] = { 0, 0, 0, 1, 1, 1 };
	struct mixture mixture = mixture_fit(&arena, &bags, &start);

	for (size_t i = 0; i < 6; i++)
		ck_assert_uint_eq(mixture.mains[i], mains[i]);
	start.fixed = NULL;
	ck_assert_uint_eq(mixture_fit(&arena, &bags, &start).mains[5], 0);
}
END_TEST

/* The third text is half of each theme: theme 0 has three of a and half a b. */
START_TEST(keeps_shares_that_are_fixed)
{
	static const char *const three[] = { "aaa", "bbb", "ab" };
	static const double shares[] = { 1, 0, 0, 1, .5, .5 };
	static const unsigned char fixed[] = { 1, 1, 1 };
	struct bags bags = bags_made(&arena, three, 3);
	const struct mixture_start start = { .shares = shares,
					     .fixed = fixed,
					     .theme_count = 2,
					     .rounds_max = 10 };
	struct mixture mixture = mixture_fit(&arena, &bags, &start);

	ck_assert_uint_eq(mixture.mains[0], 0);
	ck_assert_uint_eq(mixture.mains[1], 1);
	ck_assert_double_eq_tol(word(&mixture, 0, 0), 3.8 / 4.6, 1e-6);
	ck_assert_double_eq_tol(word(&mixture, 1, 0), .8 / 4.6, 1e-6);
	ck_assert_double_eq_tol(exp((double)mixture.priors[0]), .5, 1e-6);
}
END_TEST

/* An answer of two sentences is about two things, one that says little about what
 * its neighbour is about. */
START_TEST(gives_each_clause_its_theme)
{
	static const char *const answers[] = {
		"ab",  "aab", "abbe", "ab", "cd",      "cdd",
		"ccd", "cdc", "e",    "ae", "abab.cd", "cdc.e.--",
	};
	enum { ANSWERS = sizeof(answers) / sizeof(answers[0]) };
	static const uint32_t themes[ANSWERS] = { 0, 0, 0, 0, 1, 1,
						  1, 1, 0, 0, 0, 1 };
	struct bags bags = bags_made(&arena, answers, ANSWERS);
	const uint32_t *owners;
	struct bags clauses = bags_split(&arena, &bags, &owners);
	const struct mixture_start start = { .themes = themes,
					     .theme_count = 2,
					     .rounds_max = 20 };
	struct mixture whole = mixture_fit(&arena, &bags, &start);
	struct mixture refined =
		mixture_refine(&arena, &clauses, owners, &whole);

	ck_assert_uint_eq(clauses.count, 15);
	for (size_t i = 0; i < 10; i++)
		ck_assert_uint_eq(refined.mains[i], whole.mains[i]);
	ck_assert_uint_eq(whole.mains[10], 0);
	ck_assert_uint_eq(refined.mains[10], 0);
	ck_assert_uint_eq(refined.mains[11], 1);
	/* "e" alone is of theme 0, beside "cdc" of theme 1. */
	ck_assert_uint_eq(refined.mains[8], 0);
	ck_assert_uint_eq(refined.mains[12], 1);
	ck_assert_uint_eq(refined.mains[13], 1);
	ck_assert_uint_eq(refined.mains[14], NONE);
}
END_TEST

/* Two themes of 16 words each: "a" comes eight times in one, never in the other. */
START_TEST(tells_how_much_a_word_speaks_for_a_theme)
{
	static const char *const answers[] = { "aabb", "aabb", "aabb", "aabb",
					       "ccdd", "ccdd", "ccdd", "ccdd" };
	static const uint32_t themes[] = { 0, 0, 0, 0, 1, 1, 1, 1 };
	struct bags bags = bags_made(&arena, answers, 8);
	const uint32_t *owners;
	struct bags clauses = bags_split(&arena, &bags, &owners);
	const struct mixture_start start = { .themes = themes,
					     .theme_count = 2,
					     .rounds_max = 20 };
	struct mixture whole = mixture_fit(&arena, &bags, &start);
	struct mixture refined =
		mixture_refine(&arena, &clauses, owners, &whole);

	ck_assert_double_eq_tol((double)refined.evidence[0], log(10. / 2),
				1e-3);
	ck_assert_double_eq_tol((double)refined.evidence[1], log(2. / 10),
				1e-3);
	ck_assert_double_eq_tol((double)refined.evidence[3 * 2 + 1],
				log(10. / 2), 1e-3);
}
END_TEST

Suite *
suite_mixture(void)
{
	Suite *suite = suite_create("mixture");
	TCase *tcase = tcase_create("mixture");

	tcase_add_checked_fixture(tcase, NULL, stop);
	tcase_add_test(tcase, counts_what_is_known);
	tcase_add_test(tcase, weighs_what_is_known);
	tcase_add_test(tcase, finds_the_theme_of_each_text);
	tcase_add_test(tcase, weighs_a_text_by_its_words);
	tcase_add_test(tcase, leaves_what_is_fixed_and_starts_from_shares);
	tcase_add_test(tcase, keeps_shares_that_are_fixed);
	tcase_add_test(tcase, gives_each_clause_its_theme);
	tcase_add_test(tcase, tells_how_much_a_word_speaks_for_a_theme);
	suite_add_tcase(suite, tcase);
	return suite;
}
