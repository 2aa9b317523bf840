#ifndef CSV_WRITE_H
#define CSV_WRITE_H

#include <stdbool.h>

struct str;

/*
 * CSV as RFC 4180 and the government's tabular data standard have it: UTF-8,
 * commas, CRLF, a heading row.  A cell that a spreadsheet would take for a
 * formula (= + - @ TAB CR at its start) gets a ' before it, and so does one that
 * has such marks there already: to take one away gives the text that it was.
 */
struct csv_writer {
	struct str *out;
	bool inside; /* a row has begun */
};

/* Whether a cell is one of those that get the mark. */
bool csv_is_formula(const char *text);

/* NULL is an empty cell. */
void csv_cell(struct csv_writer *writer, const char *text);
void csv_number(struct csv_writer *writer, long long number);
void csv_end(struct csv_writer *writer);

#endif
