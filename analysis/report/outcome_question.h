#ifndef OUTCOME_QUESTION_H
#define OUTCOME_QUESTION_H

#include <stdbool.h>
#include <stddef.h>

struct error;
struct report;
struct view;

/*
 * The part of an outcome page about one question, the INDEXth of the consultation,
 * put into {{>QUESTION}}: its wording, how many answered, their choices or themes
 * with both percentages, a chart, quotations and the government's response.
 */
bool outcome_question(const struct report *report, size_t index,
		      struct view *page, struct error *err);

#endif
