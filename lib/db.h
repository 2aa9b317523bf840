#ifndef DB_H
#define DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "queries_list.h" /* generated: enum query { Q_…, QUERY_COUNT } */

struct arena;
struct error;

/*
 * Door to libpq.  A connection has one role and prepares every query when it
 * opens, so that a schema that does not fit stops the program at its start.
 * Where to connect is libpq's own environment (PGHOST, PGPORT, PGDATABASE …); the
 * role is the user name.  Connecting takes 2 s at most.  The web waits at most 4 s
 * for the server (which gives its statements 3 s) and then lets the connection
 * go; other roles wait as long as their statement takes.
 */
struct db;

struct db *db_open(const char *role, struct error *err);
void db_close(struct db *db);

/* Wait WAIT_MS for the server instead, from the next query on; -1: for ever. */
void db_wait(struct db *db, int wait_ms);

/* Whether the connection lives; tries once to open it again when not. */
bool db_ready(struct db *db, struct error *err);

/* A connection for db_migrate: each query is planned when it runs, because the
 * schema may not be there yet. */
struct db *db_open_unprepared(const char *role, struct error *err);

/* Whether the connection broke, so that nobody knows whether the last query was
 * done. */
bool db_lost(const struct db *db);

/* Parameters are text (NULL is SQL NULL), as many as the query has. */
struct rows {
	void *result; /* PGresult, owned; rows_free */
	int count;
};

/* Run QUERY.  A refused value is ERROR_INPUT with a sentence of ours and never
 * the value; a lost server ERROR_SYSTEM. */
bool db_run(struct db *db, enum query query, const char *const values[],
	    struct rows *rows, struct error *err);

/* Run QUERY row by row in flat memory; FOUND returns false (with err set) to
 * stop.  The row is valid during the call alone, and FOUND must not use DB. */
bool db_each(struct db *db, enum query query, const char *const values[],
	     bool (*found)(void *context, const struct rows *row,
			   struct error *err),
	     void *context, struct error *err);

/* Run the statements of TEXT, for db_migrate.  A failure names PATH and line. */
bool db_script(struct db *db, const char *path, const char *text,
	       struct error *err);

bool db_begin(struct db *db, struct error *err);
/* A transaction that only reads, and sees nothing that is stored meanwhile; end
 * it by db_rollback. */
bool db_begin_reading(struct db *db, struct error *err);
bool db_commit(struct db *db, struct error *err);
void db_rollback(struct db *db);

/* Column COLUMN of row ROW; text is NULL for SQL NULL and lives as the rows do. */
const char *row_text(const struct rows *rows, int row, int column);
int64_t row_int(const struct rows *rows, int row, int column);
bool row_bool(const struct rows *rows, int row, int column);
/* A bytea column, in the arena. */
char *row_bytes(const struct rows *rows, int row, int column,
		struct arena *arena, size_t *len);
void rows_free(struct rows *rows);

/* A bytea parameter in its text form, in the arena. */
char *db_bytes(struct arena *arena, const void *bytes, size_t len);

/* An array parameter in its text form, in the arena; NULL items are SQL NULL. */
char *db_array(struct arena *arena, const char *const items[], size_t count);

/* Apply the numbered migrations of DIR (NNNN-name.sql) that were not yet applied,
 * in order, each in its own transaction, all under one advisory lock.  Refuse,
 * before any is applied, when an applied file has changed, when one is missing
 * before the last applied, or when the database has later ones than DIR.
 * *APPLIED counts the new ones.  As greenpaper_owner; sql/roles.sql was run by a
 * superuser before. */
bool db_migrate(const char *dir, size_t *applied, struct error *err);

#endif
