#ifndef MIXTURE_H
#define MIXTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct bag;
struct bags;

/*
 * Themes as ways of choosing words: each text comes from one theme, and its words
 * are drawn from that theme's (a mixture of multinomials, fitted by expectation
 * and maximisation: Dempster, Laird & Rubin 1977; Nigam et al. 2000).
 *
 * A word speaks for a theme by ln((n + 2) / (e + 2)), where n is how often the theme's
 * clauses hold it and e how often they would if they held it as the other themes' do:
 * a word that is seen twice says little, whatever its odds (the shrinking of DuMouchel 1999, in its simplest form).
 */
struct mixture {
	size_t theme_count, column_count;
	const float *words;  /* ln p(word | theme), of column c, theme k at
				[c * theme_count + k] */
	const float *priors; /* ln p(theme) */
	const float
		*evidence; /* how much a word speaks for a theme, as WORDS */
	const uint32_t *mains; /* of each text: its likeliest theme, or
				  CLUSTER_NONE for a text without known words */
};

/* What a text is known to be. */
struct mixture_start {
	const uint32_t
		*themes; /* of each text; CLUSTER_NONE: nothing is known */
	const double *weights; /* NULL, or of each text: how much it counts */
	const double *shares; /* NULL, or of text i, theme k at [i * theme_count
				   + k]: how likely at first, instead of THEMES */
	const unsigned char
		*fixed; /* NULL, or of each text: what it is at first,
				     which must be known, it stays */
	size_t theme_count;
	int rounds_max;
};

/* Fitted until fewer than one text in a hundred gets another main theme, or for
 * ROUNDS_MAX rounds.  In the arena.  The same start gives the same bits. */
struct mixture mixture_fit(struct arena *arena, const struct bags *bags,
			   const struct mixture_start *start);

/*
 * Fit MIXTURE again to CLAUSES, of the texts OWNERS that it was fitted to: an answer
 * that speaks of two things is no longer one lump.  Each clause comes from one theme,
 * and what its neighbours in the text come from makes a theme likelier: with q the
 * other clauses' shares, p(theme) is (.1 * p(theme) + sum q) / (.1 + their
 * number), which for a text of one clause is the plain mixture.  REFINE_ROUNDS
 * rounds; more of them let clauses that say little form themes.
 */
enum { REFINE_ROUNDS = 6 };
struct mixture mixture_refine(struct arena *arena, const struct bags *clauses,
			      const uint32_t *owners,
			      const struct mixture *mixture);

/* ln p(theme) and of all words of BAG ln p(word | theme), summed, for each theme. */
void mixture_weigh(const struct mixture *mixture, const struct bag *bag,
		   double *logs);

#endif
