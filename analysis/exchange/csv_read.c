#include "exchange/csv_read.h"

#include <csv.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "arena.h"
#include "error.h"
#include "exchange/csv_write.h"
#include "exchange/mapping.h"

/*
 * libcsv calls back for each cell and each row; the state between the calls is
 * here.  FAILED stops everything that follows.
 */
struct table {
	const struct mapping *mapping;
	const struct consultation *consultation;
	incoming_row *row;
	void *context;
	struct complaints *complaints;
	struct error *err;
	struct arena arena;	/* of the headings */
	struct arena row_arena; /* of the cells */
	const struct mapping_column *columns[COLUMNS_MAX];
	const char *cells[COLUMNS_MAX];
	size_t column_count, cell_count, row_bytes;
	size_t line, row_line; /* of the file; where the row began */
	bool has_headings, failed, too_wide, too_long;
};

static const struct mapping_column *
column_of(struct table *table, const char *heading)
{
	if (!table->mapping)
		return mapping_of_export(&table->arena, heading,
					 table->consultation);
	for (size_t i = 0; i < table->mapping->count; i++)
		if (strcmp(table->mapping->columns[i].heading, heading) == 0)
			return &table->mapping->columns[i];
	return NULL;
}

static void
complain_of_missing(struct table *table)
{
	for (size_t i = 0; table->mapping && i < table->mapping->count; i++) {
		const struct mapping_column *column =
			&table->mapping->columns[i];
		bool found = false;

		for (size_t j = 0; j < table->column_count; j++)
			found |= table->columns[j] == column;
		if (!found)
			complain(table->complaints, table->row_line,
				 "there is no column \"%.100s\", which line "
				 "%zu of the mapping names",
				 column->heading, column->line);
	}
}

static void
take_headings(struct table *table)
{
	size_t before = table->complaints->count;

	table->has_headings = true;
	for (size_t i = 0; i < table->cell_count; i++) {
		const char *heading =
			arena_string(&table->arena, table->cells[i]);

		table->columns[i] = column_of(table, heading);
		for (size_t j = 0; table->columns[i] && j < i; j++)
			if (table->columns[j] == table->columns[i])
				complain(table->complaints, table->row_line,
					 "two columns have the heading "
					 "\"%.100s\"",
					 heading);
		if (!table->columns[i])
			complain(table->complaints, table->row_line,
				 "the column \"%.100s\" is not mapped: name it "
				 "in a mapping file (--map), as \"is: ignore\" "
				 "if it is not wanted",
				 heading);
	}
	table->column_count = table->cell_count;
	complain_of_missing(table);
	table->failed = table->complaints->count != before;
}

static const char *
mapped_value(const struct mapping_column *column, const char *value)
{
	for (size_t i = 0; i < column->value_count; i++)
		if (strcmp(column->values[i].from, value) == 0)
			return column->values[i].to;
	return value;
}

/* Several values in one cell; blanks round each are cut. */
static void
take_split(struct incoming *incoming, const struct mapping_column *column,
	   const char *cell)
{
	size_t gap = strlen(column->split);

	while (*cell) {
		const char *end = gap ? strstr(cell, column->split) : NULL;
		size_t len = end ? (size_t)(end - cell) : strlen(cell);
		const char *next = end ? end + gap : cell + len;

		while (len && *cell == ' ') {
			cell++;
			len--;
		}
		while (len && cell[len - 1] == ' ')
			len--;
		if (len)
			incoming_field(incoming, column->is,
				       mapped_value(column,
						    arena_copy(incoming->arena,
							       cell, len)));
		cell = next;
	}
}

/* Our own export puts a ' before a cell that it takes for a formula. */
static const char *
without_guard(const struct table *table, const char *cell)
{
	if (!table->mapping && cell[0] == '\'' && csv_is_formula(cell + 1))
		return cell + 1;
	return cell;
}

static void
take_cell(struct incoming *incoming, const struct mapping_column *column,
	  const char *cell)
{
	const struct {
		const char *name;
		const char **place;
	} places[] = {
		{ "id", &incoming->key },
		{ "reference", &incoming->reference },
		{ "received", &incoming->received },
		{ "channel", &incoming->channel },
		{ "language", &incoming->language },
	};

	if (strcmp(column->is, "ignore") == 0 || !*cell)
		return;
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		if (strcmp(column->is, places[i].name) == 0) {
			*places[i].place = mapped_value(column, cell);
			return;
		}
	}
	if (column->split)
		take_split(incoming, column, cell);
	else
		incoming_field(incoming, column->is,
			       mapped_value(column, cell));
}

