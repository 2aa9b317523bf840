#ifndef DRAFT_H
#define DRAFT_H

#include <stddef.h>

#include "coding/codeframe.h"
#include "coding/measure.h"
#include "coding/proposal.h"

struct arena;

/*
 * A first codeframe, for a person to make their own, and the same again when more
 * answers have come.
 */

/*
 * Propose themes for the answers to the question ID.  Each language has themes of
 * its own, if there are enough answers in it, and by stance so has each option.
 * Sizes are what coding_apply counts with this very codeframe, so that `code` gives
 * the same on an untouched draft; a theme that fewer than two answers have is left
 * out.  Themes stand by size, falling, then by the bytes of their label.  The same
 * answers in any order give the same draft.  All of it lives in the arena.
 */
struct codeframe_question draft_question(struct arena *arena, const char *id,
					 const struct measured *measured,
					 const struct proposal_wish *wish);

/*
 * The question as CODEFRAME has it, with everything that a person decided, its
 * sizes and quotations anew.  Behind its themes stand new ones, proposed as above
 * from the answers in "other" alone.  Each
 *  - was not proposed before: more than half of its words (by their stems; of those
 *    enough alone, if it has any) are in no proposal of CODEFRAME for the question,
 *  - and, unless a number of themes is asked for, is in at least two of the answers
 *    that came since themes were last proposed, so that the same answers again give
 *    the same codeframe.
 * WISH NULL: no new ones at all.
 */
struct codeframe_question draft_renewed(
	struct arena *arena, const struct codeframe *codeframe,
	const struct codeframe_question *question,
	const struct measured *measured, const struct proposal_wish *wish);

/* Put every theme of CODEFRAME that is not there yet among its proposals. */
void draft_remember(struct arena *arena, struct codeframe *codeframe);

#endif
