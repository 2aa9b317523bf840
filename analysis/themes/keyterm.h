#ifndef KEYTERM_H
#define KEYTERM_H

#include <stddef.h>

struct arena;
struct corpus;
struct matrix;

/*
 * The words that tell a theme from the others, out of the sentences whose main
 * theme it is.
 */
enum { KEYTERM_WORDS = 8 };

struct keyterms {
	size_t sentences;	     /* whose main theme it is */
	size_t terms[KEYTERM_WORDS]; /* of the corpus; the first ENOUGH of them
					stand in hardly any other theme */
	size_t term_count;
	size_t enough;
};

/*
 * Find the terms of THEME_COUNT themes; MAINS is the main theme of each row of the
 * matrix, or THEME_NONE.  A theme may come out without terms.
 *
 * A word scores its share of the theme's words times ln(1 + (words of a theme on
 * average) / (times the word occurs)), the class-based TF-IDF of Grootendorst
 * (2022).  It must stand in two sentences of the theme and score at least a
 * quarter of what it does in the theme where it scores most; the best 8 are kept.
 * It is enough alone when three of four sentences that hold it, and one more to be
 * safe from chance, are the theme's own: 4 * own >= 3 * (all + 1).
 */
struct keyterms *keyterm_find(struct arena *arena, const struct corpus *corpus,
			      const struct matrix *matrix, const size_t *mains,
			      size_t theme_count);

#endif
