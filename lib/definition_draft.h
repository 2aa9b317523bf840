#ifndef DEFINITION_DRAFT_H
#define DEFINITION_DRAFT_H

#include <stdbool.h>

#include "yaml.h"

struct question;
struct reading;

/*
 * A question of a definition while it is read, for the files that read a part of
 * it (definition_question.c, definition_option.c, definition_limit.c).
 */
struct question_draft {
	const struct yaml *map;
	const char *name; /* "question 3" */
	bool typed;	  /* its type could be read */
	struct question *question;
};

/* Options, and the rows of a matrix. */
void definition_options(struct reading *reading,
			const struct question_draft *draft);
void definition_rows(struct reading *reading,
		     const struct question_draft *draft);

/* How long, how large, how early or late an answer may be. */
void definition_limits(struct reading *reading,
		       const struct question_draft *draft);

#endif
