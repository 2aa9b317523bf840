#ifndef GOLDEN_H
#define GOLDEN_H

#include <stddef.h>

struct arena;

/*
 * Golden files: what the program writes, byte for byte, in tests/golden.  With
 * GOLDEN=write in the environment they are written instead, to be reviewed like
 * code.
 */
void golden_check(struct arena *arena, const char *name, const char *bytes,
		  size_t len);

#endif
