#ifndef KEYTERM_H
#define KEYTERM_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct bags;

/*
 * The ten words that tell a theme: each telling, and all of them one thing.
 *
 * A word scores its share of the theme's words times ln(1 + (words of a theme on
 * average) / (times the word occurs)), the class-based TF-IDF of Grootendorst
 * (2022).  Candidates are the theme's KEYTERM_CANDIDATES best, without those that two
 * larger themes have taken.  From each of the eight best as a seed a set grows by the
 * word with the largest
 *
 *	mean company with the set + .45 * score / best score - .25 * themes that took it
 *
 * and the set that gathered most is kept.  Without the middle term rare cliques
 * win; without the first a list is a bag of frequent words.
 */
enum { KEYTERM_WORDS = 10, KEYTERM_CANDIDATES = 100 };

struct keyterms {
	uint32_t columns[KEYTERM_WORDS];	 /* best score first */
	size_t count;				 /* may be 0 */
	uint32_t candidates[KEYTERM_CANDIDATES]; /* all that were, best first */
	size_t candidate_count;
};

/* How telling each word is for each theme, from texts whose themes are MAINS
 * (CLUSTER_NONE: none): of column c, theme k at [c * theme_count + k]. */
float *keyterm_scores(struct arena *arena, const struct bags *bags,
		      const uint32_t *mains, size_t theme_count);

/* The words of each theme.  In the arena. */
struct keyterms *keyterm_find(struct arena *arena, const struct bags *bags,
			      const uint32_t *mains, const float *scores,
			      size_t theme_count);

#endif
