#include "consultation.h"

#include <string.h>

static const char *const language_codes[LANGUAGE_COUNT] = { "en", "cy" };

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

const struct question *
consultation_question(const struct consultation *consultation, const char *id)
{
	for (size_t i = 0; i < consultation->question_count; i++)
		if (strcmp(consultation->questions[i].id, id) == 0)
			return &consultation->questions[i];
	return NULL;
}

const struct option *
question_option(const struct question *question, const char *value)
{
	for (size_t i = 0; i < question->option_count; i++)
		if (strcmp(question->options[i].value, value) == 0)
			return &question->options[i];
	return NULL;
}

bool
question_is_closed(const struct question *question)
{
	return question->type == QUESTION_RADIOS ||
	       question->type == QUESTION_CHECKBOXES;
}

bool
question_is_text(const struct question *question)
{
	return !question_is_closed(question);
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
