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

/* How a command was asked that takes a table or, with SLUG, a consultation. */
struct sheet_use {
	const char *command, *slug, *question;
	const char *needs;   /* the options that a table needs, in words */
	bool labels;	     /* --labels is one of them */
	const char *options; /* that only a table may have, in words */
	const char *also; /* one of those that is not in the sheet, or NULL */
};

/* Whether it was asked for one of the two, with what goes with it: 0, or what
 * command_misused gives. */
int sheet_misused(const struct sheet *sheet, const struct sheet_use *use);

/* Read what the options say.  ERROR_INPUT when an option that must be there is
 * missing, LANG is no language, or the column of texts is empty; and as
 * spreadsheet_read. */
bool sheet_read(struct sheet *sheet, struct arena *arena, struct error *err);

#endif
