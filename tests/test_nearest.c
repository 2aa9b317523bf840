#include "suites.h"

#include "nearest.h"

static const char *const names[] = { "title", "summary", "opens", "closes",
				     NULL };
static const struct {
	const char *word, *expected;
} cases[] = {
	{ "titel", "title" },	{ "titles", "title" }, { "sumary", "summary" },
	{ "colses", "closes" }, { "open", "opens" },   { "question", NULL },
	{ "x", NULL },		{ "", NULL },
};

START_TEST(offers_the_word_that_was_meant)
{
	const char *found = nearest(cases[_i].word, names);

	ck_assert_pstr_eq(found, cases[_i].expected);
}
END_TEST

Suite *
suite_nearest(void)
{
	Suite *suite = suite_create("nearest");
	TCase *tcase = tcase_create("nearest");

	tcase_add_loop_test(tcase, offers_the_word_that_was_meant, 0,
			    sizeof(cases) / sizeof(cases[0]));
	suite_add_tcase(suite, tcase);
	return suite;
}
