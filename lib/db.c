#include "db.h"

#include <errno.h>
#include <libpq-fe.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "error.h"
#include "str.h"

/* The server stops a statement of the web after 3 s (sql/roles.sql); one that
 * does not even do that is not waited for. */
enum { WEB_WAIT_MS = 4000, WAIT_FOR_EVER = -1 };

struct db {
	PGconn *conn;  /* NULL once it was let go */
	char role[64]; /* as long as PostgreSQL allows */
	bool prepared; /* every query is; not before the schema is there */
	int wait_ms;
};

/* --- errors ------------------------------------------------------------- */

/* The first line of libpq's or the server's message. */
static bool
failed(const char *what, const char *message, struct error *err)
{
	int len = (int)strcspn(message, "\n");

	return error_set(err, ERROR_SYSTEM, "%s: %.*s", what, len,
			 len ? message : "no answer");
}

/* Values can stand in the message of a data error (class 22) and of a broken
 * constraint (23), and in everybody's DETAIL and CONTEXT: none of those is passed
 * on.  P0001 is a sentence of ours. */
static bool
refused(const char *query, const PGresult *result, struct error *err)
{
	const char *code = PQresultErrorField(result, PG_DIAG_SQLSTATE);
	const char *message =
		PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);

	if (!code)
		return error_set(err, ERROR_SYSTEM,
				 "the database went away during %s", query);
	if (strcmp(code, "P0001") == 0)
		return error_set(err, ERROR_INPUT, "%s", message);
	if (strncmp(code, "22", 2) == 0 || strncmp(code, "23", 2) == 0)
		return error_set(err, ERROR_INPUT,
				 "the database refused a value of %s (%s)",
				 query, code);
	return error_set(err, ERROR_SYSTEM, "the database refused %s: %s (%s)",
			 query, message, code);
}

/* --- talking ------------------------------------------------------------ */

static void
connection_drop(struct db *db)
{
	PQfinish(db->conn);
	db->conn = NULL;
}

/* Wait until everything is sent and a whole result is there. */
static bool
result_await(struct db *db)
{
	for (;;) {
		int unsent = PQflush(db->conn);
		struct pollfd fd = { .fd = PQsocket(db->conn),
				     .events = POLLIN };
		int found;

		if (unsent < 0)
			return false;
		if (unsent > 0)
			fd.events |= POLLOUT;
		else if (!PQisBusy(db->conn))
			return true;
		found = poll(&fd, 1, db->wait_ms);
		if (found == 0 || (found < 0 && errno != EINTR))
			return false;
		if (found > 0 && (fd.revents & ~POLLOUT) &&
		    !PQconsumeInput(db->conn))
			return false;
	}
}

/* The next result; NULL after the last.  False when the server is lost: the
 * connection is gone then. */
static bool
result_next(struct db *db, const char *query, PGresult **result,
	    struct error *err)
{
	*result = NULL;
	if (!result_await(db)) {
		connection_drop(db);
		return error_set(err, ERROR_SYSTEM,
				 "the database gave no answer to %s", query);
	}
	*result = PQgetResult(db->conn);
	return true;
}

/* The last result of what was sent, be it a failure. */
static bool
result_last(struct db *db, const char *query, PGresult **last,
	    struct error *err)
{
	PGresult *next;

	*last = NULL;
	while (result_next(db, query, &next, err)) {
		if (!next)
			return true;
		PQclear(*last);
		*last = next;
	}
	PQclear(*last);
	return false;
}

static bool
result_is_fine(const PGresult *result)
{
	ExecStatusType status = PQresultStatus(result);

	return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
}

/* The last result of what was sent, or why there is none. */
static bool
result_take(struct db *db, const char *query, PGresult **result,
	    struct error *err)
{
	if (!result_last(db, query, result, err))
		return false;
	if (result_is_fine(*result))
		return true;
	refused(query, *result, err);
	PQclear(*result);
	return false;
}

/* How many $n a query has: its comment names each. */
static int
parameter_count(enum query query)
{
	const char *at = query_texts[query];
	int highest = 0;

	while ((at = strchr(at, '$'))) {
		int number = (int)strtol(++at, NULL, 10);

		if (number > highest)
			highest = number;
	}
	return highest;
}

static bool
query_send(struct db *db, enum query query, const char *const values[],
	   struct error *err)
{
	int count = parameter_count(query);
	int sent;

	if (!db->conn)
		return error_set(err, ERROR_SYSTEM,
				 "the database is not connected");
	if (db->prepared)
		sent = PQsendQueryPrepared(db->conn, query_names[query], count,
					   values, NULL, NULL, 0);
	else
		sent = PQsendQueryParams(db->conn, query_texts[query], count,
					 NULL, values, NULL, NULL, 0);
	if (!sent)
		return failed("cannot ask the database",
			      PQerrorMessage(db->conn), err);
	return true;
}

