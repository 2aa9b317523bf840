#ifndef SIGN_H
#define SIGN_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct expressions;

/*
 * Signs: what a person can look for to tell that an answer has a theme.  They are
 * what a codeframe is made of, so they must do without the numbers that found the
 * themes.
 */
enum { SIGNS_MAX = 40, SIGN_FEW = 40 };

struct signs {
	const char *const *items; /* the first ENOUGH tell the theme alone, the
				     rest with another; most telling first */
	size_t count, enough;
};

/*
 * The signs of each theme, in the arena.  An expression is enough when five of six
 * clauses that hold it are the theme's own, and three of four with one more to be
 * safe from chance: 6 * own >= 5 * total and 4 * own >= 3 * (total + 1).  A word that is
 * not enough helps with another when at least half of its clauses are the theme's own;
 * a quarter in a theme of fewer than SIGN_FEW clauses, where little is said twice.
 * What holds a sign that is enough anyway is none itself.  SIZES are the clauses of
 * each theme.
 */
struct signs *sign_find(struct arena *arena,
			const struct expressions *expressions,
			const size_t *sizes, size_t theme_count);

#endif
