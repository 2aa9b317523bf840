#include "suites.h"

#include <stdlib.h>

#include "arena.h"
#include "database.h"

START_TEST(each_role_may_do_what_the_table_says_and_no_more)
{
	ck_assert_int_eq(system("tests/roles.sh"), 0);
}
END_TEST

START_TEST(a_right_too_many_is_found)
{
	struct arena arena = { 0 };

	database_ask(&arena, "grant select (email) on person to "
			     "greenpaper_analyst");
	ck_assert_int_eq(system("tests/roles.sh | grep -q '^+table person .* "
				"select'"),
			 0);
	arena_free(&arena);
}
END_TEST

Suite *
suite_roles(void)
{
	Suite *suite = suite_create("roles");
	TCase *rights = tcase_create("rights");
	TCase *fault = tcase_create("fault");

	tcase_set_timeout(rights, 20);
	tcase_add_test(rights,
		       each_role_may_do_what_the_table_says_and_no_more);
	suite_add_tcase(suite, rights);
	tcase_set_timeout(fault, 20);
	tcase_add_unchecked_fixture(fault, database_new, database_drop);
	tcase_add_test(fault, a_right_too_many_is_found);
	suite_add_tcase(suite, fault);
	return suite;
}
