#ifndef JSONL_READ_H
#define JSONL_READ_H

#include "exchange/incoming.h"

/*
 * JSON Lines: one response a line, {"received":…, "channel":…, "language":…,
 * "respondent":{…}, "answers":{ID: "text" | ["value", …]}}, and "reference" as
 * `export` writes it.  Streams: memory holds one line, at most LINE_BYTES_MAX.
 */
enum { LINE_BYTES_MAX = 2 * 1024 * 1024 };

/* Hand each row to ROW.  A line that does not read is complained of and passed
 * over.  ERROR_INPUT when the file cannot be read. */
bool jsonl_read(const char *path, incoming_row *row, void *context,
		struct complaints *complaints, struct error *err);

/* Open a file and call LINE for each of its lines (without its end) with the
 * number of the line, from 1; blank ones are left out, a BOM is cut.  A line
 * that is too long is complained of. */
bool lines_read(const char *path,
		bool (*line)(void *context, const char *text, size_t len,
			     size_t number, struct error *err),
		void *context, struct complaints *complaints,
		struct error *err);

#endif
