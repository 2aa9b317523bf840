#include "suites.h"

#include <stdbool.h>
#include <string.h>

#include "answers_made.h"
#include "arena.h"
#include "coding/coding.h"
#include "str.h"
#include "themes/suggest.h"

enum { TOLD = 48 };

static struct arena arena;
static struct suggest_answer answers[ANSWERS_MADE];

/* What answers_made says of the matters of an answer, in ascending order. */
static size_t
matters_of(size_t number, size_t matters[2])
{
	size_t matter = number % ANSWERS_MATTERS;
	size_t turn = number / ANSWERS_MATTERS;
	size_t other = (matter + 1 + turn % 5) % ANSWERS_MATTERS;
	size_t count = turn % 3 ? 1 : 2;

	matters[0] = matter < other || count == 1 ? matter : other;
	matters[1] = matter < other ? other : matter;
	return count;
}

/* The first TOLD answers are told. */
static void
start(void)
{
	const struct coding_answer *made = answers_made(&arena);

	for (size_t i = 0; i < ANSWERS_MADE; i++) {
		size_t *labels = arena_array(&arena, 2, sizeof(*labels));

		answers[i] = (struct suggest_answer){
			made[i].text, tongue_of(made[i].language), labels,
			matters_of(i, labels)
		};
		if (i >= TOLD)
			answers[i].label_count = 0;
	}
}

static void
stop(void)
{
	arena_free(&arena);
}

static bool
is_about(size_t answer, size_t matter)
{
	size_t matters[2], count = matters_of(answer, matters);

	return matters[0] == matter || matters[count - 1] == matter;
}

static bool
is_word_of(size_t matter, const char *word, size_t len)
{
	for (size_t i = 0; i < ANSWERS_WORDS; i++)
		if (strlen(answers_words[matter][i]) == len &&
		    memcmp(answers_words[matter][i], word, len) == 0)
			return true;
	return false;
}

START_TEST(offers_what_answers_are_about)
{
	struct suggestions found =
		suggest_find(&arena, answers, ANSWERS_MADE, ANSWERS_MATTERS);

	ck_assert_uint_eq(found.count, ANSWERS_MADE - TOLD);
	for (size_t i = 0; i < found.count; i++) {
		const struct suggestion *one = &found.items[i];

		ck_assert_uint_eq(one->answer, TOLD + i);
		ck_assert_uint_eq(one->offer_count, SUGGEST_OFFERS);
		ck_assert_msg(is_about(one->answer, one->offers[0].label),
			      "%zu of matter %zu: %s", one->answer,
			      one->offers[0].label, answers[one->answer].text);
		/* Who speaks of two is offered both. */
		ck_assert_msg(one->answer / ANSWERS_MATTERS % 3 ||
				      is_about(one->answer,
					       one->offers[1].label),
			      "%s", answers[one->answer].text);
	}
}
END_TEST

START_TEST(is_less_sure_of_who_speaks_of_two)
{
	struct suggestions found =
		suggest_find(&arena, answers, ANSWERS_MADE, ANSWERS_MATTERS);
	double one = 1, two = 0;

	for (size_t i = 0; i < found.count; i++) {
		double margin = found.items[i].margin;

		ck_assert(margin == found.items[i].offers[0].score -
					    found.items[i].offers[1].score);
		if (found.items[i].answer / ANSWERS_MATTERS % 3)
			one = margin < one ? margin : one;
		else
			two = margin > two ? margin : two;
	}
	ck_assert_msg(one > two, "%f of one, %f of two", one, two);
}
END_TEST

START_TEST(says_which_words_speak_for_it)
{
	struct suggestions found =
		suggest_find(&arena, answers, ANSWERS_MADE, ANSWERS_MATTERS);

	for (size_t i = 0; i < found.count; i++) {
		const struct suggestion *one = &found.items[i];
		const char *text = answers[one->answer].text;

		ck_assert_uint_gt(one->why_count, 0);
		for (size_t j = 0; j < one->why_count; j++)
			ck_assert_msg(is_word_of(one->offers[0].label,
						 text + one->why[j].start,
						 one->why[j].end -
							 one->why[j].start),
				      "word %zu of: %s", j, text);
	}
}
END_TEST

