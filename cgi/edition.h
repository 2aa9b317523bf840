#ifndef EDITION_H
#define EDITION_H

#include "arena.h"
#include "consultation.h"

struct app;
struct blank;
struct error;
struct request;
struct stored_version;

/*
 * One version of a consultation as a worker keeps it from request to request: a
 * version never changes, so it is read and parsed once.
 */
struct edition {
	struct arena arena; /* all of it, and what is made of it */
	const char *slug;
	int version;
	const struct consultation *consultation;
	struct blank *blanks; /* see blank.h */
	struct edition *next;
};

/* The edition of a version, from the database when the worker does not have it
 * yet.  ERROR_MISSING when there is none.  Lives as long as the cache. */
struct edition *edition_get(struct app *app, const char *slug, int version,
			    struct error *err);

/* The edition of a version that was just read. */
struct edition *edition_of(struct app *app, const struct stored_version *stored,
			   struct error *err);

/* The newest version of the consultation that REQUEST is for. */
const struct consultation *edition_newest(struct app *app,
					  const struct request *request,
					  struct error *err);

/* Let go of all that APP keeps. */
void edition_forget(struct app *app);

#endif
