#ifndef HEARD_H
#define HEARD_H

#include <stddef.h>

#include "text/copies.h"

struct arena;
struct theme_text;

/*
 * Which answers are heard when themes are looked for: one of each group of copies,
 * so that no campaign drowns the others, and of short answers with the same text up
 * to ten.
 */
struct heard {
	struct copies copies;
	const size_t
		*first; /* the answers that are heard, by the bytes of their
				texts: words then get the same numbers in whatever
				order the answers came */
	size_t count;
	size_t different; /* texts among them */
};

/* In the arena. */
struct heard heard_find(struct arena *arena, const struct theme_text *answers,
			size_t count);

/* How many different answers there are, without those that have no word. */
size_t heard_answers_differ(const struct theme_text *answers, size_t count);

#endif
