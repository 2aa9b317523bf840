#include "suites.h"

#include <math.h>
#include <string.h>

#include "arena.h"
#include "bags_made.h"
#include "themes/affinity.h"

static struct arena arena;

static void
stop(void)
{
	arena_free(&arena);
}

static struct affinity
measure(const char *const *texts, size_t count)
{
	struct bags bags = bags_made(&arena, texts, count);
	struct bags clauses = bags_split(&arena, &bags, NULL);

	return affinity_measure(&arena, &bags, &clauses);
}

/* 0 where there is no cell. */
static double
weight(const struct affinity *affinity, uint32_t a, uint32_t b)
{
	const struct affinity_row *row = &affinity->rows[a];
	double found = 0;

	for (size_t i = 0; i < row->count; i++) {
		ck_assert(row->cells[i].weight > 0);
		ck_assert(!i ||
			  row->cells[i - 1].column < row->cells[i].column);
		if (row->cells[i].column == b)
			found = (double)row->cells[i].weight;
	}
	return found;
}

/* Each text is a clause, too: C(a,b) = 4, C(a,c) = 2; R = 6, 4, 2; T = 12; the sum of
 * R^.75 is 8.343844, so R' = 5.513493, 4.067788, 2.418720. */
START_TEST(weighs_three_words_by_the_formula)
{
	static const char *const texts[] = { "ab", "ba", "aca", "c" };
	struct affinity affinity = measure(texts, 4);

	ck_assert_uint_eq(affinity.count, 3);
	ck_assert_double_eq_tol(weight(&affinity, 0, 1), 0.727025, 1e-5);
	ck_assert_double_eq_tol(weight(&affinity, 0, 2), 0.640382, 1e-5);
	ck_assert_double_eq(weight(&affinity, 1, 2), 0);
	ck_assert_double_eq(weight(&affinity, 0, 0), 0);
	ck_assert_double_eq(weight(&affinity, 2, 0), weight(&affinity, 0, 2));
}
END_TEST

/* "a" and "b" met in one text, in clauses of their own; "c" and "d" in one clause. */
START_TEST(takes_no_notice_of_what_met_by_chance)
{
	static const char *const texts[] = { "a.b", "cd", "ac", "bd", "e" };
	struct affinity affinity = measure(texts, 5);

	ck_assert_double_eq(weight(&affinity, 0, 1), 0);
	ck_assert_double_gt(weight(&affinity, 2, 3), 0);
}
END_TEST

enum { WORDS = 8, TEXTS = 60, LEN = 13 };

/* Add what stands together in LEN letters of TEXT. */
static void
add_pairs(double together[WORDS][WORDS], const char *text, size_t len)
{
	for (int a = 0; a < WORDS; a++)
		for (int b = 0; b < WORDS; b++)
			together[a][b] += a != b &&
					  memchr(text, 'a' + a, len) &&
					  memchr(text, 'a' + b, len);
}

/* In texts, and in clauses. */
static void
count_pairs(double together[WORDS][WORDS], const char *text)
{
	add_pairs(together, text, strlen(text));
	while (*text) {
		size_t piece = strcspn(text, ".");

		add_pairs(together, text, piece);
		text += piece + (text[piece] == '.');
	}
}

static const char *
draw_text(uint64_t *state)
{
	char *text = arena_alloc(&arena, 2 * LEN + 1);
	size_t len = 0;

	for (uint32_t i = drawn(state, LEN) + 1; i; i--) {
		/* The later letters are rarer. */
		uint32_t letter = drawn(state, drawn(state, WORDS) + 1);

		text[len++] = (char)('a' + letter);
		if (i > 1 && !drawn(state, 4))
			text[len++] = '.';
	}
	return text;
}

START_TEST(weighs_any_texts_by_the_formula)
{
	const char *texts[TEXTS];
	double together[WORDS][WORDS] = { 0 }, rows[WORDS] = { 0 };
	double total = 0, smooth = 0;
	uint64_t state = (uint64_t)_i;
	struct affinity affinity;

	for (size_t i = 0; i < TEXTS; i++) {
		texts[i] = draw_text(&state);
		count_pairs(together, texts[i]);
	}
	for (int a = 0; a < WORDS; a++) {
		for (int b = 0; b < WORDS; b++)
			rows[a] += together[a][b];
		total += rows[a];
		smooth += pow(rows[a], .75);
	}
	affinity = measure(texts, TEXTS);
	ck_assert_uint_eq(affinity.count, WORDS);
	for (uint32_t a = 0; a < WORDS; a++)
		for (uint32_t b = 0; b < WORDS; b++) {
			double one = log(together[a][b] * smooth /
					 (rows[a] * pow(rows[b], .75)));
			double other = log(together[a][b] * smooth /
					   (rows[b] * pow(rows[a], .75)));

			double expected = together[a][b] < 2
						  ? 0
						  : fmax(0, (one + other) / 2);

			ck_assert_double_eq_tol(weight(&affinity, a, b),
						expected, 1e-5);
		}
}
END_TEST

START_TEST(finds_no_company_in_single_words)
{
	static const char *const texts[] = { "a", "b", "", "aa", "-" };
	struct affinity affinity = measure(texts, 5);

	ck_assert_uint_eq(affinity.count, 2);
	ck_assert_uint_eq(affinity.rows[0].count, 0);
	ck_assert_uint_eq(affinity.rows[1].count, 0);
	ck_assert_uint_eq(measure(texts + 2, 1).count, 0);
}
END_TEST

Suite *
suite_affinity(void)
{
	Suite *suite = suite_create("affinity");
	TCase *tcase = tcase_create("affinity");

	tcase_add_checked_fixture(tcase, NULL, stop);
	tcase_add_test(tcase, weighs_three_words_by_the_formula);
	tcase_add_test(tcase, takes_no_notice_of_what_met_by_chance);
	tcase_add_loop_test(tcase, weighs_any_texts_by_the_formula, 1, 6);
	tcase_add_test(tcase, finds_no_company_in_single_words);
	suite_add_tcase(suite, tcase);
	return suite;
}
