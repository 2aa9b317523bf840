#ifndef CSV_ROWS_H
#define CSV_ROWS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct error;

/*
 * Door to libcsv: the rows of a table (RFC 4180) from bytes as they come.  It
 * streams: memory holds one row, at most ROW_BYTES_MAX.  Of a table that is in
 * memory already, rows are cut where they stand; libcsv sees only those that have
 * a doubled quotation mark in them, or a fault.
 */
enum { ROW_BYTES_MAX = 2 * 1024 * 1024, COLUMNS_MAX = 1000 };

/* One row; it lives during the call alone, but see csv_rows_all. */
struct csv_row {
	const char *const
		*cells; /* NUL-terminated; a NUL inside is made 0xff */
	size_t count;
	size_t line;	   /* where it begins, from 1 */
	const char *fault; /* that it is too wide or too long; NULL: fine */
};

/* What is called for each row; false stops it. */
typedef bool csv_row_taker(void *context, const struct csv_row *row);

struct csv_dialect {
	char separator;
	bool blanks_count; /* blanks round a cell belong to it */
};

struct csv_rows;

/* It lives in ARENA, but for what csv_rows_free frees. */
struct csv_rows *csv_rows_new(struct arena *arena,
			      const struct csv_dialect *dialect,
			      csv_row_taker *taker, void *context);
void csv_rows_free(struct csv_rows *rows);

/* The next bytes, at most 64 KiB; with csv_rows_end there are no more.  False when
 * the taker stopped it (ERR is untouched), and for what is no CSV: ERROR_INPUT,
 * at csv_rows_line. */
bool csv_rows_feed(struct csv_rows *rows, const char *bytes, size_t len,
		   struct error *err);
bool csv_rows_end(struct csv_rows *rows, struct error *err);

/* All LEN bytes of a table without NUL whose blanks count, in place of
 * csv_rows_feed and csv_rows_end.  Cells stand in BYTES, which are written over,
 * or in ARENA, and outlive the row. */
bool csv_rows_all(struct csv_rows *rows, struct arena *arena, char *bytes,
		  size_t len, struct error *err);

/* The line of the fault. */
size_t csv_rows_line(const struct csv_rows *rows);

#endif
