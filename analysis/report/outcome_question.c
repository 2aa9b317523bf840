#include "report/outcome_question.h"

#include "answers.h"
#include "arena.h"
#include "coding/codeframe.h"
#include "markdown.h"
#include "report/choices.h"
#include "report/figures.h"
#include "report/outcome.h"
#include "report/outcome_quotations.h"
#include "report/report.h"
#include "view.h"

/* One question's part in the making. */
struct part {
	const struct report *report;
	const struct question *question;
	size_t number; /* from 1 */
	struct view *view;
};

static const char *
part_number(const struct part *part, enum word word)
{
	return report_number(part->report, word, part->number);
}

static void
put_base(const struct part *part, size_t answered)
{
	view_text(part->view, M_BASE,
		  answered ? report_count(part->report, W_ANSWERED_ONE,
					  W_ANSWERED_MANY, answered)
			   : report_word(part->report, W_ANSWERED_NONE));
}

/* The number of the question that this one explains. */
static size_t
explained_number(const struct part *part)
{
	const struct consultation *consultation = part->report->consultation;

	return (size_t)(consultation_question(consultation,
					      part->question->explains) -
			consultation->questions) +
	       1;
}

/* --- counts ------------------------------------------------------------- */

static void
add_headings(const struct report *report, struct table *table, enum word first,
	     const struct choices *choices)
{
	table_heading(table, report_heading(report, first), false);
	table_heading(table, report_heading(report, W_COLUMN_RESPONSES), true);
	table_heading(table, report_heading(report, W_COLUMN_OF_ANSWERED),
		      true);
	table_heading(table,
		      report_heading(report, choices->routed ? W_COLUMN_OF_ASKED
							     : W_COLUMN_OF_ALL),
		      true);
}

static void
add_choice(struct table *table, const struct choices *choices,
	   const struct choice *choice)
{
	table_row(table, choice->label, NULL);
	table_number(table, choice->count);
	table_share(table, choice->count, choices->answered, choices->decimals);
	table_share(table, choice->count, choices->asked, choices->decimals);
}

static void
add_not_answered(const struct report *report, struct table *table,
		 const struct choices *choices)
{
	size_t count = choices->asked - choices->answered;

	table_row(table, report_heading(report, W_NOT_ANSWERED), NULL);
	table_number(table, count);
	table_nothing(table);
	table_share(table, count, choices->asked, choices->decimals);
}

static void
add_asked(const struct report *report, struct table *table,
	  const struct choices *choices)
{
	if (choices->routed)
		table_note(table,
			   report_count(report, W_NOTE_ASKED_ONE,
					W_NOTE_ASKED_MANY, choices->asked));
}

static bool
put_chart(const struct part *part, const struct choices *choices, enum word one,
	  enum word many, struct error *err)
{
	const struct report *report = part->report;
	size_t count;
	const char *top = choices_top(report, choices, &count);
	struct html chart;
	struct view *view;

	if (!top) {
		view_hide(part->view, M_CHART);
		return true;
	}
	if (!choices_chart(report, choices, &chart, err))
		return false;
	view = view_section(part->view, M_CHART);
	view_text(view, M_FINDING,
		  word_text(report->arena, report->words, report->language,
			    count == 1 ? one : many, top));
	view_html(view, M_CHART, chart);
	return true;
}

/* What is to be known of the counts of the options. */
static void
add_option_notes(const struct part *part, const struct choices *choices,
		 struct table *table)
{
	const struct report *report = part->report;
	const char *key = answers_other_key(report->arena, part->question);
	size_t others =
		figures_count(&report->figures->answered, key, NULL, NULL);

	if (choices->several)
		table_note(table, report_word(report, W_NOTE_SEVERAL_ANSWERS));
	if (part->question->type == QUESTION_RANKING)
		table_note(table, report_word(report, W_NOTE_FIRST_CHOICES));
	if (others)
		table_note(table, report_count(report, W_NOTE_OTHER_ONE,
					       W_NOTE_OTHER_MANY, others));
	if (choices_miss_100(report, choices))
		table_note(table, report_word(report, W_NOTE_ROUNDING));
}

static bool
put_options(const struct part *part, struct error *err)
{
	const struct report *report = part->report;
	struct choices choices = choices_options(report, part->question);
	struct table table =
		report_table(report, part_number(part, W_TABLE_ANSWERS),
			     arena_format(report->arena, "question-%s",
					  part->question->id));

	put_base(part, choices.answered);
	add_headings(report, &table, W_COLUMN_OPTION, &choices);
	for (size_t i = 0; i < choices.count; i++)
		add_choice(&table, &choices, &choices.items[i]);
	add_not_answered(report, &table, &choices);
	add_asked(report, &table, &choices);
	add_option_notes(part, &choices, &table);
	report_put(report, &table, part->view, M_TABLE);
	return put_chart(part, &choices, W_FINDING_ONE, W_FINDING_MANY, err);
}

