#include "suites.h"

#include <string.h>

#include "arena.h"
#include "cases.h"
#include "problem.h"
#include "str.h"
#include "yaml.h"

static struct arena arena;
static struct problems problems;

static void
begin(void)
{
	problems = (struct problems){ .arena = &arena, .path = "f" };
}

static void
end(void)
{
	arena_free(&arena);
}

static const struct yaml *
parse(const char *text)
{
	return yaml_parse(text, strlen(text), &problems);
}

START_TEST(says_what_is_wrong_for_every_line_of_the_table)
{
	struct cases cases = cases_read(&arena, "yaml.txt", 2);
	size_t len;

	for (size_t i = 0; i < cases.count; i++) {
		const char *const *columns = cases.rows[i].columns;
		char *text = case_bytes(&arena, columns[0], &len);

		begin();
		yaml_parse(text, len, &problems);
		ck_assert_str_eq(problem_list(&problems),
				 arena_format(&arena, "f:%s\n",
					      case_bytes(&arena, columns[1],
							 &len)));
	}
	ck_assert_uint_ge(cases.count, 50);
}
END_TEST

START_TEST(keeps_scalars_as_they_are_written)
{
	const struct yaml *map = parse("no: no\nn: 010\nd: 2013-06-25\n"
				       "q: \"a\\tb\"\ns: 'it''s'\nempty:\n"
				       "fold: >\n  a\n  b\n\n  c\n"
				       "keep: |\n  a\n   b\n");

	ck_assert(map);
	ck_assert_uint_eq(problems.count, 0);
	ck_assert_str_eq(yaml_get(map, "no")->text, "no");
	ck_assert_str_eq(yaml_get(map, "n")->text, "010");
	ck_assert_str_eq(yaml_get(map, "d")->text, "2013-06-25");
	ck_assert_str_eq(yaml_get(map, "q")->text, "a\tb");
	ck_assert_str_eq(yaml_get(map, "s")->text, "it's");
	ck_assert_str_eq(yaml_get(map, "empty")->text, "");
	ck_assert_str_eq(yaml_get(map, "fold")->text, "a b\nc\n");
	ck_assert_str_eq(yaml_get(map, "keep")->text, "a\n b\n");
	ck_assert(!yaml_get(map, "no")->quoted);
	ck_assert(yaml_get(map, "q")->quoted);
	ck_assert(yaml_get(map, "keep")->quoted);
	ck_assert_ptr_null(yaml_get(map, "none"));
	ck_assert_ptr_null(yaml_get(NULL, "none"));
}
END_TEST

START_TEST(knows_where_everything_stands)
{
	const struct yaml *map = parse("---\na: [é, b]\nc:\n  - d: e\n");
	const struct yaml *list = yaml_get(map, "a");
	const struct yaml *inner = &yaml_get(map, "c")->items[0];

	ck_assert_int_eq(list->kind, YAML_LIST);
	ck_assert_uint_eq(list->count, 2);
	ck_assert_uint_eq(list->line, 2);
	ck_assert_uint_eq(list->column, 4);
	ck_assert_uint_eq(list->items[1].column, 8);
	ck_assert_int_eq(inner->kind, YAML_MAP);
	ck_assert_uint_eq(inner->keys[0].line, 4);
	ck_assert_uint_eq(inner->keys[0].column, 5);
	ck_assert_uint_eq(inner->items[0].column, 8);
}
END_TEST

START_TEST(reads_crlf_line_ends_as_line_ends)
{
	const struct yaml *map = parse("a: |\r\n  b\r\n  c\r\nd: e\r\n");

	ck_assert_str_eq(yaml_get(map, "a")->text, "b\nc\n");
	ck_assert_str_eq(yaml_get(map, "d")->text, "e");
}
END_TEST

START_TEST(refuses_a_file_that_is_too_long)
{
	char *bytes = arena_alloc(&arena, YAML_BYTES_MAX + 1);

	memset(bytes, '#', YAML_BYTES_MAX + 1);
	ck_assert_ptr_null(yaml_parse(bytes, YAML_BYTES_MAX + 1, &problems));
	ck_assert_str_eq(problem_list(&problems),
			 "f:1:1: the file is longer than 1048576 bytes: "
			 "shorten it\n");
}
END_TEST

