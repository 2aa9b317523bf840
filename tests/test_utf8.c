#include "suites.h"

#include <string.h>

#include "arena.h"
#include "utf8.h"

static const struct {
	const char *bytes;
	size_t len, where;
	bool good;
} encodings[] = {
	{ "plain", 5, 0, true },
	{ "Caf\xc3\xa9", 5, 0, true },
	{ "ab\0c", 4, 2, false },
	{ "lone \x80", 6, 5, false },
	{ "overlong \xc0\xaf", 11, 9, false },
	{ "surrogate \xed\xa0\x80", 13, 10, false },
	{ "beyond \xf4\x90\x80\x80", 11, 7, false },
	{ "cut \xe2\x82", 6, 4, false },
};

START_TEST(tells_good_encoding_from_bad)
{
	size_t where = 0;

	ck_assert_int_eq(utf8_check(encodings[_i].bytes, encodings[_i].len,
				    &where),
			 encodings[_i].good);
	ck_assert_uint_eq(where, encodings[_i].where);
}
END_TEST

/* Long enough to be looked at in steps; with lines and without, in ASCII and not. */
START_TEST(finds_a_bad_byte_anywhere)
{
	enum { LEN = 300 };
	static const char *const lines[] = { "a", "aaaaaaaaa\n",
					     "aaaaaa\xc3\xa9\n",
					     "\xe2\x80\x99\xc3\xa9" };
	static const char cut[] =
		"A line in ASCII that is longer than any step in which it is "
		"looked at.\nCaf\xc3\n\xa9, said on the next line.";
	char text[LEN];
	size_t where = 0;

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		size_t line = strlen(lines[i]);
		size_t len = LEN / line * line;

		for (size_t at = 0; at < len; at += line)
			memcpy(text + at, lines[i], line);
		ck_assert(utf8_check(text, len, &where));
		for (size_t at = 0; at < len; at += line) {
			char kept = text[at];

			text[at] = '\xff';
			ck_assert(!utf8_check(text, len, &where));
			ck_assert_uint_eq(where, at);
			text[at] = kept;
		}
	}
	/* No character goes over the end of a line. */
	ck_assert(!utf8_check(cut, strlen(cut), &where));
	ck_assert_uint_eq(where, strcspn(cut, "\xc3"));
}
END_TEST

START_TEST(counts_as_the_browser_does)
{
	ck_assert_uint_eq(utf8_utf16_units("", strlen("")), 0);
	ck_assert_uint_eq(utf8_utf16_units("Tŷ", strlen("Tŷ")), 2);
	ck_assert_uint_eq(utf8_utf16_units("😀", strlen("😀")), 2);
	ck_assert_uint_eq(utf8_utf16_units("a\nb", strlen("a\nb")), 3);
}
END_TEST

START_TEST(knows_blanks_of_every_kind)
{
	ck_assert(utf8_is_blank(""));
	ck_assert(utf8_is_blank(" \t\n\xc2\xa0\xe2\x80\x8b\xef\xbb\xbf"));
	ck_assert(!utf8_is_blank(" . "));
}
END_TEST

static const struct {
	const char *text, *capitalised;
} capitals[] = {
	{ "", "" },
	{ "bus stop", "Bus stop" },
	{ "Bus stop", "Bus stop" },
	{ "16 buses", "16 buses" },
	{ "'r ysgol", "'r ysgol" },
	{ "ŵyn", "Ŵyn" },
	{ "ŷd", "Ŷd" },
	{ "w\u0302yn", "W\u0302yn" },
	{ "llan", "Llan" },
	{ "école", "École" },
	{ "ÿ", "Ÿ" },
	{ "ßa", "ßa" },
	{ "ǆ", "ǅ" },
	{ "漢字", "漢字" },
};

START_TEST(gives_a_capital_in_every_language)
{
	struct arena arena = { 0 };

	ck_assert_str_eq(utf8_capitalised(&arena, capitals[_i].text),
			 capitals[_i].capitalised);
	arena_free(&arena);
}
END_TEST

