#include "definition_room.h"

#include <string.h>

#include "consultation.h"
#include "problem.h"
#include "reading.h"
#include "validate.h"
#include "yaml.h"

/* What people may type in one question, in UTF-16 units. */
static size_t
typed_units(const struct question *question)
{
	size_t units = 0;

	if (question_is_text(question))
		units = question->max;
	else if (question->type == QUESTION_EMAIL)
		units = VALIDATE_EMAIL_MAX;
	else if (question->type == QUESTION_NUMBER)
		units = OPTION_OTHER_MAX;
	else if (question->type == QUESTION_DATE)
		units = 3 * (size_t)OPTION_OTHER_MAX;
	for (size_t i = 0; i < question->option_count; i++)
		if (question->options[i].other)
			units += OPTION_OTHER_MAX;
	return units;
}

/* "&name=value" of options, each of which may be the name and the value; a place
 * in a ranking is a number in less than 16 digits. */
static size_t
option_bytes(const struct option *options, size_t count, size_t name)
{
	size_t bytes = 0;

	for (size_t i = 0; i < count; i++)
		bytes += name + 16 +
			 (options[i].value ? 2 * strlen(options[i].value) : 0);
	return bytes;
}

/* Names, and what is chosen: at most a value of every row and option. */
static size_t
fixed_bytes(const struct question *question)
{
	size_t name = question->id ? strlen(question->id) + 16 : 0;

	return 4 * name +
	       option_bytes(question->options, question->option_count, name) +
	       option_bytes(question->rows, question->row_count, name);
}

/* Of a question with everything chosen and typed in. */
static size_t
fields_most(const struct question *question)
{
	size_t fields = 1;

	if (question->type == QUESTION_CHECKBOXES ||
	    question->type == QUESTION_RANKING)
		fields = question->option_count;
	else if (question->type == QUESTION_MATRIX)
		fields = question->row_count;
	else if (question->type == QUESTION_DATE)
		fields = 3;
	for (size_t i = 0; i < question->option_count; i++)
		fields += question->options[i].other;
	return fields;
}

/* The questions of a page are those from FROM up to END. */
static void
check_fields(struct reading *reading, const struct yaml *list,
	     const struct question *questions, size_t from, size_t end)
{
	const struct yaml *item = &list->items[from];
	size_t fields = 0;

	for (size_t i = from; i < end; i++)
		fields += fields_most(&questions[i]);
	if (fields <= PAGE_FIELDS_MAX)
		return;
	problem_add(reading->problems, item->line, item->column,
		    "questions %zu to %zu stand on one page and have %zu "
		    "fields together, of which %d can be sent at once: give "
		    "them a page each",
		    from + 1, end, fields, PAGE_FIELDS_MAX);
}

static void
check_units(struct reading *reading, const struct yaml *list,
	    const struct question *questions, size_t from, size_t end)
{
	size_t units = 0, fixed = 0, room;

	for (size_t i = from; i < end; i++) {
		units += typed_units(&questions[i]);
		fixed += fixed_bytes(&questions[i]);
	}
	room = fixed < PAGE_BYTES_MAX
		       ? (PAGE_BYTES_MAX - fixed) / UNIT_BYTES_MAX
		       : 0;
	if (units <= room)
		return;
	problem_add(reading->problems, list->items[from].line,
		    list->items[from].column,
		    "questions %zu to %zu stand on one page and take answers "
		    "of %zu characters together, of which %zu can be sent at "
		    "once: give them a smaller max, or a page each",
		    from + 1, end, units, room);
}

void
definition_room(struct reading *reading, const struct yaml *list,
		const struct question *questions, size_t count)
{
	for (size_t from = 0, end; from < count; from = end) {
		for (end = from + 1; end < count && questions[end].same_page;
		     end++)
			;
		/* A question alone has room: its other limits see to it. */
		if (end - from == 1)
			continue;
		check_fields(reading, list, questions, from, end);
		check_units(reading, list, questions, from, end);
	}
}