/* --- opening ------------------------------------------------------------ */

static void
notice_ignore(void *context, const PGresult *notice)
{
	(void)context;
	(void)notice;
}

static bool
connection_open(struct db *db, struct error *err)
{
	static const char *const names[] = {
		"user",
		"fallback_application_name",
		"client_encoding",
		"connect_timeout",
		"tcp_user_timeout",
		"keepalives_idle",
		"keepalives_interval",
		"keepalives_count",
		NULL,
	};
	const char *const values[] = { db->role, "greenpaper", "UTF8",
				       "2",	 "3000",       "2",
				       "1",	 "3",	       NULL };

	db->conn = PQconnectdbParams(names, values, 0);
	if (PQstatus(db->conn) != CONNECTION_OK ||
	    PQsetnonblocking(db->conn, 1) != 0) {
		failed("cannot reach the database", PQerrorMessage(db->conn),
		       err);
		connection_drop(db);
		return false;
	}
	PQsetNoticeReceiver(db->conn, notice_ignore, NULL);
	return true;
}

static bool
query_prepare(struct db *db, enum query query, struct error *err)
{
	const char *name = query_names[query];
	PGresult *result;

	if (!PQsendPrepare(db->conn, name, query_texts[query], 0, NULL))
		return failed("cannot ask the database",
			      PQerrorMessage(db->conn), err);
	if (!result_take(db, name, &result, err))
		return false;
	PQclear(result);
	return true;
}

static bool
queries_prepare(struct db *db, struct error *err)
{
	for (int i = 0; i < QUERY_COUNT; i++) {
		struct error reason;

		if (query_prepare(db, (enum query)i, &reason))
			continue;
		if (db_lost(db)) {
			*err = reason;
			return false;
		}
		return error_set(err, ERROR_SYSTEM,
				 "the database does not fit this program, run "
				 "`greenpaper init`: %s",
				 reason.text);
	}
	db->prepared = true;
	return true;
}

static bool
connection_ready(struct db *db, struct error *err)
{
	if (connection_open(db, err) && queries_prepare(db, err))
		return true;
	connection_drop(db);
	return false;
}

static struct db *
db_new(const char *role)
{
	struct db *db = calloc(1, sizeof(*db));

	if (!db)
		abort();
	snprintf(db->role, sizeof(db->role), "%s", role);
	db->wait_ms = strcmp(role, "greenpaper_web") == 0 ? WEB_WAIT_MS
							  : WAIT_FOR_EVER;
	return db;
}

struct db *
db_open(const char *role, struct error *err)
{
	struct db *db = db_new(role);

	if (connection_ready(db, err))
		return db;
	db_close(db);
	return NULL;
}

struct db *
db_open_unprepared(const char *role, struct error *err)
{
	struct db *db = db_new(role);

	if (connection_open(db, err))
		return db;
	db_close(db);
	return NULL;
}

void
db_close(struct db *db)
{
	if (!db)
		return;
	PQfinish(db->conn);
	free(db);
}

void
db_wait(struct db *db, int wait_ms)
{
	db->wait_ms = wait_ms;
}

bool
db_lost(const struct db *db)
{
	return PQstatus(db->conn) != CONNECTION_OK;
}

bool
db_ready(struct db *db, struct error *err)
{
	struct pollfd fd = { .fd = PQsocket(db->conn), .events = POLLIN };

	/* What an idle server says is its farewell: read on to its end. */
	while (!db_lost(db) && poll(&fd, 1, 0) > 0)
		if (!PQconsumeInput(db->conn))
			break;
	if (!db_lost(db))
		return true;
	connection_drop(db);
	db->prepared = false;
	return connection_ready(db, err);
}

/* --- queries ------------------------------------------------------------ */

bool
db_run(struct db *db, enum query query, const char *const values[],
       struct rows *rows, struct error *err)
{
	PGresult *result;

	if (!query_send(db, query, values, err) ||
	    !result_take(db, query_names[query], &result, err))
		return false;
	rows->result = result;
	rows->count = PQntuples(result);
	return true;
}

/* Tell the server to stop, so that the rest need not be read. */
static void
query_cancel(struct db *db)
{
	PGcancel *cancel = PQgetCancel(db->conn);
	char reason[256];

	if (cancel)
		PQcancel(cancel, reason, sizeof(reason));
	PQfreeCancel(cancel);
}

