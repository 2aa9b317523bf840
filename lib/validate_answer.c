#include <string.h>

#include "arena.h"
#include "email.h"
#include "utf8.h"
#include "validate_date.h"
#include "validate_field.h"

/* The field of a part of an answer: "id.part". */
static const char *
part_name(const struct check *check, const struct question *question,
	  const char *part)
{
	return arena_format(check->faults->arena, "%s.%s", question->id, part);
}

/* One of the options; NULL when none was chosen, or what was is none. */
static const char *
take_option(const struct check *check, const struct question *question,
	    const char *field)
{
	const char *value = take_word(check, field);

	if (!value || question_option(question, value))
		return value;
	fault_add(check->faults, field, W_SELECT_FROM_LIST);
	return NULL;
}

static void
check_one(const struct check *check, const struct question *question,
	  struct answer *answer)
{
	const char *value = take_option(check, question, question->id);

	if (value)
		answer_set_one(check->faults->arena, answer, value);
}

static void
check_boxes(const struct check *check, const struct question *question,
	    struct answer *answer)
{
	struct arena *arena = check->faults->arena;
	const char **values =
		arena_array(arena, question->option_count, sizeof(*values));
	const struct option *last = NULL;
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
		if (chosen[i]) {
			last = &question->options[i];
			values[answer->value_count++] = last->value;
		}
	if (last && last->exclusive && answer->value_count > 1)
		fault_phrase(check->faults, question->id, W_SELECT_EXCLUSIVE,
			     &last->label);
}

/* The text beside an option counts only when that is chosen, and is then not
 * forgotten. */
static void
check_other(const struct check *check, const struct question *question,
	    struct answer *answer)
{
	const struct option *other = question_other(question);
	bool chosen = false;
	const char *field;

	for (size_t i = 0; i < answer->value_count; i++)
		chosen |= other && strcmp(answer->values[i], other->value) == 0;
	if (!chosen)
		return;
	field = part_name(check, question, "other");
	answer->other = take_text(check, field, OPTION_OTHER_MAX, true);
	if (!answer->other && check->strictness == VALIDATE_FORM)
		fault_phrase(check->faults, field, W_ENTER_OTHER,
			     &other->label);
}

static void
check_text(const struct check *check, const struct question *question,
	   struct answer *answer)
{
	const char *text = take_text(check, question->id, question->max,
				     question->type == QUESTION_TEXT);

	if (text)
		answer_set_one(check->faults->arena, answer, text);
}

static void
check_email(const struct check *check, const struct question *question,
	    struct answer *answer)
{
	const char *email =
		take_text(check, question->id, VALIDATE_EMAIL_MAX, false);

	if (email && !email_is_shaped(email))
		fault_add(check->faults, question->id, W_EMAIL_FORMAT);
	else if (email)
		answer_set_one(check->faults->arena, answer, email);
}

static void
limit_fault(const struct check *check, const struct question *question,
	    enum word word, decimal limit)
{
	struct arena *arena = check->faults->arena;
	struct phrase *phrase = arena_alloc(arena, sizeof(*phrase));

	phrase->text[LANGUAGE_EN] = decimal_shown(arena, limit);
	fault_phrase(check->faults, question->id, word, phrase);
}

static void
check_number(const struct check *check, const struct question *question,
	     struct answer *answer)
{
	const char *text =
		take_text(check, question->id, OPTION_OTHER_MAX, true);
	enum decimal_fault fault;
	decimal number = 0;
	bool negative;

	if (!text)
		return;
	fault = decimal_parse(text, (unsigned)question->decimals, &number,
			      &negative);
	if (fault == DECIMAL_TOO_LARGE)
		number = negative ? -DECIMAL_MAX - 1 : DECIMAL_MAX + 1;
	if (fault == DECIMAL_NOT_A_NUMBER)
		fault_add(check->faults, question->id, W_NUMBER_FORMAT);
	else if (fault == DECIMAL_TOO_PRECISE)
		fault_number(check->faults, question->id,
			     question->decimals == 0   ? W_NUMBER_WHOLE
			     : question->decimals == 1 ? W_NUMBER_PLACE
						       : W_NUMBER_PLACES,
			     question->decimals);
	else if (number < question->least)
		limit_fault(check, question, W_NUMBER_LEAST, question->least);
	else if (number > question->most)
		limit_fault(check, question, W_NUMBER_MOST, question->most);
	else
		answer_set_one(check->faults->arena, answer,
			       decimal_text(check->faults->arena, number));
}

static void
check_matrix(const struct check *check, const struct question *question,
	     struct answer *answer)
{
	struct arena *arena = check->faults->arena;
	const char **values =
		arena_array(arena, question->row_count, sizeof(*values));
	bool every = question->required && check->strictness == VALIDATE_FORM;

	for (size_t i = 0; i < question->row_count; i++) {
		const struct option *row = &question->rows[i];
		const char *field = part_name(check, question, row->value);

		values[i] = take_option(check, question, field);
		if (values[i])
			answer->value_count = question->row_count;
		else if (every)
			fault_phrase(check->faults, field, W_SELECT_EACH,
				     &row->label);
	}
	answer->values = values;
}

