#include "validate_field.h"

#include <string.h>

#include "arena.h"
#include "str.h"
#include "utf8.h"

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

void
fault_put(struct faults *faults, const struct fault *fault)
{
	for (size_t i = 0; i < faults->count; i++)
		if (strcmp(faults->items[i].field, fault->field) == 0)
			return;
	if (faults->count < sizeof(faults->items) / sizeof(faults->items[0]))
		faults->items[faults->count++] = *fault;
}

void
fault_number(struct faults *faults, const char *field, enum word word,
	     size_t number)
{
	fault_put(faults, &(struct fault){ .field = field,
					   .word = word,
					   .number = number });
}

void
fault_add(struct faults *faults, const char *field, enum word word)
{
	fault_number(faults, field, word, 0);
}

void
fault_phrase(struct faults *faults, const char *field, enum word word,
	     const struct phrase *phrase)
{
	fault_put(faults, &(struct fault){ .field = field,
					   .word = word,
					   .phrase = phrase });
}

char *
fault_message(struct arena *arena, const struct words *words,
	      enum language language, const struct fault *fault)
{
	if (fault->phrase)
		return word_text(arena, words, language, fault->word,
				 phrase_in(fault->phrase, language, NULL));
	if (fault->date)
		return word_text(arena, words, language, fault->word,
				 word_day(arena, words, language, fault->date));
	return word_number(arena, words, language, fault->word, fault->number);
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

const struct field *
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

const char *
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

const char *
take_text(const struct check *check, const char *name, size_t max, bool line)
{
	const struct field *field = take_one(check, name, W_ENTER_ONCE);
	char *text, *kept;
	size_t units;

	if (!field)
		return NULL;
	text = tidy(check->faults->arena, field->value, field->len);
	units = utf8_utf16_units(text, strlen(text));
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

void
answer_set_one(struct arena *arena, struct answer *answer, const char *value)
{
	const char **values = arena_alloc(arena, sizeof(*values));

	values[0] = value;
	answer->values = values;
	answer->value_count = 1;
}