START_TEST(folds_away_case_spacing_and_punctuation)
{
	struct arena arena = { 0 };

	ck_assert_str_eq(utf8_fold(&arena, "  It’s TOO far!\n\n(60 miles) "),
			 "it s too far 60 miles");
	ck_assert_str_eq(utf8_fold(&arena, "W\xcc\x82Y\xcc\x82"), "ŵŷ");
	ck_assert_str_eq(utf8_fold(&arena, "…"), "");
	/* A mark stands on a letter, or is none of a word. */
	ck_assert_str_eq(utf8_fold(&arena, "❤️"), "");
	ck_assert_str_eq(utf8_fold(&arena, "Yes ❤️ q\xcc\x83"),
			 "yes q\xcc\x83");
	ck_assert_str_eq(utf8_compose(&arena, ""), "");
	arena_free(&arena);
}
END_TEST

START_TEST(puts_text_on_one_line)
{
	struct arena arena = { 0 };
	const char *text = "a\t\n b\x1b[1m\xe2\x80\xae\xc2\xa0z";

	ck_assert_str_eq(utf8_line(&arena, text, strlen(text)), "a b [1m z");
	ck_assert_str_eq(utf8_line(&arena, text, 0), "");
	arena_free(&arena);
}
END_TEST

START_TEST(counts_columns)
{
	ck_assert_uint_eq(utf8_columns("", 0), 0);
	ck_assert_uint_eq(utf8_columns("ab", 2), 2);
	ck_assert_uint_eq(utf8_columns("ŵ", 2), 1);
	ck_assert_uint_eq(utf8_columns("w\xcc\x82", 3), 1);
	ck_assert_uint_eq(utf8_columns("漢", 3), 2);
	ck_assert_uint_eq(utf8_columns("😀", 4), 2);
	/* A family of three is one emoji. */
	ck_assert_uint_eq(utf8_columns("👨‍👩‍👧", 18), 2);
}
END_TEST

START_TEST(fits_whole_characters)
{
	ck_assert_uint_eq(utf8_fit("ab😀c", 7, 3), 2);
	ck_assert_uint_eq(utf8_fit("ab😀c", 7, 4), 6);
	ck_assert_uint_eq(utf8_fit("ab", 2, 9), 2);
	ck_assert_uint_eq(utf8_fit("w\xcc\x82z", 4, 1), 3);
	ck_assert_uint_eq(utf8_fit_end("a😀bc", 7, 3), 2);
	ck_assert_uint_eq(utf8_fit_end("a😀bc", 7, 4), 6);
	ck_assert_uint_eq(utf8_fit_end("ab", 2, 9), 2);
	ck_assert_uint_eq(utf8_fit_end("aw\xcc\x82", 4, 1), 3);
	ck_assert_uint_eq(utf8_fit_end("ab", 2, 0), 0);
}
END_TEST

Suite *
suite_utf8(void)
{
	Suite *suite = suite_create("utf8");
	TCase *tcase = tcase_create("utf8");

	tcase_add_loop_test(tcase, gives_a_capital_in_every_language, 0,
			    sizeof(capitals) / sizeof(capitals[0]));
	tcase_add_loop_test(tcase, tells_good_encoding_from_bad, 0,
			    sizeof(encodings) / sizeof(encodings[0]));
	tcase_add_test(tcase, finds_a_bad_byte_anywhere);
	tcase_add_test(tcase, counts_as_the_browser_does);
	tcase_add_test(tcase, knows_blanks_of_every_kind);
	tcase_add_test(tcase, folds_away_case_spacing_and_punctuation);
	tcase_add_test(tcase, puts_text_on_one_line);
	tcase_add_test(tcase, counts_columns);
	tcase_add_test(tcase, fits_whole_characters);
	suite_add_tcase(suite, tcase);
	return suite;
}
