#ifndef TELLING_H
#define TELLING_H

#include <stddef.h>

struct arena;
struct codeframe_question;

/*
 * The words by which a passage shows theme INDEX, the most telling first: its own,
 * then those of its examples that are no stop words, then those of the themes
 * under it.  For quotations; they live in the arena.
 */
const char *const *telling_words(struct arena *arena,
				 const struct codeframe_question *question,
				 size_t index, size_t *count);

#endif
