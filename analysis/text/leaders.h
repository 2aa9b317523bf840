#ifndef LEADERS_H
#define LEADERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct runs;

/*
 * Texts that lead a group of copies, found again by what a copy shares with
 * them.  Each leaves a sketch: the least of its runs in each of 64 bins, an empty
 * bin borrowing from one that is not (one-permutation MinHash, Li, Owen & Zhang
 * 2012; Shrivastava 2017).  Of every three bins the first two are a band, which
 * makes 21; the third, and the last of all, only lend.  Who has a band in common
 * with a text is looked at, and its runs are counted; of those with the same band
 * the first eight are remembered.
 */
struct leaders;

/* Empty, with room for MOST; it lives in ARENA, and so does all that it keeps. */
struct leaders *leaders_new(struct arena *arena, uint32_t most);

/* What a text may be compared with at most: those found first, in the order in
 * which they became leaders within a band. */
enum { LEADERS_FOUND_MAX = 32 };

/* Leaders that may be like the text of RUNS, each once: their numbers in FOUND;
 * how many. */
size_t leaders_find(struct leaders *leaders, const struct runs *runs,
		    uint32_t found[LEADERS_FOUND_MAX]);

/* Make the text that leaders_find was last asked about one of them.  They are
 * numbered from 0 as they come. */
uint32_t leaders_add(struct leaders *leaders, const struct runs *runs);

/* The runs of leader NUMBER. */
const uint32_t *leaders_runs(const struct leaders *leaders, uint32_t number,
			     size_t *count);

#endif
