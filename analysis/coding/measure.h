#ifndef MEASURE_H
#define MEASURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "coding/codeframe.h"
#include "coding/coding.h"

struct arena;
struct question;

/*
 * What a codeframe finds in the answers there are, for the officer to read: how
 * many have each theme, what their writers chose, who has none, and what some
 * wrote.
 */

/* With no more answers than these in "other", the codeframe shows them all. */
enum { MEASURE_OTHERS_MAX = 20, MEASURE_QUOTATIONS = 3 };

struct measured {
	const struct coding_answer *answers;
	const int64_t *responses; /* whose they are, later ones larger; NULL:
				     not known */
	size_t count;
	const struct question *explained; /* the closed question that these
					     answers explain, or NULL */
};

/* Code the answers and fill the sizes, splits and others of QUESTION, whose themes
 * are THEMES.  The coding lives in the arena. */
const struct coded_answer *measure_sizes(struct arena *arena,
					 struct codeframe_question *question,
					 struct codeframe_theme *themes,
					 const struct measured *measured);

/* Fill the quotations of each theme by quote_pick. */
void measure_quotations(struct arena *arena,
			const struct codeframe_question *question,
			struct codeframe_theme *themes,
			const struct measured *measured,
			const struct coded_answer *coded);

/* Whether an answer was coded so. */
bool measure_has(const struct coded_answer *answer, const char *theme);

#endif