static void
add_matrix_row(const struct part *part, const struct option *row,
	       struct table *table)
{
	const struct report *report = part->report;
	const char *key = arena_format(report->arena, "%s.%s",
				       part->question->id, row->value);
	size_t left = choices_begin(report, part->question).asked;

	table_row(table, wording_phrase(&row->label, report->language), NULL);
	for (size_t i = 0; i < part->question->option_count; i++) {
		size_t count =
			figures_count(&report->figures->options, key, NULL,
				      part->question->options[i].value);

		table_number(table, count);
		left -= count;
	}
	table_number(table, left);
}

/* Rows by columns, in counts: each row has a base of its own. */
static bool
put_matrix(const struct part *part, struct error *err)
{
	const struct report *report = part->report;
	const struct question *question = part->question;
	struct table table =
		report_table(report, part_number(part, W_TABLE_ANSWERS),
			     arena_format(report->arena, "question-%s",
					  question->id));

	(void)err;
	put_base(part, figures_count(&report->figures->answered, question->id,
				     NULL, NULL));
	table_heading(&table, report_heading(report, W_COLUMN_ROW), false);
	for (size_t i = 0; i < question->option_count; i++)
		table_heading(&table,
			      wording_phrase(&question->options[i].label,
					     report->language),
			      true);
	table_heading(&table, report_heading(report, W_NOT_ANSWERED), true);
	for (size_t i = 0; i < question->row_count; i++)
		add_matrix_row(part, &question->rows[i], &table);
	report_put(report, &table, part->view, M_TABLE);
	view_hide(part->view, M_CHART);
	return true;
}

/* A question whose answers are text, of which nothing is counted but that they
 * are there. */
static void
put_answered(const struct part *part, const struct choices *choices)
{
	const struct report *report = part->report;
	const struct choices all = { .answered = choices->answered,
				     .asked = choices->asked,
				     .routed = choices->routed,
				     .decimals = TALLY_WHOLE };
	const struct choice one = { .label = report_heading(report,
							    W_ROW_ANSWERED),
				    .count = choices->answered };
	struct table table =
		report_table(report, part_number(part, W_TABLE_ANSWERS),
			     arena_format(report->arena, "question-%s",
					  part->question->id));

	add_headings(report, &table, W_COLUMN_OPTION, &all);
	add_choice(&table, &all, &one);
	add_not_answered(report, &table, &all);
	add_asked(report, &table, &all);
	report_put(report, &table, part->view, M_TABLE);
	view_hide(part->view, M_CHART);
}

static void
put_themes(const struct part *part, const struct choices *choices)
{
	const struct report *report = part->report;
	struct table table =
		report_table(report, part_number(part, W_TABLE_THEMES),
			     arena_format(report->arena, "themes-%s",
					  part->question->id));

	add_headings(report, &table, W_COLUMN_THEME, choices);
	for (size_t i = 0; i < choices->count; i++)
		add_choice(&table, choices, &choices->items[i]);
	add_not_answered(report, &table, choices);
	add_asked(report, &table, choices);
	table_note(&table, report_word(report, W_NOTE_SEVERAL_THEMES));
	report_put(report, &table, part->view, M_TABLE);
}

/* The themes by what the same people chose in the closed question. */
static void
put_split(const struct part *part, const struct choices *themes)
{
	const struct report *report = part->report;
	const struct question *explained =
		consultation_question(report->consultation,
				      part->question->explains);
	struct choices options = choices_options(report, explained);
	struct table table = report_table(
		report,
		arena_format(report->arena, "%s %s",
			     part_number(part, W_TABLE_THEMES),
			     report_number(report, W_TABLE_SPLIT_BY,
					   explained_number(part))),
		arena_format(report->arena, "split-%s", part->question->id));

	table_heading(&table, report_heading(report, W_COLUMN_THEME), false);
	for (size_t i = 0; i < options.count; i++)
		table_heading(&table, options.items[i].label, true);
	table_heading(&table, report_heading(report, W_NOT_ANSWERED), true);
	for (size_t i = 0; i < themes->count; i++) {
		const char *theme = themes->items[i].id;

		table_row(&table, themes->items[i].label, NULL);
		for (size_t j = 0; j <= options.count; j++)
			table_number(&table,
				     figures_count(&report->figures->splits,
						   part->question->id, theme,
						   j < options.count
							   ? options.items[j].id
							   : NULL));
	}
	if (options.several)
		table_note(&table, report_word(report, W_NOTE_SPLIT));
	report_put(report, &table, part->view, M_TABLE);
}

