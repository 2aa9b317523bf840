#ifndef TABLE_H
#define TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "report/tally.h"
#include "templates_list.h" /* generated */
#include "wording.h"

struct arena;
struct str;
struct view;

/*
 * A table of figures, shown on the page and given as CSV beside it: both are made
 * of the same cells.  A row is begun with its name and has as many more cells as
 * there are headings after the first.
 */
struct table_cell {
	struct wording shown;
	const char *plain; /* for CSV: no commas, no percent signs */
};

struct table_heading {
	struct wording text;
	bool numeric;
};

struct table {
	struct arena *arena;
	const char *caption;
	const char *file; /* name of its CSV */
	struct table_heading *headings;
	struct table_cell *cells;
	const char **notes;
	size_t heading_count, cell_count, note_count;
	size_t heading_room, cell_room, note_room;
};

void table_heading(struct table *table, struct wording text, bool numeric);

/* Begin a row; PLAIN is its name in the CSV, NULL: the same as on the page. */
void table_row(struct table *table, struct wording name, const char *plain);
void table_text(struct table *table, const char *text);
void table_number(struct table *table, size_t number);
/* An empty cell when BASE is 0. */
void table_share(struct table *table, size_t count, size_t base,
		 enum tally_decimals decimals);
/* A cell that has no value. */
void table_nothing(struct table *table);

/* A sentence below the table. */
void table_note(struct table *table, const char *sentence);

/* Put it into {{>SLOT}}. */
void table_put(const struct table *table, struct view *view, enum marker slot);

/* The same as CSV, heading row first. */
void table_csv(const struct table *table, struct str *out);

#endif
