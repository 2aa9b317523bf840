#ifndef NOUN_H
#define NOUN_H

#include <stdbool.h>

/*
 * What an English word tells by itself of whether it is a good name; see lead_in.h
 * for what the word before it tells.
 */

/* It may stand for almost anything or anybody ("people", "problem"), or is a participle
 * ("interested"). */
bool noun_is_poor(const char *word);

/* It is made with an ending that makes names of things: "warnings", "addiction". */
bool noun_has_ending(const char *word);

#endif
