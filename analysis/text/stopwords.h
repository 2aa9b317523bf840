#ifndef STOPWORDS_H
#define STOPWORDS_H

#include <stdbool.h>

#include "consultation.h"

/*
 * Words that say nothing of what an answer is about.  The lists are part of the
 * program, so that a result does not depend on the machine.
 */

/* Whether WORD, as token_word gives it, is such a word in LANGUAGE. */
bool stopword_is(enum language language, const char *word);

#endif
