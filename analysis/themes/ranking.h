#ifndef RANKING_H
#define RANKING_H

#include <stddef.h>

#include "themes/found.h"

struct arena;
struct assigned;
struct copies;

/*
 * Themes in the order in which they are told, large ones first, without those that
 * nobody has or that have no words; and what each answer has of them.
 */
struct ranking {
	const struct theme *themes; /* by number */
	size_t theme_count;
	const struct assigned *assigned; /* of each answer */
	const struct copies *copies;	 /* of the answers */
	size_t count;			 /* of answers */
};

/* In the arena; strings and words are those of the themes. */
struct themes ranking_make(struct arena *arena, const struct ranking *ranking);

#endif
