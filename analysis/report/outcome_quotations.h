#ifndef OUTCOME_QUOTATIONS_H
#define OUTCOME_QUOTATIONS_H

#include <stddef.h>

struct report;
struct view;

/*
 * Two or three quotations for each theme of the INDEXth question, into the section
 * QUOTATIONS of VIEW; picked afresh, of those who consented and are not
 * confidential, and without any name.
 */
void outcome_quotations(const struct report *report, size_t index,
			struct view *view);

#endif
