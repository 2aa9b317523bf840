#include "suites.h"

#include <string.h>

#include "arena.h"
#include "cases.h"
#include "coding/codeframe.h"
#include "coding/coding.h"
#include "str.h"

static const char *const sibling_words[] = { "sibling", "brothers and sisters",
					     "contact", "family" };
static const char *const distance_words[] = { "a long way", "miles",
					      "far",	    "travel",
					      "contact",    "travelling" };
static const char *const school_words[] = { "school", "ysgol" };

static const char *const worker_words[] = { "worker", "social worker", "social",
					    "team" };

static const struct codeframe_theme themes[] = {
	{ .id = "siblings",
	  .words = sibling_words,
	  .word_count = 4,
	  .enough_count = 2 },
	{ .id = "distance",
	  .words = distance_words,
	  .word_count = 6,
	  .enough_count = 1 },
	{ .id = "schools",
	  .words = school_words,
	  .word_count = 2,
	  .enough_count = 2 },
	{ .id = "workers", .words = worker_words, .word_count = 4 },
};

static const char *const home_examples[] = {
	"There are not enough foster homes for children. I like it.",
	"The social worker never visits.",
};
static const char *const bus_words[] = { "bus" };
static const char *const team_words[] = { "team" };

/* What coding_more.txt says of them. */
static const struct codeframe_theme more_themes[] = {
	{ .id = "both" },
	{ .id = "homes",
	  .under = "both",
	  .examples = home_examples,
	  .example_count = 2 },
	{ .id = "bus",
	  .under = "both",
	  .stance = "agree",
	  .words = bus_words,
	  .word_count = 1,
	  .enough_count = 1 },
	{ .id = "team",
	  .under = "bus",
	  .stance = "agree",
	  .words = team_words,
	  .word_count = 1,
	  .enough_count = 1 },
};

static const struct codeframe_question more_question = { .id = "why",
							 .themes = more_themes,
							 .theme_count = 4 };

static const struct codeframe_question question = { .id = "why",
						    .themes = themes,
						    .theme_count = 4 };

/* "siblings[My sibling] other" */
static const char *
describe(struct arena *arena, const struct coded_answer *coded,
	 const char *text)
{
	struct str out = { .arena = arena };

	for (size_t i = 0; i < coded->theme_count; i++) {
		const struct coded_theme *theme = &coded->themes[i];

		str_format(&out, "%s%s", i ? " " : "", theme->id);
		for (size_t j = 0; j < theme->reason_count; j++)
			str_format(&out, "%s%.*s", j ? ", " : "[",
				   (int)(theme->reasons[j].end -
					 theme->reasons[j].start),
				   text + theme->reasons[j].start);
		if (theme->reason_count)
			str_char(&out, ']');
	}
	return out.text;
}

static struct coding_answer *
read_answers(struct arena *arena, const struct cases *cases)
{
	struct coding_answer *answers =
		arena_array(arena, cases->count, sizeof(*answers));
	size_t len;

	for (size_t i = 0; i < cases->count; i++) {
		ck_assert(language_from_code(cases->rows[i].columns[0],
					     &answers[i].language));
		answers[i].text =
			case_bytes(arena, cases->rows[i].columns[1], &len);
	}
	return answers;
}

START_TEST(gives_the_themes_of_the_table_and_their_reasons)
{
	struct arena arena = { 0 };
	struct cases cases = cases_read(&arena, "coding.txt", 3);
	struct coding_answer *answers = read_answers(&arena, &cases);
	const struct coded_answer *coded =
		coding_apply(&arena, &question, answers, cases.count);

	for (size_t i = 0; i < cases.count; i++) {
		const char *found =
			describe(&arena, &coded[i], answers[i].text);

		ck_assert_msg(!strcmp(found, cases.rows[i].columns[2]),
			      "coding.txt:%zu: found %s", cases.rows[i].line,
			      found);
	}
	arena_free(&arena);
}
END_TEST

