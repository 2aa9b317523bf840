#ifndef CODING_ANSWER_H
#define CODING_ANSWER_H

#include <stdbool.h>
#include <stddef.h>

#include "consultation.h"

/*
 * An answer to code, and where in it a theme was found.
 */
struct coding_answer {
	const char *text;
	enum language language;
	const char *choices; /* values that its writer chose in the question
				that this one explains, a space between two;
				NULL: none, or not known */
};

/* Whether the writer of ANSWER chose VALUE. */
bool coding_chose(const struct coding_answer *answer, const char *value);

/* A word of the theme where it stands. */
struct coding_reason {
	size_t start, end; /* bytes of the answer, end exclusive */
};

#endif
