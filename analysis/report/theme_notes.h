#ifndef THEME_NOTES_H
#define THEME_NOTES_H

#include <stddef.h>

#include "report/store_tally.h"

struct arena;
struct figures;
struct outcome;
struct words;

/*
 * What the page of somebody's own response will say of its themes.
 */

/* Every theme of the codeframe that was counted, and "other", with the response to
 * it or else to its question; in the arena. */
const struct outcome_theme *theme_notes(struct arena *arena,
					const struct words *words,
					const struct figures *figures,
					const struct outcome *outcome,
					size_t *count);

#endif
