#ifndef COPIES_H
#define COPIES_H

#include <stddef.h>

#include "consultation.h"

struct arena;

/*
 * Answers that are the same text but for case, spacing and punctuation: copied
 * letters, and short answers that many give.
 */
struct copies_answer {
	const char *text;
	enum language language;
};

struct copies_group {
	size_t first; /* the answer that stands for all: least by its bytes */
	size_t count; /* answers in the group, that one included */
};

struct copies {
	const struct copies_group *groups; /* by the folded text's bytes */
	size_t group_count;
	const size_t *group_of; /* for each answer */
};

/* Group COUNT answers.  Answers in different languages are never copies.  But for
 * the numbers of the answers, the order in which they come makes no difference. */
struct copies copies_find(struct arena *arena,
			  const struct copies_answer *answers, size_t count);

#endif
