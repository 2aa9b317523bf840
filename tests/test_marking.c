#include "suites.h"

#include <stdbool.h>
#include <string.h>

#include "arena.h"
#include "text/marking.h"

static struct arena arena;
static struct marking marking;

static void
start(void)
{
	marking = (struct marking){ .arena = &arena, .on = "[", .off = "]" };
}

static void
stop(void)
{
	arena_free(&arena);
}

START_TEST(marks_in_any_order)
{
	marking_add(&marking, 8, 11);
	marking_add(&marking, 0, 3);
	ck_assert_str_eq(marking_text(&marking, "one two six", ""),
			 "[one] two [six]\n");
}
END_TEST

START_TEST(joins_marks_that_overlap)
{
	marking_add(&marking, 4, 7);
	marking_add(&marking, 0, 5);
	marking_add(&marking, 1, 2);
	marking_add(&marking, 7, 8);
	ck_assert_str_eq(marking_text(&marking, "one two six", ""),
			 "[one two][ ]six\n");
}
END_TEST

START_TEST(ends_a_mark_with_its_line)
{
	marking_add(&marking, 4, 11);
	ck_assert_str_eq(marking_text(&marking, "one two\n\nsix ten", "  "),
			 "  one [two]\n\n  [si]x ten\n");
}
END_TEST

START_TEST(lets_nothing_move_the_cursor)
{
	ck_assert_str_eq(marking_text(&marking, "a\x1b[1A\tb\r\nc", ""),
			 "a [1A b \nc\n");
}
END_TEST

START_TEST(takes_an_empty_text)
{
	ck_assert_str_eq(marking_text(&marking, "", "  "), "\n");
}
END_TEST

Suite *
suite_marking(void)
{
	Suite *suite = suite_create("marking");
	TCase *tcase = tcase_create("marking");

	tcase_add_checked_fixture(tcase, start, stop);
	tcase_add_test(tcase, marks_in_any_order);
	tcase_add_test(tcase, joins_marks_that_overlap);
	tcase_add_test(tcase, ends_a_mark_with_its_line);
	tcase_add_test(tcase, lets_nothing_move_the_cursor);
	tcase_add_test(tcase, takes_an_empty_text);
	suite_add_tcase(suite, tcase);
	return suite;
}
