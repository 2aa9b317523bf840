#include "suites.h"

#include <string.h>

#include "answers_made.h"
#include "arena.h"
#include "coding/coding.h"
#include "str.h"
#include "text/lead_in.h"
#include "themes/theme.h"
#include "utf8.h"

static struct arena arena;
static struct corpus_answer answers[ANSWERS_MADE];

static void
start(void)
{
	const struct coding_answer *made = answers_made(&arena);

	for (size_t i = 0; i < ANSWERS_MADE; i++)
		answers[i] =
			(struct corpus_answer){ made[i].text,
						tongue_of(made[i].language) };
}

static void
stop(void)
{
	arena_free(&arena);
}

static const char *
describe_one(const struct theme *theme)
{
	struct str out = { .arena = &arena };

	str_format(&out, "%s:", theme->label);
	for (size_t j = 0; j < theme->word_count; j++)
		str_format(&out, "%s%s", j == theme->enough_count ? " | " : " ",
			   theme->words[j]);
	str_char(&out, '\n');
	return out.text;
}

static const char *
describe(const struct themes *themes)
{
	struct str out = { .arena = &arena };

	str_text(&out, "");
	for (size_t i = 0; i < themes->count; i++)
		str_text(&out, describe_one(&themes->items[i]));
	return out.text;
}

static bool
has_word(const struct theme *theme, const char *word)
{
	for (size_t i = 0; i < theme->word_count; i++)
		if (!strcmp(theme->words[i], word))
			return true;
	return false;
}

/* The theme that has the word. */
static const struct theme *
theme_of(const struct themes *themes, const char *word)
{
	for (size_t i = 0; i < themes->count; i++)
		if (has_word(&themes->items[i], word))
			return &themes->items[i];
	ck_abort_msg("no theme has %s:\n%s", word, describe(themes));
	return NULL;
}

START_TEST(finds_the_matters_that_were_put_in)
{
	struct themes themes =
		theme_find(&arena, answers, ANSWERS_MADE, ANSWERS_MATTERS);

	ck_assert_uint_eq(themes.count, ANSWERS_MATTERS);
	for (size_t m = 0; m < ANSWERS_MATTERS; m++) {
		const struct theme *theme =
			theme_of(&themes, answers_words[m][0]);

		for (size_t i = 1; i < ANSWERS_WORDS; i++)
			ck_assert_msg(theme_of(&themes, answers_words[m][i]) ==
					      theme,
				      "%s", describe(&themes));
	}
}
END_TEST

START_TEST(finds_the_same_in_any_order)
{
	struct themes themes = theme_find(&arena, answers, ANSWERS_MADE, 7);
	const char *expected = describe(&themes);

	for (size_t step = 7; step < 20; step += 6) {
		struct corpus_answer shuffled[ANSWERS_MADE];

		for (size_t i = 0; i < ANSWERS_MADE; i++)
			shuffled[i * step % ANSWERS_MADE] = answers[i];
		themes = theme_find(&arena, shuffled, ANSWERS_MADE, 7);
		ck_assert_str_eq(describe(&themes), expected);
	}
}
END_TEST

START_TEST(names_themes_by_what_people_wrote)
{
	for (size_t wanted = 1; wanted < 12; wanted++) {
		struct themes themes =
			theme_find(&arena, answers, ANSWERS_MADE, wanted);

		ck_assert_uint_le(themes.count, wanted);
		for (size_t i = 0; i < themes.count; i++) {
			const char *label =
				utf8_fold(&arena, themes.items[i].label);
			bool written = false;

			for (size_t j = 0; j < ANSWERS_MADE; j++)
				written |= strstr(utf8_fold(&arena,
							    answers[j].text),
						  label) != NULL;
			ck_assert_msg(written, "nobody wrote %s", label);
			for (size_t j = 0; j < i; j++)
				ck_assert_str_ne(
					utf8_fold(&arena,
						  themes.items[j].label),
					label);
		}
	}
}
END_TEST

