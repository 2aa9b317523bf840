#ifndef LEAD_IN_H
#define LEAD_IN_H

#include "text/tongue.h"

/*
 * What a word leads one to expect next: "the", "their", "of" the name of a thing;
 * "they", "should", "to" what is done with it.  That is all the grammar that is
 * needed to prefer names of things as names of themes.
 */
enum lead_in { LEAD_IN_NOTHING, LEAD_IN_NOUN, LEAD_IN_VERB };

/* What WORD, as token_word gives it, leads in; nothing in Welsh, whose verbs
 * stand first. */
enum lead_in lead_in_of(enum tongue tongue, const char *word);

#endif
