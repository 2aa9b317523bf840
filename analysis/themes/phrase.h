#ifndef PHRASE_H
#define PHRASE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct corpus_document;

/*
 * Phrases as people write them.
 */

/* LENGTH adjoining words of a document from INDEX, with one space or a hyphen
 * between each two, in the arena. */
char *phrase_text(struct arena *arena, const struct corpus_document *document,
		  size_t index, size_t length);

/* One way of writing a phrase, and how often. */
struct phrase_writing {
	const char *text;
	size_t count;
};

/* Whether A shows a phrase better than B: it is more frequent; else the first in
 * the alphabet, and in small letters. */
bool phrase_is_better(const struct phrase_writing *a,
		      const struct phrase_writing *b);

#endif
