#include "report/table.h"

#include <assert.h>

#include "arena.h"
#include "exchange/csv_write.h"
#include "str.h"
#include "view.h"
#include "words.h"

/* ITEMS with room for one more after COUNT of SIZE bytes. */
static void *
with_room(struct arena *arena, void *items, size_t count, size_t *room,
	  size_t size)
{
	if (count < *room)
		return items;
	*room = *room ? 2 * *room : 8;
	return arena_grow(arena, items, count, *room, size);
}

void
table_heading(struct table *table, struct wording text, bool numeric)
{
	assert(!table->cell_count);
	table->headings =
		with_room(table->arena, table->headings, table->heading_count,
			  &table->heading_room, sizeof(*table->headings));
	table->headings[table->heading_count++] =
		(struct table_heading){ .text = text, .numeric = numeric };
}

static void
add_cell(struct table *table, struct wording shown, const char *plain)
{
	table->cells = with_room(table->arena, table->cells, table->cell_count,
				 &table->cell_room, sizeof(*table->cells));
	table->cells[table->cell_count++] =
		(struct table_cell){ .shown = shown, .plain = plain };
}

void
table_row(struct table *table, struct wording name, const char *plain)
{
	assert(table->cell_count % table->heading_count == 0);
	add_cell(table, name, plain ? plain : name.text);
}

void
table_text(struct table *table, const char *text)
{
	add_cell(table, wording_of(text), text);
}

void
table_number(struct table *table, size_t number)
{
	add_cell(table, wording_of(word_digits(table->arena, number)),
		 arena_format(table->arena, "%zu", number));
}

void
table_share(struct table *table, size_t count, size_t base,
	    enum tally_decimals decimals)
{
	const char *share = tally_text(table->arena, count, base, decimals);

	if (!base)
		table_nothing(table);
	else
		add_cell(table,
			 wording_of(arena_format(table->arena, "%s%%", share)),
			 share);
}

void
table_nothing(struct table *table)
{
	table_text(table, "");
}

void
table_note(struct table *table, const char *sentence)
{
	table->notes = with_room(table->arena, table->notes, table->note_count,
				 &table->note_room, sizeof(*table->notes));
	table->notes[table->note_count++] = sentence;
}

static void
put_row(const struct table *table, size_t first, struct view *view)
{
	struct view *row = view_section(view, M_ROW);

	wording_put(row, M_NAME, table->cells[first].shown);
	view_hide(row, M_CELL);
	for (size_t i = 1; i < table->heading_count; i++) {
		struct view *cell = view_section(row, M_CELL);

		view_when(cell, M_NUMERIC, table->headings[i].numeric);
		view_text(cell, M_TEXT, table->cells[first + i].shown.text);
	}
}

void
table_put(const struct table *table, struct view *view, enum marker slot)
{
	struct view *shown = view_include(view, slot, T_TABLE);

	view_text(shown, M_CAPTION, table->caption);
	view_text(shown, M_URL, table->file);
	for (size_t i = 0; i < table->heading_count; i++) {
		struct view *heading = view_section(shown, M_HEADING);

		view_when(heading, M_NUMERIC, table->headings[i].numeric);
		wording_put(heading, M_TEXT, table->headings[i].text);
	}
	view_hide(shown, M_ROW);
	for (size_t i = 0; i < table->cell_count; i += table->heading_count)
		put_row(table, i, shown);
	view_hide(shown, M_NOTE);
	for (size_t i = 0; i < table->note_count; i++)
		view_text(view_section(shown, M_NOTE), M_TEXT, table->notes[i]);
}

void
table_csv(const struct table *table, struct str *out)
{
	struct csv_writer csv = { .out = out };

	for (size_t i = 0; i < table->heading_count; i++)
		csv_cell(&csv, table->headings[i].text.text);
	csv_end(&csv);
	for (size_t i = 0; i < table->cell_count; i++) {
		csv_cell(&csv, table->cells[i].plain);
		if ((i + 1) % table->heading_count == 0)
			csv_end(&csv);
	}
}
