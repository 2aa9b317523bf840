#ifndef SPREADSHEET_H
#define SPREADSHEET_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct error;

/*
 * Some columns of somebody else's table: a CSV file as a spreadsheet saves it,
 * read whole.  Its first row are headings.  The separator is a comma, a semicolon
 * or a tab, whichever the row of headings has most of.
 */
struct spreadsheet {
	const char *const *cells; /* row r, column c at [r * column_count + c];
				     never NULL, "" where the row is short */
	size_t row_count, column_count;
};

/* A table may not hold more than this. */
enum { SPREADSHEET_ROWS_MAX = 2000000 };

/*
 * Read COLUMNS, by their headings as they stand in the file, in that order; rows
 * in the order of the file; a line with nothing at all on it is none, as other
 * readers have it, but one of empty cells is.  ENCODING is NULL for UTF-8 (a byte order mark
 * of UTF-8 or UTF-16 is understood), or a name like "windows-1252".  All of it
 * lives in the arena.  ERROR_INPUT, with what to do: no such column (which there
 * are), a heading twice, no rows, bytes that are no UTF-8 (their line, and the
 * encoding that they are most likely in), a row cut off in the middle of a quotation.
 */
bool spreadsheet_read(const char *path, const char *encoding,
		      const char *const columns[], size_t column_count,
		      struct arena *arena, struct spreadsheet *spreadsheet,
		      struct error *err);

#endif
