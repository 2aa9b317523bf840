#include "suites.h"

#include <stdlib.h>

#include "arena.h"
#include "cases.h"
#include "report/tally.h"

static struct arena arena;

static void
stop(void)
{
	arena_free(&arena);
}

START_TEST(shares_are_those_of_the_table)
{
	struct cases cases = cases_read(&arena, "tally.txt", 4);

	for (size_t i = 0; i < cases.count; i++) {
		const char *const *columns = cases.rows[i].columns;
		size_t count = strtoul(columns[0], NULL, 10);
		size_t base = strtoul(columns[1], NULL, 10);

		ck_assert_str_eq(tally_text(&arena, count, base, TALLY_WHOLE),
				 columns[2]);
		ck_assert_str_eq(tally_text(&arena, count, base, TALLY_TENTHS),
				 columns[3]);
	}
}
END_TEST

struct sum {
	size_t counts[4], base;
	bool misses;
};

static const struct sum sums[] = {
	{ { 1618, 226, 169 }, 2013, true },	 /* 80 + 11 + 8 */
	{ { 1618, 226, 169, 81 }, 2094, false }, /* 77 + 11 + 8 + 4 */
	{ { 1, 1, 1 }, 3, true },
	{ { 1, 1, 2 }, 4, false },
	{ { 1, 1, 0, 0 }, 2, false },
	{ { 2, 2, 2 }, 3, false }, /* several each: no parts of a whole */
	{ { 0 }, 0, false },
};

START_TEST(says_when_rounded_shares_miss_100)
{
	ck_assert(tally_misses_100(sums[_i].counts, 4, sums[_i].base,
				   TALLY_WHOLE) == sums[_i].misses);
}
END_TEST

Suite *
suite_tally(void)
{
	Suite *suite = suite_create("tally");
	TCase *tcase = tcase_create("tally");

	tcase_add_checked_fixture(tcase, NULL, stop);
	tcase_add_test(tcase, shares_are_those_of_the_table);
	tcase_add_loop_test(tcase, says_when_rounded_shares_miss_100, 0,
			    sizeof(sums) / sizeof(sums[0]));
	suite_add_tcase(suite, tcase);
	return suite;
}