START_TEST(stops_at_hostile_depth_at_once)
{
	char *bytes = arena_alloc(&arena, YAML_BYTES_MAX);

	memset(bytes, '[', YAML_BYTES_MAX);
	ck_assert_ptr_null(yaml_parse(bytes, YAML_BYTES_MAX, &problems));
	ck_assert_uint_eq(problems.count, 1);
}
END_TEST

START_TEST(offers_the_key_that_was_meant)
{
	static const char *const allowed[] = { "title", "hint", NULL };
	const struct yaml *map = parse("titel: a\nhint: b\nsurplus: c\n");

	yaml_keys(map, allowed, &problems);
	ck_assert_str_eq(problem_list(&problems),
			 "f:1:1: \"titel\" is not known here: did you mean "
			 "\"title\"?\n"
			 "f:3:1: \"surplus\" is not known here: write title or "
			 "hint\n");
}
END_TEST

START_TEST(reads_yes_and_no)
{
	const struct yaml *map = parse("a: yes\nb: no\nc: 'true'\nd: false\n"
				       "e: perhaps\nf: [yes]\ng: Yes\n");

	ck_assert(yaml_yes(yaml_get(map, "a"), "a", false, &problems));
	ck_assert(!yaml_yes(yaml_get(map, "b"), "b", true, &problems));
	ck_assert(yaml_yes(yaml_get(map, "c"), "c", false, &problems));
	ck_assert(!yaml_yes(yaml_get(map, "d"), "d", true, &problems));
	ck_assert(yaml_yes(NULL, "none", true, &problems));
	ck_assert_uint_eq(problems.count, 0);
	ck_assert(!yaml_yes(yaml_get(map, "e"), "e", true, &problems));
	ck_assert(!yaml_yes(yaml_get(map, "f"), "f", true, &problems));
	ck_assert(!yaml_yes(yaml_get(map, "g"), "g", true, &problems));
	ck_assert_str_eq(problem_list(&problems),
			 "f:5:4: e is neither yes nor no: write yes or no\n"
			 "f:6:4: f is neither yes nor no: write yes or no\n"
			 "f:7:4: g is neither yes nor no: write yes or no\n");
}
END_TEST

static const struct {
	const char *text;
	size_t count; /* 0: refused */
} counts[] = {
	{ "1", 1 },	 { "250", 250 },
	{ "0250", 250 }, { "1000", 1000 },
	{ "1001", 0 },	 { "0", 0 },
	{ "-1", 0 },	 { "2.5", 0 },
	{ "1,000", 0 },	 { "99999999999999999999999", 0 },
	{ "", 0 },	 { "[1]", 0 },
};

START_TEST(reads_whole_numbers_alone)
{
	const struct yaml *map =
		parse(arena_format(&arena, "n: %s\n", counts[_i].text));
	size_t count = 0;

	ck_assert_int_eq(yaml_count(yaml_get(map, "n"), "n", 1000, &count,
				    &problems),
			 counts[_i].count > 0);
	ck_assert_uint_eq(count, counts[_i].count);
	ck_assert_uint_eq(problems.count, counts[_i].count == 0);
}
END_TEST

START_TEST(leaves_a_count_alone_that_is_not_there)
{
	size_t count = 7;

	ck_assert(yaml_count(NULL, "n", 1000, &count, &problems));
	ck_assert_uint_eq(count, 7);
}
END_TEST

