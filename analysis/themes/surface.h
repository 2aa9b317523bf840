#ifndef SURFACE_H
#define SURFACE_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct vocabulary;
struct word;

/*
 * How a stem is shown to people: the lower-case word that was written most often
 * for it, of two the first in the alphabet.
 */
struct surfaces {
	struct arena *arena;
	uint32_t *used; /* of each spelling: how often */
	size_t room;
};

/* COUNT words that were read.  Start with `{ .arena = … }`. */
void surface_count(struct surfaces *surfaces,
		   const struct vocabulary *vocabulary,
		   const struct word *words, size_t count);

/* Of each stem, by its number, the word that shows it; NULL of other numbers.  In
 * the arena. */
const char *const *surface_choose(const struct surfaces *surfaces,
				  const struct vocabulary *vocabulary);

#endif
