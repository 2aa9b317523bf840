#ifndef KEYTERM_H
#define KEYTERM_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct grouping;

/*
 * The words that tell a theme from the others, out of the sentences whose main
 * theme it is.
 */
enum { KEYTERM_WORDS = 8 };

struct keyterms {
	size_t terms[KEYTERM_WORDS]; /* of the corpus; the first ENOUGH of them
					stand in hardly any other theme */
	size_t term_count;
	size_t enough;
};

/* Whether three of four sentences that hold a word, and one more to be safe from
 * chance, are the theme's OWN: 4 * own >= 3 * (all + 1). */
bool keyterm_is_enough(size_t own, size_t all);

/*
 * Find the terms of every theme; one may come out without any.
 *
 * A word scores its share of the theme's words times ln(1 + (words of a theme on
 * average) / (times the word occurs)), the class-based TF-IDF of Grootendorst
 * (2022).  It must stand in two sentences of the theme and score at least a
 * quarter of what it does in the theme where it scores most; the best 8 are kept.
 */
struct keyterms *keyterm_find(struct arena *arena,
			      const struct grouping *grouping);

#endif
