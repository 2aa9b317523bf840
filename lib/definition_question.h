#ifndef DEFINITION_QUESTION_H
#define DEFINITION_QUESTION_H

#include <stddef.h>

struct consultation;
struct reading;
struct yaml;

/*
 * The questions of a definition file.
 */

/* The longest answer that a question may allow, in UTF-16 units. */
enum { ANSWER_UNITS_MAX = 100000 };

/* Read the list LIST (NULL: absent) into CONSULTATION. */
void definition_questions(struct reading *reading, const struct yaml *list,
			  struct consultation *consultation);

#endif
