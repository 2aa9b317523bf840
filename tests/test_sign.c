#include "suites.h"

#include "arena.h"
#include "str.h"
#include "themes/expression.h"
#include "themes/label.h"
#include "themes/sign.h"

static struct arena arena;

static void
stop(void)
{
	arena_free(&arena);
}

/* An expression of as many words as stems, which are letters. */
static struct expression
make(uint32_t theme, const char *text, const char *stems, size_t own,
     size_t total)
{
	struct expression made = { .theme = theme,
				   .text = text,
				   .tongue = TONGUE_EN,
				   .own = own,
				   .total = total,
				   .heads = own,
				   .nouns = 1,
				   .has_keyterm = true };

	for (; *stems; stems++)
		made.stems[made.stem_count++] = (uint32_t)*stems;
	made.word_count = made.stem_count;
	return made;
}

/* --- signs ---------------------------------------------------------------- */

/* The signs of theme THEME of SIZE clauses, "|" before those that are not enough. */
static const char *
signs_of(const struct expression *items, size_t count, size_t theme,
	 size_t size)
{
	const size_t sizes[] = { size, size, size };
	const struct expressions expressions = { items, count };
	const struct signs *signs = sign_find(&arena, &expressions, sizes, 3);
	struct str out = { .arena = &arena };

	str_text(&out, "");
	ck_assert_uint_le(signs[theme].count, SIGNS_MAX);
	for (size_t i = 0; i < signs[theme].count; i++)
		str_format(&out, "%s%s%s", i ? " " : "",
			   i == signs[theme].enough ? "| " : "",
			   signs[theme].items[i]);
	return out.text;
}

enum { MANY = 100 };

static const struct {
	size_t own, total, size;
	const char *signs;
} rules[] = {
	{ 3, 3, SIGN_FEW, "bus" },	 /* 18 >= 15 and 12 >= 12 */
	{ 2, 2, SIGN_FEW, "| bus" },	 /* 8 < 9 */
	{ 6, 7, SIGN_FEW, "bus" },	 /* 36 >= 35 and 24 >= 24 */
	{ 6, 8, SIGN_FEW, "| bus" },	 /* 24 < 27 */
	{ 100, 120, SIGN_FEW, "bus" },	 /* 600 >= 600 */
	{ 100, 121, SIGN_FEW, "| bus" }, /* 600 < 605 */
	{ 50, 100, SIGN_FEW, "| bus" },	 /* half */
	{ 49, 100, SIGN_FEW, "" },
	{ 5, 20, SIGN_FEW - 1, "| bus" }, /* a quarter */
	{ 5, 21, SIGN_FEW - 1, "" },
};

START_TEST(wants_five_clauses_of_six)
{
	const struct expression bus =
		make(1, "bus", "b", rules[_i].own, rules[_i].total);

	ck_assert_str_eq(signs_of(&bus, 1, 1, rules[_i].size), rules[_i].signs);
	ck_assert_str_eq(signs_of(&bus, 1, 0, rules[_i].size), "");
}
END_TEST

START_TEST(says_nothing_twice)
{
	const struct expression items[] = {
		make(0, "bus stop", "bs", 90, 100),
		make(0, "bus stop sign", "bsg", 80, 80), /* holds the first */
		make(0, "stop", "s", 70, 100),		 /* helps */
		make(0, "warm shelter", "wh", 60, 60),
		make(0, "shelter", "h", 50, 50),
		make(0, "sign stop", "gs", 40, 100), /* two words help not */
		make(2, "shelter", "h", 50, 100),
	};
	const size_t count = sizeof(items) / sizeof(items[0]);

	ck_assert_str_eq(signs_of(items, count, 0, SIGN_FEW),
			 "shelter bus stop | stop");
	ck_assert_str_eq(signs_of(items, count, 1, SIGN_FEW), "");
	ck_assert_str_eq(signs_of(items, count, 2, SIGN_FEW), "| shelter");
}
END_TEST

