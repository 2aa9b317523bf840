#ifndef EXCERPT_H
#define EXCERPT_H

#include <stddef.h>

struct arena;

/*
 * A place of a text with what stands around it, on one line of a terminal: blanks
 * and line ends are one space, and nothing in it moves the cursor.
 */
struct excerpt {
	const char *left; /* filled with spaces from the left to COLUMNS */
	const char *hit;
	const char *right; /* at most COLUMNS, no space at the end */
};

/* The bytes from START to END of TEXT with COLUMNS to each side, in the arena.
 * No character as a reader sees it is cut in two. */
struct excerpt excerpt_make(struct arena *arena, const char *text, size_t start,
			    size_t end, size_t columns);

#endif
