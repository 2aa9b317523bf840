#include "exchange/csv_read.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "arena.h"
#include "error.h"
#include "exchange/csv_rows.h"
#include "exchange/csv_write.h"
#include "exchange/mapping.h"

struct table {
	const struct mapping *mapping;
	const struct consultation *consultation;
	incoming_row *row;
	void *context;
	struct complaints *complaints;
	struct error *err;
	struct arena arena; /* of the headings */
	const struct mapping_column *columns[COLUMNS_MAX];
	size_t column_count;
	bool has_headings;
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
complain_of_missing(struct table *table, size_t line)
{
	for (size_t i = 0; table->mapping && i < table->mapping->count; i++) {
		const struct mapping_column *column =
			&table->mapping->columns[i];
		bool found = false;

		for (size_t j = 0; j < table->column_count; j++)
			found |= table->columns[j] == column;
		if (!found)
			complain(table->complaints, line,
				 "there is no column \"%.100s\", which line "
				 "%zu of the mapping names",
				 column->heading, column->line);
	}
}

static bool
take_headings(struct table *table, const struct csv_row *row)
{
	size_t before = table->complaints->count;

	table->has_headings = true;
	for (size_t i = 0; i < row->count; i++) {
		const char *heading =
			arena_string(&table->arena, row->cells[i]);

		table->columns[i] = column_of(table, heading);
		for (size_t j = 0; table->columns[i] && j < i; j++)
			if (table->columns[j] == table->columns[i])
				complain(table->complaints, row->line,
					 "two columns have the heading "
					 "\"%.100s\"",
					 heading);
		if (!table->columns[i])
			complain(table->complaints, row->line,
				 "the column \"%.100s\" is not mapped: name it "
				 "in a mapping file (--map), as \"is: ignore\" "
				 "if it is not wanted",
				 heading);
	}
	table->column_count = row->count;
	complain_of_missing(table, row->line);
	return table->complaints->count == before;
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

static bool
take_answers(struct table *table, const struct csv_row *row)
{
	struct arena arena = { 0 };
	struct incoming incoming = { .arena = &arena, .line = row->line };
	bool fine;

	for (size_t i = 0; i < row->count; i++)
		take_cell(&incoming, table->columns[i],
			  without_guard(table, row->cells[i]));
	fine = table->row(table->context, &incoming, table->err);
	arena_free(&arena);
	return fine;
}

static bool
take_row(void *context, const struct csv_row *row)
{
	struct table *table = context;

	if (row->fault) {
		complain(table->complaints, row->line, "%s", row->fault);
		return true;
	}
	if (!table->has_headings)
		return take_headings(table, row);
	if (row->count == table->column_count)
		return take_answers(table, row);
	complain(table->complaints, row->line,
		 "the row has %zu cells, the headings are %zu: is a comma or a "
		 "quotation mark missing?",
		 row->count, table->column_count);
	return true;
}

/* Read up to the end.  False when it stopped before; FAULT is why it is no CSV. */
static bool
feed_file(FILE *file, struct csv_rows *rows, struct error *fault)
{
	char bytes[64 * 1024];
	bool first = true;
	size_t len;

	while ((len = fread(bytes, 1, sizeof(bytes), file))) {
		size_t bom =
			first && len >= 3 && !memcmp(bytes, "\xef\xbb\xbf", 3)
				? 3
				: 0;

		if (!csv_rows_feed(rows, bytes + bom, len - bom, fault))
			return false;
		first = false;
	}
	return !ferror(file) && csv_rows_end(rows, fault);
}

/* What is wrong goes to the complaints or to the error. */
static void
read_table(FILE *file, struct table *table)
{
	const struct csv_dialect dialect = { .separator = ',' };
	struct csv_rows *rows =
		csv_rows_new(&table->arena, &dialect, take_row, table);
	struct error fault = { 0 };
	bool whole = feed_file(file, rows, &fault);

	if (fault.kind != ERROR_NONE)
		complain(table->complaints, csv_rows_line(rows), "%s",
			 fault.text);
	else if (ferror(file))
		error_set(table->err, ERROR_SYSTEM, "cannot read %s: %s",
			  table->complaints->path, strerror(errno));
	else if (whole && !table->has_headings)
		complain(table->complaints, 1, "the file is empty");
	csv_rows_free(rows);
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
			       .err = err };
	FILE *file = fopen(path, "re");

	if (!file)
		return error_set(err, ERROR_INPUT, "cannot read %s: %s", path,
				 strerror(errno));
	read_table(file, &table);
	fclose(file);
	arena_free(&table.arena);
	return err->kind == ERROR_NONE;
}
