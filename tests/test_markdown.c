#include "suites.h"

#include <string.h>

#include "arena.h"
#include "error.h"
#include "file.h"
#include "markdown.h"

/* The text up to MARK, cut off there; *REST goes on behind it. */
static char *
part(char **rest, const char *mark)
{
	char *start = *rest, *end = strstr(start, mark);

	ck_assert_msg(end, "no %s behind: %.40s", mark, start);
	*rest = end + strlen(mark);
	*end = '\0';
	return start;
}

START_TEST(writes_every_case_of_the_table)
{
	struct arena arena = { 0 };
	struct error err;
	char *bytes, *rest;
	size_t len;
	int count = 0;

	ck_assert_msg(file_read(&arena, "tests/cases/markdown.txt", 100000,
				&bytes, &len, &err),
		      "%s", err.text);
	rest = arena_format(&arena, "%s=== ", bytes);
	part(&rest, "\n=== ");
	while (*rest) {
		char *name = part(&rest, "\n---"), *expected, *html;

		expected = part(&rest, "\n=== ");
		html = arena_format(&arena, "\n%s",
				    markdown_html(&arena,
						  name + strcspn(name, "\n"), 3,
						  "/files/")
					    .text);
		ck_assert_str_eq(html, arena_format(&arena, "%s\n", expected));
		count++;
	}
	ck_assert_int_ge(count, 14);
	arena_free(&arena);
}
END_TEST

START_TEST(gives_a_second_level_heading_its_size)
{
	struct arena arena = { 0 };

	ck_assert_str_eq(markdown_html(&arena, "# A", 2, "/files/").text,
			 "<h2 class=\"govuk-heading-m\">A</h2>\n");
	arena_free(&arena);
}
END_TEST

START_TEST(takes_the_text_alone_paragraphs_as_lines)
{
	struct arena arena = { 0 };

	ck_assert_str_eq(markdown_text(&arena,
				       "# Why\n\nThe *first*\nline, "
				       "[here](/x).\n\n- a\n- `b`<br>\n"),
			 "Why\nThe first line, here.\na\nb");
	ck_assert_str_eq(markdown_text(&arena, ""), "");
	arena_free(&arena);
}
END_TEST

Suite *
suite_markdown(void)
{
	Suite *suite = suite_create("markdown");
	TCase *tcase = tcase_create("markdown");

	tcase_add_test(tcase, writes_every_case_of_the_table);
	tcase_add_test(tcase, gives_a_second_level_heading_its_size);
	tcase_add_test(tcase, takes_the_text_alone_paragraphs_as_lines);
	suite_add_tcase(suite, tcase);
	return suite;
}
