#include "exchange/csv_rows.h"

#include <assert.h>
#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "error.h"

enum { CELL_STEP = 64 * 1024 };

/*
 * libcsv calls back for each cell and each row; the state between the calls is
 * here.  STOPPED stops everything that follows.
 */
struct csv_rows {
	struct csv_parser parser;
	struct csv_dialect dialect;
	csv_row_taker *taker;
	void *context;
	struct arena arena; /* of the row */
	struct arena *kept; /* of cells that are to last, or NULL */
	const char *cells[COLUMNS_MAX];
	char *ends[COLUMNS_MAX]; /* of cells in their places */
	size_t cell_count, row_bytes;
	size_t line, row_line; /* of the file; where the row began */
	size_t fault_line;
	bool stopped, too_wide, too_long;
};

static int
is_no_blank(unsigned char byte)
{
	(void)byte;
	return 0;
}

struct csv_rows *
csv_rows_new(struct arena *arena, const struct csv_dialect *dialect,
	     csv_row_taker *taker, void *context)
{
	struct csv_rows *rows = arena_alloc(arena, sizeof(*rows));
	unsigned char options = CSV_STRICT | CSV_STRICT_FINI;

	rows->dialect = *dialect;
	rows->taker = taker;
	rows->context = context;
	rows->line = rows->row_line = 1;
	if (csv_init(&rows->parser, options) != 0)
		abort();
	csv_set_blk_size(&rows->parser, CELL_STEP); /* long cells grow fast */
	csv_set_delim(&rows->parser, (unsigned char)dialect->separator);
	if (dialect->blanks_count)
		csv_set_space_func(&rows->parser, is_no_blank);
	return rows;
}

void
csv_rows_free(struct csv_rows *rows)
{
	if (!rows)
		return;
	csv_free(&rows->parser);
	arena_free(&rows->arena);
}

size_t
csv_rows_line(const struct csv_rows *rows)
{
	return rows->fault_line;
}

static void
on_cell(void *bytes, size_t len, void *context)
{
	struct csv_rows *rows = context;
	char *cell;

	if (rows->cell_count == COLUMNS_MAX) {
		rows->too_wide = true;
		return;
	}
	rows->row_bytes += len;
	if (rows->row_bytes > ROW_BYTES_MAX) {
		rows->too_long = true;
		len = 0;
	}
	/* A NUL inside would cut the text; made a byte that no UTF-8 has, it is
	 * refused with the rest. */
	cell = arena_copy(rows->kept ? rows->kept : &rows->arena, bytes, len);
	for (size_t i = 0; i < len; i++)
		if (!cell[i])
			cell[i] = '\xff';
	rows->cells[rows->cell_count++] = cell;
}

static void
end_row(struct csv_rows *rows)
{
	struct csv_row row = { .cells = rows->cells,
			       .count = rows->cell_count,
			       .line = rows->row_line };

	if (rows->stopped)
		return;
	if (rows->too_wide)
		row.fault = arena_format(&rows->arena,
					 "the row has more than %d cells",
					 COLUMNS_MAX);
	else if (rows->too_long)
		row.fault = arena_format(&rows->arena,
					 "the row is longer than %d bytes",
					 ROW_BYTES_MAX);
	rows->stopped = !rows->taker(rows->context, &row);
	arena_free(&rows->arena);
	rows->cell_count = rows->row_bytes = 0;
	rows->too_wide = rows->too_long = false;
}

static void
on_row(int end, void *context)
{
	(void)end;
	end_row(context);
}

/* Whether libcsv waits for a row to begin, at a line end or at the start. */
static bool
is_idle(const struct csv_rows *rows)
{
	return !rows->cell_count && !rows->row_bytes && !rows->parser.entry_pos;
}

/* Byte runs that end at a line end, so that a row's first line is known. */
static bool
feed_run(struct csv_rows *rows, const char *bytes, size_t len,
	 struct error *err)
{
	struct csv_parser *parser = &rows->parser;

	if (is_idle(rows))
		rows->row_line = rows->line;
	if (csv_parse(parser, bytes, len, on_cell, on_row, rows) == len)
		return true;
	rows->fault_line = rows->line;
	return error_set(err, ERROR_INPUT,
			 "not CSV: %s: a quotation mark inside a cell must be "
			 "doubled",
			 csv_strerror(csv_error(parser)));
}

