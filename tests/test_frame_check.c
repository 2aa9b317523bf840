#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "cases.h"
#include "coding/frame_check.h"
#include "coding/frame_rename.h"
#include "problem.h"
#include "str.h"

static struct arena arena;

static void
start(void)
{
	arena = (struct arena){ 0 };
}

static void
stop(void)
{
	arena_free(&arena);
}

/* One word for each letter. */
static void
set_words(struct codeframe_theme *theme, const char *letters)
{
	const char **words =
		arena_array(&arena, strlen(letters), sizeof(*words));

	for (; *letters; letters++)
		words[theme->word_count++] = arena_copy(&arena, letters, 1);
	theme->words = words;
	theme->enough_count = theme->word_count;
}

/* "b", "b<a", "b@yes", "b=xy" */
static struct codeframe_theme
read_theme(const char *text)
{
	struct codeframe_theme theme = { .id = arena_copy(&arena, text, 1) };
	char label[] = { (char)(text[0] - 'a' + 'A'), '\0' };

	theme.label.text[LANGUAGE_EN] = arena_string(&arena, label);
	theme.under = text[1] == '<' ? text + 2 : NULL;
	theme.stance = text[1] == '@' ? text + 2 : NULL;
	set_words(&theme, text[1] == '=' ? text + 2 : theme.id);
	return theme;
}

static struct codeframe_question
read_question(const char *column)
{
	struct codeframe_theme *themes =
		arena_array(&arena, strlen(column), sizeof(*themes));
	struct codeframe_question question = { .themes = themes };
	char *text = arena_string(&arena, column), *rest;

	for (char *part = strtok_r(text, " ", &rest); part;
	     part = strtok_r(NULL, " ", &rest))
		themes[question.theme_count++] = read_theme(part);
	return question;
}

static struct coded_answer
read_answer(const char *letters, size_t len)
{
	struct coded_theme *themes = arena_array(&arena, len, sizeof(*themes));

	for (size_t i = 0; i < len; i++)
		themes[i].id = letters[i] == '-'
				       ? CODEFRAME_OTHER
				       : arena_copy(&arena, letters + i, 1);
	return (struct coded_answer){ themes, len };
}

static struct coded_answer *
read_answers(const char *column, size_t *count)
{
	enum { ANSWERS_MAX = 100 };
	struct coded_answer *answers =
		arena_array(&arena, ANSWERS_MAX, sizeof(*answers));
	char *text = arena_string(&arena, column), *rest;

	*count = 0;
	for (char *part = strtok_r(text, " ", &rest); part;
	     part = strtok_r(NULL, " ", &rest)) {
		size_t len = strcspn(part, "x");
		size_t times =
			part[len] ? strtoul(part + len + 1, NULL, 10) : 1;

		ck_assert_uint_le(*count + times, ANSWERS_MAX);
		while (times--)
			answers[(*count)++] = read_answer(part, len);
	}
	return answers;
}

static const char *
describe(const struct codeframe_question *question,
	 struct frame_findings findings)
{
	static const char *const names[] = { "unused", "small",	 "large",
					     "alike",  "inside", "words",
					     "other" };
	struct str out = { .arena = &arena };

	str_text(&out, "");
	for (size_t i = 0; i < findings.count; i++) {
		const struct frame_finding *finding = &findings.items[i];

		str_format(&out, "%s%s", i ? " / " : "", names[finding->fault]);
		if (finding->theme < question->theme_count)
			str_format(&out, " %s",
				   question->themes[finding->theme].id);
		if (finding->other < question->theme_count)
			str_format(&out, " %s",
				   question->themes[finding->other].id);
		str_format(&out, ": %s", finding->sentence);
	}
	return out.text;
}

START_TEST(finds_what_the_table_says)
{
	struct cases cases = cases_read(&arena, "frame_check.txt", 3);

	for (size_t i = 0; i < cases.count; i++) {
		const struct case_row *row = &cases.rows[i];
		struct codeframe_question question =
			read_question(row->columns[0]);
		size_t count;
		const struct coded_answer *coded =
			read_answers(row->columns[1], &count);
		const char *found =
			describe(&question,
				 frame_check(&arena, &question, coded, count));

		ck_assert_msg(!strcmp(found, row->columns[2]),
			      "frame_check.txt:%zu: found %s", row->line,
			      found);
	}
}
END_TEST

/* Codeframes as the table writes themes, and how many ids changed. */
static const struct {
	const char *before, *now;
	size_t changed;
} renamings[] = {
	{ "a b", "a b", 0 },
	{ "a b", "b a", 0 },
	{ "a b", "a", 0 },
	{ "a", "a b", 0 },
	{ "a=xy", "b=xy", 1 },
	{ "a=xy", "b=xz", 1 },
	{ "a=xyz", "b=xuv", 0 },
	{ "a=xy b=zu", "c=xyzu b=zu", 1 },
	{ "a=xy b=zu", "b=xyzu", 0 },
	{ "a=xy b=zu", "c=zu d=xy", 2 },
};

START_TEST(finds_a_theme_under_another_id)
{
	struct codeframe_question before = read_question(renamings[_i].before);
	struct codeframe_question now = read_question(renamings[_i].now);
	struct problems problems = { .arena = &arena, .path = "" };

	before.id = now.id = "why";
	frame_rename_find(&(struct codeframe){ .questions = &before,
					       .question_count = 1 },
			  &(struct codeframe){ .questions = &now,
					       .question_count = 1 },
			  &problems);
	ck_assert_uint_eq(problems.count, renamings[_i].changed);
}
END_TEST

START_TEST(knows_a_theme_by_its_label)
{
	struct codeframe_question before = read_question("a=xy");
	struct codeframe_theme theme = read_theme("b=uv");
	struct codeframe_question now = { .id = "why",
					  .themes = &theme,
					  .theme_count = 1 };
	struct problems problems = { .arena = &arena, .path = "" };

	before.id = "why";
	theme.label = before.themes[0].label;
	frame_rename_find(&(struct codeframe){ .questions = &before,
					       .question_count = 1 },
			  &(struct codeframe){ .questions = &now,
					       .question_count = 1 },
			  &problems);
	ck_assert_uint_eq(problems.count, 1);
}
END_TEST

Suite *
suite_frame_check(void)
{
	Suite *suite = suite_create("frame_check");
	TCase *tcase = tcase_create("frame_check");

	tcase_add_checked_fixture(tcase, start, stop);
	tcase_add_test(tcase, finds_what_the_table_says);
	tcase_add_loop_test(tcase, finds_a_theme_under_another_id, 0,
			    sizeof(renamings) / sizeof(renamings[0]));
	tcase_add_test(tcase, knows_a_theme_by_its_label);
	suite_add_tcase(suite, tcase);
	return suite;
}
