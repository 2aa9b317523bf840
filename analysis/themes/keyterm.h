#ifndef KEYTERM_H
#define KEYTERM_H

#include <stddef.h>

struct arena;
struct corpus;
struct factors;
struct matrix;

/*
 * The words that tell a theme from the others, and a name for it, out of the
 * sentences whose main theme it is.
 */
enum { KEYTERM_WORDS = 8 };

struct keyterms {
	size_t sentences;	     /* whose main theme it is */
	size_t terms[KEYTERM_WORDS]; /* of the corpus; the first ENOUGH of them
					stand in hardly any other theme */
	size_t term_count;
	size_t enough;
	const char *label; /* NULL: no phrase is its own */
};

/*
 * Find the terms and label of every theme; the result has as many items as
 * FACTORS has themes, some of which may have no terms.
 *
 * A word scores its share of the theme's words times ln(1 + (words of a theme on
 * average) / (times the word occurs)), the class-based TF-IDF of Grootendorst
 * (2022).  It must stand in two sentences of the theme and score at least a
 * quarter of what it does in the theme where it scores most; the best 8 are kept.
 * It is enough alone when three of four sentences that hold it, and one more to be
 * safe from chance, are the theme's own: 4 * own >= 3 * (all + 1).
 *
 * A label is one to three words as they stand in at least two of the theme's
 * sentences (three from 30 sentences on), one of them a telling word of it, none
 * at the ends a stop word.  It must look like a name: what stands before it leads
 * in one at least as often as not.  It scores ln(1 + sentences of the theme with
 * it) * log-odds of it in a sentence of the theme against the rest, half added
 * to each count * its words, for longer names say more.  Large themes choose first;
 * no two labels are the same but for case.
 */
struct keyterms *keyterm_find(struct arena *arena, const struct corpus *corpus,
			      const struct matrix *matrix,
			      const struct factors *factors);

#endif
