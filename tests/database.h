#ifndef DATABASE_H
#define DATABASE_H

#include <stdbool.h>

struct arena;

/*
 * A database of its own for a suite whose tests commit: a copy of the one that
 * tests/postgres.sh made.  Unchecked fixtures of a test case.
 */
void database_new(void);
void database_drop(void);

/* An empty database without any schema, instead. */
void database_new_empty(void);

/* From here until shown again no server is found; showing what is not hidden
 * changes nothing. */
void database_hide(void);
void database_show(void);

/* What psql prints for SQL, run as the superuser: rows by lines, columns by "|",
 * without the last line end.  A failure of psql fails the test. */
char *database_ask(struct arena *arena, const char *sql);

/* The same as another role; *FINE says whether it went well. */
char *database_ask_as(struct arena *arena, const char *role, const char *sql,
		      bool *fine);

#endif
