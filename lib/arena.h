#ifndef ARENA_H
#define ARENA_H

#include <stddef.h>

/*
 * Memory that dies together.  A request or a command owns one arena; nothing in
 * it is freed singly.  Zero-initialise to start.  An allocation that the machine
 * refuses ends the process, so no caller checks for NULL; every size that came
 * from outside must have been bounded before.
 */
struct arena_block;

struct arena {
	struct arena_block *blocks;
};

/* SIZE bytes, all zero, aligned for any type. */
void *arena_alloc(struct arena *arena, size_t size);

/* COUNT things of SIZE bytes each, all zero; a product that overflows ends the
 * process. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* A copy of an array of COUNT things of SIZE bytes in a new place with room for
 * ROOM of them (ROOM >= COUNT).  For arrays that double as they grow. */
void *arena_grow(struct arena *arena, const void *array, size_t count,
		 size_t room, size_t size);

/* Give back now what was large (over 4 KiB), such as the old place of an
 * array that grew; what was small stays until arena_free.  NULL is fine. */
void arena_release(struct arena *arena, const void *place);

/* A copy of LEN bytes with a NUL after them. */
char *arena_copy(struct arena *arena, const char *text, size_t len);

/* A copy of a NUL-terminated string; NULL gives NULL. */
char *arena_string(struct arena *arena, const char *text);

char *arena_format(struct arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Frees all but a little that it keeps for what comes next: for what is done very
 * often. */
void arena_empty(struct arena *arena);

/* Frees all; the arena is empty and can be used again. */
void arena_free(struct arena *arena);

#endif