/* --- words --------------------------------------------------------------- */

/* The officer's Markdown under a heading of that level. */
static void
put_prose(const struct report *report, struct view *view,
	  const struct phrase *text, int heading)
{
	enum language used;
	const char *markdown = phrase_in(text, report->language, &used);

	view_text(view, M_LANG, language_code(used));
	view_html(view, M_HTML, report_markdown(report, markdown, heading));
}

static void
put_decision(const struct part *part, struct view *response,
	     const struct outcome_decision *decision)
{
	const struct report *report = part->report;
	const struct codeframe_question *themes =
		codeframe_question(report->figures->codeframe,
				   part->question->id);
	size_t index = codeframe_theme_index(themes, decision->theme);
	struct view *view = view_section(response, M_THEME);

	wording_put(view, M_LABEL,
		    index < themes->theme_count
			    ? wording_phrase(&themes->themes[index].label,
					     report->language)
			    : report_heading(report, W_THEME_OTHER));
	put_prose(report, view, &decision->text, 6);
}

static void
put_response(const struct part *part)
{
	const struct outcome_response *response =
		outcome_response_to(part->report->outcome, part->question->id);
	struct view *view;

	if (!response) {
		view_hide(part->view, M_RESPONSE);
		return;
	}
	view = view_section(part->view, M_RESPONSE);
	put_prose(part->report, view, &response->text, 5);
	view_hide(view, M_THEME);
	for (size_t i = 0; i < response->decision_count; i++)
		put_decision(part, view, &response->decisions[i]);
}

static void
put_about(const struct part *part)
{
	const struct report *report = part->report;
	const struct question *explained;
	struct view *view;
	size_t number;

	if (!part->question->explains) {
		view_hide(part->view, M_ABOUT);
		return;
	}
	number = explained_number(part);
	explained = &report->consultation->questions[number - 1];
	view = view_section(part->view, M_ABOUT);
	view_text(view, M_EXPLAINS,
		  report_number(report, W_OUTCOME_EXPLAINS, number));
	wording_put(view, M_TITLE,
		    wording_phrase(&explained->title, report->language));
}

static bool
put_texts(const struct part *part, struct error *err)
{
	const struct choices themes =
		choices_themes(part->report, part->question);

	put_base(part, themes.answered);
	if (!themes.count) {
		put_answered(part, &themes);
		return true;
	}
	put_themes(part, &themes);
	if (part->question->explains)
		put_split(part, &themes);
	return put_chart(part, &themes, W_FINDING_THEME_ONE,
			 W_FINDING_THEME_MANY, err);
}

/* Nothing is shown of an answer of these types but that it is there. */
static bool
put_unshown(const struct part *part, struct error *err)
{
	const struct choices choices =
		choices_begin(part->report, part->question);

	(void)err;
	put_base(part, choices.answered);
	put_answered(part, &choices);
	return true;
}

static bool (*const puts_of_types[])(const struct part *part,
				     struct error *err) = {
	[QUESTION_RADIOS] = put_options,  [QUESTION_CHECKBOXES] = put_options,
	[QUESTION_SELECT] = put_options,  [QUESTION_TEXT] = put_texts,
	[QUESTION_LONG_TEXT] = put_texts, [QUESTION_EMAIL] = put_unshown,
	[QUESTION_NUMBER] = put_unshown,  [QUESTION_DATE] = put_unshown,
	[QUESTION_MATRIX] = put_matrix,	  [QUESTION_RANKING] = put_options,
};

bool
outcome_question(const struct report *report, size_t index, struct view *page,
		 struct error *err)
{
	const struct question *question =
		&report->consultation->questions[index];
	const struct part part = {
		.report = report,
		.question = question,
		.number = index + 1,
		.view = view_include(page, M_QUESTION, T_OUTCOME_QUESTION),
	};

	view_text(part.view, M_ID, question->id);
	view_number(part.view, M_NUMBER, part.number);
	wording_put(part.view, M_TITLE,
		    wording_phrase(&question->title, report->language));
	put_about(&part);
	put_response(&part);
	outcome_quotations(report, index, part.view);
	return puts_of_types[question->type](&part, err);
}
