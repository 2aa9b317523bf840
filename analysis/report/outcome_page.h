#ifndef OUTCOME_PAGE_H
#define OUTCOME_PAGE_H

#include <stdbool.h>

struct error;
struct report;

/*
 * The outcome page in the report's language: index.html (index.cy.html) and a CSV
 * for each of its tables, added to the publication.  The same figures and files
 * give the same bytes.
 */
bool outcome_page(const struct report *report, struct error *err);

#endif