bool
db_each(struct db *db, enum query query, const char *const values[],
	bool (*found)(void *context, const struct rows *row, struct error *err),
	void *context, struct error *err)
{
	const char *name = query_names[query];
	bool fine = true;
	PGresult *result, *rest;

	if (!query_send(db, query, values, err))
		return false;
	PQsetSingleRowMode(db->conn);
	for (;;) {
		struct rows row = { .count = 1 };

		if (!result_next(db, name, &result, err))
			return false;
		if (PQresultStatus(result) != PGRES_SINGLE_TUPLE)
			break;
		row.result = result;
		fine = found(context, &row, err);
		PQclear(result);
		if (!fine) {
			query_cancel(db);
			result = NULL;
			break;
		}
	}
	if (fine && !result_is_fine(result))
		fine = refused(name, result, err);
	PQclear(result);
	return result_last(db, name, &rest, err) && (PQclear(rest), fine);
}

/* The line of the POSITIONth character, both from 1. */
static size_t
line_of(const char *text, int position)
{
	size_t line = 1;

	for (; *text && position > 1; text++) {
		if ((*text & 0xC0) != 0x80)
			position--;
		if (*text == '\n')
			line++;
	}
	return line;
}

bool
db_script(struct db *db, const char *path, const char *text, struct error *err)
{
	PGresult *result;
	const char *position;
	bool fine;

	if (!PQsendQuery(db->conn, text))
		return failed("cannot ask the database",
			      PQerrorMessage(db->conn), err);
	if (!result_last(db, path, &result, err))
		return false;
	fine = result_is_fine(result);
	if (!fine) {
		position =
			PQresultErrorField(result, PG_DIAG_STATEMENT_POSITION);
		refused("a statement", result, err);
		error_at(err, path,
			 position ? line_of(text,
					    (int)strtol(position, NULL, 10))
				  : 0);
	}
	PQclear(result);
	return fine;
}

static bool
run_plainly(struct db *db, enum query query, struct error *err)
{
	struct rows rows;

	if (!db_run(db, query, NULL, &rows, err))
		return false;
	rows_free(&rows);
	return true;
}

bool
db_begin(struct db *db, struct error *err)
{
	return run_plainly(db, Q_TRANSACTION_BEGIN, err);
}

bool
db_begin_reading(struct db *db, struct error *err)
{
	return run_plainly(db, Q_TRANSACTION_READ, err);
}

bool
db_commit(struct db *db, struct error *err)
{
	struct rows rows;
	bool done;

	if (!db_run(db, Q_TRANSACTION_COMMIT, NULL, &rows, err))
		return false;
	/* The commit of a transaction in which something failed is a rollback,
	 * and no error to the server. */
	done = strcmp(PQcmdStatus(rows.result), "COMMIT") == 0;
	rows_free(&rows);
	return done || error_set(err, ERROR_SYSTEM,
				 "nothing was stored, because a part of it "
				 "had failed");
}

void
db_rollback(struct db *db)
{
	struct error ignored;

	/* If the server is lost it has rolled back by itself. */
	run_plainly(db, Q_TRANSACTION_ROLLBACK, &ignored);
}

/* --- rows and values ---------------------------------------------------- */

const char *
row_text(const struct rows *rows, int row, int column)
{
	if (PQgetisnull(rows->result, row, column))
		return NULL;
	return PQgetvalue(rows->result, row, column);
}

int64_t
row_int(const struct rows *rows, int row, int column)
{
	return strtoll(PQgetvalue(rows->result, row, column), NULL, 10);
}

bool
row_bool(const struct rows *rows, int row, int column)
{
	return PQgetvalue(rows->result, row, column)[0] == 't';
}

char *
row_bytes(const struct rows *rows, int row, int column, struct arena *arena,
	  size_t *len)
{
	const char *text = PQgetvalue(rows->result, row, column);
	unsigned char *bytes =
		PQunescapeBytea((const unsigned char *)text, len);
	char *copy = arena_copy(arena, (const char *)bytes, *len);

	PQfreemem(bytes);
	return copy;
}

void
rows_free(struct rows *rows)
{
	PQclear(rows->result);
	rows->result = NULL;
	rows->count = 0;
}

char *
db_bytes(struct arena *arena, const void *bytes, size_t len)
{
	static const char digits[] = "0123456789abcdef";
	const unsigned char *from = bytes;
	char *text = arena_array(arena, len + 2, 2);
	char *to = text;

	*to++ = '\\';
	*to++ = 'x';
	for (size_t i = 0; i < len; i++) {
		*to++ = digits[from[i] >> 4];
		*to++ = digits[from[i] & 15];
	}
	return text;
}

char *
db_array(struct arena *arena, const char *const items[], size_t count)
{
	struct str text = { .arena = arena };

	str_char(&text, '{');
	for (size_t i = 0; i < count; i++) {
		if (i)
			str_char(&text, ',');
		if (!items[i]) {
			str_text(&text, "NULL");
			continue;
		}
		str_char(&text, '"');
		for (const char *at = items[i]; *at; at++) {
			if (*at == '"' || *at == '\\')
				str_char(&text, '\\');
			str_char(&text, *at);
		}
		str_char(&text, '"');
	}
	str_char(&text, '}');
	return text.text;
}
