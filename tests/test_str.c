#include "suites.h"

#include "arena.h"
#include "str.h"

START_TEST(keeps_bytes_after_a_nul)
{
	struct arena arena = { 0 };
	struct str str = { .arena = &arena };

	str_add(&str, "a\0b", 3);
	ck_assert_uint_eq(str.len, 3);
	ck_assert_int_eq(str.text[2], 'b');
	ck_assert_int_eq(str.text[3], '\0');
	arena_free(&arena);
}
END_TEST

START_TEST(keeps_every_byte_while_it_grows)
{
	struct arena arena = { 0 };
	struct str str = { .arena = &arena };

	for (int i = 0; i < 100000; i++)
		str_char(&str, (char)('a' + i % 26));
	str_format(&str, "%d", 42);
	ck_assert_uint_eq(str.len, 100002);
	for (int i = 0; i < 100000; i++)
		ck_assert_int_eq(str.text[i], 'a' + i % 26);
	ck_assert_str_eq(str.text + 100000, "42");
	arena_free(&arena);
}
END_TEST

Suite *
suite_str(void)
{
	Suite *suite = suite_create("str");
	TCase *tcase = tcase_create("str");

	tcase_add_test(tcase, keeps_bytes_after_a_nul);
	tcase_add_test(tcase, keeps_every_byte_while_it_grows);
	suite_add_tcase(suite, tcase);
	return suite;
}
