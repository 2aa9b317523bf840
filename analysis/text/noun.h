#ifndef NOUN_H
#define NOUN_H

#include <stdbool.h>

#include "text/tongue.h"

/*
 * What a word tells by itself of whether it is a good name; see lead_in.h for what the
 * word before it tells.  It is known of English alone.
 */

/* It may stand for almost anything or anybody ("people", "Problem"), or is a participle
 * ("interested"). */
bool noun_is_poor(enum tongue tongue, const char *word);

/* It ends as names of things do in English: "warnings", "addiction". */
bool noun_has_ending(const char *word);

#endif
