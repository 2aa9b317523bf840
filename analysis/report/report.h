#ifndef REPORT_H
#define REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "consultation.h"
#include "html.h"
#include "report/table.h"
#include "words.h"

struct arena;
struct figures;
struct outcome;
struct publication;
struct view;
struct views;

/*
 * What an outcome page in one language is made of, for the rooms that make its
 * parts.
 */
struct report {
	struct arena *arena;
	const struct views *views;
	const struct words *words;
	enum language language;
	const struct consultation *consultation;
	const struct outcome *outcome;
	const struct figures *figures;
	const char *government; /* of another time; NULL: nothing to say */
	bool interim;		/* the consultation is still open */
	struct publication *publication;
};

/* Words in the language of the page. */
const char *report_word(const struct report *report, enum word word);
const char *report_number(const struct report *report, enum word word,
			  size_t number);
struct wording report_heading(const struct report *report, enum word word);

/* The officer's Markdown, HEADING as in markdown.h. */
struct html report_markdown(const struct report *report, const char *markdown,
			    int heading);

/* ONE for 1, MANY with the number for all others. */
const char *report_count(const struct report *report, enum word one,
			 enum word many, size_t number);

/* A table with that caption whose CSV is called STEM.csv (STEM.cy.csv). */
struct table report_table(const struct report *report, const char *caption,
			  const char *stem);

/* Put it into {{>SLOT}}, and its CSV into the publication. */
void report_put(const struct report *report, const struct table *table,
		struct view *view, enum marker slot);

#endif