START_TEST(keeps_as_many_as_a_person_reads)
{
	struct expression items[2 * SIGNS_MAX];
	const struct expressions expressions = { items, 2 * SIGNS_MAX };
	const size_t size = SIGN_FEW;
	const struct signs *signs;

	for (size_t i = 0; i < SIGNS_MAX; i++) {
		char *stem = arena_format(&arena, "%c", (int)('A' + i));

		items[i] = make(0, "enough", stem, 9, 9);
		stem = arena_format(&arena, "%c", (int)('A' + i + SIGNS_MAX));
		items[i + SIGNS_MAX] = make(0, "help", stem, 9, 18);
	}
	signs = sign_find(&arena, &expressions, &size, 1);
	ck_assert_uint_eq(signs->count, SIGNS_MAX);
	ck_assert_uint_eq(signs->enough, 25);
	ck_assert_str_eq(signs->items[24], "enough");
	ck_assert_str_eq(signs->items[25], "help");
}
END_TEST

/* --- labels --------------------------------------------------------------- */

/* The labels of three themes of 20, 30 and 20 clauses, of 100. */
static const char *
labels_of(const struct expression *items, size_t count)
{
	static const size_t sizes[] = { 20, 30, 20 };
	const struct expressions expressions = { items, count };
	const char **labels = label_find(&arena, &expressions, sizes, 3, 100);

	return arena_format(&arena, "%s, %s, %s", labels[0] ? labels[0] : "-",
			    labels[1] ? labels[1] : "-",
			    labels[2] ? labels[2] : "-");
}

START_TEST(names_a_theme_by_what_is_its_own)
{
	struct expression items[] = {
		make(0, "town", "p", 20, 80), /* everybody says it */
		make(0, "bus", "b", 12, 12),
		make(0, "bus driver", "bd", 11, 11), /* says more */
		make(2, "hat", "h", 2, 40),	     /* is more the others' */
	};
	const size_t count = sizeof(items) / sizeof(items[0]);

	ck_assert_str_eq(labels_of(items, count), "bus driver, -, -");
	/* What reads like a sentence or a verb is no name. */
	items[2].is_sentence = true;
	ck_assert_str_eq(labels_of(items, count), "bus, -, -");
	items[2].is_sentence = false;
	items[2].verbs = 2;
	ck_assert_str_eq(labels_of(items, count), "bus, -, -");
	items[2].nouns = 2;
	ck_assert_str_eq(labels_of(items, count), "bus driver, -, -");
	/* Nor is what mostly describes something else. */
	items[2].heads = 5;
	ck_assert_str_eq(labels_of(items, count), "bus, -, -");
	items[2].heads = 6;
	ck_assert_str_eq(labels_of(items, count), "bus driver, -, -");
	/* A phrase without either may be one, a word must be led in. */
	items[2].nouns = items[2].verbs = items[1].nouns = 0;
	ck_assert_str_eq(labels_of(items, count), "bus driver, -, -");
	ck_assert_str_eq(labels_of(items, 2), "town, -, -");
	/* What leads in a name is known in English alone. */
	items[1].tongue = TONGUE_CY;
	ck_assert_str_eq(labels_of(items, 2), "bus, -, -");
}
END_TEST

/* 2 ln(1 + 9 - 3) * (ln(9.5 / 11.5) - ln(.5 / 80.5)) is 19.03, 2 ln(1 + 8 - 2.83) *
 * (ln(8.5 / 12.5) - ln(.5 / 80.5)) is 17.08, and twice that with a word that tells
 * the theme. */
START_TEST(prefers_words_that_tell_the_theme)
{
	struct expression items[] = {
		make(0, "bus driver", "bd", 9, 9),
		make(0, "fare rise", "fr", 8, 8),
		make(0, "room", "r", 19, 19),
	};

	/* One word that does not tell it is no name. */
	items[2].has_keyterm = false;
	ck_assert_str_eq(labels_of(items + 2, 1), "-, -, -");
	ck_assert_str_eq(labels_of(items, 3), "bus driver, -, -");
	items[0].has_keyterm = false;
	ck_assert_str_eq(labels_of(items, 3), "fare rise, -, -");
	items[1].has_keyterm = false;
	ck_assert_str_eq(labels_of(items, 3), "bus driver, -, -");
}
END_TEST

