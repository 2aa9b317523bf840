#include "pages.h"

#include <string.h>

#include "app.h"
#include "error.h"
#include "form.h"
#include "http.h"
#include "link.h"
#include "log.h"
#include "page_notice.h"
#include "visit.h"

static const char purpose[] = "delete";

static void
ask(const struct session *session, int status, struct response *response)
{
	const char *stamp =
		session_stamp(session, purpose, session->draft.revision);
	const struct field field = { FORM_STAMP, stamp, strlen(stamp) };
	const struct notice notice = {
		.consultation = session->consultation,
		.heading = W_DELETE_SURE,
		.text = session->draft.amends ? W_DELETE_CHANGES_TEXT
					      : W_DELETE_TEXT,
		.button = W_DELETE_ANSWERS,
		.warning = true,
		.fields = { &field, 1 },
		.unstamped = status == 403,
		.link = W_KEEP_ANSWERS,
		.url = session->draft.amends
			       ? link_place(session->request, PLACE_RESPONSE)
			       : link_place(session->request, PLACE_SAVED),
	};

	page_notice(session->app, session->request, &notice, status, response);
}

void
page_delete(struct app *app, const struct request *request,
	    struct response *response)
{
	struct session session;

	if (!visit_own(app, request, &session, response))
		return;
	if (session.draft.reference)
		visit_next(visit_resume(&session), response);
	else
		ask(&session, 200, response);
}

static void
tell(const struct session *session, struct response *response)
{
	const struct request *request = session->request;
	bool amends = session->draft.amends;
	const struct notice notice = {
		.consultation = session->consultation,
		.heading = amends ? W_DELETED_CHANGES : W_DELETED,
		.text = amends ? W_DELETED_CHANGES_TEXT : WORD_COUNT,
		.button = WORD_COUNT,
		.link = amends ? W_SEE_YOUR_RESPONSE : W_TO_THE_CONSULTATION,
		.url = link_place(request,
				  amends ? PLACE_RESPONSE : PLACE_CONSULTATION),
		.last = true,
	};

	page_notice(session->app, request, &notice, 200, response);
	if (!amends)
		response->set_cookie =
			session_cookie_end(request->arena,
					   session->consultation->slug);
}

void
page_delete_send(struct app *app, const struct request *request,
		 struct response *response)
{
	struct session session;
	struct fields fields;
	const struct refused refused = { app, request, &fields };
	enum own_result result;
	struct error err;
	struct db *db;

	if (!visit_own_post(app, request, &fields, &session, response))
		return;
	if (!session.draft.reference &&
	    !visit_is_stamped(&session, &fields, purpose)) {
		ask(&session, 403, response);
		return;
	}
	db = app_db(app, &err);
	if (!db || !store_draft_delete(db, session.hash, &result, &err)) {
		log_line(LOG_LEVEL_ERROR, "%s", err.text);
		refusal_down(&refused, response);
	} else if (result == OWN_SENT) {
		visit_next(link_place(request, PLACE_RESPONSE), response);
	} else {
		tell(&session, response);
	}
}
