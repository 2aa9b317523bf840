#include "visit.h"

#include "app.h"
#include "arena.h"
#include "edition.h"
#include "error.h"
#include "http.h"
#include "link.h"
#include "log.h"
#include "pages.h"

void
visit_next(const char *location, struct response *response)
{
	response->status = 303;
	response->location = location;
}

void
visit_closed(const struct session *session, const struct fields *fields,
	     struct response *response)
{
	const struct refused refused = { session->app, session->request,
					 fields };
	const struct consultation *newest;
	struct error err;

	newest = edition_newest(session->app, session->request, &err);
	refusal_closed(&refused, session->answers,
		       newest ? newest : session->consultation, response);
}

bool
visit_get(struct app *app, const struct request *request,
	  struct session *session, struct response *response)
{
	struct error err;

	if (!session_open(app, request, session, &err)) {
		if (err.kind == ERROR_MISSING)
			visit_next(link_place(request, PLACE_CONSULTATION),
				   response);
		else
			page_failure(app, request, &err, response);
		return false;
	}
	if (session_keeps_cookies(request)) {
		struct address address = request->address;

		address.handle = NULL;
		visit_next(address_path(request->arena, &address), response);
		return false;
	}
	if (session->draft.reference) {
		visit_next(session_receipt(session), response);
		return false;
	}
	if (!session_is_open(session)) {
		visit_closed(session, NULL, response);
		return false;
	}
	return true;
}

static bool
read_fields(struct app *app, const struct request *request,
	    struct fields *fields, struct response *response)
{
	static const int statuses[] = {
		[FIELDS_TYPE] = 415,
		[FIELDS_TOO_LONG] = 413,
		[FIELDS_MALFORMED] = 400,
		[FIELDS_ENCODING] = 422,
	};
	enum fields_fault fault = http_fields(request, fields);

	if (fault == FIELDS_FINE)
		return true;
	page_error(app, request, statuses[fault], response);
	return false;
}

bool
visit_post(struct app *app, const struct request *request,
	   struct fields *fields, struct session *session,
	   struct response *response)
{
	const struct refused refused = { app, request, fields };
	struct error err;

	if (!read_fields(app, request, fields, response))
		return false;
	if (!session_open(app, request, session, &err)) {
		if (err.kind == ERROR_MISSING) {
			refusal_lost(&refused, response);
			return false;
		}
		log_line(LOG_LEVEL_ERROR, "%s", err.text);
		refusal_down(&refused, response);
		return false;
	}
	if (!session->draft.reference && !session_is_open(session)) {
		visit_closed(session, fields, response);
		return false;
	}
	return true;
}
