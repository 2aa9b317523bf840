#ifndef NEAREST_H
#define NEAREST_H

/*
 * The word of NAMES (ended by NULL) that WORD was probably meant to be: the
 * smallest edit distance, at most two, and less than half of its letters; NULL
 * when none is near.
 */
const char *nearest(const char *word, const char *const names[]);

#endif
