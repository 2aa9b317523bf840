#ifndef SHEET_H
#define SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "text/tongue.h"

struct arena;
struct error;

/*
 * Answers out of somebody else's table, for the commands that need no database:
 * what its options say, and the rows.
 */
struct sheet {
	/* As the options --from, --text, --id, --labels, --lang, --encoding. */
	const char *from, *text, *id, *labels, *lang, *encoding;

	enum tongue tongue;	  /* English unless LANG says otherwise */
	const char *const *texts; /* of each row, as in the file */
	const char *const *ids;	  /* NULL without ID */
	const char *const *marks; /* the cells of LABELS; NULL without */
	size_t count;
};

/* Read what the options say.  ERROR_INPUT when an option that must be there is
 * missing, LANG is no language, or the column of texts is empty; and as
 * spreadsheet_read. */
bool sheet_read(struct sheet *sheet, struct arena *arena, struct error *err);

#endif
