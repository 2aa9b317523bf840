#ifndef THEME_H
#define THEME_H

#include <stddef.h>

#include "themes/found.h"

struct arena;

/*
 * Themes: what the answers to one question are about, as words that people used.
 * The front of this room: answers in, proposals out.  A person decides what
 * becomes of them.
 *
 *	answers ─heard─▶ one of each ─bags─▶ counted words ─affinity, spectrum─▶
 *	words as directions ─cluster─▶ groups ─mixture─▶ themes as ways of choosing
 *	words ─keyterm─▶ ten words of each; ─assign─▶ clauses and their themes
 *	─expression─▶ phrases ─naming, witness─▶ what a person reads ─ranking─▶ themes
 *
 * The same answers in any order give the same themes in the same order.
 */

/* Below this many different answers a person reads them faster than a list. */
enum { THEME_ANSWERS_MIN = 20, THEME_COUNT_MAX = 20 };

/* How many themes to look for in so many different answers, where nothing better
 * is known: 2 ln n, which grows slowly as people repeat each other, but at most one
 * for ten answers, and THEME_COUNT_MAX; none for fewer than THEME_ANSWERS_MIN. */
size_t theme_count_for(size_t answers);

/*
 * Find at most WANTED themes in COUNT answers of one language, whose copies weigh
 * as one when themes are found and as many when they are counted.  WANTED 0: as
 * many as the answers fall into best (the number from 4 to 25 with the largest
 * simplified silhouette; theme_count_for where that is flat or falls from the
 * start), and none for fewer than THEME_ANSWERS_MIN different answers.
 * Fewer come out where the answers share fewer words.  In the arena.
 */
struct themes theme_find(struct arena *arena, const struct theme_text *answers,
			 size_t count, size_t wanted);

/* How many different answers there are among COUNT, without those that have no
 * word. */
size_t theme_answers_differ(const struct theme_text *answers, size_t count);

#endif
