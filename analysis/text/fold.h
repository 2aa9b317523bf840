#ifndef FOLD_H
#define FOLD_H

#include <stddef.h>

#include "arena.h"

/*
 * A text without its case, spacing and punctuation, as utf8_fold gives it: for
 * those who look at very many, one after the other.  Zero-initialise to start;
 * one is read into the place of the last.
 */
struct fold {
	const char *text; /* valid until the next; a space and FOLD_AFTER
			     readable bytes stand behind its LEN */
	size_t len;
	struct arena arena;
	char *place;
	size_t room;
};

enum { FOLD_AFTER = 8 };

/* Read TEXT.  What is in English costs no more than a look at every byte. */
void fold_read(struct fold *fold, const char *text);

void fold_free(struct fold *fold);

#endif
