#ifndef STEM_H
#define STEM_H

#include "text/tongue.h"

struct arena;

/*
 * Door to libstemmer: the stem that the forms of one word share, by Snowball's
 * stemmer of each tongue, by text/welsh.h for Welsh; in no tongue a word is
 * its own stem.
 */
struct stemmer;

struct stemmer *stemmer_new(void);
void stemmer_free(struct stemmer *stemmer);

/* The stem of a word as token_word gives it (lower case, composed, apostrophes
 * straight), in the arena. */
char *stemmer_stem(struct stemmer *stemmer, struct arena *arena,
		   enum tongue tongue, const char *word);

#endif
