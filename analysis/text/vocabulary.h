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
 * Spellings, words and stems share their numbers: the same letters in the same
 * language are the same number, whichever of the three they are.  Numbers go by
 * first appearance, so they differ with the order of the texts; whatever must not
 * depend on it sorts by the letters.
 */
#define WORD_NONE UINT32_MAX

/* What is known of a spelling. */
struct spelling {
	uint32_t word; /* in lower case, composed, apostrophes straight */
	uint32_t stem; /* stop words have one too */
	enum stopword kind;
};

/* A word where it stands. */
struct word {
	uint32_t spelling; /* its bytes as they stand in the text */
	uint32_t stem;	   /* or WORD_NONE where the word says nothing of what a
				text is about: stop words, plain words, single letters
				and digits, numbers; general words have one */
	uint32_t start, end; /* bytes of the text, end exclusive */
};

struct vocabulary;

/* Empty; it lives in ARENA, and so does all that it learns.  The stemmers do not:
 * vocabulary_free; NULL is fine. */
struct vocabulary *vocabulary_new(struct arena *arena);
void vocabulary_free(struct vocabulary *vocabulary);

/*
 * Read LEN bytes of valid UTF-8 without NUL, at most TOKENISE_BYTES_MAX.  The
 * result is how many words there are, every segment by the rules of Unicode
 * Standard Annex #29 that holds a letter or a digit, and *WORDS leads to them in
 * order until the next text is read.
 */
size_t vocabulary_read(struct vocabulary *vocabulary, enum tongue tongue,
		       const char *text, size_t len, const struct word **words);

/* One more than the largest number there is. */
size_t vocabulary_size(const struct vocabulary *vocabulary);

/* The letters of a number, and their language. */
const char *vocabulary_text(const struct vocabulary *vocabulary,
			    uint32_t number);
enum tongue vocabulary_tongue(const struct vocabulary *vocabulary,
			      uint32_t number);

/* What is known of a spelling that was read; valid until more is read. */
const struct spelling *vocabulary_spelling(const struct vocabulary *vocabulary,
					   uint32_t spelling);

/* Whether a word says, by itself, something of what a text is about: it has a stem and
 * is not general. */
bool vocabulary_counts(const struct vocabulary *vocabulary,
		       const struct word *word);

/* The number of the stem of LEN bytes of one word as it might stand in a text, or
 * WORD_NONE when nothing that was read has that stem. */
uint32_t vocabulary_find(struct vocabulary *vocabulary, enum tongue tongue,
			 const char *raw, size_t len);

#endif
