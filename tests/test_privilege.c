#include "suites.h"

#include <string.h>

#include "error.h"
#include "privilege.h"

static const struct {
	const char *user, *group, *said;
} nobodies[] = {
	{ "no-such-user", NULL, "there is no user no-such-user" },
	{ NULL, "no-such-group", "there is no group no-such-group" },
	{ "no-such-user", "no-such-group", "there is no user no-such-user" },
};

START_TEST(names_a_user_or_group_that_does_not_exist)
{
	struct identity identity;
	struct error err = { 0 };

	ck_assert(!identity_find(nobodies[_i].user, nobodies[_i].group,
				 &identity, &err));
	ck_assert_int_eq(err.kind, ERROR_INPUT);
	ck_assert_str_eq(err.text, nobodies[_i].said);
}
END_TEST

/* Root must be somebody else, and nobody else can be root. */
START_TEST(never_answers_as_root)
{
	struct identity identity;
	struct error err = { 0 };

	ck_assert(!identity_find("root", NULL, &identity, &err));
	ck_assert_int_eq(err.kind, ERROR_INPUT);
}
END_TEST

Suite *
suite_privilege(void)
{
	Suite *suite = suite_create("privilege");
	TCase *tcase = tcase_create("privilege");

	tcase_add_loop_test(tcase, names_a_user_or_group_that_does_not_exist, 0,
			    sizeof(nobodies) / sizeof(nobodies[0]));
	tcase_add_test(tcase, never_answers_as_root);
	suite_add_tcase(suite, tcase);
	return suite;
}
