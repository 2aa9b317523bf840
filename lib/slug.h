#ifndef SLUG_H
#define SLUG_H

struct arena;

/*
 * TEXT as a value or part of an address: lower case, every run of bytes other
 * than a-z and 0-9 one hyphen, none at the ends.  "" when nothing is left.
 */
char *slug_of(struct arena *arena, const char *text);

#endif