bool
csv_rows_feed(struct csv_rows *rows, const char *bytes, size_t len,
	      struct error *err)
{
	while (len && !rows->stopped) {
		const char *end = memchr(bytes, '\n', len);
		size_t run = end ? (size_t)(end - bytes) + 1 : len;

		if (!feed_run(rows, bytes, run, err))
			return false;
		rows->line += end != NULL;
		bytes += run;
		len -= run;
	}
	if (rows->stopped || rows->parser.entry_pos <= ROW_BYTES_MAX)
		return !rows->stopped;
	rows->fault_line = rows->row_line;
	return error_set(err, ERROR_INPUT,
			 "a cell is longer than %d bytes: is a quotation mark "
			 "missing?",
			 ROW_BYTES_MAX);
}

bool
csv_rows_end(struct csv_rows *rows, struct error *err)
{
	if (csv_fini(&rows->parser, on_cell, on_row, rows) == 0)
		return !rows->stopped;
	rows->fault_line = rows->row_line;
	return error_set(err, ERROR_INPUT,
			 "the file ends inside a cell: it is cut short, or a "
			 "quotation mark is missing");
}

/* --- rows that are in memory ---------------------------------------------- */

/* Find the cell at AT and its end inside its quotation marks; where it is over,
 * or NULL where libcsv must see it. */
static char *
find_cell(struct csv_rows *rows, char *at, const char *end)
{
	const char separator = rows->dialect.separator;
	bool quoted = *at == '"';
	char *cell = at + quoted;

	if (quoted)
		at = memchr(cell, '"', (size_t)(end - cell));
	else
		while (at < end && *at != separator && *at != '"' &&
		       *at != '\n' && *at != '\r')
			at++;
	rows->cells[rows->cell_count] = cell;
	rows->ends[rows->cell_count++] = at;
	return at ? at + quoted : NULL;
}

/* Find all cells of the row at AT; its line end, or NULL. */
static char *
find_row(struct csv_rows *rows, char *at, const char *end)
{
	for (;;) {
		at = find_cell(rows, at, end);
		if (!at || at == end)
			return NULL;
		if (*at == '\n' || *at == '\r')
			return at;
		if (*at != rows->dialect.separator || ++at == end ||
		    rows->cell_count == COLUMNS_MAX)
			return NULL;
	}
}

static size_t
lines_in(const char *bytes, const char *end)
{
	size_t lines = 0;

	while ((bytes = memchr(bytes, '\n', (size_t)(end - bytes)))) {
		lines++;
		bytes++;
	}
	return lines;
}

/* Cut the row at BYTES in its place; behind it, or NULL where libcsv must see it. */
static char *
take_in_place(struct csv_rows *rows, char *bytes, const char *end)
{
	size_t len = (size_t)(end - bytes);
	char *at = find_row(rows, bytes,
			    len < ROW_BYTES_MAX ? end : bytes + ROW_BYTES_MAX);

	if (!at) {
		rows->cell_count = 0;
		return NULL;
	}
	rows->row_line = rows->line;
	rows->line += lines_in(bytes, at + 1);
	for (size_t i = 0; i < rows->cell_count; i++)
		*rows->ends[i] = '\0';
	end_row(rows);
	return at + 1;
}

/* Let libcsv take the line at BYTES, or as much of it as it may have; where that
 * ends, NULL on an error. */
static char *
feed_line(struct csv_rows *rows, char *bytes, const char *end,
	  struct error *err)
{
	size_t len = (size_t)(end - bytes);
	char *feed;

	if (len > CELL_STEP)
		len = CELL_STEP;
	feed = memchr(bytes, '\n', len);
	if (feed)
		len = (size_t)(feed + 1 - bytes);
	return csv_rows_feed(rows, bytes, len, err) ? bytes + len : NULL;
}

static char *
take_all(struct csv_rows *rows, char *bytes, const char *end, struct error *err)
{
	bool between = true;

	while (bytes && bytes < end && !rows->stopped) {
		char *next = NULL;

		if (between && (*bytes == '\n' || *bytes == '\r')) {
			rows->line += *bytes++ == '\n';
			continue;
		}
		if (between)
			next = take_in_place(rows, bytes, end);
		if (!next) {
			next = feed_line(rows, bytes, end, err);
			between = next && next[-1] == '\n' && is_idle(rows);
		}
		bytes = next;
	}
	return bytes;
}

bool
csv_rows_all(struct csv_rows *rows, struct arena *arena, char *bytes,
	     size_t len, struct error *err)
{
	assert(rows->dialect.blanks_count);
	rows->kept = arena;
	return take_all(rows, bytes, bytes + len, err) &&
	       csv_rows_end(rows, err);
}
