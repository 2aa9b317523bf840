#include <string.h>

#include "arena.h"
#include "utf8.h"
#include "validate_field.h"


static void
set_one(struct arena *arena, struct answer *answer, const char *value)
{
	const char **values = arena_alloc(arena, sizeof(*values));

	values[0] = value;
	answer->values = values;
	answer->value_count = 1;
}

static void
check_radios(const struct check *check, const struct question *question,
	     struct answer *answer)
{
	const char *value = take_word(check, question->id);

	if (value && !question_option(question, value))
		fault_add(check->faults, question->id, W_SELECT_FROM_LIST);
	else if (value)
		set_one(check->faults->arena, answer, value);
}

static void
check_boxes(const struct check *check, const struct question *question,
	    struct answer *answer)
{
	struct arena *arena = check->faults->arena;
	const char **values =
		arena_array(arena, question->option_count, sizeof(*values));
	bool *chosen =
		arena_array(arena, question->option_count, sizeof(*chosen));

	for (size_t i = 0; i < check->fields->count; i++) {
		const struct field *field = &check->fields->items[i];
		const struct option *option;

		if (strcmp(field->name, question->id) != 0)
			continue;
		option = question_option(question, field->value);
		if (option)
			chosen[option - question->options] = true;
		else if (!utf8_is_blank(field->value))
			fault_add(check->faults, question->id,
				  W_SELECT_FROM_LIST);
	}
	answer->values = values;
	for (size_t i = 0; i < question->option_count; i++)
		if (chosen[i])
			values[answer->value_count++] =
				question->options[i].value;
}

static void
check_text(const struct check *check, const struct question *question,
	   struct answer *answer)
{
	const char *text = take_text(check, question->id, question->max,
				     question->type == QUESTION_TEXT);

	if (text)
		set_one(check->faults->arena, answer, text);
}

static const struct {
	void (*check)(const struct check *check,
		      const struct question *question, struct answer *answer);
	enum word missing;
} question_checks[] = {
	[QUESTION_RADIOS] = { check_radios, W_SELECT_ANSWER },
	[QUESTION_CHECKBOXES] = { check_boxes, W_SELECT_ANSWERS },
	[QUESTION_TEXT] = { check_text, W_ENTER_ANSWER },
	[QUESTION_LONG_TEXT] = { check_text, W_ENTER_ANSWER },
};

bool
validate_answer(const struct fields *fields, const struct question *question,
		enum strictness strictness, struct answer *answer,
		struct faults *faults)
{
	struct check check = { fields, strictness, faults };
	size_t before = faults->count;

	*answer = (struct answer){ 0 };
	question_checks[question->type].check(&check, question, answer);
	if (question->required && strictness == VALIDATE_FORM &&
	    answer->value_count == 0)
		fault_add(faults, question->id,
			  question_checks[question->type].missing);
	if (faults->count == before)
		return true;
	*answer = (struct answer){ 0 };
	return false;
}
