#include "welsh.h"
#include "arena.h"
char *welsh_stem(struct arena *arena, const char *word)
{ return arena_string(arena, word); }
