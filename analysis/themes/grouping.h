#ifndef GROUPING_H
#define GROUPING_H

#include <stddef.h>

struct arena;
struct corpus;
struct factors;
struct matrix;

/*
 * Sentences sorted by the theme that they have most of: what the words and names
 * of themes are read from.
 */
struct grouping {
	const struct corpus *corpus;
	const struct matrix *matrix;
	size_t theme_count;
	const size_t
		*mains; /* of each row of the matrix: theme, or THEME_NONE */
	const size_t *sizes; /* of each theme: rows */
};

struct grouping grouping_make(struct arena *arena, const struct corpus *corpus,
			      const struct matrix *matrix,
			      const struct factors *factors);

#endif
