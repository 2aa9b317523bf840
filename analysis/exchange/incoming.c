#include "exchange/incoming.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "arena.h"
#include "error.h"
#include "moment.h"
#include "utf8.h"
#include "words.h"

enum { FIELDS_ROOM = 16 };

void
incoming_field(struct incoming *incoming, const char *name, const char *value)
{
	struct fields *fields = &incoming->fields;
	size_t count = fields->count;
	struct field *items = (struct field *)fields->items;

	/* Room doubles when the count reaches a power of two times 16. */
	if (!items || (count >= FIELDS_ROOM && !(count & (count - 1))))
		items = arena_grow(incoming->arena, items, count,
				   count ? count * 2 : FIELDS_ROOM,
				   sizeof(*items));
	items[count] = (struct field){ name, value, strlen(value) };
	fields->items = items;
	fields->count = count + 1;
}

void
complain(struct complaints *complaints, size_t line, const char *format, ...)
{
	char sentence[1024];
	va_list values;

	va_start(values, format);
	vsnprintf(sentence, sizeof(sentence), format, values);
	va_end(values);
	str_format(&complaints->text, "%s:%zu: %s\n", complaints->path, line,
		   sentence);
	complaints->count++;
}

bool
incoming_is_channel(const char *word)
{
	static const char *const channels[] = {
		"online", "email", "post", "event", "other", "not-stated"
	};

	for (size_t i = 0; i < sizeof(channels) / sizeof(channels[0]); i++)
		if (strcmp(word, channels[i]) == 0)
			return true;
	return false;
}

static const char *
first_of(const char *given, const char *otherwise)
{
	return given && *given ? given : otherwise;
}

/* When a response was received; false and a sentence in ERR when TEXT, which may
 * be NULL, does not tell. */
static bool
read_received(const char *text, moment now, moment *when, struct error *err)
{
	enum moment_fault fault = MOMENT_FINE;

	*when = MOMENT_NONE;
	if (!text)
		return true;
	if (!moment_parse_rfc3339(text, when))
		fault = strlen(text) == 10 ? moment_parse_date(text, when)
					   : moment_parse(text, when);
	switch (fault) {
	case MOMENT_FINE:
		return *when <= now ||
		       error_set(err, ERROR_INPUT,
				 "%.40s is a time that has not come yet: "
				 "correct it",
				 text);
	case MOMENT_NOT_A_DATE:
		return error_set(err, ERROR_INPUT,
				 "\"%.40s\" is no date: write 2013-07-02, "
				 "2013-07-02 14:05 or "
				 "2013-07-02T14:05:00+01:00",
				 text);
	case MOMENT_SKIPPED:
		return error_set(err, ERROR_INPUT,
				 "%.40s did not exist, the clocks went "
				 "forward: write another time",
				 text);
	case MOMENT_TWICE:
		break;
	}
	return error_set(err, ERROR_INPUT,
			 "%.40s came twice, the clocks went back: write it "
			 "with its offset, as in 2013-10-27T01:30:00+01:00",
			 text);
}

bool
incoming_defaults_check(const struct incoming_defaults *defaults,
			struct error *err)
{
	moment when;

	if (defaults->channel && !incoming_is_channel(defaults->channel))
		return error_set(err, ERROR_INPUT,
				 "--channel: \"%.40s\" is no channel: "
				 "write " INCOMING_CHANNELS,
				 defaults->channel);
	if (!read_received(defaults->received, defaults->now, &when, err))
		return error_at(err, "--received", 0);
	return true;
}

