#include "suites.h"

#include <string.h>

#include "arena.h"
#include "coding/codeframe.h"
#include "report/choices.h"
#include "report/figures.h"
#include "report/report.h"
#include "str.h"

static struct tally counts[] = {
	{ .question = "why", .theme = "cost", .count = 9 },
	{ .question = "why", .theme = "food", .count = 7 },
	{ .question = "why", .theme = "rent", .count = 8 },
	{ .question = "why", .theme = "deposit", .count = 8 },
	{ .question = "why", .theme = "noise", .count = 9 },
	{ .question = "why", .theme = "night", .count = 1 },
};

static const struct codeframe_theme frame_themes[] = {
	{ .id = "food", .label.text = { "Food" }, .under = "cost" },
	{ .id = "rent", .label.text = { "Rent" }, .under = "cost" },
	{ .id = "noise", .label.text = { "Noise" } },
	{ .id = "deposit", .label.text = { "Deposits" }, .under = "rent" },
	{ .id = "cost", .label.text = { "What it costs" } },
	{ .id = "night", .label.text = { NULL, "Nos" }, .under = "noise" },
};

START_TEST(puts_a_theme_below_what_it_is_part_of)
{
	struct arena arena = { 0 };
	const struct codeframe_question frame = { .id = "why",
						  .themes = frame_themes,
						  .theme_count = 6 };
	const struct codeframe codeframe = { .questions = &frame,
					     .question_count = 1 };
	const struct figures figures = { .themes = { counts, 6 },
					 .codeframe = &codeframe };
	const struct question question = { .id = "why",
					   .type = QUESTION_LONG_TEXT };
	const struct words *words = words_load(&arena, "templates", NULL);
	const struct report report = { .arena = &arena,
				       .words = words,
				       .figures = &figures };
	struct choices choices = choices_themes(&report, &question);
	struct str found = { .arena = &arena };

	for (size_t i = 0; i < choices.count; i++)
		str_format(&found, "%zu %s\n", choices.items[i].count,
			   choices.items[i].label.text);
	ck_assert_str_eq(found.text, "9 What it costs\n"
				     "8 What it costs: Rent\n"
				     "8 What it costs: Rent: Deposits\n"
				     "7 What it costs: Food\n"
				     "9 Noise\n"
				     "1 Nos\n");
	arena_free(&arena);
}
END_TEST

Suite *
suite_choices(void)
{
	Suite *suite = suite_create("choices");
	TCase *tcase = tcase_create("choices");

	tcase_add_test(tcase, puts_a_theme_below_what_it_is_part_of);
	suite_add_tcase(suite, tcase);
	return suite;
}
