#ifndef OUTCOME_H
#define OUTCOME_H

#include <stdbool.h>
#include <stddef.h>

#include "consultation.h"

struct codeframe;
struct problems;

/*
 * outcome.yaml: the officer's own words on an outcome page
 * (greenpaper-outcome(5)).  Everything lives in the arena it was read into.
 */
enum { OUTCOME_ATTENDEES_MAX = 1000000 };

struct outcome_event {
	moment date; /* midnight at its start, London */
	struct phrase place;
	size_t attendees;
	bool over; /* more than ATTENDEES came */
	const struct phrase *organisations;
	size_t organisation_count;
};

/* The government's response to what one theme says. */
struct outcome_decision {
	const char *theme;  /* id of the codeframe, or CODEFRAME_OTHER */
	struct phrase text; /* Markdown */
};

struct outcome_response {
	const struct question *question;
	struct phrase text;			  /* Markdown */
	const struct outcome_decision *decisions; /* at most one a theme */
	size_t decision_count;
};

struct outcome {
	moment published_on;		    /* MOMENT_NONE: not stated */
	struct phrase detail;		    /* Markdown; may be empty */
	const struct outcome_event *events; /* by date, then as written */
	size_t event_count;
	const struct outcome_response *responses; /* at most one a question */
	size_t response_count;
};

/* Read LEN bytes of the outcome of CONSULTATION, whose answers have the themes of
 * CODEFRAME (NULL: none).  NULL when there is any problem, and every one has been
 * added. */
const struct outcome *outcome_parse(const char *bytes, size_t len,
				    const struct consultation *consultation,
				    const struct codeframe *codeframe,
				    struct problems *problems);

/* How many came to all events together, at least; *OVER: more than that. */
size_t outcome_attendees(const struct outcome *outcome, bool *over);

/* The government's response to a question, or NULL. */
const struct outcome_response *outcome_response_to(
	const struct outcome *outcome, const char *question);

/* What it says of a theme of that question: of the theme alone, if anything, or of
 * the question; NULL: nothing. */
const struct phrase *outcome_decision_on(const struct outcome *outcome,
					 const char *question,
					 const char *theme);

#endif
