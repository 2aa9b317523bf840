#include "suites.h"

#include <math.h>
#include <string.h>

#include "arena.h"
#include "bags_made.h"
#include "themes/cluster.h"
#include "themes/keyterm.h"

static struct arena arena;

static void
stop(void)
{
	arena_free(&arena);
}

/* Six words of a theme, three of them "a" and one "b"; four of the other; five on
 * average. */
START_TEST(scores_words_by_their_share_and_rarity)
{
	static const char *const texts[] = { "aac", "abc", "bdb", "b", "ab" };
	static const uint32_t mains[] = { 0, 0, 1, 1, CLUSTER_NONE };
	struct bags bags = bags_made(&arena, texts, 5);
	const float *scores = keyterm_scores(&arena, &bags, mains, 2);

	ck_assert_double_eq_tol((double)scores[0], 3. / 6 * log(1 + 5. / 4),
				1e-6);
	ck_assert_double_eq((double)scores[1], 0);
	ck_assert_double_eq_tol((double)scores[2], 1. / 6 * log(1 + 5. / 5),
				1e-6);
	ck_assert_double_eq_tol((double)scores[3], 3. / 4 * log(1 + 5. / 5),
				1e-6);
	ck_assert_double_eq_tol((double)scores[7], 1. / 4 * log(1 + 5. / 1),
				1e-6);
}
END_TEST

static struct keyterms *
find(const struct bags *bags, const uint32_t *mains, size_t theme_count)
{
	return keyterm_find(&arena, bags, mains,
			    keyterm_scores(&arena, bags, mains, theme_count),
			    theme_count);
}

static const char *
columns(const uint32_t *items, size_t count)
{
	char *text = arena_alloc(&arena, count + 1);

	for (size_t i = 0; i < count; i++)
		text[i] = (char)('a' + items[i]);
	text[count] = '\0';
	return text;
}

START_TEST(tells_each_theme_by_its_own_words)
{
	static const char *const texts[] = { "aab", "aab", "cd",
					     "cdd", "dc",  "f" };
	static const uint32_t mains[] = { 0, 0, 1, 1, 1, CLUSTER_NONE };
	struct bags bags = bags_made(&arena, texts, 6);
	struct keyterms *found = find(&bags, mains, 3);

	ck_assert_str_eq(columns(found[0].columns, found[0].count), "ab");
	ck_assert_str_eq(columns(found[1].columns, found[1].count), "dc");
	ck_assert_str_eq(columns(found[1].candidates, found[1].candidate_count),
			 "dc");
	ck_assert_uint_eq(found[2].count, 0);
}
END_TEST

/* Twelve words, of which "k" and "l" never stand with the others. */
START_TEST(keeps_words_that_stand_together)
{
	static const char *const texts[] = {
		"abcdefghij", "jihgfedcba", "badcfehgji", "abcdefghij", "kkkk",
		"llll",	      "kkkk",	    "llll",	  "m",		"m",
	};
	static const uint32_t mains[] = { 0, 0, 0, 0, 0, 0, 0, 0, 1, 1 };
	struct bags bags = bags_made(&arena, texts, 10);
	struct keyterms *found = find(&bags, mains, 2);

	ck_assert_uint_eq(found[0].candidate_count, 12);
	ck_assert_uint_eq(found[0].count, KEYTERM_WORDS);
	/* The same score each: by column. */
	ck_assert_str_eq(columns(found[0].columns, found[0].count),
			 "abcdefghij");
	ck_assert_str_eq(columns(found[1].columns, found[1].count), "m");
}
END_TEST

/* Only the two largest of three themes get a word that all have. */
START_TEST(gives_a_word_to_two_themes_at_most)
{
	static const char *const texts[] = { "ab", "ab", "ab", "ab", "ac",
					     "ac", "ac", "ad", "ad" };
	static const uint32_t mains[] = { 2, 2, 2, 2, 0, 0, 0, 1, 1 };
	struct bags bags = bags_made(&arena, texts, 9);
	struct keyterms *found = find(&bags, mains, 3);

	ck_assert_ptr_nonnull(
		strchr(columns(found[2].columns, found[2].count), 'a'));
	ck_assert_ptr_nonnull(
		strchr(columns(found[0].columns, found[0].count), 'a'));
	ck_assert_str_eq(columns(found[1].columns, found[1].count), "d");
}
END_TEST

Suite *
suite_keyterm(void)
{
	Suite *suite = suite_create("keyterm");
	TCase *tcase = tcase_create("keyterm");

	tcase_add_checked_fixture(tcase, NULL, stop);
	tcase_add_test(tcase, scores_words_by_their_share_and_rarity);
	tcase_add_test(tcase, tells_each_theme_by_its_own_words);
	tcase_add_test(tcase, keeps_words_that_stand_together);
	tcase_add_test(tcase, gives_a_word_to_two_themes_at_most);
	suite_add_tcase(suite, tcase);
	return suite;
}
