#include "pages.h"

#include "app.h"
#include "arena.h"
#include "edition.h"
#include "error.h"
#include "http.h"
#include "layout.h"
#include "link.h"
#include "notice.h"

static void
put_phrase(const struct layout *layout, struct view *view, enum marker slot,
	   const struct phrase *phrase)
{
	wording_put(view, slot, wording_phrase(phrase, layout->language));
}

/* How to answer without the form, where that is possible. */
static void
put_how(const struct layout *layout, const struct consultation *consultation)
{
	if (notice_has_ways(consultation))
		notice_put_ways(layout, view_section(layout->page, M_HOW),
				consultation);
	else
		view_hide(layout->page, M_HOW);
}

static void
put_types(const struct layout *layout, const struct consultation *consultation)
{
	struct view *types;

	if (consultation->respondent_type_count == 0) {
		view_hide(layout->page, M_TYPES);
		return;
	}
	types = view_section(layout->page, M_TYPES);
	for (size_t i = 0; i < consultation->respondent_type_count; i++) {
		const struct respondent_type *type =
			&consultation->respondent_types[i];
		struct view *view = view_section(types, M_TYPE);
		bool begins = i == 0 || !type->goes_on;

		view_when(view, M_COMMA, i > 0 && !begins);
		view_when(view, M_SEMICOLON, i > 0 && begins);
		if (begins && !phrase_is_empty(&type->group))
			put_phrase(layout, view_section(view, M_GROUP), M_GROUP,
				   &type->group);
		else
			view_hide(view, M_GROUP);
		put_phrase(layout, view, M_LABEL, &type->label);
	}
}

/* A list of LABELs in a section, behind a sentence; no section without one. */
static void
put_list(const struct layout *layout, struct view *view, enum marker section,
	 const struct option *options, size_t count)
{
	struct view *list;

	if (!count) {
		view_hide(view, section);
		return;
	}
	list = view_section(view, section);
	for (size_t i = 0; i < count; i++) {
		struct view *item = view_section(list, M_OPTION);

		put_phrase(layout, item, M_LABEL, &options[i].label);
		if (phrase_is_empty(&options[i].hint))
			view_hide(item, M_HINT);
		else
			put_phrase(layout, view_section(item, M_HINT), M_HINT,
				   &options[i].hint);
	}
}

static void
put_limit(struct view *view, const char *text)
{
	view_text(view_section(view, M_LIMIT), M_LIMIT, text);
}

/* WORD with a day, unless DAY is NULL. */
static void
put_day(const struct layout *layout, struct view *view, enum word word,
	const char *day)
{
	const struct words *words = layout->app->words;

	if (day)
		put_limit(view, word_text(layout->arena, words,
					  layout->language, word,
					  word_day(layout->arena, words,
						   layout->language, day)));
}

static void
put_bound(const struct layout *layout, struct view *view, enum word word,
	  decimal bound)
{
	put_limit(view,
		  word_text(layout->arena, layout->app->words, layout->language,
			    word, decimal_shown(layout->arena, bound)));
}

/* What an answer that is not chosen must be like. */
static void
put_limits(const struct layout *layout, struct view *view,
	   const struct question *question)
{
	const struct option *other = question_other(question);

	view_hide(view, M_LIMIT);
	if (question_is_text(question))
		put_limit(view, word_number(layout->arena, layout->app->words,
					    layout->language,
					    W_CHARACTERS_LIMIT, question->max));
	if (question->type == QUESTION_NUMBER) {
		put_bound(layout, view, W_PRINT_LEAST, question->least);
		if (question->most < DECIMAL_MAX)
			put_bound(layout, view, W_PRINT_MOST, question->most);
	}
	put_day(layout, view, W_PRINT_FROM, question->earliest);
	put_day(layout, view, W_PRINT_TO, question->latest);
	if (other)
		put_limit(view, word_text(layout->arena, layout->app->words,
					  layout->language, W_CHOOSE_OTHER,
					  phrase_in(&other->label,
						    layout->language, NULL)));
}

