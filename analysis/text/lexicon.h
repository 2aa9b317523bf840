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
 * at memory.
 */
struct lexicon_entry {
	const char *word; /* in the arena */
	enum tongue tongue;
};

/* A word that was looked up, and the note that was written beside it, else 0. */
struct lexicon_hit {
	uint32_t number, note;
};

struct lexicon_slot;
struct token;

struct lexicon {
	struct arena *arena;
	struct lexicon_entry *entries; /* by number */
	size_t count;
	size_t room; /* for entries */
	char *pool;  /* where the letters of the next go */
	size_t pool_left;
	struct lexicon_slot *slots; /* open addressing */
	size_t slot_count;
};

#define LEXICON_NONE ((size_t)-1)

/* The number of LEN bytes of a word, none of them NUL, which is added if it is
 * new.  Start with `{ .arena = … }`. */
size_t lexicon_add(struct lexicon *lexicon, enum tongue tongue,
		   const char *word, size_t len);

/* The same of all COUNT words of LEN bytes of text, into HITS; faster than one
 * after another, for memory is far away and many can be sent for at once. */
void lexicon_add_all(struct lexicon *lexicon, enum tongue tongue,
		     const char *text, size_t len, const struct token *words,
		     size_t count, struct lexicon_hit *hits);

/* Write a note beside a word that is there, for who looks it up to have at once. */
void lexicon_note(struct lexicon *lexicon, enum tongue tongue, const char *word,
		  size_t len, uint32_t note);

/* The same without adding: LEXICON_NONE when it is not there. */
size_t lexicon_find(const struct lexicon *lexicon, enum tongue tongue,
		    const char *word, size_t len);

#endif
