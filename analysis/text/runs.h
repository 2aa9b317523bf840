#ifndef RUNS_H
#define RUNS_H

#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "text/tongue.h"

/*
 * What a text is made of: its runs of RUN_WORDS words that follow one another,
 * each different one once, as a number made from the bytes of its folded words
 * and its language alone.  Two runs in some thousand millions share a number.
 * Zero-initialise to start; one is read into the place of the last.
 */
enum { RUN_WORDS = 3 };

struct runs {
	const uint32_t *items; /* in the order of the text; none is 0; valid
				  until the next */
	size_t count;
	struct arena arena;
	uint32_t *place, *slots;
	unsigned char *marks; /* of slots */
	size_t room, mask;
};

/* A number made from LEN bytes and SEED. */
uint64_t runs_hash(const char *bytes, size_t len, uint64_t seed);

/* Read LEN bytes of a text folded by fold_read. */
void runs_read(struct runs *runs, enum tongue tongue, const char *folded,
	       size_t len);

/* How many of COUNT different runs are among RUNS, too. */
size_t runs_shared(const struct runs *runs, const uint32_t *items,
		   size_t count);

/* Mark those that are among these, and no other; and count as runs_shared does,
 * only those that are marked. */
void runs_mark(struct runs *runs, const uint32_t *items, size_t count);
size_t runs_shared_marked(const struct runs *runs, const uint32_t *items,
			  size_t count);

void runs_free(struct runs *runs);

#endif
