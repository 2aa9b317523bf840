#ifndef LABEL_H
#define LABEL_H

#include <stddef.h>

struct arena;
struct grouping;
struct keyterms;

/*
 * Names of themes: phrases that people wrote.
 *
 * A label is one to three words as they stand in at least two of the theme's
 * sentences (three from 30 sentences on), one of them a telling word of it, none
 * at the ends a stop word, none cut at its hyphen.  It must look like a name, with
 * no verb or pronoun inside, and what stands before it must lead in a name at least
 * as often as not.  It scores ln(1 +
 * sentences of the theme with it) * log-odds of it in a sentence of the theme
 * against the rest, half added to each count * its words, for longer names say
 * more.  Large themes choose first; no two labels are the same but for case.
 *
 * The result has the label of each theme, whose words are KEYTERMS, in the arena;
 * NULL where no phrase is a theme's own.
 */
const char **label_find(struct arena *arena, const struct grouping *grouping,
			const struct keyterms *keyterms);

#endif
