#ifndef EXAMPLE_H
#define EXAMPLE_H

#include <stddef.h>

#include "text/tongue.h"

struct arena;
struct stemmer;

/*
 * An example: a text that a person gave for a theme.  Its sentences stand each for
 * itself, and of each its words count that are no stop words and longer than one
 * letter, each stem once.  A sentence with fewer than EXAMPLE_WORDS_MIN of them
 * says too little to be compared.
 */
enum { EXAMPLE_WORDS_MIN = 3 };

struct example_sentence {
	const char *const *stems;
	size_t count;  /* at least EXAMPLE_WORDS_MIN */
	size_t needed; /* so many of them make a sentence of an answer like it:
			  half, rounded up, but at least EXAMPLE_WORDS_MIN */
};

/* The sentences of an example that say enough in TONGUE, in the arena. */
const struct example_sentence *example_sentences(struct arena *arena,
						 struct stemmer *stemmer,
						 enum tongue tongue,
						 const char *text,
						 size_t *count);

#endif
