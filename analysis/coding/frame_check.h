#ifndef FRAME_CHECK_H
#define FRAME_CHECK_H

#include <stddef.h>

#include "coding/codeframe.h"
#include "coding/coding.h"

struct arena;

/*
 * Rules for a set of themes, held against the answers that were coded with it.
 * What breaks one is told with what could be done; the officer decides.
 */
enum { FRAME_ANSWERS_MIN = 10 }; /* of fewer no share says anything */

enum frame_fault {
	FRAME_UNUSED, /* no answer has the theme */
	FRAME_SMALL,  /* one has */
	FRAME_LARGE,  /* more than half of all have: perhaps it is two */
	FRAME_ALIKE, /* of the answers that have one of two themes at least half
			 have both (Jaccard >= 1/2) */
	FRAME_INSIDE, /* at least 9 in 10 of a theme's answers have the other */
	FRAME_WORDS, /* more than half of a theme's words are the other's too */
	FRAME_OTHER, /* more than a third of all are in "other" */
};

struct frame_finding {
	enum frame_fault fault;
	size_t theme, other;  /* indexes of the themes it is about, the first of
				 two; THEME_COUNT: none */
	const char *sentence; /* names them and says what could be done */
};

struct frame_findings {
	const struct frame_finding *items;
	size_t count;
};

/* Every finding: theme by theme, then pair by pair, each pair once, by the first
 * of ALIKE, INSIDE and WORDS that holds, then "other".  Themes under one another
 * and themes with different stances are no pair; LARGE and OTHER need
 * FRAME_ANSWERS_MIN answers; a question without themes or answers has no
 * finding.  All of it lives in the arena. */
struct frame_findings frame_check(struct arena *arena,
				  const struct codeframe_question *question,
				  const struct coded_answer *coded,
				  size_t count);

#endif
