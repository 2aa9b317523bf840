#ifndef READING_H
#define READING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/stopwords.h"

struct passage;
struct vocabulary;
struct word;

/*
 * A passage as its words, and which of them may stand together as an expression
 * (expression.h).
 */
enum {
	READING_WORDS_MAX = 3, /* of an expression */
	READING_TOKENS_MAX = 2 * READING_WORDS_MAX,
	READING_KEY_BYTES = 5 * READING_TOKENS_MAX,
};

struct reading {
	const struct vocabulary *vocabulary;
	const char *text; /* of the passage alone */
	const struct word *words;
	size_t count;
};

/* Valid until VOCABULARY reads more. */
struct reading reading_of(struct vocabulary *vocabulary,
			  const struct passage *passage);

/* Whether token INDEX and the next are one word with a hyphen. */
bool reading_is_tied(const struct reading *reading, size_t index);

/* What is known of token INDEX: whether it is a stop word, itself in lower case, and
 * its stem, which a stop word has, too. */
enum stopword reading_kind(const struct reading *reading, size_t index);
const char *reading_word(const struct reading *reading, size_t index);
uint32_t reading_stem(const struct reading *reading, size_t index);

/* How many words COUNT tokens from INDEX are when they may stand as an expression; 0
 * when not. */
size_t reading_words(const struct reading *reading, size_t index, size_t count);

/* The stems of COUNT tokens from INDEX as letters of a lexicon's word; how many
 * letters. */
size_t reading_key(const struct reading *reading, size_t index, size_t count,
		   char key[READING_KEY_BYTES]);

#endif