/* "person" has the stem of "personal", and says nothing. */
START_TEST(explains_by_no_general_word)
{
	static const size_t data = 0, bus = 1;
	static const struct suggest_answer told[] = {
		{ "Personal data online", TONGUE_EN, &data, 1 },
		{ "My personal data", TONGUE_EN, &data, 1 },
		{ "The bus and its fare", TONGUE_EN, &bus, 1 },
		{ "A bus fare", TONGUE_EN, &bus, 1 },
		{ "A person with personal data", TONGUE_EN, NULL, 0 },
		{ "The moon", TONGUE_EN, NULL, 0 },
		{ "The sun", TONGUE_EN, NULL, 0 },
	};
	struct suggestions found =
		suggest_find(&arena, told, sizeof(told) / sizeof(told[0]), 2);
	const struct suggestion *one = &found.items[0];

	ck_assert_uint_eq(one->answer, 4);
	ck_assert_uint_eq(one->offers[0].label, data);
	ck_assert_uint_eq(one->why_count, 2);
	ck_assert_uint_eq(one->why[0].start, strlen("A person with "));
}
END_TEST

static const char *
describe(const struct suggestion *one)
{
	struct str out = { .arena = &arena };

	str_text(&out, "");
	for (size_t i = 0; i < one->offer_count; i++)
		str_format(&out, "%zu %a ", one->offers[i].label,
			   one->offers[i].score);
	for (size_t i = 0; i < one->why_count; i++)
		str_format(&out, "%zu-%zu ", one->why[i].start,
			   one->why[i].end);
	return out.text;
}

START_TEST(offers_the_same_in_any_order)
{
	struct suggestions whole, found;
	const char *expected[ANSWERS_MADE] = { 0 };

	/* One text, told differently. */
	answers[7].text = answers[1].text;
	answers[7].labels = answers[2].labels;
	answers[13].text = answers[1].text;
	answers[13].labels = answers[0].labels;
	answers[13].label_count = 2;
	whole = suggest_find(&arena, answers, ANSWERS_MADE, ANSWERS_MATTERS);
	for (size_t i = 0; i < whole.count; i++)
		expected[whole.items[i].answer] = describe(&whole.items[i]);
	for (size_t step = 7; step < 20; step += 6) {
		struct suggest_answer shuffled[ANSWERS_MADE];
		size_t from[ANSWERS_MADE];

		for (size_t i = 0; i < ANSWERS_MADE; i++) {
			from[i * step % ANSWERS_MADE] = i;
			shuffled[i * step % ANSWERS_MADE] = answers[i];
		}
		found = suggest_find(&arena, shuffled, ANSWERS_MADE,
				     ANSWERS_MATTERS);
		ck_assert_uint_eq(found.count, whole.count);
		for (size_t i = 0; i < found.count; i++)
			ck_assert_str_eq(describe(&found.items[i]),
					 expected[from[found.items[i].answer]]);
	}
}
END_TEST

START_TEST(offers_nothing_where_nothing_is_known)
{
	static const size_t label;
	const struct suggest_answer odd[] = {
		{ "The bus and the fare.", TONGUE_EN, &label, 1 },
		{ "The bus and the driver.", TONGUE_EN, &label, 1 },
		{ "A zeppelin!", TONGUE_EN, NULL, 0 },
		{ "", TONGUE_EN, NULL, 0 },
		{ "…", TONGUE_EN, &label, 1 },
		{ "The fare.", TONGUE_EN, NULL, 0 },
		{ "The driver.", TONGUE_EN, NULL, 0 },
	};
	struct suggestions found = suggest_find(&arena, odd, 7, 1);

	ck_assert_uint_eq(found.count, 4);
	ck_assert_uint_eq(found.items[0].offer_count, 0);
	ck_assert_uint_eq(found.items[1].offer_count, 0);
	ck_assert_uint_eq(found.items[2].offer_count, 1);
	ck_assert(found.items[2].offers[0].score == 1);
	ck_assert(found.items[2].margin == 1);
	ck_assert_uint_eq(suggest_find(&arena, odd, 2, 1).count, 0);
	ck_assert_uint_eq(suggest_find(&arena, odd, 0, 1).count, 0);
}
END_TEST

Suite *
suite_suggest(void)
{
	Suite *suite = suite_create("suggest");
	TCase *tcase = tcase_create("suggest");

	tcase_add_checked_fixture(tcase, start, stop);
	tcase_add_test(tcase, offers_what_answers_are_about);
	tcase_add_test(tcase, is_less_sure_of_who_speaks_of_two);
	tcase_add_test(tcase, says_which_words_speak_for_it);
	tcase_add_test(tcase, explains_by_no_general_word);
	tcase_add_test(tcase, offers_the_same_in_any_order);
	tcase_add_test(tcase, offers_nothing_where_nothing_is_known);
	suite_add_tcase(suite, tcase);
	return suite;
}
