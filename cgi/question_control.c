#include "question_control.h"

#include <string.h>

#include "app.h"
#include "arena.h"
#include "form.h"

/* One question in the making. */
struct making {
	const struct form *form;
	const struct question *question;
	struct arena *arena;
	enum language language;
};

static struct wording
word_of(const struct making *making, enum word word)
{
	return wording_of(layout_word(making->form->layout, word));
}

/* The field of a part of the answer. */
static const char *
part_name(const struct making *making, const char *part)
{
	return arena_format(making->arena, "%s.%s", making->question->id, part);
}

/* --- choices ------------------------------------------------------------ */

static struct control
other_control(const struct making *making, struct wording label)
{
	const char *name = part_name(making, "other");

	return (struct control){
		.kind = CONTROL_INPUT,
		.name = name,
		.label = label,
		.value = form_value(making->form, name),
		.error = form_error(making->form, name),
	};
}

static const struct control *
revealed(const struct making *making)
{
	struct control *other = arena_alloc(making->arena, sizeof(*other));

	*other = other_control(making, word_of(making, W_OTHER_DETAILS));
	return other;
}

static struct choice
choice_of(const struct making *making, const struct option *option,
	  const char *field)
{
	struct choice choice = {
		.value = option->value,
		.label = wording_phrase(&option->label, making->language),
		.hint = wording_phrase(&option->hint, making->language),
		.checked = form_has(making->form, field, option->value),
		.exclusive = option->exclusive,
	};

	if (option->other && making->question->type != QUESTION_SELECT)
		choice.reveals = revealed(making);
	return choice;
}

/* The options, to be sent as FIELD.  An exclusive one stands apart. */
static void
make_choices(const struct making *making, const char *field,
	     struct control *control)
{
	const struct question *question = making->question;
	struct choice *choices =
		arena_array(making->arena, question->option_count + 1,
			    sizeof(*choices));

	for (size_t i = 0; i < question->option_count; i++) {
		const struct option *option = &question->options[i];

		if (option->exclusive)
			choices[control->choice_count++].divider =
				layout_word(making->form->layout, W_OR);
		choices[control->choice_count++] =
			choice_of(making, option, field);
	}
	control->choices = choices;
}

static void
make_group(const struct making *making, struct control *control)
{
	make_choices(making, making->question->id, control);
}

/* Checkboxes without a hint of their own say that several may be chosen. */
static void
make_boxes(const struct making *making, struct control *control)
{
	make_group(making, control);
	if (!control->hint.text)
		control->hint = word_of(making, W_SELECT_ALL_THAT_APPLY);
}

/* The options behind an empty one. */
static void
make_select(const struct making *making, struct control *control)
{
	const struct question *question = making->question;
	struct choice *choices =
		arena_array(making->arena, question->option_count + 1,
			    sizeof(*choices));

	choices[0].value = "";
	choices[0].label = word_of(making, W_SELECT_AN_OPTION);
	for (size_t i = 0; i < question->option_count; i++)
		choices[i + 1] =
			choice_of(making, &question->options[i], question->id);
	control->choices = choices;
	control->choice_count = question->option_count + 1;
}

/* --- what is typed ------------------------------------------------------ */

static void
make_text(const struct making *making, struct control *control)
{
	control->value = form_value(making->form, making->question->id);
}

static void
make_long_text(const struct making *making, struct control *control)
{
	const struct layout *layout = making->form->layout;

	make_text(making, control);
	control->rows = 10;
	control->max = making->question->max;
	control->max_message =
		word_number(making->arena, layout->app->words, making->language,
			    W_CHARACTERS_LIMIT, making->question->max);
	control->count_in_welsh = making->language == LANGUAGE_CY;
}

static void
make_email(const struct making *making, struct control *control)
{
	make_text(making, control);
	control->type = "email";
	control->autocomplete = "email";
	control->spellcheck = "false";
}

/* A keypad of digits has no minus, on some telephones no point either. */
static void
make_number(const struct making *making, struct control *control)
{
	const struct question *question = making->question;

	make_text(making, control);
	control->class = "govuk-input--width-10";
	control->spellcheck = "false";
	if (question->least >= 0)
		control->inputmode = question->decimals ? "decimal" : "numeric";
}

/* Which parts of the date are wrong, as bits; *ERROR is the first fault's. */
static unsigned
wrong_parts(const struct making *making, const char *const names[3],
	    const char **error)
{
	unsigned wrong = 0;

	for (size_t i = 0; i < 3; i++) {
		const struct fault *fault = form_fault(making->form, names[i]);

		if (fault && !*error)
			*error = form_error(making->form, names[i]);
		if (fault)
			wrong |= fault->parts ? fault->parts : 1u << i;
	}
	return wrong;
}

