#ifndef DEFINITION_QUESTION_H
#define DEFINITION_QUESTION_H

#include <stddef.h>

struct consultation;
struct reading;
struct yaml;

/*
 * The questions of a definition file.
 */

/* Read the list LIST (NULL: absent) into CONSULTATION. */
void definition_questions(struct reading *reading, const struct yaml *list,
			  struct consultation *consultation);

#endif
