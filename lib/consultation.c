#include "consultation.h"

#include <string.h>

static const char *const language_codes[LANGUAGE_COUNT] = { "en", "cy" };

static const char *const question_types[] = {
	[QUESTION_RADIOS] = "radios",
	[QUESTION_CHECKBOXES] = "checkboxes",
	[QUESTION_SELECT] = "select",
	[QUESTION_TEXT] = "text",
	[QUESTION_LONG_TEXT] = "long-text",
	[QUESTION_EMAIL] = "email",
	[QUESTION_NUMBER] = "number",
	[QUESTION_DATE] = "date",
	[QUESTION_MATRIX] = "matrix",
	[QUESTION_RANKING] = "ranking",
};

const char *
question_type_word(enum question_type type)
{
	return question_types[type];
}

const char *
language_code(enum language language)
{
	return language_codes[language];
}

bool
language_from_code(const char *code, enum language *language)
{
	for (int i = 0; i < LANGUAGE_COUNT; i++) {
		if (strcmp(code, language_codes[i]) == 0) {
			*language = (enum language)i;
			return true;
		}
	}
	return false;
}

const char *
phrase_in(const struct phrase *phrase, enum language language,
	  enum language *used)
{
	enum language found = language;

	if (!phrase->text[found])
		found = language == LANGUAGE_EN ? LANGUAGE_CY : LANGUAGE_EN;
	if (!phrase->text[found])
		found = language;
	if (used)
		*used = found;
	return phrase->text[found] ? phrase->text[found] : "";
}

bool
phrase_is_empty(const struct phrase *phrase)
{
	return !phrase->text[LANGUAGE_EN] && !phrase->text[LANGUAGE_CY];
}

bool
phrase_equals(const struct phrase *phrase, const struct phrase *other)
{
	for (int i = 0; i < LANGUAGE_COUNT; i++) {
		const char *one = phrase->text[i], *two = other->text[i];

		if (!one != !two || (one && strcmp(one, two) != 0))
			return false;
	}
	return true;
}

bool
contact_is_given(const struct contact *contact)
{
	return !phrase_is_empty(&contact->name) || contact->email ||
	       contact->phone;
}

const struct question *
consultation_question(const struct consultation *consultation, const char *id)
{
	for (size_t i = 0; i < consultation->question_count; i++)
		if (strcmp(consultation->questions[i].id, id) == 0)
			return &consultation->questions[i];
	return NULL;
}

static const struct option *
option_valued(const struct option *options, size_t count, const char *value)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(options[i].value, value) == 0)
			return &options[i];
	return NULL;
}

const struct option *
question_option(const struct question *question, const char *value)
{
	return option_valued(question->options, question->option_count, value);
}

const struct option *
question_row(const struct question *question, const char *value)
{
	return option_valued(question->rows, question->row_count, value);
}

const struct option *
question_other(const struct question *question)
{
	for (size_t i = 0; i < question->option_count; i++)
		if (question->options[i].other)
			return &question->options[i];
	return NULL;
}

bool
question_is_closed(const struct question *question)
{
	return question->type == QUESTION_RADIOS ||
	       question->type == QUESTION_CHECKBOXES ||
	       question->type == QUESTION_SELECT;
}

bool
question_is_text(const struct question *question)
{
	return question->type == QUESTION_TEXT ||
	       question->type == QUESTION_LONG_TEXT;
}

static bool
has_part(const struct question *question, const char *part)
{
	switch (question->type) {
	case QUESTION_MATRIX:
		return question_row(question, part);
	case QUESTION_RANKING:
		return question_option(question, part);
	case QUESTION_DATE:
		return strcmp(part, "day") == 0 || strcmp(part, "month") == 0 ||
		       strcmp(part, "year") == 0;
	default:
		return strcmp(part, "other") == 0 && question_other(question);
	}
}

const struct question *
consultation_field(const struct consultation *consultation, const char *name,
		   const char **part)
{
	const char *dot = strchr(name, '.');
	size_t len = dot ? (size_t)(dot - name) : strlen(name);

	*part = dot ? dot + 1 : NULL;
	for (size_t i = 0; i < consultation->question_count; i++) {
		const struct question *question = &consultation->questions[i];

		if (strncmp(question->id, name, len) == 0 && !question->id[len])
			return !dot || has_part(question, dot + 1) ? question
								   : NULL;
	}
	return NULL;
}

const struct question *
consultation_explanation(const struct consultation *consultation,
			 const struct question *question)
{
	for (size_t i = 0; i < consultation->question_count; i++) {
		const struct question *other = &consultation->questions[i];

		if (other->explains &&
		    strcmp(other->explains, question->id) == 0)
			return other;
	}
	return NULL;
}

const struct respondent_type *
consultation_respondent_type(const struct consultation *consultation,
			     const char *id)
{
	for (size_t i = 0; i < consultation->respondent_type_count; i++)
		if (strcmp(consultation->respondent_types[i].id, id) == 0)
			return &consultation->respondent_types[i];
	return NULL;
}

enum consultation_state
consultation_state_at(const struct consultation *consultation, moment now,
		      bool has_outcome)
{
	if (now >= consultation->closes)
		return has_outcome ? CONSULTATION_OUTCOME : CONSULTATION_CLOSED;
	return now >= consultation->opens ? CONSULTATION_OPEN
					  : CONSULTATION_UNOPENED;
}