START_TEST(knows_examples_parents_and_stances)
{
	struct arena arena = { 0 };
	struct cases cases = cases_read(&arena, "coding_more.txt", 4);

	for (size_t i = 0; i < cases.count; i++) {
		const struct case_row *row = &cases.rows[i];
		struct coding_answer answer = { .choices = row->columns[1] };
		const struct coded_answer *coded;
		size_t len;

		ck_assert(
			language_from_code(row->columns[0], &answer.language));
		answer.text = case_bytes(&arena, row->columns[2], &len);
		coded = coding_apply(&arena, &more_question, &answer, 1);
		ck_assert_msg(!strcmp(describe(&arena, coded, answer.text),
				      row->columns[3]),
			      "coding_more.txt:%zu: found %s", row->line,
			      describe(&arena, coded, answer.text));
	}
	arena_free(&arena);
}
END_TEST

START_TEST(knows_what_was_chosen)
{
	struct coding_answer answer = { .choices = "not-sure agree" };

	ck_assert(coding_chose(&answer, "agree"));
	ck_assert(coding_chose(&answer, "not-sure"));
	ck_assert(!coding_chose(&answer, "not"));
	ck_assert(!coding_chose(&answer, "sure"));
	ck_assert(!coding_chose(&answer, "agree-"));
	answer.choices = NULL;
	ck_assert(!coding_chose(&answer, "agree"));
}
END_TEST

START_TEST(codes_an_answer_the_same_in_any_company)
{
	struct arena arena = { 0 };
	struct cases cases = cases_read(&arena, "coding.txt", 3);
	struct coding_answer *answers = read_answers(&arena, &cases);

	for (size_t i = 0; i < cases.count; i++) {
		const struct coded_answer *coded =
			coding_apply(&arena, &question, &answers[i], 1);

		ck_assert_str_eq(describe(&arena, coded, answers[i].text),
				 cases.rows[i].columns[2]);
	}
	arena_free(&arena);
}
END_TEST

START_TEST(leaves_no_answer_without_a_theme)
{
	static const struct codeframe_question empty = { .id = "why" };
	struct arena arena = { 0 };
	struct coding_answer answers[] = { { "school", LANGUAGE_EN, NULL },
					   { "!", LANGUAGE_EN, NULL } };
	const struct coded_answer *coded =
		coding_apply(&arena, &empty, answers, 2);

	for (size_t i = 0; i < 2; i++) {
		ck_assert_uint_eq(coded[i].theme_count, 1);
		ck_assert_str_eq(coded[i].themes[0].id, CODEFRAME_OTHER);
		ck_assert_uint_eq(coded[i].themes[0].reason_count, 0);
	}
	arena_free(&arena);
}
END_TEST

START_TEST(keeps_reasons_apart)
{
	static const char *const words[] = { "care", "foster care",
					     "care home" };
	static const struct codeframe_theme care = {
		.id = "care", .words = words, .word_count = 3, .enough_count = 3
	};
	static const struct codeframe_question overlapping = {
		.id = "why", .themes = &care, .theme_count = 1
	};
	struct arena arena = { 0 };
	struct coding_answer answer = { "Foster care home, care.", LANGUAGE_EN,
					NULL };
	const struct coded_answer *coded =
		coding_apply(&arena, &overlapping, &answer, 1);

	ck_assert_str_eq(describe(&arena, coded, answer.text),
			 "care[Foster care, care]");
	arena_free(&arena);
}
END_TEST

Suite *
suite_coding(void)
{
	Suite *suite = suite_create("coding");
	TCase *tcase = tcase_create("coding");

	tcase_add_test(tcase, gives_the_themes_of_the_table_and_their_reasons);
	tcase_add_test(tcase, knows_examples_parents_and_stances);
	tcase_add_test(tcase, knows_what_was_chosen);
	tcase_add_test(tcase, codes_an_answer_the_same_in_any_company);
	tcase_add_test(tcase, leaves_no_answer_without_a_theme);
	tcase_add_test(tcase, keeps_reasons_apart);
	suite_add_tcase(suite, tcase);
	return suite;
}
