#ifndef PROPOSAL_H
#define PROPOSAL_H

#include <stddef.h>

#include "coding/codeframe.h"
#include "coding/coding.h"
#include "coding/draft.h"

struct arena;

/*
 * Themes as the engine finds them, with ids and labels for a codeframe: no id that
 * a theme of QUESTION or a proposal of CODEFRAME for it has, no label that a theme
 * has.  CODEFRAME may be NULL.  Their number is returned; they live in the arena.
 */
size_t proposal_find(struct arena *arena, const struct codeframe *codeframe,
		     const struct codeframe_question *question,
		     const struct measured *measured,
		     const struct draft_wish *wish,
		     struct codeframe_theme **themes);

/* Whether most of what the theme says was proposed before (draft_renewed). */
bool proposal_is_known(const struct codeframe *codeframe, const char *question,
		       const struct codeframe_theme *theme);

#endif
