#ifndef LEXICON_H
#define LEXICON_H

#include <stddef.h>
#include <stdint.h>

#include "text/tongue.h"

struct arena;

/*
 * Numbers for words: the first new word is 0, the next 1 …  The same letters in
 * another language are another word.
 *
 * Short words stand in the table itself, so that a look at a word costs one look
 * at memory; what many words cost is that memory is far away, so who has several
 * to look up makes their keys first.
 */
struct lexicon_entry {
	const char *word; /* in the arena */
	enum tongue tongue;
};

struct lexicon_slot;

struct lexicon {
	struct arena *arena;
	struct lexicon_entry *entries; /* by number */
	size_t count;
	size_t room;		    /* for entries */
	struct lexicon_slot *slots; /* open addressing */
	size_t slot_count;
};

#define LEXICON_NONE ((size_t)-1)

/* The number of LEN bytes of a word, none of them NUL, which is added if it is
 * new.  Start with `{ .arena = … }`. */
size_t lexicon_add(struct lexicon *lexicon, enum tongue tongue,
		   const char *word, size_t len);

/* The same without adding: LEXICON_NONE when it is not there. */
size_t lexicon_find(const struct lexicon *lexicon, enum tongue tongue,
		    const char *word, size_t len);

/* A word on its way into a lexicon. */
struct lexicon_key {
	uint64_t bytes[3], hash;
	const char *word;
	size_t len;
	enum tongue tongue;
};

/* The key of LEN bytes of a word, behind which AFTER bytes may be read; the memory
 * where it will be looked for is sent for. */
struct lexicon_key lexicon_key(const struct lexicon *lexicon,
			       enum tongue tongue, const char *word, size_t len,
			       size_t after);

/* lexicon_add of what KEY was made of. */
size_t lexicon_add_key(struct lexicon *lexicon, const struct lexicon_key *key);

#endif