static void
make_date(const struct making *making, struct control *control)
{
	static const enum word words[] = { W_DAY, W_MONTH, W_YEAR };
	const char *const names[] = { part_name(making, "day"),
				      part_name(making, "month"),
				      part_name(making, "year") };
	struct control *parts = arena_array(making->arena, 3, sizeof(*parts));
	unsigned wrong = wrong_parts(making, names, &control->error);

	for (size_t i = 0; i < 3; i++)
		parts[i] = (struct control){
			.kind = CONTROL_INPUT,
			.name = names[i],
			.label = word_of(making, words[i]),
			.value = form_value(making->form, names[i]),
			.error = wrong & 1u << i ? control->error : NULL,
			.class = i == 2 ? "govuk-input--width-4"
					: "govuk-input--width-2",
		};
	control->parts = parts;
	control->part_count = 3;
}

/* --- several controls --------------------------------------------------- */

/* Radios for each row. */
static void
make_matrix(const struct making *making, struct control *control)
{
	const struct question *question = making->question;
	struct control *rows =
		arena_array(making->arena, question->row_count, sizeof(*rows));

	for (size_t i = 0; i < question->row_count; i++) {
		const struct option *row = &question->rows[i];
		const char *name = part_name(making, row->value);

		rows[i] = (struct control){
			.kind = CONTROL_RADIOS,
			.still = true,
			.name = name,
			.label = wording_phrase(&row->label, making->language),
			.label_class = "govuk-fieldset__legend--s",
			.error = form_error(making->form, name),
		};
		make_choices(making, name, &rows[i]);
	}
	control->parts = rows;
	control->part_count = question->row_count;
}

/* The places that an option can have, behind none. */
static const struct choice *
places_of(const struct making *making, const char *name)
{
	size_t count = making->question->option_count;
	struct choice *places =
		arena_array(making->arena, count + 1, sizeof(*places));

	places[0].value = "";
	places[0].label = word_of(making, W_SELECT_A_PLACE);
	for (size_t i = 1; i <= count; i++) {
		places[i].value = arena_format(making->arena, "%zu", i);
		places[i].label = wording_of(places[i].value);
		places[i].checked =
			form_has(making->form, name, places[i].value);
	}
	return places;
}

static void
make_ranking(const struct making *making, struct control *control)
{
	const struct question *question = making->question;
	struct control *parts =
		arena_array(making->arena, question->option_count,
			    sizeof(*parts));

	for (size_t i = 0; i < question->option_count; i++) {
		const struct option *option = &question->options[i];
		const char *name = part_name(making, option->value);

		parts[i] = (struct control){
			.kind = CONTROL_SELECT,
			.name = name,
			.label = wording_phrase(&option->label,
						making->language),
			.error = form_error(making->form, name),
			.choices = places_of(making, name),
			.choice_count = question->option_count + 1,
		};
	}
	control->parts = parts;
	control->part_count = question->option_count;
	if (!control->hint.text)
		control->hint = word_of(making, W_RANK_HINT);
}

static const struct {
	enum control_kind kind;
	void (*make)(const struct making *making, struct control *control);
} types[] = {
	[QUESTION_RADIOS] = { CONTROL_RADIOS, make_group },
	[QUESTION_CHECKBOXES] = { CONTROL_CHECKBOXES, make_boxes },
	[QUESTION_SELECT] = { CONTROL_SELECT, make_select },
	[QUESTION_TEXT] = { CONTROL_INPUT, make_text },
	[QUESTION_LONG_TEXT] = { CONTROL_TEXTAREA, make_long_text },
	[QUESTION_EMAIL] = { CONTROL_INPUT, make_email },
	[QUESTION_NUMBER] = { CONTROL_INPUT, make_number },
	[QUESTION_DATE] = { CONTROL_DATE, make_date },
	[QUESTION_MATRIX] = { CONTROL_GROUP, make_matrix },
	[QUESTION_RANKING] = { CONTROL_GROUP, make_ranking },
};

struct control
question_control(const struct form *form, const struct question *question)
{
	const struct making making = {
		.form = form,
		.question = question,
		.arena = form->layout->arena,
		.language = form->layout->language,
	};
	struct control control = {
		.kind = types[question->type].kind,
		.name = question->id,
		.label = wording_phrase(&question->title, making.language),
		.optional = !question->required,
		.hint = wording_phrase(&question->hint, making.language),
		.error = form_error(form, question->id),
	};

	types[question->type].make(&making, &control);
	return control;
}

bool
question_control_other(const struct form *form, const struct question *question,
		       struct control *other)
{
	const struct making making = {
		.form = form,
		.question = question,
		.arena = form->layout->arena,
		.language = form->layout->language,
	};
	const struct option *option = question_other(question);
	const char *label;

	if (question->type != QUESTION_SELECT || !option)
		return false;
	label = word_text(making.arena, form->layout->app->words,
			  making.language, W_OTHER_DETAILS_IF,
			  phrase_in(&option->label, making.language, NULL));
	*other = other_control(&making, wording_of(label));
	return true;
}
