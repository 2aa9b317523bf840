#include "exchange/spreadsheet.h"

#include <string.h>

#include "arena.h"
#include "error.h"
#include "exchange/csv_rows.h"
#include "exchange/plain.h"
#include "file.h"
#include "nearest.h"
#include "str.h"

enum { FILE_BYTES_MAX = 1024 * 1024 * 1024 };

struct table {
	const char *const *columns; /* wanted */
	size_t column_count;
	size_t *places; /* of the wanted columns in the file */
	size_t width;	/* of the row of headings */
	struct arena *arena, *scratch;
	const char **cells;
	size_t row_count, row_room;
	bool has_headings;
	struct error *err;
};

/* Whichever the first row has most of outside quotations. */
static char
separator_of(const char *bytes, size_t len)
{
	static const char separators[] = ",;\t";
	size_t counts[sizeof(separators) - 1] = { 0 };
	size_t best = 0;
	bool quoted = false;

	for (size_t i = 0; i < len; i++) {
		const char *found = strchr(separators, bytes[i]);

		quoted ^= bytes[i] == '"';
		if (!quoted && strchr("\r\n", bytes[i]))
			break;
		if (!quoted && found)
			counts[found - separators]++;
	}
	for (size_t i = 1; i < sizeof(separators) - 1; i++)
		if (counts[i] > counts[best])
			best = i;
	return separators[best];
}

static bool
refuse_column(const struct table *table, const char *column,
	      const struct csv_row *row)
{
	enum { SHOWN_MAX = 12 };
	struct str list = { .arena = table->scratch };
	const char **names =
		arena_array(table->scratch, row->count + 1, sizeof(*names));
	const char *near;

	for (size_t i = 0; i < row->count; i++)
		names[i] = row->cells[i];
	near = nearest(column, names);
	if (near)
		return error_set(table->err, ERROR_INPUT,
				 "there is no column \"%.100s\"; did you mean "
				 "\"%.100s\"?",
				 column, near);
	for (size_t i = 0; i < row->count && i < SHOWN_MAX; i++)
		str_format(&list, "%s\"%.60s\"", i ? ", " : "", row->cells[i]);
	if (row->count > SHOWN_MAX)
		str_format(&list, " and %zu more", row->count - SHOWN_MAX);
	return error_set(table->err, ERROR_INPUT,
			 "there is no column \"%.100s\"; there are %s", column,
			 row->count ? list.text : "none");
}

static bool
take_headings(struct table *table, const struct csv_row *row)
{
	table->has_headings = true;
	table->width = row->count;
	for (size_t i = 0; i < table->column_count; i++) {
		size_t found = 0;

		for (size_t j = 0; j < row->count; j++) {
			if (strcmp(row->cells[j], table->columns[i]) != 0)
				continue;
			table->places[i] = j;
			found++;
		}
		if (!found)
			return refuse_column(table, table->columns[i], row);
		if (found > 1)
			return error_set(table->err, ERROR_INPUT,
					 "%zu columns have the heading "
					 "\"%.100s\": give each its own",
					 found, table->columns[i]);
	}
	return true;
}

/* Cells beyond the headings: blank ones are what spreadsheets leave. */
static bool
is_too_wide(const struct table *table, const struct csv_row *row)
{
	for (size_t i = table->width; i < row->count; i++)
		if (*row->cells[i])
			return true;
	return false;
}

static bool
add_row(struct table *table, const struct csv_row *row)
{
	const char **cells;

	if (table->row_count == SPREADSHEET_ROWS_MAX)
		return error_set(table->err, ERROR_INPUT,
				 "it has more than %d rows",
				 SPREADSHEET_ROWS_MAX);
	if (table->row_count == table->row_room) {
		size_t size = table->column_count * sizeof(*table->cells);

		table->row_room = table->row_room ? 2 * table->row_room : 1024;
		table->cells =
			arena_grow(table->scratch, table->cells,
				   table->row_count, table->row_room, size);
	}
	cells = table->cells + table->row_count * table->column_count;
	for (size_t i = 0; i < table->column_count; i++)
		cells[i] = table->places[i] < row->count
				   ? row->cells[table->places[i]]
				   : "";
	table->row_count++;
	return true;
}

static bool
take_row(void *context, const struct csv_row *row)
{
	struct table *table = context;
	bool fine;

	if (row->fault)
		fine = error_set(table->err, ERROR_INPUT, "%s", row->fault);
	else if (!table->has_headings)
		fine = take_headings(table, row);
	else if (is_too_wide(table, row))
		fine = error_set(table->err, ERROR_INPUT,
				 "the row has %zu cells, the headings are %zu: "
				 "is a quotation mark missing?",
				 row->count, table->width);
	else
		fine = add_row(table, row);
	if (!fine)
		error_set(table->err, ERROR_INPUT, "line %zu: %s", row->line,
			  arena_string(table->scratch, table->err->text));
	return fine;
}

static bool
read_rows(struct table *table, char *bytes, size_t len)
{
	const struct csv_dialect dialect = { .separator =
						     separator_of(bytes, len),
					     .blanks_count = true };
	struct csv_rows *rows =
		csv_rows_new(table->scratch, &dialect, take_row, table);
	struct error fault = { 0 };
	bool fine;

	fine = csv_rows_all(rows, table->arena, bytes, len, &fault);
	if (fault.kind != ERROR_NONE)
		error_set(table->err, ERROR_INPUT, "line %zu: %s",
			  csv_rows_line(rows), fault.text);
	csv_rows_free(rows);
	return fine;
}

/* The cells are cut where they stand, so what they stand in must last. */
static bool
read_text(struct table *table, const char *path, const char *encoding)
{
	struct plain text = { 0 };
	char *bytes;

	if (!file_read(table->arena, path, FILE_BYTES_MAX, &bytes, &text.len,
		       table->err))
		return false;
	text.bytes = bytes;
	if (!plain_from(table->scratch, encoding, &text, table->err))
		return error_at(table->err, path, 0);
	if (text.decoded) {
		arena_release(table->arena, bytes);
		bytes = arena_copy(table->arena, text.bytes, text.len);
	} else {
		bytes += text.bytes - bytes; /* behind a byte order mark */
	}
	if (!read_rows(table, bytes, text.len))
		return error_at(table->err, path, 0);
	if (!table->row_count)
		return error_set(table->err, ERROR_INPUT, "%s: %s", path,
				 table->has_headings
					 ? "there are headings, but no rows"
					 : "the file is empty");
	return true;
}

bool
spreadsheet_read(const char *path, const char *encoding,
		 const char *const columns[], size_t column_count,
		 struct arena *arena, struct spreadsheet *spreadsheet,
		 struct error *err)
{
	struct arena scratch = { 0 };
	struct table table = { .columns = columns,
			       .column_count = column_count,
			       .arena = arena,
			       .scratch = &scratch,
			       .err = err };
	bool fine;

	table.places = arena_array(&scratch, column_count, sizeof(size_t));
	fine = read_text(&table, path, encoding);
	if (fine)
		*spreadsheet = (struct spreadsheet){
			.cells = arena_grow(arena, table.cells,
					    table.row_count * column_count,
					    table.row_count * column_count,
					    sizeof(*table.cells)),
			.row_count = table.row_count,
			.column_count = column_count,
		};
	arena_free(&scratch);
	return fine;
}