/* "people" may be anybody, and "interested" who is; but "speed" is a thing. */
START_TEST(names_no_theme_by_what_says_nothing_alone)
{
	static const struct {
		const char *text, *labels;
	} words[] = { { "people", "-, -, -" },	   { "way", "-, -, -" },
		      { "areas", "-, -, -" },	   { "girl", "-, -, -" },
		      { "Children", "-, -, -" },   { "interested", "-, -, -" },
		      { "speed", "speed, -, -" },  { "shed", "shed, -, -" },
		      { "method", "method, -, -" } };
	struct expression phrase = make(0, "young people", "yp", 9, 9);
	struct expression bare = make(0, "warnings", "w", 9, 9);

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		struct expression word = make(0, words[i].text, "w", 9, 9);

		ck_assert_str_eq(labels_of(&word, 1), words[i].labels);
	}
	ck_assert_str_eq(labels_of(&phrase, 1), "young people, -, -");
	/* What nothing leads in is a name by its ending, or none. */
	bare.nouns = 0;
	ck_assert_str_eq(labels_of(&bare, 1), "warnings, -, -");
	bare.text = "warn";
	ck_assert_str_eq(labels_of(&bare, 1), "-, -, -");
}
END_TEST

/* ln(1 + 7 - 2.65) * (ln(7.5 / 23.5) - ln(.5 / 70.5)) is 6.39, 2 ln(1 + 3 - 1.73) *
 * (ln(3.5 / 27.5) - ln(.5 / 70.5)) is 4.73; with whole counts it would be 7.92 and
 * 8.01. */
START_TEST(prefers_what_many_say)
{
	const struct expression items[] = {
		make(1, "bag", "b", 7, 7),
		make(1, "bin lid", "il", 3, 3),
	};

	ck_assert_str_eq(labels_of(items, 2), "-, bag, -");
}
END_TEST

/* Several words may do where nothing reads like a name, but no sentence. */
START_TEST(makes_do_with_several_words)
{
	struct expression items[] = {
		make(0, "run", "r", 9, 9),
		make(0, "run late", "rl", 5, 5),
		make(0, "buses run late", "brl", 4, 4),
	};

	for (size_t i = 0; i < 3; i++)
		items[i].verbs = 3;
	items[2].is_sentence = true;
	ck_assert_str_eq(labels_of(items, 3), "run late, -, -");
	items[2].is_sentence = false;
	ck_assert_str_eq(labels_of(items, 3), "buses run late, -, -");
	ck_assert_str_eq(labels_of(items, 1), "-, -, -");
}
END_TEST

START_TEST(names_no_two_themes_alike)
{
	const struct expression items[] = {
		make(0, "bus", "b", 10, 30), make(0, "fare", "f", 5, 5),
		make(1, "bus", "b", 20, 30), make(1, "car", "c", 3, 3),
		make(2, "BUS", "x", 15, 15), make(2, "Fare", "f", 9, 9),
		make(2, "tram", "t", 2, 2),
	};

	/* The largest first; then the lower number. */
	ck_assert_str_eq(labels_of(items, sizeof(items) / sizeof(items[0])),
			 "fare, bus, tram");
}
END_TEST

Suite *
suite_sign(void)
{
	Suite *suite = suite_create("sign");
	TCase *tcase = tcase_create("sign");

	tcase_add_checked_fixture(tcase, NULL, stop);
	tcase_add_loop_test(tcase, wants_five_clauses_of_six, 0,
			    sizeof(rules) / sizeof(rules[0]));
	tcase_add_test(tcase, says_nothing_twice);
	tcase_add_test(tcase, keeps_as_many_as_a_person_reads);
	tcase_add_test(tcase, names_a_theme_by_what_is_its_own);
	tcase_add_test(tcase, prefers_words_that_tell_the_theme);
	tcase_add_test(tcase, names_no_theme_by_what_says_nothing_alone);
	tcase_add_test(tcase, prefers_what_many_say);
	tcase_add_test(tcase, makes_do_with_several_words);
	tcase_add_test(tcase, names_no_two_themes_alike);
	suite_add_tcase(suite, tcase);
	return suite;
}
