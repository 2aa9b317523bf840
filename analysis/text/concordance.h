#ifndef CONCORDANCE_H
#define CONCORDANCE_H

#include <stdbool.h>
#include <stddef.h>

#include "consultation.h"

struct arena;
struct error;

/*
 * Where words and phrases stand in many texts, in any of their forms: they are
 * compared by their stems in the language of each text.  A phrase needs its words
 * next to each other, though a line may end between them.
 */
struct concordance;

struct concordance_hit {
	size_t start, end; /* bytes of the text, end exclusive */
};

/* Look for COUNT phrases of one word or more; it and the phrases live in ARENA.
 * NULL and ERROR_INPUT when one has no letter or digit. */
struct concordance *concordance_new(struct arena *arena,
				    const char *const phrases[], size_t count,
				    struct error *err);
/* What does not live in the arena; NULL is fine. */
void concordance_free(struct concordance *concordance);

/* How often the phrases stand in TEXT: not at all unless each does somewhere in
 * it.  *HITS are where, in order, none inside another; valid until the next
 * text. */
size_t concordance_find(struct concordance *concordance, enum language language,
			const char *text, const struct concordance_hit **hits);

/* Whether phrase INDEX stood in any text so far. */
bool concordance_found(const struct concordance *concordance, size_t index);

/* The word of the texts so far that a phrase of one word may have been meant to
 * be, in ARENA; NULL: none is near. */
const char *concordance_nearest(const struct concordance *concordance,
				struct arena *arena, size_t index);

#endif
