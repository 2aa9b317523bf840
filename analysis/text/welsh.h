#ifndef WELSH_H
#define WELSH_H

struct arena;

char *welsh_stem(struct arena *arena, const char *word);

#endif
