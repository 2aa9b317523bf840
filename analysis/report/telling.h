#ifndef TELLING_H
#define TELLING_H

#include <stdbool.h>
#include <stddef.h>

#include "text/tongue.h"

struct arena;

/*
 * The words that tell one group of respondents from the rest: Monroe, Colaresi and
 * Quinn, "Fightin' Words" (Political Analysis 16, 2008), log-odds ratio with an
 * informative Dirichlet prior.
 *
 * y_w is how many answers of the group hold a form of the word w, n the sum of
 * all y_w, y'_w and n' the same of the rest.  The prior is what both together say,
 * with the weight of TELLING_PRIOR answers of average length: a word used in all
 * answers alike keeps its odds, and a rare one must differ much to be told.
 *
 *   a_w = a (y_w + y'_w) / (n + n'),   a = TELLING_PRIOR (n + n') / answers
 *   d_w = ln((y_w + a_w) / (n + a - y_w - a_w))
 *         - ln((y'_w + a_w) / (n' + a - y'_w - a_w))
 *   z_w = d_w / sqrt(1 / (y_w + a_w) + 1 / (y'_w + a_w))
 *
 * A word counts once an answer, so that nobody speaks louder by repeating it.  It
 * is shown for a side when TELLING_PEOPLE answers of it or more hold the word, so
 * that nobody is known by a word of their own, and its z is TELLING_Z or more:
 * what chance alone gives one word in forty on either side.
 */
enum { TELLING_PRIOR = 10, TELLING_PEOPLE = 3 };
#define TELLING_Z 1.96

struct telling_answer {
	const char *text;
	enum tongue tongue;
	bool inside; /* its writer is one of the group */
};

enum telling_side { TELLING_GROUP, TELLING_REST, TELLING_SIDES };

struct telling_word {
	const char *word;	       /* as most answers write it */
	size_t answers[TELLING_SIDES]; /* that hold it */
	double z;		       /* above 0 on either side */
};

struct telling {
	size_t answers[TELLING_SIDES];
	const struct telling_word *words[TELLING_SIDES]; /* by z, largest first;
							    then by stem */
	size_t word_count[TELLING_SIDES];		 /* at most TOP */
};

/* The telling words of COUNT answers in any order; the result lives in ARENA. */
struct telling telling_find(struct arena *arena,
			    const struct telling_answer *answers, size_t count,
			    size_t top);

#endif
