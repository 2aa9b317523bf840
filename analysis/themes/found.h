#ifndef FOUND_H
#define FOUND_H

#include <stddef.h>

#include "text/tongue.h"

/*
 * What themes are found in, and what theme_find gives (theme.h).
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

#endif
