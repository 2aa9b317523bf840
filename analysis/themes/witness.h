#ifndef WITNESS_H
#define WITNESS_H

#include <stddef.h>

struct assigned;
struct theme_text;
struct heard;
struct theme;

/*
 * Witnesses: the answers that speak most for a theme, among those that are heard,
 * and what is quoted from them (quote.h).
 */
struct witnesses {
	const struct theme_text *answers;
	const struct heard *heard;
	const struct assigned *assigned; /* of each answer */
};

/* Fill the quotations of the theme of that NUMBER among those assigned, by its
 * terms. */
void witness_quote(const struct witnesses *witnesses, size_t number,
		   struct theme *theme);

#endif