static const struct {
	const char *text, *written;
} scalars[] = {
	{ "", "\"\"" },
	{ "plain", "\"plain\"" },
	{ "a: b # c", "\"a: b # c\"" },
	{ "say \"yes\" \\n", "\"say \\\"yes\\\" \\\\n\"" },
	{ "Tŷ’r 😀", "\"Tŷ’r 😀\"" },
	{ "bell\a\x7f tab\t", "\"bell\\u0007\\u007F tab\\u0009\"" },
	{ "\xc2\x85\xe2\x80\xa8\xe2\x80\xa9\xef\xbb\xbf\xef\xbf\xbf",
	  "\"\\u0085\\u2028\\u2029\\uFEFF\\uFFFF\"" },
	{ "two\nlines", "|-\n      two\n      lines" },
	{ "two\n\n  lines \n", "|\n      two\n\n        lines " },
	{ "a\n \n\tb", "|-\n      a\n       \n      \tb" },
	{ "- a\n# b\n---\n...\n",
	  "|\n      - a\n      # b\n      ---\n      ..." },
	{ "two\nlines\n\n", "\"two\\nlines\\n\\n\"" },
	{ " first\nlines", "\" first\\nlines\"" },
	{ "\nlines", "\"\\nlines\"" },
	{ "\n", "\"\\n\"" },
	{ "cr\r\nlf", "\"cr\\u000D\\nlf\"" },
	{ "sep\xe2\x80\xa8\nb", "\"sep\\u2028\\nb\"" },
};

START_TEST(writes_scalars_that_read_back)
{
	struct str out = { .arena = &arena };
	const struct yaml *map;

	str_text(&out, "a:\n  - b: ");
	yaml_write(&out, scalars[_i].text, 6);
	ck_assert_str_eq(out.text + strlen("a:\n  - b: "), scalars[_i].written);
	str_text(&out, "\nc: ");
	yaml_write(&out, scalars[_i].text, 0);
	str_text(&out, "\n");
	map = parse(out.text);
	ck_assert_msg(map, "%s", problem_list(&problems));
	ck_assert_str_eq(yaml_get(&yaml_get(map, "a")->items[0], "b")->text,
			 scalars[_i].text);
	ck_assert_str_eq(yaml_get(map, "c")->text, scalars[_i].text);
}
END_TEST

/* Every short text over the letters that YAML minds. */
START_TEST(writes_every_short_text_so_that_it_reads_back)
{
	static const char letters[] = "a \n\t-#:\"\\'|&*";
	const int base = (int)strlen(letters);

	for (int n = 0; n < base * base * base * base; n++) {
		char text[] = { letters[n % base], letters[n / base % base],
				letters[n / base / base % base],
				letters[n / base / base / base], '\0' };
		struct str out = { .arena = &arena };
		const struct yaml *map;

		str_text(&out, "a: ");
		yaml_write(&out, text, 2);
		str_text(&out, "\nb: c\n");
		map = parse(out.text);
		ck_assert_msg(map, "%s%s", out.text, problem_list(&problems));
		ck_assert_str_eq(yaml_get(map, "a")->text, text);
		ck_assert_str_eq(yaml_get(map, "b")->text, "c");
		arena_free(&arena);
	}
}
END_TEST

Suite *
suite_yaml(void)
{
	Suite *suite = suite_create("yaml");
	TCase *tcase = tcase_create("yaml");

	tcase_add_checked_fixture(tcase, begin, end);
	tcase_add_test(tcase, says_what_is_wrong_for_every_line_of_the_table);
	tcase_add_test(tcase, keeps_scalars_as_they_are_written);
	tcase_add_test(tcase, knows_where_everything_stands);
	tcase_add_test(tcase, reads_crlf_line_ends_as_line_ends);
	tcase_add_test(tcase, refuses_a_file_that_is_too_long);
	tcase_add_test(tcase, stops_at_hostile_depth_at_once);
	tcase_add_test(tcase, offers_the_key_that_was_meant);
	tcase_add_test(tcase, reads_yes_and_no);
	tcase_add_loop_test(tcase, reads_whole_numbers_alone, 0,
			    sizeof(counts) / sizeof(counts[0]));
	tcase_add_test(tcase, leaves_a_count_alone_that_is_not_there);
	tcase_add_loop_test(tcase, writes_scalars_that_read_back, 0,
			    sizeof(scalars) / sizeof(scalars[0]));
	tcase_add_test(tcase, writes_every_short_text_so_that_it_reads_back);
	suite_add_tcase(suite, tcase);
	return suite;
}
