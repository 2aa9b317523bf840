#include "exchange/csv_rows.h"

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
	struct arena arena; /* of the cells */
	const char *cells[COLUMNS_MAX];
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
	cell = arena_copy(&rows->arena, bytes, len);
	for (size_t i = 0; i < len; i++)
		if (!cell[i])
			cell[i] = '\xff';
	rows->cells[rows->cell_count++] = cell;
}

static void
on_row(int end, void *context)
{
	struct csv_rows *rows = context;
	struct csv_row row = { .cells = rows->cells,
			       .count = rows->cell_count,
			       .line = rows->row_line };

	(void)end;
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

/* Byte runs that end at a line end, so that a row's first line is known. */
static bool
feed_run(struct csv_rows *rows, const char *bytes, size_t len,
	 struct error *err)
{
	struct csv_parser *parser = &rows->parser;

	if (!rows->cell_count && !rows->row_bytes && !parser->entry_pos)
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
