#ifndef PROPOSAL_H
#define PROPOSAL_H

#include <stdbool.h>
#include <stddef.h>

#include "coding/codeframe.h"
#include "coding/measure.h"

struct arena;

/*
 * What the engine finds in answers, as themes of a codeframe.
 */
struct proposal_wish {
	size_t themes;	/* at most so many; 0: as many as fit */
	bool by_stance; /* look within the answers of those who chose the same */
};

/* How many different answers there are: no more themes can be asked for. */
size_t proposal_answers_differ(const struct coding_answer *answers,
			       size_t count);

/*
 * Themes as the engine finds them, with ids and labels for a codeframe: no id that
 * a theme of QUESTION or a proposal of CODEFRAME for it has, no label that a theme
 * has.  CODEFRAME may be NULL.  Their number is returned; they live in the arena.
 */
size_t proposal_find(struct arena *arena, const struct codeframe *codeframe,
		     const struct codeframe_question *question,
		     const struct measured *measured,
		     const struct proposal_wish *wish,
		     struct codeframe_theme **themes);

/* Whether most of what the theme says was proposed before (draft_renewed). */
bool proposal_is_known(const struct codeframe *codeframe, const char *question,
		       const struct codeframe_theme *theme);

#endif
