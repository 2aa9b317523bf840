#include "page_question.h"

#include "app.h"
#include "arena.h"
#include "control.h"
#include "form.h"

static const enum control_kind controls[] = {
	[QUESTION_RADIOS] = CONTROL_RADIOS,
	[QUESTION_CHECKBOXES] = CONTROL_CHECKBOXES,
	[QUESTION_TEXT] = CONTROL_INPUT,
	[QUESTION_LONG_TEXT] = CONTROL_TEXTAREA,
};

static const char *
label_class(const struct question *question, bool is_heading)
{
	if (question_is_closed(question))
		return is_heading ? "govuk-fieldset__legend--l"
				  : "govuk-fieldset__legend--m";
	return is_heading ? "govuk-label--l" : "govuk-label--m";
}

static const struct choice *
choices_of(const struct form *form, const struct question *question)
{
	struct choice *choices =
		arena_array(form->layout->arena, question->option_count,
			    sizeof(*choices));

	for (size_t i = 0; i < question->option_count; i++) {
		const struct option *option = &question->options[i];

		choices[i].value = option->value;
		choices[i].label =
			wording_phrase(&option->label, form->layout->language);
		choices[i].checked =
			form_has(form, question->id, option->value);
	}
	return choices;
}

/* Checkboxes without a hint of their own say that several may be chosen. */
static struct wording
hint_of(const struct form *form, const struct question *question)
{
	if (question->type == QUESTION_CHECKBOXES &&
	    phrase_is_empty(&question->hint))
		return wording_of(
			layout_word(form->layout, W_SELECT_ALL_THAT_APPLY));
	return wording_phrase(&question->hint, form->layout->language);
}

static void
put_control(const struct form *form, const struct question *question,
	    struct view *view, bool is_heading)
{
	const struct layout *layout = form->layout;
	struct control control = {
		.kind = controls[question->type],
		.name = question->id,
		.label = wording_phrase(&question->title, layout->language),
		.label_class = label_class(question, is_heading),
		.is_heading = is_heading,
		.optional = !question->required,
		.hint = hint_of(form, question),
		.error = form_error(form, question->id),
		.choices = choices_of(form, question),
		.choice_count = question->option_count,
	};

	if (question_is_text(question))
		control.value = form_value(form, question->id);
	if (question->type == QUESTION_LONG_TEXT) {
		control.rows = 10;
		control.max = question->max;
		control.max_message =
			word_number(layout->arena, layout->app->words,
				    layout->language, W_CHARACTERS_LIMIT,
				    question->max);
		control.count_in_welsh = layout->language == LANGUAGE_CY;
	}
	control_put(view, M_CONTROL, &control);
}

static void
put_explains(const struct form *form, const struct question *question,
	     struct view *view)
{
	const struct question *closed = NULL;

	if (question->explains)
		closed = consultation_question(form->consultation,
					       question->explains);
	if (closed)
		wording_put(view_section(view, M_EXPLAINS), M_EXPLAINS,
			    wording_phrase(&closed->title,
					   form->layout->language));
	else
		view_hide(view, M_EXPLAINS);
}

void
page_question(const struct form *form, const struct question *question,
	      struct view *view, bool is_heading)
{
	const struct consultation *consultation = form->consultation;

	view_text(view, M_CAPTION_CLASS,
		  is_heading ? "govuk-caption-l" : "govuk-caption-m");
	view_number(view, M_NUMBER,
		    (size_t)(question - consultation->questions) + 1);
	view_number(view, M_COUNT, consultation->question_count);
	put_explains(form, question, view);
	put_control(form, question, view, is_heading);
}
