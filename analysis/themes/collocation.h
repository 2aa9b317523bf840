#ifndef COLLOCATION_H
#define COLLOCATION_H

#include <stdbool.h>
#include <stddef.h>

#include "themes/keyterm.h"

struct arena;
struct grouping;

/*
 * Telling words that are parts of one name: "Bowling" and "Green" are no two signs
 * of a theme where they stand side by side.
 */
struct collocation {
	size_t first, second; /* of the theme's terms */
	const char *text;     /* as it is written most often, in the arena */
	bool enough;	      /* it stands in hardly any other theme */
	bool keeps_first, keeps_second; /* the word mostly stands without it */
};

enum { COLLOCATIONS_MAX = KEYTERM_WORDS / 2 };

/* The collocations among the terms of THEME that are not enough alone, most
 * frequent first; no term is in two.  Two terms are one where at least two
 * sentences, and half of those with the rarer of them, have them side by side.
 * The result is how many were found. */
size_t collocation_find(struct arena *arena, const struct grouping *grouping,
			const struct keyterms *keyterms, size_t theme,
			struct collocation found[COLLOCATIONS_MAX]);

#endif
