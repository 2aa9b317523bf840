#ifndef REACH_H
#define REACH_H

#include <stdbool.h>
#include <stddef.h>

#include "consultation.h"

struct arena;

/*
 * Whether any answers lead to a question.  Decided exactly: what a question needs
 * is that, for each closed question on the way to it, the answer is among each of
 * some sets of values; and no two questions hang together but by such sets.
 */

/* One thing that is needed of the answer to a closed question. */
struct need {
	const struct question *owner; /* whose condition it is */
	const struct condition *condition;
};

/* All that the way to QUESTION needs, by target and then owner, in the arena;
 * *COUNT 0: it is asked of all. */
const struct need *reach_needs(struct arena *arena,
			       const struct consultation *consultation,
			       const struct question *question, size_t *count);

/* Needs of one question's answer that cannot all be met, and of which none can
 * be spared. */
struct contradiction {
	const struct question *target;
	const struct need *needs; /* in the order of their owners */
	size_t need_count;
};

/* False, with the first CONTRADICTION, in the arena, when no answers lead to
 * QUESTION.  Its conditions, and those on the way to it, name earlier closed
 * questions and values of theirs. */
bool reach_question(struct arena *arena,
		    const struct consultation *consultation,
		    const struct question *question,
		    struct contradiction *contradiction);

#endif
