#include "visit.h"

#include "app.h"
#include "arena.h"
#include "edition.h"
#include "error.h"
#include "form.h"
#include "http.h"
#include "link.h"
#include "log.h"
#include "pages.h"
#include "path.h"
#include "way.h"

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
visit_own(struct app *app, const struct request *request,
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
	return true;
}

bool
visit_get(struct app *app, const struct request *request,
	  struct session *session, struct response *response)
{
	if (!visit_own(app, request, session, response))
		return false;
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

bool
visit_fields(struct app *app, const struct request *request,
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
visit_own_post(struct app *app, const struct request *request,
	       struct fields *fields, struct session *session,
	       struct response *response)
{
	struct error err;

	if (!visit_fields(app, request, fields, response))
		return false;
	if (!session_open(app, request, session, &err)) {
		const struct refused refused = { app, request, fields };

		if (err.kind == ERROR_MISSING) {
			refusal_lost(&refused, response);
			return false;
		}
		log_line(LOG_LEVEL_ERROR, "%s", err.text);
		refusal_down(&refused, response);
		return false;
	}
	return true;
}

bool
visit_post(struct app *app, const struct request *request,
	   struct fields *fields, struct session *session,
	   struct response *response)
{
	if (!visit_own_post(app, request, fields, session, response))
		return false;
	if (!session->draft.reference && !session_is_open(session)) {
		visit_closed(session, fields, response);
		return false;
	}
	return true;
}

bool
visit_is_stamped(const struct session *session, const struct fields *fields,
		 const char *purpose)
{
	const struct field *stamp = fields_get(fields, FORM_STAMP);
	int revision;

	return http_same_site(session->request) &&
	       session_stamp_read(session, purpose, stamp ? stamp->value : NULL,
				  &revision);
}

const char *
visit_resume(const struct session *session)
{
	const struct request *request = session->request;
	const struct consultation *consultation = session->consultation;
	struct path path = path_of(request->arena, session->answers);

	if (session->draft.reference)
		return link_place(request, PLACE_RESPONSE);
	if (way_has_tasks(consultation))
		return way_start(request, consultation);
	if (respondent_is_blank(&session->answers->respondent))
		return link_step(request, form_about, false);
	for (size_t i = 0; i < consultation->question_count; i++) {
		const struct question *question = &consultation->questions[i];

		if (path_asks(&path, question) &&
		    session->answers->items[i].value_count == 0)
			return link_step(request,
					 path_page(consultation, question)->id,
					 false);
	}
	return link_place(request, PLACE_CHECK);
}
