#include "form.h"

#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "arena.h"
#include "control.h"
#include "path.h"

const char *const form_about = "about", *const form_tasks = "tasks";

bool
form_page(const struct consultation *consultation, const char *id,
	  const struct question **page)
{
	*page = consultation_question(consultation, id);
	if (*page)
		return path_page(consultation, *page) == *page;
	return strcmp(id, form_about) == 0;
}

bool
form_is_field(const char *name, const char *id, size_t len)
{
	return strncmp(name, id, len) == 0 && (!name[len] || name[len] == '.');
}

bool
form_sent(const struct fields *fields, const struct question *question)
{
	size_t len = strlen(question->id);

	for (size_t i = 0; i < fields->count; i++)
		if (form_is_field(fields->items[i].name, question->id, len))
			return true;
	return false;
}

bool
form_switches(const struct fields *fields)
{
	return fields_get(fields, FORM_SWITCH);
}

const char *
form_value(const struct form *form, const char *name)
{
	const struct field *field = fields_get(form->fields, name);

	return field ? field->value : NULL;
}

bool
form_has(const struct form *form, const char *name, const char *value)
{
	for (size_t i = 0; i < form->fields->count; i++)
		if (strcmp(form->fields->items[i].name, name) == 0 &&
		    strcmp(form->fields->items[i].value, value) == 0)
			return true;
	return false;
}

/* The question that a field belongs to, when it shares its page with others. */
static const struct question *
question_among_others(const struct consultation *consultation,
		      const char *field)
{
	const char *part;
	const struct question *question =
		consultation_field(consultation, field, &part);
	const struct question *page;

	if (!question)
		return NULL;
	page = path_page(consultation, question);
	return path_page_end(consultation, page) > page + 1 ? question : NULL;
}

/* Among several questions the number says which of them is meant. */
static const char *
message(const struct form *form, const struct fault *fault)
{
	const struct layout *layout = form->layout;
	const struct consultation *consultation = form->consultation;
	const struct question *question =
		question_among_others(consultation, fault->field);
	const char *text = fault_message(layout->arena, layout->app->words,
					 layout->language, fault);

	return question ? arena_format(layout->arena, "%s %zu: %s",
				       layout_word(layout, W_QUESTION),
				       (size_t)(question -
						consultation->questions) +
					       1,
				       text)
			: text;
}

const struct fault *
form_fault(const struct form *form, const char *name)
{
	for (size_t i = 0; i < form->faults->count; i++)
		if (strcmp(form->faults->items[i].field, name) == 0)
			return &form->faults->items[i];
	return NULL;
}

const char *
form_error(const struct form *form, const char *name)
{
	const struct fault *fault = form_fault(form, name);

	return fault ? message(form, fault) : NULL;
}

size_t
form_complaints(const struct form *form, const struct complaint **list)
{
	struct arena *arena = form->layout->arena;
	size_t count = form->faults->count;
	struct complaint *complaints =
		arena_array(arena, count, sizeof(*complaints));

	for (size_t i = 0; i < count; i++) {
		const struct fault *fault = &form->faults->items[i];

		complaints[i].link = arena_format(arena, "#%s", fault->field);
		complaints[i].text = message(form, fault);
	}
	*list = complaints;
	return count;
}

static void
add(struct field *items, size_t *count, const char *name, const char *value)
{
	if (value)
		items[(*count)++] =
			(struct field){ name, value, strlen(value) };
}

struct fields
form_of_respondent(struct arena *arena, const struct respondent *respondent)
{
	struct field *items = arena_array(arena, 11, sizeof(*items));
	size_t count = 0;

	add(items, &count, "capacity", capacity_word(respondent->capacity));
	add(items, &count, "organisation", respondent->organisation);
	add(items, &count, "represents", respondent->represents);
	add(items, &count, "type", respondent->type);
	add(items, &count, "name", respondent->name);
	add(items, &count, "email", respondent->email);
	add(items, &count, "contact", contact_word(respondent->contact));
	add(items, &count, "confidential",
	    confidential_word(respondent->confidential));
	add(items, &count, "confidential_reason",
	    respondent->confidential_reason);
	add(items, &count, "publish", publish_word(respondent->publish));
	add(items, &count, VALIDATE_TRAP, respondent->trapped ? "1" : NULL);
	return (struct fields){ items, count };
}

/* The name of the field of a part: "id.part". */
static const char *
part_name(struct arena *arena, const struct question *question,
	  const char *part)
{
	return arena_format(arena, "%s.%s", question->id, part);
}

static void
add_date(struct arena *arena, const struct question *question, const char *date,
	 struct field *items, size_t *count)
{
	add(items, count, part_name(arena, question, "day"),
	    arena_format(arena, "%ld", strtol(date + 8, NULL, 10)));
	add(items, count, part_name(arena, question, "month"),
	    arena_format(arena, "%ld", strtol(date + 5, NULL, 10)));
	add(items, count, part_name(arena, question, "year"),
	    arena_format(arena, "%ld", strtol(date, NULL, 10)));
}

static void
add_value(struct arena *arena, const struct question *question,
	  const char *value, size_t index, struct field *items, size_t *count)
{
	switch (question->type) {
	case QUESTION_DATE:
		add_date(arena, question, value, items, count);
		break;
	case QUESTION_MATRIX:
		add(items, count,
		    part_name(arena, question, question->rows[index].value),
		    value);
		break;
	case QUESTION_RANKING:
		add(items, count, part_name(arena, question, value),
		    arena_format(arena, "%zu", index + 1));
		break;
	default:
		add(items, count, question->id, value);
	}
}

struct fields
form_of_answer(struct arena *arena, const struct question *question,
	       const struct answer *answer)
{
	struct field *items =
		arena_array(arena, answer->value_count + 3, sizeof(*items));
	size_t count = 0;

	for (size_t i = 0; i < answer->value_count; i++)
		add_value(arena, question, answer->values[i], i, items, &count);
	add(items, &count, answers_other_key(arena, question), answer->other);
	return (struct fields){ items, count };
}

/* The answer to one question as it is stored, with nothing else. */
static const char *
stored(struct arena *arena, const struct question *question,
       const struct answers *answers)
{
	const struct consultation *consultation = answers->consultation;
	struct answers *alone = answers_new(arena, consultation);

	alone->items[question - consultation->questions] =
		*answers_get(answers, question);
	return answers_json(arena, alone);
}

bool
form_differs(struct arena *arena, const struct question *question,
	     const struct answers *one, const struct answers *other)
{
	return strcmp(stored(arena, question, one),
		      stored(arena, question, other)) != 0;
}

bool
form_answers(struct arena *arena, const struct question *question,
	     const struct answers *answers)
{
	return strcmp(stored(arena, question, answers), "{}") != 0;
}
