#ifndef ELISION_H
#define ELISION_H

#include <stddef.h>

#include "text/tongue.h"

/*
 * Small words that an apostrophe ties to another, so that the rules for words take
 * both for one: French "l'école", Italian "dell'acqua", Welsh "teulu'r".  What
 * matters is the other.
 */

/* Where in *LEN bytes of WORD, as token_word gives it, the word stands that
 * something is tied to, and in *LEN its length: all of WORD when nothing is.
 * English has none, for Snowball itself takes 's away. */
const char *elision_core(enum tongue tongue, const char *word, size_t *len);

#endif
