#ifndef QUOTE_H
#define QUOTE_H

#include <stdbool.h>
#include <stddef.h>

#include "text/tongue.h"

struct arena;

/*
 * Quotations: passages that are close to a theme and unlike each other.  A
 * passage is a whole answer of QUOTE_WORDS_MIN to QUOTE_WORDS_MAX words or, out
 * of a longer answer, one sentence of that length.  The same sources in any order
 * give the same passages.
 */
enum { QUOTE_WORDS_MIN = 8, QUOTE_WORDS_MAX = 60 };

struct quote_source {
	const char *text; /* the whole answer, as its writer wrote it */
	enum tongue tongue;
	const char
		*attribution; /* the caller's; NULL: none.  Never read, but it
				    settles which of two equal texts is taken */
};

struct quote {
	const struct quote_source *source;
	const char *text; /* the passage, in the arena */
	size_t start;	  /* where it begins in the source's text, in bytes */
	bool whole;	  /* it is all of the answer */
};

/*
 * Pick at most WANTED passages for a theme known by its telling WORDS (words or
 * phrases, the most telling first), and return how many there are in QUOTES.
 * First the passage closest to the theme; then, one after another, the one with
 * the largest 0.7 * closeness - 0.3 * likeness to any picked before (maximal
 * marginal relevance, Carbonell & Goldstein 1998).  Closeness and likeness are
 * cosines, 0..1.  A passage without any of the words is never picked, no answer
 * gives two, and text that several people sent comes only after all text that one
 * person wrote.  Ties go by the bytes of the passage.
 */
size_t quote_pick(struct arena *arena, const struct quote_source *sources,
		  size_t source_count, const char *const *words,
		  size_t word_count, size_t wanted, struct quote *quotes);

#endif
