#include "validate.h"

#include <string.h>

#include "arena.h"
#include "email.h"
#include "str.h"
#include "utf8.h"

/* What the checks of one response share. */
struct check {
	const struct fields *fields;
	enum strictness strictness;
	struct faults *faults;
};

const struct field *
fields_get(const struct fields *fields, const char *name)
{
	for (size_t i = 0; i < fields->count; i++)
		if (strcmp(fields->items[i].name, name) == 0)
			return &fields->items[i];
	return NULL;
}

bool
fields_are_text(const struct fields *fields, const struct field **bad)
{
	size_t where;

	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];

		if (utf8_check(field->name, strlen(field->name), &where) &&
		    utf8_check(field->value, field->len, &where))
			continue;
		*bad = field;
		return false;
	}
	return true;
}

/* The first fault of a field is the one to mend. */
static void
fault_number(struct faults *faults, const char *field, enum word word,
	     size_t number)
{
	for (size_t i = 0; i < faults->count; i++)
		if (strcmp(faults->items[i].field, field) == 0)
			return;
	if (faults->count == sizeof(faults->items) / sizeof(faults->items[0]))
		return;
	faults->items[faults->count++] = (struct fault){
		.field = field,
		.word = word,
		.number = number,
	};
}

static void
fault_add(struct faults *faults, const char *field, enum word word)
{
	fault_number(faults, field, word, 0);
}

/* As the browser counts it: lines end with LF, nothing composed yet. */
static char *
tidy(struct arena *arena, const char *text, size_t len)
{
	struct str lines = { .arena = arena };

	str_text(&lines, "");
	for (size_t i = 0; i < len; i++) {
		if (text[i] != '\r')
			str_char(&lines, text[i]);
		else if (i + 1 == len || text[i + 1] != '\n')
			str_char(&lines, '\n');
	}
	return utf8_trim(arena, lines.text);
}

char *
validate_text(struct arena *arena, const char *text, size_t len)
{
	return utf8_compose(arena, tidy(arena, text, len));
}

/* The one field NAME that is not blank; NULL when there is none.  More than one
 * is a fault, TWICE. */
static const struct field *
take_one(const struct check *check, const char *name, enum word twice)
{
	const struct field *found = NULL;

	for (size_t i = 0; i < check->fields->count; i++) {
		const struct field *field = &check->fields->items[i];

		if (strcmp(field->name, name) != 0 ||
		    utf8_is_blank(field->value))
			continue;
		if (found) {
			fault_add(check->faults, name, twice);
			return NULL;
		}
		found = field;
	}
	return found;
}

/* A word to be looked up as it was sent. */
static const char *
take_word(const struct check *check, const char *name)
{
	const struct field *field = take_one(check, name, W_SELECT_ONE);

	return field ? arena_string(check->faults->arena, field->value) : NULL;
}

static bool
is_control(char byte)
{
	return (unsigned char)byte < 0x20 || byte == 0x7f;
}

/* A text of at most MAX units; one LINE has no line ends or other controls. */
static const char *
take_text(const struct check *check, const char *name, size_t max, bool line)
{
	const struct field *field = take_one(check, name, W_ENTER_ONCE);
	char *text, *kept;
	size_t units;

	if (!field)
		return NULL;
	text = tidy(check->faults->arena, field->value, field->len);
	units = utf8_utf16_units(text);
	if (units > max) {
		fault_number(check->faults, name,
			     units - max == 1 ? W_TOO_LONG_BY_ONE : W_TOO_LONG,
			     units - max);
		return NULL;
	}
	kept = utf8_compose(check->faults->arena, text);
	for (char *at = kept; line && *at; at++)
		if (is_control(*at))
			*at = ' ';
	return kept;
}

