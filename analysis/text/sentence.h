#ifndef SENTENCE_H
#define SENTENCE_H

#include <stddef.h>

struct arena;

/*
 * Sentences: a text cut after . ! ? … before white space, and at line ends unless
 * a small letter follows, as where a letter was pasted from an e-mail.  A full
 * stop behind a single letter or an abbreviation (Mr, e.g.) ends nothing.
 */
struct sentence {
	size_t start, end; /* bytes of the text, blanks at both ends cut */
};

struct sentences {
	const struct sentence *items;
	size_t count;
};

struct sentences sentences_split(struct arena *arena, const char *text);

#endif
