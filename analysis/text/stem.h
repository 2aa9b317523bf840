#ifndef STEM_H
#define STEM_H

#include <stddef.h>

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

/* The stem of LEN bytes of a word as token_word gives it (lower case, composed,
 * apostrophes straight), and its length in *STEM_LEN; valid until the next stem is
 * asked for, or SCRATCH or the word changes.  No NUL need stand behind it. */
const char *stemmer_find(struct stemmer *stemmer, struct arena *scratch,
			 enum tongue tongue, const char *word, size_t len,
			 size_t *stem_len);

/* The stem of such a word, in the arena. */
char *stemmer_stem(struct stemmer *stemmer, struct arena *arena,
		   enum tongue tongue, const char *word);

#endif
