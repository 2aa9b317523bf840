#ifndef SEEN_H
#define SEEN_H

#include <stddef.h>

struct arena;

/*
 * How often the same digest came before: tells the second of two equal rows of
 * one file from the first.  32 bytes a row.
 */
struct seen {
	struct arena *arena;
	unsigned char (*slots)[32]; /* open addressing; all zero is empty */
	unsigned *counts;
	size_t room, used;
};

/* How many times HASH was asked for before. */
unsigned seen_before(struct seen *seen, const unsigned char hash[32]);

#endif
