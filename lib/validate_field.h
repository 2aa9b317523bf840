#ifndef VALIDATE_FIELD_H
#define VALIDATE_FIELD_H

#include <stdbool.h>
#include <stddef.h>

#include "validate.h"

/*
 * Single fields, for the checks of a respondent (validate_respondent.c) and of answers
 * (validate_answer.c), and for nobody else.
 */

/* What the checks of one response share. */
struct check {
	const struct fields *fields;
	enum strictness strictness;
	struct faults *faults;
};

/* Add a fault; the first of a field is the one to mend. */
void fault_number(struct faults *faults, const char *field, enum word word,
		  size_t number);
void fault_add(struct faults *faults, const char *field, enum word word);
void fault_phrase(struct faults *faults, const char *field, enum word word,
		  const struct phrase *phrase);
void fault_put(struct faults *faults, const struct fault *fault);

/* The one field NAME that is not blank; NULL when there is none.  More than one
 * is a fault, TWICE. */
const struct field *take_one(const struct check *check, const char *name,
			     enum word twice);

/* A word to be looked up as it was sent. */
const char *take_word(const struct check *check, const char *name);

/* A text of at most MAX units; one LINE has no line ends or other controls. */
const char *take_text(const struct check *check, const char *name, size_t max,
		      bool line);

/* An answer of one value, in the arena. */
void answer_set_one(struct arena *arena, struct answer *answer,
		    const char *value);

#endif
