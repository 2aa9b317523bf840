#include "suites.h"

#include <glob.h>
#include <string.h>

#include "arena.h"
#include "coding/codeframe.h"
#include "definition.h"
#include "error.h"
#include "file.h"
#include "problem.h"
#include "report/outcome.h"
#include "str.h"

static const char definition[] =
	"slug: parks\n"
	"title: Parks\n"
	"summary: What parks are for.\n"
	"organisations: [Parks Agency]\n"
	"opens: 2026-01-05 09:00\n"
	"closes: 2026-06-30 23:59\n"
	"description: What we propose.\n"
	"privacy: How we use your answers.\n"
	"questions:\n"
	"  - {id: use, type: text, title: How?}\n"
	"  - {id: why, type: long-text, title: Why?}\n";

static const char codes[] = "consultation: parks\n"
			    "questions:\n"
			    "  - id: why\n"
			    "    themes:\n"
			    "      - {id: cost, label: Cost, words: [cost]}\n"
			    "      - {id: dogs, label: Dogs, words: [dog]}\n";

static struct arena arena;
static struct problems problems;
static const struct consultation *consultation;
static const struct codeframe *codeframe;

static void
start(void)
{
	problems = (struct problems){ .arena = &arena, .path = "" };
	consultation =
		definition_parse(definition, strlen(definition), &problems);
	ck_assert_msg(consultation, "%s", problem_list(&problems));
	codeframe =
		codeframe_parse(codes, strlen(codes), consultation, &problems);
	ck_assert_msg(codeframe, "%s", problem_list(&problems));
}

static void
stop(void)
{
	arena_free(&arena);
}

static const char *
found(const char *text, size_t len)
{
	struct str list = { .arena = &arena };
	const struct outcome *outcome;

	problems = (struct problems){ .arena = &arena, .path = "" };
	outcome = outcome_parse(text, len, consultation, codeframe, &problems);
	ck_assert_int_eq(outcome == NULL, problems.count > 0);
	problem_list(&problems);
	str_text(&list, "");
	for (size_t i = 0; i < problems.count; i++)
		str_format(&list, "%zu:%zu: %s\n", problems.items[i].line,
			   problems.items[i].column, problems.items[i].text);
	return list.text;
}

START_TEST(says_exactly_what_is_wrong_in_every_case)
{
	static const char mark[] = "--- expect\n";
	glob_t cases;

	ck_assert_int_eq(glob("tests/cases/outcome/*.yaml", 0, NULL, &cases),
			 0);
	for (size_t i = 0; i < cases.gl_pathc; i++) {
		struct error err;
		char *text, *expected;
		const char *list;
		size_t len;

		ck_assert(file_read(&arena, cases.gl_pathv[i], 1 << 20, &text,
				    &len, &err));
		expected = strstr(text, mark);
		ck_assert_ptr_nonnull(expected);
		list = found(text, (size_t)(expected - text));
		ck_assert_msg(strcmp(list, expected + strlen(mark)) == 0,
			      "%s: %s", cases.gl_pathv[i], list);
	}
	globfree(&cases);
}
END_TEST

static const struct outcome *
parse(const char *text)
{
	const struct outcome *outcome;

	problems = (struct problems){ .arena = &arena, .path = "" };
	outcome = outcome_parse(text, strlen(text), consultation, codeframe,
				&problems);
	ck_assert_msg(outcome, "%s", problem_list(&problems));
	return outcome;
}

START_TEST(reads_events_by_date_and_counts_who_came)
{
	const struct outcome *outcome =
		parse("consultation: parks\n"
		      "published_on: 2026-09-01\n"
		      "events:\n"
		      "  - {date: 2026-03-02, place: Leeds, attendees: 30}\n"
		      "  - date: 2026-03-01\n"
		      "    place: {en: Cardiff, cy: Caerdydd}\n"
		      "    attendees: 12\n"
		      "    over: yes\n"
		      "    organisations: [Friends of the Park]\n");
	bool over;

	ck_assert_uint_eq(outcome->event_count, 2);
	ck_assert_str_eq(outcome->events[0].place.text[LANGUAGE_CY],
			 "Caerdydd");
	ck_assert_uint_eq(outcome->events[0].organisation_count, 1);
	ck_assert_str_eq(outcome->events[1].place.text[LANGUAGE_EN], "Leeds");
	ck_assert_uint_eq(outcome_attendees(outcome, &over), 42);
	ck_assert(over);
}
END_TEST

START_TEST(finds_the_response_to_a_question)
{
	const struct outcome *outcome =
		parse("consultation: parks\n"
		      "published_on: 2026-06-30\n"
		      "responses: [{question: why, text: We will.}]\n");

	ck_assert_ptr_null(outcome_response_to(outcome, "use"));
	ck_assert_str_eq(
		outcome_response_to(outcome, "why")->text.text[LANGUAGE_EN],
		"We will.");
	ck_assert_uint_eq(outcome->event_count, 0);
	ck_assert(phrase_is_empty(&outcome->detail));
}
END_TEST

static const char *
decision(const struct outcome *outcome, const char *question, const char *theme)
{
	const struct phrase *text =
		outcome_decision_on(outcome, question, theme);

	return text ? text->text[LANGUAGE_EN] : NULL;
}

START_TEST(a_theme_without_a_decision_has_that_of_its_question)
{
	const struct outcome *outcome =
		parse("consultation: parks\n"
		      "published_on: 2026-06-30\n"
		      "responses:\n"
		      "  - question: why\n"
		      "    text: We will.\n"
		      "    themes:\n"
		      "      - {theme: dogs, text: On a lead.}\n"
		      "      - {theme: other, text: We read them all.}\n");

	ck_assert_str_eq(decision(outcome, "why", "cost"), "We will.");
	ck_assert_str_eq(decision(outcome, "why", "dogs"), "On a lead.");
	ck_assert_str_eq(decision(outcome, "why", "other"),
			 "We read them all.");
	ck_assert_ptr_null(decision(outcome, "use", "dogs"));
}
END_TEST

START_TEST(speaks_of_no_theme_before_there_is_a_codeframe)
{
	static const char text[] =
		"consultation: parks\n"
		"published_on: 2026-06-30\n"
		"responses:\n"
		"  - question: why\n"
		"    text: We will.\n"
		"    themes: [{theme: dogs, text: On a lead.}]\n";

	codeframe = NULL;
	ck_assert_str_eq(found(text, strlen(text)),
			 "6:22: response 1, theme 1, theme: no answers to why "
			 "are coded: take the theme away\n");
}
END_TEST

Suite *
suite_outcome(void)
{
	Suite *suite = suite_create("outcome");
	TCase *tcase = tcase_create("outcome");

	tcase_add_checked_fixture(tcase, start, stop);
	tcase_add_test(tcase, says_exactly_what_is_wrong_in_every_case);
	tcase_add_test(tcase, reads_events_by_date_and_counts_who_came);
	tcase_add_test(tcase, finds_the_response_to_a_question);
	tcase_add_test(tcase,
		       a_theme_without_a_decision_has_that_of_its_question);
	tcase_add_test(tcase, speaks_of_no_theme_before_there_is_a_codeframe);
	suite_add_tcase(suite, tcase);
	return suite;
}
