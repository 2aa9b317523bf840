#ifndef VOCABULARY_H
#define VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/stopwords.h"
#include "text/tongue.h"

struct arena;

/*
 * The words of many texts, as numbers.  A text is read once, from its first byte
 * to its last; each different spelling is put into lower case, looked up among
 * the stop words and stemmed the first time it comes, and is a number from then
 * on.  That is what makes reading fast: the work per word is one look into a table.
 *
 * Numbers go by first appearance, so they differ with the order of the texts;
 * whatever must not depend on it sorts by the stems' bytes.
 */
#define WORD_NONE UINT32_MAX

/* A way of writing a word: its bytes as they stand in the text. */
struct spelling {
	const char *raw; /* as it stands, NUL-terminated */
	const char *word; /* lower case, composed, apostrophes straight */
	uint32_t stem;	  /* in STEMS; stop words have one too */
	enum stopword kind;
	bool counts; /* no stop word (plain words do not count either), at
			least two letters or digits, one of them a letter */
};

/* What several spellings share. */
struct stem {
	const char *text;
	enum tongue tongue;
};

/* A word where it stands. */
struct word {
	uint32_t spelling;   /* number */
	uint32_t start, end; /* bytes of the text, end exclusive */
};

struct vocabulary {
	struct spelling *spellings;
	struct stem *stems;
	size_t spelling_count, stem_count;
	struct vocabulary_table *table; /* how they are found */
};

/* Empty; it lives in ARENA, and so does all that it learns. */
struct vocabulary *vocabulary_new(struct arena *arena);
/* What does not live in the arena: the stemmers. NULL is fine. */
void vocabulary_free(struct vocabulary *vocabulary);

/*
 * Read LEN bytes of valid UTF-8, at most 2^32 - 1.  WORDS, in which there must be
 * room for vocabulary_words_max(LEN), gets every segment by the rules of Unicode
 * Standard Annex #29 that holds a letter or a digit, in order; the result is how
 * many they are.
 */
size_t vocabulary_read(struct vocabulary *vocabulary, enum tongue tongue,
		       const char *text, size_t len, struct word *words);
size_t vocabulary_words_max(size_t len);

/* The number of the stem of LEN bytes of a word as it might stand in a text, or
 * WORD_NONE when no text that was read has that stem. */
uint32_t vocabulary_find(struct vocabulary *vocabulary, enum tongue tongue,
			 const char *raw, size_t len);

#endif
