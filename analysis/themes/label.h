#ifndef LABEL_H
#define LABEL_H

#include <stddef.h>

struct arena;
struct expressions;

/*
 * Names of themes: what people wrote, chosen among the theme's expressions.
 *
 * A label must read like a name: no verb or pronoun inside, mostly not followed by a
 * word that it would only describe ("the present procedure"), and what stands before
 * it leads in a name at least as often as not; a single word must be one of the
 * theme's ten words, led in like a name once or ending like one ("warnings"), and
 * neither a participle nor so general that it names anything ("people", "way").  Where
 * nothing does, several words that are no sentence may do.
 * A label scores
 *
 *	ln(1 + c - sqrt(c))
 *	  * log-odds of it in a clause of the theme against the rest
 *	  * words * (2 if one of the theme's ten words is among them, else 1)
 *
 * where c is how many clauses of the theme have it, lowered because what is seen twice
 * shows little; half is added to each count of the odds (Monroe, Colaresi & Quinn 2008
 * discuss such odds; longer names say more).  Large themes choose first; no two labels
 * are made of the same stems, or are the same but for case.
 */

/* SIZES are the clauses of each of THEME_COUNT themes, CLAUSES all.  The result has
 * the label of each theme, in the arena, NULL where no expression may be one. */
const char **label_find(struct arena *arena,
			const struct expressions *expressions,
			const size_t *sizes, size_t theme_count,
			size_t clauses);

#endif
