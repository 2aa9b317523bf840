#ifndef THEME_H
#define THEME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/tongue.h"

struct arena;

/*
 * Themes: what the answers to one question are about, as words that people used.
 * The front of this room: answers in, proposals out.  A person decides what
 * becomes of them.
 *
 *	answers ─copies─▶ one of each ─bags─▶ counted words ─affinity, spectrum─▶
 *	words as directions ─cluster─▶ groups ─mixture─▶ themes as ways of choosing
 *	words ─keyterm─▶ ten words of each; ─assign─▶ clauses and their themes
 *	─expression─▶ phrases ─label, sign, quote─▶ what a person reads
 *
 * The same answers in any order give the same themes in the same order.
 */
enum { THEME_WORDS = 10, THEME_QUOTES = 3, THEME_WANTED_MAX = 100 };

#define THEME_NONE ((size_t)-1)

/* An answer on its way in. */
struct theme_text {
	const char *text;
	enum tongue tongue;
};

struct theme_span {
	size_t start, end; /* bytes of the answer */
};

struct theme_quote {
	size_t answer;
	struct theme_span span;
};

struct theme {
	const char *label; /* a phrase that people wrote; no two alike */
	const char *const
		*words;	     /* signs, most telling first (themes/sign.h) */
	size_t word_count;   /* may be 0 */
	size_t enough_count; /* the first so many tell the theme alone, the rest
				only with another */
	const char *terms[THEME_WORDS],
		*stems[THEME_WORDS]; /* its ten words, as
				they are written and as they are compared */
	size_t term_count;
	size_t count; /* answers that have it, copies counted */
	struct theme_quote quotes[THEME_QUOTES];
	size_t quote_count;
};

/* A theme that an answer has. */
struct theme_given {
	size_t theme;
	double weight; /* its share of all that speaks for the answer's themes */
	const struct theme_span *clauses, *why; /* the words that say so */
	size_t clause_count, why_count;
};

struct theme_answer {
	size_t main;			 /* or THEME_NONE: "other" */
	const struct theme_given *given; /* by theme; none where MAIN is none */
	size_t given_count;
	size_t copy_of; /* the answer that this is an exact or near copy of, or
			   THEME_NONE */
};

struct themes {
	const struct theme *items; /* by count, falling, then by label */
	size_t count;
	const struct theme_answer *answers; /* as they were given */
	size_t answer_count;
};

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