static void
check_capacity(const struct check *check, struct respondent *respondent)
{
	const char *word = take_word(check, "capacity");

	if ((word && !capacity_from_word(word, &respondent->capacity)) ||
	    (check->strictness == VALIDATE_FORM &&
	     respondent->capacity == CAPACITY_NOT_STATED))
		fault_add(check->faults, "capacity", W_SELECT_CAPACITY);
	if (check->strictness == VALIDATE_FORM &&
	    respondent->capacity == CAPACITY_INDIVIDUAL)
		return;
	respondent->organisation =
		take_text(check, "organisation", VALIDATE_NAME_MAX, true);
	respondent->represents =
		take_text(check, "represents", VALIDATE_REPRESENTS_MAX, false);
	if (check->strictness == VALIDATE_FORM &&
	    respondent->capacity == CAPACITY_ORGANISATION &&
	    !respondent->organisation)
		fault_add(check->faults, "organisation", W_ENTER_ORGANISATION);
}

static void
check_type(const struct check *check, const struct consultation *consultation,
	   struct respondent *respondent)
{
	const char *type = take_word(check, "type");

	if (type && !consultation_respondent_type(consultation, type))
		fault_add(check->faults, "type", W_SELECT_FROM_LIST);
	else
		respondent->type = type;
}

static void
check_email(const struct check *check, struct respondent *respondent)
{
	const char *email =
		take_text(check, "email", VALIDATE_EMAIL_MAX, false);

	if (email && !email_is_shaped(email))
		fault_add(check->faults, "email", W_EMAIL_FORMAT);
	else
		respondent->email = email;
}

static void
check_contact(const struct check *check, struct respondent *respondent)
{
	const char *word = take_word(check, "contact");

	if ((word && !contact_from_word(word, &respondent->contact)) ||
	    (check->strictness == VALIDATE_FORM &&
	     respondent->contact == CONTACT_NOT_STATED))
		fault_add(check->faults, "contact", W_SELECT_CONTACT);
	if (check->strictness == VALIDATE_FORM &&
	    respondent->contact == CONTACT_YES && !respondent->email)
		fault_add(check->faults, "email", W_ENTER_EMAIL);
}

static void
check_trap(const struct check *check, struct respondent *respondent)
{
	const struct field *field = fields_get(check->fields, VALIDATE_TRAP);

	respondent->trapped = check->strictness == VALIDATE_FORM && field &&
			      !utf8_is_blank(field->value);
}

static void
check_confidential(const struct check *check, struct respondent *respondent)
{
	const char *word = take_word(check, "confidential");

	if ((word &&
	     !confidential_from_word(word, &respondent->confidential)) ||
	    (check->strictness == VALIDATE_FORM &&
	     respondent->confidential == CONFIDENTIAL_NOT_STATED))
		fault_add(check->faults, "confidential", W_SELECT_CONFIDENTIAL);
	if (check->strictness == VALIDATE_FORM &&
	    respondent->confidential != CONFIDENTIAL_YES)
		return;
	respondent->confidential_reason =
		take_text(check, "confidential_reason", VALIDATE_REASON_MAX,
			  false);
	if (check->strictness == VALIDATE_FORM &&
	    !respondent->confidential_reason)
		fault_add(check->faults, "confidential_reason",
			  W_ENTER_CONFIDENTIAL_REASON);
}

static void
check_publish(const struct check *check, struct respondent *respondent)
{
	const char *word = take_word(check, "publish");

	if ((word && !publish_from_word(word, &respondent->publish)) ||
	    (check->strictness == VALIDATE_FORM &&
	     respondent->publish == PUBLISH_NOT_STATED))
		fault_add(check->faults, "publish", W_SELECT_PUBLISH);
	if (check->strictness == VALIDATE_FORM &&
	    respondent->publish == PUBLISH_WITH_NAME &&
	    respondent->capacity == CAPACITY_INDIVIDUAL && !respondent->name)
		fault_add(check->faults, "name", W_ENTER_NAME);
}

bool
validate_respondent(const struct fields *fields,
		    const struct consultation *consultation,
		    enum strictness strictness, struct respondent *respondent,
		    struct faults *faults)
{
	struct check check = { fields, strictness, faults };
	size_t before = faults->count;

	*respondent = (struct respondent){ 0 };
	check_capacity(&check, respondent);
	check_type(&check, consultation, respondent);
	respondent->name = take_text(&check, "name", VALIDATE_NAME_MAX, true);
	check_email(&check, respondent);
	check_contact(&check, respondent);
	check_confidential(&check, respondent);
	check_publish(&check, respondent);
	check_trap(&check, respondent);
	return faults->count == before;
}

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