/* 1 to COUNT, or 0. */
static size_t
place_of(const char *text, size_t count)
{
	size_t place = 0;

	if (strlen(text) > 2 || text[strspn(text, "0123456789")])
		return 0;
	for (; *text; text++)
		place = place * 10 + (size_t)(*text - '0');
	return place <= count ? place : 0;
}

/* The place that a form gives to each option; 0: none. */
static void
take_places(const struct check *check, const struct question *question,
	    size_t *places)
{
	for (size_t i = 0; i < question->option_count; i++) {
		const char *field =
			part_name(check, question, question->options[i].value);
		const char *text = take_word(check, field);

		places[i] = text ? place_of(text, question->option_count) : 0;
		if (text && !places[i])
			fault_add(check->faults, field, W_SELECT_FROM_LIST);
	}
}

/* The same from a file, which names the options in their order. */
static void
take_order(const struct check *check, const struct question *question,
	   size_t *places)
{
	size_t place = 0;

	for (size_t i = 0; i < check->fields->count; i++) {
		const struct field *field = &check->fields->items[i];
		const struct option *option;

		if (strcmp(field->name, question->id) != 0 ||
		    utf8_is_blank(field->value))
			continue;
		option = question_option(question, field->value);
		if (!option)
			fault_add(check->faults, question->id,
				  W_SELECT_FROM_LIST);
		else if (places[option - question->options])
			fault_phrase(check->faults, question->id, W_RANK_ONCE,
				     &option->label);
		else
			places[option - question->options] = ++place;
	}
}

/* Whether another option before this one has its place. */
static bool
is_taken(const size_t *places, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (places[i] == places[index])
			return true;
	return false;
}

static void
check_ranking(const struct check *check, const struct question *question,
	      struct answer *answer)
{
	struct arena *arena = check->faults->arena;
	size_t count = question->option_count, placed = 0;
	size_t *places = arena_array(arena, count, sizeof(*places));
	const char **values = arena_array(arena, count, sizeof(*values));

	take_places(check, question, places);
	if (check->strictness == VALIDATE_FILE)
		take_order(check, question, places);
	for (size_t i = 0; i < count; i++)
		placed += places[i] != 0;
	for (size_t i = 0; placed && i < count; i++) {
		const struct option *option = &question->options[i];
		const char *field = part_name(check, question, option->value);

		if (!places[i])
			fault_phrase(check->faults, field, W_RANK_EACH,
				     &option->label);
		else if (is_taken(places, i))
			fault_phrase(check->faults, field, W_RANK_TWICE,
				     &option->label);
		else
			values[places[i] - 1] = option->value;
	}
	answer->values = values;
	answer->value_count = placed;
}

static const struct {
	void (*check)(const struct check *check,
		      const struct question *question, struct answer *answer);
	enum word missing;
} question_checks[] = {
	[QUESTION_RADIOS] = { check_one, W_SELECT_ANSWER },
	[QUESTION_CHECKBOXES] = { check_boxes, W_SELECT_ANSWERS },
	[QUESTION_SELECT] = { check_one, W_SELECT_ANSWER },
	[QUESTION_TEXT] = { check_text, W_ENTER_ANSWER },
	[QUESTION_LONG_TEXT] = { check_text, W_ENTER_ANSWER },
	[QUESTION_EMAIL] = { check_email, W_ENTER_EMAIL },
	[QUESTION_NUMBER] = { check_number, W_ENTER_NUMBER },
	[QUESTION_DATE] = { check_date, W_ENTER_DATE },
	[QUESTION_MATRIX] = { check_matrix, W_SELECT_ANSWERS },
	[QUESTION_RANKING] = { check_ranking, W_RANK_ALL },
};

/* Where it says that an answer is missing: the first of the fields. */
static const char *
first_field(const struct check *check, const struct question *question)
{
	if (question->type == QUESTION_DATE)
		return part_name(check, question, "day");
	if (question->type == QUESTION_RANKING)
		return part_name(check, question, question->options[0].value);
	return question->id;
}

static void
missing_fault(const struct check *check, const struct question *question)
{
	struct fault fault = {
		.field = first_field(check, question),
		.word = question_checks[question->type].missing,
	};

	if (question->type == QUESTION_DATE)
		fault.parts = DATE_DAY | DATE_MONTH | DATE_YEAR;
	fault_put(check->faults, &fault);
}

bool
validate_answer(const struct fields *fields, const struct question *question,
		enum strictness strictness, struct answer *answer,
		struct faults *faults)
{
	struct check check = { fields, strictness, faults };
	size_t before = faults->count;

	*answer = (struct answer){ 0 };
	question_checks[question->type].check(&check, question, answer);
	if (question_is_closed(question))
		check_other(&check, question, answer);
	if (question->required && strictness == VALIDATE_FORM &&
	    answer->value_count == 0 && faults->count == before)
		missing_fault(&check, question);
	if (faults->count == before)
		return true;
	*answer = (struct answer){ 0 };
	return false;
}
