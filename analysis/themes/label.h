#ifndef LABEL_H
#define LABEL_H

#include <stddef.h>

struct arena;
struct corpus;
struct keyterms;
struct matrix;

/*
 * Names of themes: phrases that people wrote, as keyterm.h says.  MAINS is the
 * main theme of each row, or THEME_NONE; KEYTERMS has the terms of THEME_COUNT
 * themes, and gets their labels.
 */
void label_find(struct arena *arena, const struct corpus *corpus,
		const struct matrix *matrix, const size_t *mains,
		struct keyterms *keyterms, size_t theme_count);

#endif
