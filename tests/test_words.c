#include "suites.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "arena.h"
#include "error.h"
#include "file.h"
#include "moment.h"
#include "words.h"

static struct arena arena;
static struct error err;
static const struct words *words;

static void
start(void)
{
	words = words_load(&arena, "templates", &err);
	ck_assert_msg(words, "%s", err.text);
}

static void
stop(void)
{
	arena_free(&arena);
}

struct timed {
	const char *when, *opening, *closing, *welsh_closing;
};

static const struct timed timed[] = {
	{ "2017-01-10 00:00", "10 January 2017", "11:59pm on 9 January 2017",
	  "11:59yh ar 9 Ionawr 2017" },
	{ "2017-01-09 12:00", "midday on 9 January 2017",
	  "midday on 9 January 2017", "ganol dydd ar 9 Ionawr 2017" },
	{ "2017-01-09 17:00", "5pm on 9 January 2017", "5pm on 9 January 2017",
	  "5yh ar 9 Ionawr 2017" },
	{ "2017-01-09 23:45", "11:45pm on 9 January 2017",
	  "11:45pm on 9 January 2017", "11:45yh ar 9 Ionawr 2017" },
	{ "2013-06-25 09:30", "9:30am on 25 June 2013",
	  "9:30am on 25 June 2013", "9:30yb ar 25 Mehefin 2013" },
	{ "2013-06-25 00:05", "12:05am on 25 June 2013",
	  "12:05am on 25 June 2013", "12:05yb ar 25 Mehefin 2013" },
	{ "2013-06-25 12:05", "12:05pm on 25 June 2013",
	  "12:05pm on 25 June 2013", "12:05yh ar 25 Mehefin 2013" },
	{ "2013-04-01 00:00", "1 April 2013", "11:59pm on 31 March 2013",
	  "11:59yh ar 31 Mawrth 2013" },
};

START_TEST(says_times_as_gov_uk_does)
{
	const struct timed *row = &timed[_i];
	moment when;

	ck_assert_int_eq(moment_parse(row->when, &when), MOMENT_FINE);
	ck_assert_str_eq(word_opening(&arena, words, LANGUAGE_EN, when),
			 row->opening);
	ck_assert_str_eq(word_closing(&arena, words, LANGUAGE_EN, when),
			 row->closing);
	ck_assert_str_eq(word_closing(&arena, words, LANGUAGE_CY, when),
			 row->welsh_closing);
}
END_TEST

START_TEST(writes_thousands_with_commas)
{
	ck_assert_str_eq(word_number(&arena, words, LANGUAGE_EN, W_TOO_LONG,
				     1234567),
			 "Your answer is 1,234,567 characters too long");
	ck_assert_str_eq(word_number(&arena, words, LANGUAGE_EN, W_TOO_LONG,
				     999),
			 "Your answer is 999 characters too long");
}
END_TEST

static const struct {
	const char *text;
	bool vowel;
} beginnings[] = {
	{ "Ysgol", true },
	{ "ŵyl", true },
	{ "Wyth", true },
	{ "Wales", false },
	{ "Llanfair", false },
	{ "1 ymateb", true },
	{ "11 ymateb", true },
	{ "10 ymateb", false },
	{ "8,000 ymateb", true },
	{ "18 ymateb", false },
	{ "", false },
};

START_TEST(knows_what_begins_with_a_vowel)
{
	ck_assert_int_eq(word_begins_with_vowel(beginnings[_i].text),
			 beginnings[_i].vowel);
}
END_TEST

START_TEST(never_takes_a_word_for_a_format)
{
	ck_assert_str_eq(word_text(&arena, words, LANGUAGE_EN, W_MIDDAY, "%n"),
			 "midday");
}
END_TEST

START_TEST(finds_a_word_by_its_id)
{
	ck_assert_int_eq(word_named("midday"), W_MIDDAY);
	ck_assert_int_eq(word_named("midda"), WORD_COUNT);
	ck_assert_int_eq(word_named(""), WORD_COUNT);
}
END_TEST

struct broken {
	const char *line, *says;
};

static const struct broken broken[] = {
	{ "midday", ":2: expected \"id = text\", not \"midday\"" },
	{ "midnite = x", ":2: midnite is not a word of words.en" },
	{ "june = x\njune = y", ":3: june stands here twice" },
	{ "june = x", " has no word " },
};

START_TEST(says_what_is_wrong_with_a_file_of_words)
{
	char folder[] = "/tmp/greenpaper-words-XXXXXX";
	const char *path;
	char *text;

	ck_assert_ptr_nonnull(mkdtemp(folder));
	path = file_in(&arena, folder, "words.en");
	text = arena_format(&arena, "# words\n%s\n", broken[_i].line);
	ck_assert(file_write(path, text, strlen(text), 0600, &err));
	ck_assert_ptr_null(words_load(&arena, folder, &err));
	unlink(path);
	rmdir(folder);
	ck_assert_int_eq(err.kind, ERROR_SYSTEM);
	ck_assert_msg(strstr(err.text, arena_format(&arena, "%s%s", path,
						    broken[_i].says)),
		      "%s", err.text);
}
END_TEST

Suite *
suite_words(void)
{
	Suite *suite = suite_create("words");
	TCase *tcase = tcase_create("words");

	tcase_add_checked_fixture(tcase, start, stop);
	tcase_add_loop_test(tcase, says_times_as_gov_uk_does, 0,
			    sizeof(timed) / sizeof(timed[0]));
	tcase_add_test(tcase, writes_thousands_with_commas);
	tcase_add_loop_test(tcase, knows_what_begins_with_a_vowel, 0,
			    sizeof(beginnings) / sizeof(beginnings[0]));
	tcase_add_test(tcase, never_takes_a_word_for_a_format);
	tcase_add_test(tcase, finds_a_word_by_its_id);
	tcase_add_loop_test(tcase, says_what_is_wrong_with_a_file_of_words, 0,
			    sizeof(broken) / sizeof(broken[0]));
	suite_add_tcase(suite, tcase);
	return suite;
}
