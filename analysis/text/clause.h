#ifndef CLAUSE_H
#define CLAUSE_H

#include <stdbool.h>
#include <stddef.h>

#include "text/vocabulary.h"

/*
 * Clauses: the pieces in which one answer says several things.  A text is cut at
 * . ; ! ? … and line ends between words, and before words that turn it: but,
 * however, while, although; ond, er, tra …
 */

/* Whether a clause ends behind word INDEX of the COUNT words of TEXT. */
bool clause_ends(const struct vocabulary *vocabulary, const char *text,
		 const struct word *words, size_t count, size_t index);

#endif
