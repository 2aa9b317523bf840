#ifndef MARKING_H
#define MARKING_H

#include <stddef.h>

struct arena;

/*
 * A text with some of its words marked, for a terminal: nothing in it moves the
 * cursor.  Start with `{ .arena = …, .on = "[", .off = "]" }`.
 */
struct marked {
	size_t start, end; /* bytes of the text, end exclusive */
};

struct marking {
	struct arena *arena;
	const char *on, *off; /* what stands round the marked words */
	struct marked *items;
	size_t count, room;
};

/* Mark the bytes from START to END; marks may come in any order and overlap. */
void marking_add(struct marking *marking, size_t start, size_t end);

/* TEXT with its marks, in the arena: each line behind INDENT, a line end at the
 * end.  Marks that overlap are one; a mark ends with its line and goes on with the
 * next. */
char *marking_text(struct marking *marking, const char *text,
		   const char *indent);

#endif