/* How to answer a question of that type; WORD_COUNT: in words. */
static const enum word hows[] = {
	[QUESTION_RADIOS] = W_CHOOSE_ONE,
	[QUESTION_CHECKBOXES] = W_CHOOSE_ANY,
	[QUESTION_SELECT] = W_CHOOSE_ONE,
	[QUESTION_TEXT] = WORD_COUNT,
	[QUESTION_LONG_TEXT] = WORD_COUNT,
	[QUESTION_EMAIL] = W_PRINT_AN_EMAIL,
	[QUESTION_NUMBER] = W_PRINT_A_NUMBER,
	[QUESTION_DATE] = W_PRINT_A_DATE,
	[QUESTION_MATRIX] = W_CHOOSE_EACH,
	[QUESTION_RANKING] = W_CHOOSE_ORDER,
};

static void
put_how_many(const struct layout *layout, struct view *view,
	     const struct question *question)
{
	enum word how = hows[question->type];

	if (how == WORD_COUNT)
		view_hide(view, M_HOW_MANY);
	else
		view_text(view_section(view, M_HOW_MANY), M_HOW_MANY,
			  layout_word(layout, how));
}

static void
put_or_hide(const struct layout *layout, struct view *view, enum marker section,
	    const struct phrase *phrase)
{
	wording_optional(view, section,
			 wording_phrase(phrase, layout->language));
}

static void
put_condition(const struct layout *layout, struct view *view,
	      const struct condition *condition)
{
	const struct consultation *consultation = layout->consultation;
	const struct question *target =
		consultation_question(consultation, condition->question);

	view_number(view, M_TARGET,
		    (size_t)(target - consultation->questions) + 1);
	for (size_t i = 0; i < condition->value_count; i++) {
		struct view *value = view_section(view, M_VALUE);

		view_when(value, M_OR, i > 0);
		put_phrase(
			layout, value, M_LABEL,
			&question_option(target, condition->values[i])->label);
	}
}

/* Of whom the question is asked, where it is not of everybody. */
static void
put_conditions(const struct layout *layout, struct view *view,
	       const struct question *question)
{
	struct view *conditions;

	if (question->condition_count == 0) {
		view_hide(view, M_CONDITIONS);
		return;
	}
	conditions = view_section(view, M_CONDITIONS);
	for (size_t i = 0; i < question->condition_count; i++) {
		struct view *one = view_section(conditions, M_CONDITION);

		view_when(one, M_AND, i > 0);
		put_condition(layout, one, &question->conditions[i]);
	}
}

static void
put_question(const struct layout *layout, const struct question *question,
	     size_t number)
{
	struct view *view = view_section(layout->page, M_QUESTION);

	put_or_hide(layout, view, M_SECTION, &question->section);
	put_or_hide(layout, view, M_PAGE, &question->page);
	put_conditions(layout, view, question);
	view_number(view, M_NUMBER, number);
	put_phrase(layout, view, M_TITLE, &question->title);
	view_when(view, M_OPTIONAL, !question->required);
	layout_prose(layout, view, M_GUIDANCE, &question->guidance, 3);
	put_or_hide(layout, view, M_HINT, &question->hint);
	put_how_many(layout, view, question);
	put_list(layout, view, M_ROWS, question->rows, question->row_count);
	put_list(layout, view, M_OPTIONS, question->options,
		 question->option_count);
	put_limits(layout, view, question);
}

void
page_questions(struct app *app, const struct request *request,
	       struct response *response)
{
	struct layout layout = layout_new(app, request, T_QUESTIONS);
	const struct consultation *consultation;
	struct error err;

	consultation = edition_newest(app, request, &err);
	if (!consultation) {
		page_failure(app, request, &err, response);
		return;
	}
	layout.consultation = consultation;
	layout.title = wording_of(layout_word(&layout, W_ALL_THE_QUESTIONS));
	put_phrase(&layout, layout.page, M_TITLE, &consultation->title);
	put_how(&layout, consultation);
	put_types(&layout, consultation);
	view_hide(layout.page, M_QUESTION);
	for (size_t i = 0; i < consultation->question_count; i++)
		put_question(&layout, &consultation->questions[i], i + 1);
	view_text(layout.page, M_URL, link_place(request, PLACE_CONSULTATION));
	layout_render(&layout, 200, response);
	response->cacheable = true;
}
