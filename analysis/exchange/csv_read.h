#ifndef CSV_READ_H
#define CSV_READ_H

#include "exchange/incoming.h"

struct mapping;

/*
 * A table (RFC 4180, first row headings, a BOM is cut) as responses.  It
 * streams, as csv_rows does.
 */

/* MAPPING NULL: the table is one that `export` wrote.  Each row goes to ROW; what
 * is wrong with the headings or a row is complained of.  ERROR_INPUT when the
 * file cannot be read. */
bool csv_read(const char *path, const struct mapping *mapping,
	      const struct consultation *consultation, incoming_row *row,
	      void *context, struct complaints *complaints, struct error *err);

#endif
