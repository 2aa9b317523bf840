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

static const char purpose[] = "withdraw";

static void
ask(const struct session *session, int status, struct response *response)
{
	const char *stamp =
		session_stamp(session, purpose, session->draft.revision);
	const struct field field = { FORM_STAMP, stamp, strlen(stamp) };
	const struct notice notice = {
		.consultation = session->consultation,
		.heading = W_WITHDRAW_SURE,
		.text = W_WITHDRAW_TEXT,
		.button = W_WITHDRAW,
		.warning = true,
		.fields = { &field, 1 },
		.unstamped = status == 403,
		.link = W_WITHDRAW_KEEP,
		.url = link_place(session->request, PLACE_RESPONSE),
	};

	page_notice(session->app, session->request, &notice, status, response);
}

/* Whether there is a response; what happens without one is given. */
static bool
is_sent(const struct session *session, struct response *response)
{
	if (session->draft.reference || session->draft.amends)
		return true;
	visit_next(visit_resume(session), response);
	return false;
}

void
page_withdraw(struct app *app, const struct request *request,
	      struct response *response)
{
	struct session session;

	if (visit_own(app, request, &session, response) &&
	    is_sent(&session, response))
		ask(&session, 200, response);
}

static void
tell(const struct session *session, struct response *response)
{
	const struct notice notice = {
		.consultation = session->consultation,
		.heading = W_WITHDRAWN,
		.text = W_WITHDRAWN_TEXT,
		.button = WORD_COUNT,
		.link = W_TO_THE_CONSULTATION,
		.url = link_place(session->request, PLACE_CONSULTATION),
		.last = true,
	};

	page_notice(session->app, session->request, &notice, 200, response);
}

void
page_withdraw_send(struct app *app, const struct request *request,
		   struct response *response)
{
	struct session session;
	struct fields fields;
	const struct refused refused = { app, request, &fields };
	enum own_result result;
	struct error err;
	struct db *db;

	if (!visit_own_post(app, request, &fields, &session, response) ||
	    !is_sent(&session, response))
		return;
	if (!visit_is_stamped(&session, &fields, purpose)) {
		ask(&session, 403, response);
		return;
	}
	db = app_db(app, &err);
	if (!db || !store_response_withdraw(db, session.hash, &result, &err)) {
		log_line(LOG_LEVEL_ERROR, "%s", err.text);
		refusal_down(&refused, response);
	} else if (result == OWN_DONE) {
		tell(&session, response);
	} else {
		visit_next(link_place(request, PLACE_RESPONSE), response);
	}
}
