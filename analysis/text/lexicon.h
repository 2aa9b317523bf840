#ifndef LEXICON_H
#define LEXICON_H

#include <stddef.h>

#include "text/tongue.h"

struct arena;

/*
 * Numbers for words: the first new word is 0, the next 1 …  The same letters in
 * another tongue are another word.
 */
struct lexicon_entry {
	const char *word; /* in the arena */
	enum tongue tongue;
};

struct lexicon {
	struct arena *arena;
	struct lexicon_entry *entries; /* by number */
	size_t count;
	size_t room;   /* for entries */
	size_t *slots; /* number + 1, or 0; open addressing */
	size_t slot_count;
};

/* The number of LEN bytes of a word, which is added if it is new.  Start with
 * `{ .arena = … }`. */
size_t lexicon_add(struct lexicon *lexicon, enum tongue tongue,
		   const char *word, size_t len);

/* The same without adding: LEXICON_NONE when it is not there. */
#define LEXICON_NONE ((size_t)-1)
size_t lexicon_find(const struct lexicon *lexicon, enum tongue tongue,
		    const char *word, size_t len);

#endif
