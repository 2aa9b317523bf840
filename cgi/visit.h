#ifndef VISIT_H
#define VISIT_H

#include <stdbool.h>

#include "refusal.h"
#include "session.h"

/*
 * What every page of the form does first: find the draft, and see whether
 * anything can still be done with it.  Each is false when RESPONSE has been
 * given already.
 */

/* For a GET: without a draft on to the consultation, with a cookie on to the
 * address without the handle, after sending on to the confirmation; 410 after the
 * closing. */
bool visit_get(struct app *app, const struct request *request,
	       struct session *session, struct response *response);

/* For a POST: its fields, which must be readable, and its draft.  A draft that
 * was sent already is let through. */
bool visit_post(struct app *app, const struct request *request,
		struct fields *fields, struct session *session,
		struct response *response);

/* The same for what may be done at any time, sent or not, open or closed: a GET
 * (which may lead to the address without the handle), and a POST. */
bool visit_own(struct app *app, const struct request *request,
	       struct session *session, struct response *response);
bool visit_own_post(struct app *app, const struct request *request,
		    struct fields *fields, struct session *session,
		    struct response *response);

/* The fields of a POST; false when they cannot be read. */
bool visit_fields(struct app *app, const struct request *request,
		  struct fields *fields, struct response *response);

/* Whether a form came from our own page with a stamp for PURPOSE. */
bool visit_is_stamped(const struct session *session,
		      const struct fields *fields, const char *purpose);

/* The page of the form where somebody stopped: the first without an answer, or the
 * one to check.  When nothing is to be sent, their response. */
const char *visit_resume(const struct session *session);

/* Go on to another page: 303. */
void visit_next(const char *location, struct response *response);

/* The page for a draft of a consultation that is not open; FIELDS may be
 * NULL. */
void visit_closed(const struct session *session, const struct fields *fields,
		  struct response *response);

#endif
