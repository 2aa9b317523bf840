#ifndef TOKENISE_H
#define TOKENISE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/*
 * Words by the rules of Unicode Standard Annex #29, as bytes of the text they
 * stand in, so that every word leads back to what was written.
 */
struct token {
	uint32_t start, end; /* bytes of the text, end exclusive */
};

struct tokens {
	const struct token *items;
	size_t count;
};

/* A text may be no longer than this. */
#define TOKENISE_BYTES_MAX (UINT32_MAX - 1)

/* Every segment of TEXT with a letter or digit in it, in order, in the arena. */
struct tokens tokenise(struct arena *arena, const char *text);

/* The same of LEN bytes into ITEMS, with room for tokenise_most(LEN); BREAKS has
 * room for LEN bytes and is left with anything in it.  Lines of ASCII alone go a
 * fast way to the same result. */
size_t tokenise_into(const char *text, size_t len, char *breaks,
		     struct token *items);
size_t tokenise_most(size_t len);

/* Whether the words that end and start there belong to one phrase: nothing but
 * spaces, line ends and hyphens stands between them. */
bool token_adjoins(const char *text, size_t end, size_t start);

/* LEN bytes of a word as they are written, with the apostrophes ’ ‘ ʼ made '
 * and soft hyphens left out. */
char *token_spelling(struct arena *arena, const char *word, size_t len);

/* The same in lower case: the form in which words are compared. */
char *token_word(struct arena *arena, const char *word, size_t len);

#endif
