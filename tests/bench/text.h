#ifndef TEXT_H
#define TEXT_H

#include <stddef.h>

struct arena;

/*
 * Text to measure with, made anew and always the same: answers of a few sentences,
 * one a line, of 120,000 words made from syllables.  Their frequencies follow the
 * law of Zipf and Mandelbrot, p(rank) ~ (rank + 2.7)^(-9/8): the first hundred,
 * which are English function words, are half of all, as they are in English.
 * Nothing is repeated but by chance.
 */
enum text_kind {
	TEXT_ASCII,
	TEXT_FIFTH, /* every fifth line is Welsh, with a byte above 0x7f */
	TEXT_EVERY, /* every line is */
};

struct made_text {
	char *bytes; /* lines, each ended by a line feed */
	size_t len;
};

/* At least BYTES_MIN of it, up to the end of a line, in the arena. */
struct made_text text_make(struct arena *arena, enum text_kind kind,
			   size_t bytes_min);

#endif
