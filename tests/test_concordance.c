#include "suites.h"

#include <string.h>

#include "arena.h"
#include "error.h"
#include "str.h"
#include "text/concordance.h"
#include "text/excerpt.h"

static struct arena arena;
static struct concordance *concordance;

static void
stop(void)
{
	concordance_free(concordance);
	concordance = NULL;
	arena_free(&arena);
}

static void
look_for(const char *first, const char *second)
{
	const char *const phrases[] = { first, second };
	struct error err;

	concordance_free(concordance);
	concordance = concordance_new(&arena, phrases, second ? 2 : 1, &err);
	ck_assert_msg(concordance, "%s", err.text);
}

/* Each hit in brackets. */
static const char *
found(enum language language, const char *text)
{
	struct str out = { .arena = &arena };
	const struct concordance_hit *hits;
	size_t count = concordance_find(concordance, language, text, &hits);

	str_text(&out, "");
	for (size_t i = 0; i < count; i++)
		str_format(&out, "[%.*s]", (int)(hits[i].end - hits[i].start),
			   text + hits[i].start);
	return out.text;
}

START_TEST(finds_every_form_of_a_word)
{
	look_for("fine", NULL);
	ck_assert_str_eq(found(LANGUAGE_EN, "Fines! No fine, fined. Finish"),
			 "[Fines][fine][fined]");
	ck_assert_str_eq(found(LANGUAGE_EN, "Nothing of it."), "");
	ck_assert_str_eq(found(LANGUAGE_EN, ""), "");
}
END_TEST

START_TEST(finds_a_phrase_over_a_line_end_alone)
{
	look_for("school gate", NULL);
	ck_assert_str_eq(
		found(LANGUAGE_EN,
		      "school\n gates, school. Gate, school-gate, school "
		      "at the gate"),
		"[school\n gates][school-gate]");
	look_for("at the", NULL);
	ck_assert_str_eq(found(LANGUAGE_EN, "at THE gate"), "[at THE]");
}
END_TEST

START_TEST(wants_every_phrase_in_one_text)
{
	look_for("engine", "children");
	ck_assert_str_eq(found(LANGUAGE_EN, "engines, engines"), "");
	ck_assert(concordance_found(concordance, 0));
	ck_assert(!concordance_found(concordance, 1));
	ck_assert_str_eq(found(LANGUAGE_EN, "Children of an engine"),
			 "[Children][engine]");
	ck_assert(concordance_found(concordance, 1));
}
END_TEST

START_TEST(shows_the_longest_of_those_that_overlap)
{
	look_for("idling engine", "engine");
	ck_assert_str_eq(found(LANGUAGE_EN, "an idling engine is an engine"),
			 "[idling engine][engine]");
}
END_TEST

START_TEST(compares_in_the_language_of_the_text)
{
	look_for("ysgol", NULL);
	ck_assert_str_eq(found(LANGUAGE_CY, "Ysgol y plant 😀"), "[Ysgol]");
	ck_assert_str_eq(found(LANGUAGE_EN, "the ysgol"), "[ysgol]");
}
END_TEST

START_TEST(names_the_nearest_word)
{
	look_for("lolipop", "lolipops");
	found(LANGUAGE_EN, "A Lollipop man");
	ck_assert_str_eq(concordance_nearest(concordance, &arena, 0),
			 "lollipop");
	look_for("the lolipop", "somebody");
	found(LANGUAGE_EN, "A Lollipop man");
	ck_assert_ptr_null(concordance_nearest(concordance, &arena, 0));
	ck_assert_ptr_null(concordance_nearest(concordance, &arena, 1));
}
END_TEST

START_TEST(refuses_what_has_no_word)
{
	const char *const phrases[] = { "bus", "😀!" };
	struct error err;

	ck_assert_ptr_null(concordance_new(&arena, phrases, 2, &err));
	ck_assert_int_eq(err.kind, ERROR_INPUT);
	ck_assert_str_eq(err.text, "\"😀!\" has no letter or digit to look for");
}
END_TEST

/* "left|hit|right". */
static const char *
around(const char *before, const char *hit, const char *after, size_t columns)
{
	char *text = arena_format(&arena, "%s%s%s", before, hit, after);
	size_t start = strlen(before);
	struct excerpt excerpt =
		excerpt_make(&arena, text, start, start + strlen(hit), columns);

	return arena_format(&arena, "%s|%s|%s", excerpt.left, excerpt.hit,
			    excerpt.right);
}

START_TEST(cuts_the_context_by_columns)
{
	ck_assert_str_eq(around("", "hit", "", 3), "   |hit|");
	ck_assert_str_eq(around("abcdef ", "hit", " ghi", 3), "ef |hit| gh");
	ck_assert_str_eq(around("a\n\n\tb ", "to\nbe", "\r\nc", 5),
			 " a b |to be| c");
	/* ŵ takes one column, an emoji two, and a family is one emoji. */
	ck_assert_str_eq(around("tŷ ŵy ", "x", " tŷ", 4), " ŵy |x| tŷ");
	ck_assert_str_eq(around("😀😀", "x", "😀😀", 3), " 😀|x|😀");
	ck_assert_str_eq(around("", "x", "👨‍👩‍👧a", 2),
			 "  |x|👨‍👩‍👧");
	ck_assert_str_eq(around("e\xcc\x81", "x", "e\xcc\x81z", 1),
			 "e\xcc\x81|x|e\xcc\x81");
}
END_TEST

START_TEST(lets_nothing_move_the_cursor)
{
	ck_assert_str_eq(around("a\x1b[2J", "x",
				"\xe2\x80\xae"
				"b\x7f",
				6),
			 " a [2J|x|b");
}
END_TEST

START_TEST(cuts_a_word_of_sixty_thousand_letters)
{
	char *word = arena_alloc(&arena, 60001);

	for (size_t i = 0; i < 60000; i += 2)
		memcpy(word + i, "ŵ", 2);
	ck_assert_str_eq(around(word, " x ", word, 2), "ŵŵ| x |ŵŵ");
}
END_TEST

Suite *
suite_concordance(void)
{
	Suite *suite = suite_create("concordance");
	TCase *tcase = tcase_create("concordance");

	tcase_add_checked_fixture(tcase, NULL, stop);
	tcase_add_test(tcase, finds_every_form_of_a_word);
	tcase_add_test(tcase, finds_a_phrase_over_a_line_end_alone);
	tcase_add_test(tcase, wants_every_phrase_in_one_text);
	tcase_add_test(tcase, shows_the_longest_of_those_that_overlap);
	tcase_add_test(tcase, compares_in_the_language_of_the_text);
	tcase_add_test(tcase, names_the_nearest_word);
	tcase_add_test(tcase, refuses_what_has_no_word);
	tcase_add_test(tcase, cuts_the_context_by_columns);
	tcase_add_test(tcase, lets_nothing_move_the_cursor);
	tcase_add_test(tcase, cuts_a_word_of_sixty_thousand_letters);
	suite_add_tcase(suite, tcase);
	return suite;
}
