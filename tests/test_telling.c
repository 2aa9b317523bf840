#include "suites.h"

#include <string.h>

#include "arena.h"
#include "report/telling.h"
#include "str.h"

static struct arena arena;

static void
stop(void)
{
	arena_free(&arena);
}

enum { ANSWERS_MAX = 64 };

static struct telling_answer answers[ANSWERS_MAX];
static size_t count;

static void
say(size_t times, bool inside, const char *text)
{
	for (; times; times--)
		answers[count++] =
			(struct telling_answer){ text, TONGUE_EN, inside };
}

static void
start(void)
{
	count = 0;
	say(10, true, "pram fumes");
	say(4, true, "fumes");
	say(2, true, "lesson");
	say(20, false, "lesson fumes");
	say(1, false, "pram");
}

/* "pram 10/1 2.57, … | …" */
static const char *
describe(const struct telling *telling)
{
	struct str out = { .arena = &arena };

	for (int side = 0; side < TELLING_SIDES; side++) {
		str_text(&out, side ? "|" : "");
		for (size_t i = 0; i < telling->word_count[side]; i++) {
			const struct telling_word *word =
				&telling->words[side][i];

			str_format(&out, " %s %zu/%zu %.4f", word->word,
				   word->answers[TELLING_GROUP],
				   word->answers[TELLING_REST], word->z);
		}
	}
	return out.text;
}

static const char *
told(size_t top)
{
	struct telling telling = telling_find(&arena, answers, count, top);

	return describe(&telling);
}

START_TEST(scores_as_the_paper_does)
{
	struct telling telling = telling_find(&arena, answers, count, 10);

	ck_assert_uint_eq(telling.answers[TELLING_GROUP], 16);
	ck_assert_uint_eq(telling.answers[TELLING_REST], 21);
	/* Figures of another program, by the formula of the header. */
	ck_assert_str_eq(describe(&telling),
			 " pram 10/1 3.0604| lesson 2/20 3.1322");
}
END_TEST

START_TEST(does_not_depend_on_the_order)
{
	const char *before = told(10);

	for (size_t i = 0; i < count / 2; i++) {
		struct telling_answer answer = answers[i];

		answers[i] = answers[count - 1 - i];
		answers[count - 1 - i] = answer;
	}
	ck_assert_str_eq(told(10), before);
}
END_TEST

START_TEST(counts_a_word_once_an_answer)
{
	const char *before = told(10);

	for (size_t i = 0; i < count; i++)
		if (strcmp(answers[i].text, "pram fumes") == 0)
			answers[i].text = "pram fumes prams pram PRAM fume";
	ck_assert_str_eq(told(10), before);
}
END_TEST

START_TEST(shows_no_word_of_fewer_than_three)
{
	count = 0;
	say(2, true, "secret");
	say(50, false, "lesson");
	ck_assert_ptr_null(strstr(told(10), "secret"));
	say(1, true, "Secrets");
	ck_assert_ptr_nonnull(strstr(told(10), " secret 3/0"));
}
END_TEST

START_TEST(finds_nothing_where_nothing_differs)
{
	count = 0;
	ck_assert_str_eq(told(10), "|");
	say(20, true, "fumes and lessons");
	ck_assert_str_eq(told(10), "|");
	say(30, false, "fumes and lessons");
	ck_assert_str_eq(told(10), "|");
	say(2, false, "");
	ck_assert_str_eq(told(10), "|");
}
END_TEST

START_TEST(keeps_the_first_of_many)
{
	count = 0;
	say(20, true, "apple pear plum");
	say(20, false, "lesson");
	ck_assert_ptr_nonnull(strstr(told(2), " apple"));
	ck_assert_ptr_nonnull(strstr(told(2), " pear"));
	ck_assert_ptr_null(strstr(told(2), " plum"));
}
END_TEST

Suite *
suite_telling(void)
{
	Suite *suite = suite_create("telling");
	TCase *tcase = tcase_create("telling");

	tcase_add_checked_fixture(tcase, start, stop);
	tcase_add_test(tcase, scores_as_the_paper_does);
	tcase_add_test(tcase, does_not_depend_on_the_order);
	tcase_add_test(tcase, counts_a_word_once_an_answer);
	tcase_add_test(tcase, shows_no_word_of_fewer_than_three);
	tcase_add_test(tcase, finds_nothing_where_nothing_differs);
	tcase_add_test(tcase, keeps_the_first_of_many);
	suite_add_tcase(suite, tcase);
	return suite;
}
