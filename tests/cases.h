#ifndef CASES_H
#define CASES_H

#include <stddef.h>

struct arena;

/*
 * A table of tests/cases: one case a line, columns between "|", blanks around
 * them cut; lines that are empty or begin with '#' are for people.  A mistake in a
 * table ends the program.
 */
enum { CASE_COLUMNS_MAX = 6 };

struct case_row {
	size_t line; /* from 1, to be named in a failure */
	const char *columns[CASE_COLUMNS_MAX];
};

struct cases {
	const struct case_row *rows;
	size_t count;
};

/* The table tests/cases/NAME, each row of COLUMNS columns, in the arena. */
struct cases cases_read(struct arena *arena, const char *name, size_t columns);

/* A column's bytes: \n \r \t \s (a space) \\ \| and \xHH stand for one byte,
 * {a*400} for 400 times what stands before the star. */
char *case_bytes(struct arena *arena, const char *column, size_t *len);

#endif
