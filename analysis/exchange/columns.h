#ifndef COLUMNS_H
#define COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

struct db;
struct arena;
struct error;

/*
 * The ids of all questions that were ever asked in a consultation: those of the
 * newest version in its order, then those that only older versions have, newest
 * first.  So an export keeps every answer.
 */
bool columns_find(struct db *db, struct arena *arena, const char *slug,
		  const char *const **ids, size_t *count, struct error *err);

#endif
