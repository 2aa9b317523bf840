#ifndef THEME_H
#define THEME_H

#include <stddef.h>

#include "text/corpus.h"

struct arena;

/*
 * Themes: what the answers to one question are about, as words that people used.
 * The front of this room: answers in, proposals out.  A person decides what
 * becomes of them.
 */
struct theme {
	const char *label;	  /* a phrase that people wrote; no two alike */
	const char *const *words; /* as people write them, most telling first */
	size_t word_count;	  /* at least 1 */
	size_t enough_count; /* the first so many tell the theme alone, the rest
				only with another */
};

struct themes {
	const struct theme *items;
	size_t count;
};

/* Below this many different answers a person reads them faster than a list. */
enum { THEME_ANSWERS_MIN = 20, THEME_COUNT_MAX = 20 };

/* How many themes to look for in so many different answers: 2 ln n, which grows
 * slowly as people repeat each other, but at most one for ten answers, and 20;
 * none for fewer than THEME_ANSWERS_MIN. */
size_t theme_count_for(size_t answers);

/* Find at most WANTED themes in COUNT answers of one language, whose copies weigh
 * as one.
 * Fewer come out where the answers share fewer words.  The same answers in any
 * order give the same themes in the same order. */
struct themes theme_find(struct arena *arena,
			 const struct corpus_answer *answers, size_t count,
			 size_t wanted);

/* How many different answers there are among COUNT. */
size_t theme_answers_differ(const struct corpus_answer *answers, size_t count);

#endif