static void
take_row(struct table *table)
{
	struct incoming incoming = { .arena = &table->row_arena,
				     .line = table->row_line };

	if (table->cell_count != table->column_count) {
		complain(table->complaints, table->row_line,
			 "the row has %zu cells, the headings are %zu: is a "
			 "comma or a quotation mark missing?",
			 table->cell_count, table->column_count);
		return;
	}
	for (size_t i = 0; i < table->cell_count; i++)
		take_cell(&incoming, table->columns[i],
			  without_guard(table, table->cells[i]));
	if (!table->row(table->context, &incoming, table->err))
		table->failed = true;
}

static void
on_cell(void *bytes, size_t len, void *context)
{
	struct table *table = context;

	if (table->cell_count == COLUMNS_MAX) {
		table->too_wide = true;
		return;
	}
	table->row_bytes += len;
	if (table->row_bytes > ROW_BYTES_MAX) {
		table->too_long = true;
		len = 0;
	}
	/* A NUL inside would cut the text; made a byte that no UTF-8 has, it is
	 * refused with the rest. */
	table->cells[table->cell_count] =
		arena_copy(&table->row_arena, bytes, len);
	for (size_t i = 0; i < len; i++)
		if (!table->cells[table->cell_count][i])
			((char *)table->cells[table->cell_count])[i] = '\xff';
	table->cell_count++;
}

static void
on_row(int end, void *context)
{
	struct table *table = context;

	(void)end;
	if (table->failed)
		return;
	if (table->too_wide)
		complain(table->complaints, table->row_line,
			 "the row has more than %d cells", COLUMNS_MAX);
	else if (table->too_long)
		complain(table->complaints, table->row_line,
			 "the row is longer than %d bytes", ROW_BYTES_MAX);
	else if (!table->has_headings)
		take_headings(table);
	else
		take_row(table);
	arena_free(&table->row_arena);
	table->cell_count = table->row_bytes = 0;
	table->too_wide = table->too_long = false;
}

/* Byte runs that end at a line end, so that a row's first line is known. */
static bool
feed(struct table *table, struct csv_parser *parser, const char *bytes,
     size_t len)
{
	while (len && !table->failed) {
		const char *end = memchr(bytes, '\n', len);
		size_t run = end ? (size_t)(end - bytes) + 1 : len;

		if (!table->cell_count && !table->row_bytes &&
		    !parser->entry_pos)
			table->row_line = table->line;
		if (csv_parse(parser, bytes, run, on_cell, on_row, table) !=
		    run) {
			complain(table->complaints, table->line,
				 "not CSV: %s: a quotation mark inside a cell "
				 "must be doubled",
				 csv_strerror(csv_error(parser)));
			return false;
		}
		table->line += end != NULL;
		bytes += run;
		len -= run;
	}
	return !table->failed;
}

/* Read up to the end; what is wrong goes to the complaints or to the error. */
static void
read_table(FILE *file, struct table *table, struct csv_parser *parser)
{
	char bytes[64 * 1024];
	bool first = true;
	size_t len;

	while ((len = fread(bytes, 1, sizeof(bytes), file))) {
		size_t bom =
			first && len >= 3 && !memcmp(bytes, "\xef\xbb\xbf", 3)
				? 3
				: 0;

		if (!feed(table, parser, bytes + bom, len - bom))
			return;
		if (parser->entry_pos > ROW_BYTES_MAX) {
			complain(table->complaints, table->row_line,
				 "a cell is longer than %d bytes: is a "
				 "quotation mark missing?",
				 ROW_BYTES_MAX);
			return;
		}
		first = false;
	}
	if (ferror(file)) {
		error_set(table->err, ERROR_SYSTEM, "cannot read %s: %s",
			  table->complaints->path, strerror(errno));
		return;
	}
	if (csv_fini(parser, on_cell, on_row, table) != 0) {
		complain(table->complaints, table->row_line,
			 "the file ends inside a cell: it is cut short, or a "
			 "quotation mark is missing");
		return;
	}
	if (!table->has_headings)
		complain(table->complaints, 1, "the file is empty");
}

bool
csv_read(const char *path, const struct mapping *mapping,
	 const struct consultation *consultation, incoming_row *row,
	 void *context, struct complaints *complaints, struct error *err)
{
	struct table table = { .mapping = mapping,
			       .consultation = consultation,
			       .row = row,
			       .context = context,
			       .complaints = complaints,
			       .err = err,
			       .line = 1,
			       .row_line = 1 };
	struct csv_parser parser;
	FILE *file = fopen(path, "re");

	if (!file)
		return error_set(err, ERROR_INPUT, "cannot read %s: %s", path,
				 strerror(errno));
	if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) {
		fclose(file);
		return error_set(err, ERROR_SYSTEM, "out of memory");
	}
	read_table(file, &table, &parser);
	csv_free(&parser);
	fclose(file);
	arena_free(&table.arena);
	arena_free(&table.row_arena);
	return err->kind == ERROR_NONE;
}
