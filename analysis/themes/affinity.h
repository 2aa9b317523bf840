#ifndef AFFINITY_H
#define AFFINITY_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct bags;

/*
 * Which words keep company: for each two columns the positive pointwise mutual
 * information of standing in one text or one clause: a long answer speaks of several
 * things (Church & Hanks 1990; Bullinaria & Levy 2007), the company smoothed by the
 * power 3/4 (Levy, Goldberg & Dagan 2015) and the mean taken of both directions:
 *
 *	max(0, ln C(a,b) + ln T - (ln R(a) + ln R'(a) + ln R(b) + ln R'(b)) / 2)
 *
 * with C(a,b) the texts that hold both and the clauses that do, R(a) their sum over b,
 * T the sum of all, and R'(a) = T R(a)^.75 / sum R^.75.  Words that met in one text
 * alone and in no clause of it (C = 1) have met by chance: their company is 0, as is
 * a word's with itself.
 */
struct affinity_cell {
	uint32_t column;
	float weight; /* above 0 */
};

struct affinity_row {
	const struct affinity_cell *cells; /* by column */
	size_t count;
};

struct affinity {
	const struct affinity_row *rows; /* symmetric */
	size_t count;
};

/* CLAUSES are those of BAGS (bags_split).  In the arena. */
struct affinity affinity_measure(struct arena *arena, const struct bags *bags,
				 const struct bags *clauses);

#endif
