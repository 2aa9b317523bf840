#ifndef FILE_H
#define FILE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct error;

/*
 * Whole files, bounded.
 */

/* All bytes of a file of at most BYTES_MAX, in the arena, with a NUL behind them.
 * ERROR_INPUT names it when it cannot be read, is no file, or is longer. */
bool file_read(struct arena *arena, const char *path, size_t bytes_max,
	       char **bytes, size_t *len, struct error *err);

/* Write a file with MODE in one go: under another name, fsync, rename.  Nothing
 * is left behind on failure. */
bool file_write(const char *path, const char *bytes, size_t len, unsigned mode,
		struct error *err);

/* "folder/name"; the same folder as FILE: the part of PATH before its last
 * slash, or ".". */
char *file_in(struct arena *arena, const char *folder, const char *name);
char *file_folder(struct arena *arena, const char *path);

#endif
