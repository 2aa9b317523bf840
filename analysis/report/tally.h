#ifndef TALLY_H
#define TALLY_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/*
 * Shares in whole numbers: no floating point stands between a count and what the
 * page says of it.  Options are given in whole percent, themes with one decimal.
 */
enum tally_decimals { TALLY_WHOLE = 0, TALLY_TENTHS = 1 };

/* COUNT of BASE in percent, times 10 when TENTHS, rounded half away from zero:
 * 364 of 2013 is 18 or 181.  BASE is not 0. */
size_t tally_share(size_t count, size_t base, enum tally_decimals decimals);

/* The same in writing, without the sign: "18" or "18.1".  "" when BASE is 0, for
 * there is no share of nothing. */
char *tally_text(struct arena *arena, size_t count, size_t base,
		 enum tally_decimals decimals);

/* Whether the rounded shares of COUNTS, which together are BASE, miss 100; then
 * the page says that they may.  False when the counts are not parts of BASE (who
 * could choose several counts more than once) or BASE is 0. */
bool tally_misses_100(const size_t *counts, size_t count, size_t base,
		      enum tally_decimals decimals);

#endif
