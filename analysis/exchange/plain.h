#ifndef PLAIN_H
#define PLAIN_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct error;

/* Plain text as a file has it: not ended by a NUL. */
struct plain {
	const char *bytes;
	size_t len;
	bool decoded; /* it lives in the arena */
};

/*
 * Make what somebody else's program saved into valid UTF-8 without NUL: what it
 * decodes lives in the arena, the rest stays where it is.  A byte order mark says
 * the encoding, and is cut; else it is ENCODING, or UTF-8 when that is NULL.
 * ERROR_INPUT names the line of what does not fit, and says what the bytes most
 * likely are and what to do.
 */
bool plain_from(struct arena *arena, const char *encoding, struct plain *text,
		struct error *err);

#endif
