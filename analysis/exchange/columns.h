#ifndef COLUMNS_H
#define COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

struct db;
struct arena;
struct error;

/*
 * Where the answers of a file stand.  NAME is the heading: the id of a question,
 * "id.other" for the text beside an option, "id.row" for each row of a matrix.
 * KEY is what stored answers have it under, and ROW, unless NULL, where in that.
 */
struct column {
	const char *name, *key, *row;
};

/* Those of all questions that were ever asked in a consultation: the newest
 * version's in its order, then those that only older versions have, newest first.
 * So an export keeps every answer. */
bool columns_find(struct db *db, struct arena *arena, const char *slug,
		  const struct column **list, size_t *count, struct error *err);

#endif
