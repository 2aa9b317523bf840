#ifndef STEM_H
#define STEM_H

#include "consultation.h"

struct arena;

/*
 * Door to libstemmer: the stem that the forms of one word share.  English goes by
 * Snowball's English stemmer.  For Welsh there is none yet: a word loses only the
 * article or pronoun tied to its end (teulu'r); mutations and endings stay.
 */
struct stemmer;

struct stemmer *stemmer_new(void);
void stemmer_free(struct stemmer *stemmer);

/* The stem of a word as token_word gives it, in the arena. */
char *stemmer_stem(struct stemmer *stemmer, struct arena *arena,
		   enum language language, const char *word);

#endif