START_TEST(hears_a_copied_letter_once)
{
	enum { COPIES = 200 };
	struct corpus_answer many[ANSWERS_MADE + COPIES];
	struct themes alone, flooded;

	memcpy(many, answers, sizeof(answers));
	for (size_t i = 0; i < COPIES; i++)
		many[ANSWERS_MADE + i] = (struct corpus_answer){
			i % 2 ? answers[5].text
			      : arena_format(&arena, "  %s", answers[5].text),
			TONGUE_EN
		};
	ck_assert_uint_eq(theme_answers_differ(many, ANSWERS_MADE + COPIES),
			  theme_answers_differ(answers, ANSWERS_MADE));
	alone = theme_find(&arena, answers, ANSWERS_MADE, 3);
	flooded = theme_find(&arena, many, ANSWERS_MADE + COPIES, 3);
	ck_assert_uint_eq(flooded.count, alone.count);
	for (size_t i = 0; i < alone.count; i++)
		ck_assert_ptr_nonnull(strstr(describe(&flooded),
					     describe_one(&alone.items[i])));
	/* It is counted as often as it came. */
	ck_assert_uint_gt(flooded.items[0].count, COPIES);
}
END_TEST

START_TEST(finds_nothing_in_nothing)
{
	static const struct corpus_answer odd[] = {
		{ "…", TONGUE_EN },
		{ "the of and", TONGUE_EN },
		{ "16", TONGUE_EN },
		{ "dog", TONGUE_EN },
	};

	ck_assert_uint_eq(theme_find(&arena, NULL, 0, 3).count, 0);
	ck_assert_uint_eq(theme_find(&arena, odd, 4, 3).count, 0);
	ck_assert_uint_eq(theme_find(&arena, answers, 1, 1).count, 0);
}
END_TEST

static const struct {
	size_t answers, themes;
} numbers[] = {
	{ 0, 0 },    { 19, 0 },	   { 20, 2 },	  { 50, 5 },	 { 100, 9 },
	{ 135, 10 }, { 1000, 14 }, { 10000, 18 }, { 30000, 20 }, { 900000, 20 },
};

START_TEST(looks_for_more_themes_in_more_answers)
{
	ck_assert_uint_eq(theme_count_for(numbers[_i].answers),
			  numbers[_i].themes);
}
END_TEST

static const struct {
	enum tongue tongue;
	const char *word;
	enum lead_in lead_in;
} lead_ins[] = {
	{ TONGUE_EN, "a", LEAD_IN_NOUN },
	{ TONGUE_EN, "your", LEAD_IN_NOUN },
	{ TONGUE_EN, "without", LEAD_IN_NOUN },
	{ TONGUE_EN, "they", LEAD_IN_VERB },
	{ TONGUE_EN, "am", LEAD_IN_VERB },
	{ TONGUE_EN, "you've", LEAD_IN_VERB },
	{ TONGUE_EN, "and", LEAD_IN_NOTHING },
	{ TONGUE_CY, "a", LEAD_IN_NOTHING },
};

START_TEST(knows_what_a_word_leads_in)
{
	ck_assert_int_eq(lead_in_of(lead_ins[_i].tongue, lead_ins[_i].word),
			 lead_ins[_i].lead_in);
}
END_TEST

Suite *
suite_theme(void)
{
	Suite *suite = suite_create("theme");
	TCase *tcase = tcase_create("theme");

	tcase_add_checked_fixture(tcase, start, stop);
	tcase_add_test(tcase, finds_the_matters_that_were_put_in);
	tcase_add_test(tcase, finds_the_same_in_any_order);
	tcase_add_test(tcase, names_themes_by_what_people_wrote);
	tcase_add_test(tcase, hears_a_copied_letter_once);
	tcase_add_test(tcase, finds_nothing_in_nothing);
	tcase_add_loop_test(tcase, looks_for_more_themes_in_more_answers, 0,
			    sizeof(numbers) / sizeof(numbers[0]));
	tcase_add_loop_test(tcase, knows_what_a_word_leads_in, 0,
			    sizeof(lead_ins) / sizeof(lead_ins[0]));
	suite_add_tcase(suite, tcase);
	return suite;
}
