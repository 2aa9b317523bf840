#include "form.h"

#include <string.h>

#include "app.h"
#include "arena.h"
#include "control.h"

const char *const form_about = "about";

const char *
form_after(const struct consultation *consultation, const char *id)
{
	const struct question *question =
		consultation_question(consultation, id);
	size_t next =
		question ? (size_t)(question - consultation->questions) + 1 : 0;

	return next < consultation->question_count
		       ? consultation->questions[next].id
		       : NULL;
}

const char *
form_before(const struct consultation *consultation, const char *id)
{
	const struct question *question =
		consultation_question(consultation, id);

	if (!question)
		return NULL;
	return question == consultation->questions ? form_about
						   : question[-1].id;
}

bool
form_page(const struct consultation *consultation, const char *id,
	  const struct question **question)
{
	*question = consultation_question(consultation, id);
	return *question || strcmp(id, form_about) == 0;
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

static const char *
message(const struct form *form, const struct fault *fault)
{
	return word_number(form->layout->arena, form->layout->app->words,
			   form->layout->language, fault->word, fault->number);
}

const char *
form_error(const struct form *form, const char *name)
{
	for (size_t i = 0; i < form->faults->count; i++)
		if (strcmp(form->faults->items[i].field, name) == 0)
			return message(form, &form->faults->items[i]);
	return NULL;
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

struct fields
form_of_answer(struct arena *arena, const struct question *question,
	       const struct answer *answer)
{
	struct field *items =
		arena_array(arena, answer->value_count, sizeof(*items));
	size_t count = 0;

	for (size_t i = 0; i < answer->value_count; i++)
		add(items, &count, question->id, answer->values[i]);
	return (struct fields){ items, count };
}
