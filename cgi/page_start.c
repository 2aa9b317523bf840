#include "pages.h"

#include <string.h>

#include "app.h"
#include "arena.h"
#include "edition.h"
#include "error.h"
#include "http.h"
#include "link.h"
#include "refusal.h"
#include "session.h"
#include "store_consultation.h"
#include "visit.h"
#include "way.h"

/* A draft of this browser that was not sent yet goes on. */
static bool
go_on(struct app *app, const struct request *request, struct response *response)
{
	struct session session;
	struct error err;

	if (!session_open(app, request, &session, &err) ||
	    session.draft.reference)
		return false;
	visit_next(way_start(request, session.consultation), response);
	return true;
}

/* The first address names the handle, so that a browser that keeps no cookie can
 * go on with it; one that does is sent on to the address without. */
static void
begin(struct app *app, const struct request *request, int version,
      const struct consultation *consultation, struct response *response)
{
	const struct refused refused = { app, request, NULL };
	struct request with = *request;
	char handle[HANDLE_TEXT + 1];
	struct error err;

	if (!session_begin(app, request, version, handle, &err)) {
		if (err.kind == ERROR_INPUT)
			refusal_closed(&refused, NULL, consultation, response);
		else
			page_failure(app, request, &err, response);
		return;
	}
	with.address.handle = handle;
	response->set_cookie =
		session_cookie(request->arena, consultation->slug, handle);
	visit_next(way_start(&with, consultation), response);
}

/* The button on the page of a consultation carries no token, for that page is
 * cached: an empty draft does no harm to the one whose browser made it. */
void
page_start(struct app *app, const struct request *request,
	   struct response *response)
{
	const struct refused refused = { app, request, NULL };
	struct stored_version stored;
	const struct edition *edition = NULL;
	struct error err;
	struct db *db = app_db(app, &err);

	if (!http_same_site(request)) {
		page_error(app, request, 403, response);
		return;
	}
	if (db &&
	    store_consultation_get(db, request->arena, request->address.slug, 0,
				   &stored, &err))
		edition = edition_of(app, &stored, &err);
	if (!edition)
		page_failure(app, request, &err, response);
	else if (consultation_state_at(edition->consultation, request->now,
				       false) != CONSULTATION_OPEN)
		refusal_closed(&refused, NULL, edition->consultation, response);
	else if (!edition->consultation->respond_online)
		page_error(app, request, 404, response);
	else if (!go_on(app, request, response))
		begin(app, request, stored.version, edition->consultation,
		      response);
}
