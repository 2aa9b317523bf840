#ifndef DRAFT_H
#define DRAFT_H

#include <stddef.h>

#include "coding/codeframe.h"
#include "coding/coding.h"

struct arena;

/*
 * A first codeframe, for a person to make their own.
 */
enum { DRAFT_QUOTATIONS = 3 };

/*
 * Propose at most WANTED themes for the answers to the question ID; WANTED 0: as
 * many as theme_count_for says.  Each language has themes of its own, if there are
 * enough answers in it.  Sizes are what coding_apply counts with this very
 * codeframe, so that `code` gives the same on an untouched draft; a theme that
 * fewer than two answers have is left out.  Themes stand by size, falling, then by
 * the bytes of their label.  The same answers in any order give the same draft.
 * All of it lives in the arena.
 */
struct codeframe_question draft_question(struct arena *arena, const char *id,
					 const struct coding_answer *answers,
					 size_t count, size_t wanted);

/* How many different answers there are: no more themes can be asked for. */
size_t draft_answers_differ(const struct coding_answer *answers, size_t count);

#endif