static bool
is_respondent_field(const char *name)
{
	static const char *const names[] = {
		"capacity", "organisation", "represents",
		"type",	    "name",	    "email",
		"contact",  "confidential", "confidential_reason",
		"publish"
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

/* The value of the option whose label, in any language, reads as TEXT. */
static const char *
value_of_label(struct arena *arena, const struct question *question,
	       const char *text)
{
	const char *folded = utf8_fold(arena, text);

	for (size_t i = 0; i < question->option_count; i++) {
		const struct option *option = &question->options[i];

		for (int j = 0; j < LANGUAGE_COUNT; j++)
			if (option->label.text[j] &&
			    strcmp(utf8_fold(arena, option->label.text[j]),
				   folded) == 0)
				return option->value;
	}
	return text;
}

/* The question whose options the field NAME takes: a closed one, a row of a matrix,
 * a whole ranking; or NULL. */
static const struct question *
question_chosen(const struct consultation *consultation, const char *name)
{
	const char *part;
	const struct question *question =
		consultation_field(consultation, name, &part);

	if (!question || (question->type == QUESTION_MATRIX) != (part != NULL))
		return NULL;
	return question->option_count ? question : NULL;
}

/* Files often hold the words that people saw instead of the values. */
static void
labels_to_values(struct incoming *incoming,
		 const struct consultation *consultation)
{
	struct field *items = (struct field *)incoming->fields.items;

	for (size_t i = 0; i < incoming->fields.count; i++) {
		const struct question *question =
			question_chosen(consultation, items[i].name);

		if (!question || question_option(question, items[i].value))
			continue;
		items[i].value = value_of_label(incoming->arena, question,
						items[i].value);
		items[i].len = strlen(items[i].value);
	}
}

static void
check_names(const struct incoming *incoming,
	    const struct consultation *consultation,
	    struct complaints *complaints)
{
	for (size_t i = 0; i < incoming->fields.count; i++) {
		const char *name = incoming->fields.items[i].name, *part;

		if (!is_respondent_field(name) &&
		    !consultation_field(consultation, name, &part))
			complain(complaints, incoming->line,
				 "there is no question \"%.60s\" in this "
				 "consultation",
				 name);
	}
}

/* Said here and not left to the validator, whose words are for a person before a
 * form. */
static void
check_options(const struct incoming *incoming,
	      const struct consultation *consultation,
	      struct complaints *complaints)
{
	for (size_t i = 0; i < incoming->fields.count; i++) {
		const struct field *field = &incoming->fields.items[i];
		const struct question *question =
			question_chosen(consultation, field->name);
		struct str values = { .arena = incoming->arena };

		if (!question || !*field->value ||
		    question_option(question, field->value))
			continue;
		for (size_t j = 0; j < question->option_count; j++)
			str_format(&values, "%s%s", j ? ", " : "",
				   question->options[j].value);
		complain(complaints, incoming->line,
			 "%s: \"%.60s\" is no option: write one of %s",
			 field->name, field->value, values.text);
	}
}

static bool
check_encoding(const struct incoming *incoming, struct complaints *complaints)
{
	const struct field *bad;

	if (fields_are_text(&incoming->fields, &bad))
		return true;
	complain(complaints, incoming->line,
		 "%s: not UTF-8: the file may be in Windows-1252; convert it "
		 "with iconv -f WINDOWS-1252 -t UTF-8",
		 bad->name);
	return false;
}

static void
check_about(const struct incoming *incoming,
	    const struct incoming_defaults *defaults, struct checked *checked,
	    struct complaints *complaints)
{
	const char *language = first_of(incoming->language, "en");
	struct error fault;

	checked->reference = first_of(incoming->reference, NULL);
	checked->channel = first_of(first_of(incoming->channel, NULL),
				    first_of(defaults->channel, "not-stated"));
	if (!incoming_is_channel(checked->channel))
		complain(complaints, incoming->line,
			 "\"%.40s\" is no channel: write " INCOMING_CHANNELS,
			 checked->channel);
	if (!language_from_code(language, &checked->language))
		complain(complaints, incoming->line,
			 "\"%.40s\" is no language: write en or cy", language);
	if (!read_received(first_of(incoming->received, defaults->received),
			   defaults->now, &checked->received_at, &fault))
		complain(complaints, incoming->line, "%s", fault.text);
}

static void
tell_faults(const struct faults *faults, const struct words *words, size_t line,
	    struct complaints *complaints)
{
	for (size_t i = 0; i < faults->count; i++) {
		const struct fault *fault = &faults->items[i];

		complain(complaints, line, "%s: %s", fault->field,
			 fault_message(faults->arena, words, LANGUAGE_EN,
				       fault));
	}
}

bool
incoming_check(struct incoming *incoming,
	       const struct consultation *consultation,
	       const struct incoming_defaults *defaults,
	       const struct words *words, struct checked *checked,
	       struct complaints *complaints)
{
	struct faults faults = { .arena = incoming->arena };
	size_t before = complaints->count;

	if (!check_encoding(incoming, complaints))
		return false;
	check_names(incoming, consultation, complaints);
	check_about(incoming, defaults, checked, complaints);
	labels_to_values(incoming, consultation);
	check_options(incoming, consultation, complaints);
	if (complaints->count != before)
		return false;
	checked->answers = answers_new(incoming->arena, consultation);
	validate_respondent(&incoming->fields, consultation, VALIDATE_FILE,
			    &checked->answers->respondent, &faults);
	for (size_t i = 0; i < consultation->question_count; i++)
		validate_answer(&incoming->fields, &consultation->questions[i],
				VALIDATE_FILE, &checked->answers->items[i],
				&faults);
	tell_faults(&faults, words, incoming->line, complaints);
	return complaints->count == before;
}
