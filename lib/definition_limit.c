#include <string.h>

#include "arena.h"
#include "consultation.h"
#include "decimal.h"
#include "definition_draft.h"
#include "definition_question.h"
#include "moment.h"
#include "problem.h"
#include "reading.h"

enum { TEXT_MAX = 200, LONG_TEXT_MAX = 5000 };

static void
read_length(struct reading *reading, const struct question_draft *draft)
{
	struct question *question = draft->question;

	question->max =
		question->type == QUESTION_TEXT ? TEXT_MAX : LONG_TEXT_MAX;
	yaml_count(yaml_get(draft->map, "max"),
		   reading_name(reading, draft->name, "max"), ANSWER_UNITS_MAX,
		   &question->max, reading->problems);
}

/* A whole key's text that is one of a form; NULL when it is not there. */
static const char *
limit_text(struct reading *reading, const struct question_draft *draft,
	   const char *key)
{
	return reading_text(reading, yaml_get(draft->map, key),
			    reading_name(reading, draft->name, key),
			    READING_LINE);
}

static void
refuse_limit(struct reading *reading, const struct question_draft *draft,
	     const char *key, const char *sentence)
{
	reading_problem(reading, yaml_get(draft->map, key),
			reading_name(reading, draft->name, key), sentence);
}

static void
read_number(struct reading *reading, const struct question_draft *draft,
	    const char *key, decimal *number)
{
	const char *text = limit_text(reading, draft, key);
	bool negative;

	if (text && decimal_parse(text, (unsigned)draft->question->decimals,
				  number, &negative) != DECIMAL_FINE)
		refuse_limit(reading, draft, key,
			     "is not a number that could be an answer: write "
			     "one like 10, with no more decimals than the "
			     "question has");
}

static void
read_range(struct reading *reading, const struct question_draft *draft)
{
	struct question *question = draft->question;
	const char *decimals = limit_text(reading, draft, "decimals");
	bool has_min = yaml_get(draft->map, "min");

	question->most = DECIMAL_MAX;
	if (decimals && (strlen(decimals) != 1 || *decimals < '0' ||
			 *decimals > '0' + DECIMAL_PLACES))
		refuse_limit(reading, draft, "decimals",
			     "is not a number from 0 to 6: write how many "
			     "digits may stand after the point");
	else if (decimals)
		question->decimals = (size_t)(*decimals - '0');
	read_number(reading, draft, "min", &question->least);
	read_number(reading, draft, "max", &question->most);
	if (question->least > question->most)
		refuse_limit(reading, draft, has_min ? "min" : "max",
			     has_min ? "is more than max: write a smaller one"
				     : "is less than 0: write a min too");
}

static const char *
read_date(struct reading *reading, const struct question_draft *draft,
	  const char *key)
{
	const char *text = limit_text(reading, draft, key);

	if (!text || (moment_is_date(text) && strcmp(text, "2101") < 0))
		return text;
	refuse_limit(reading, draft, key,
		     "is not a date from 1900 to 2100: write one like "
		     "2026-11-25");
	return NULL;
}

static void
read_dates(struct reading *reading, const struct question_draft *draft)
{
	struct question *question = draft->question;

	question->earliest = read_date(reading, draft, "earliest");
	question->latest = read_date(reading, draft, "latest");
	if (question->earliest && question->latest &&
	    strcmp(question->earliest, question->latest) > 0)
		refuse_limit(reading, draft, "earliest",
			     "is after latest: write an earlier date");
}

void
definition_limits(struct reading *reading, const struct question_draft *draft)
{
	if (question_is_text(draft->question))
		read_length(reading, draft);
	if (draft->question->type == QUESTION_NUMBER)
		read_range(reading, draft);
	if (draft->question->type == QUESTION_DATE)
		read_dates(reading, draft);
}
