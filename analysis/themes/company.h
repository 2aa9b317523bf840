#ifndef COMPANY_H
#define COMPANY_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct bags;

/*
 * How words stand together within a few words of one another: what makes a list of
 * words read as one thing.
 */
enum { COMPANY_WINDOW = 10 };

struct company {
	const uint32_t
		*places; /* of each column: its place among the words that
				   were asked for, or COLUMN_NONE */
	size_t count;	 /* of these words */
	const uint32_t *single; /* of each: windows that hold it */
	const uint32_t *both;	/* of two: windows that hold both, at
				   [a * count + b] with a < b */
	double windows;		/* all of them */
};

/* Count windows of COMPANY_WINDOW counting words over all bags (a shorter bag is
 * one window) for the COUNT columns WANTED, in the arena. */
struct company company_count(struct arena *arena, const struct bags *bags,
			     const uint32_t *wanted, size_t count);

/*
 * The normalised pointwise mutual information of two columns in one window (Bouma
 * 2009; Lau, Newman & Baldwin 2014), -1..1, where the windows with both are
 * lowered from c to c - .9 sqrt(c): a pair seen once or twice shows little.
 */
double company_value(const struct company *company, uint32_t a, uint32_t b);

#endif
