#include "pages.h"

#include <string.h>

#include "app.h"
#include "edition.h"
#include "error.h"
#include "http.h"
#include "layout.h"
#include "link.h"
#include "session.h"
#include "store_response.h"
#include "token.h"
#include "visit.h"

/* The reference of the receipt in the address, and its consultation. */
static const struct consultation *
load(struct app *app, const struct request *request, char uuid[UUID_TEXT + 1],
     const char **reference, struct error *err)
{
	const char *slug;
	struct db *db;

	if (!receipt_read(app->key, request->address.token, uuid)) {
		error_set(err, ERROR_MISSING, "the address is no receipt");
		return NULL;
	}
	db = app_db(app, err);
	if (!db ||
	    !store_receipt_get(db, request->arena, uuid, reference, &slug, err))
		return NULL;
	if (strcmp(slug, request->address.slug) != 0) {
		error_set(err, ERROR_MISSING,
			  "the receipt is of another consultation");
		return NULL;
	}
	return edition_newest(app, request, err);
}

/* The receipt alone tells no more than the reference.  The browser that sent the
 * response gets its code and the way to it. */
static void
put_code(const struct layout *layout, struct app *app,
	 const struct request *request, const char *uuid)
{
	struct session session;
	char code[CODE_TEXT + 1];
	struct error err;
	struct view *view;

	view_hide(layout->page, M_CODE);
	view_hide(layout->page, M_RETURN);
	if (!session_open(app, request, &session, &err) ||
	    strcmp(session.draft.submission_id, uuid) != 0 ||
	    !session_code(&session, uuid, code, &err)) {
		view_text(view_section(layout->page, M_RETURN), M_RETURN,
			  link_place(request, PLACE_RETURN));
		return;
	}
	view = view_section(layout->page, M_CODE);
	view_text(view, M_CODE, code);
	view_text(view, M_RESPONSE, link_place(request, PLACE_RESPONSE));
}

void
page_done(struct app *app, const struct request *request,
	  struct response *response)
{
	struct layout layout = layout_new(app, request, T_DONE);
	const struct consultation *consultation;
	char uuid[UUID_TEXT + 1];
	const char *reference;
	struct error err;

	if (session_keeps_cookies(request)) {
		struct address address = request->address;

		address.handle = NULL;
		visit_next(address_path(request->arena, &address), response);
		return;
	}
	consultation = load(app, request, uuid, &reference, &err);
	if (!consultation) {
		page_failure(app, request, &err, response);
		return;
	}
	layout.consultation = consultation;
	layout.title = wording_of(layout_word(&layout, W_RESPONSE_SENT));
	view_text(layout.page, M_REFERENCE, reference);
	put_code(&layout, app, request, uuid);
	if (phrase_is_empty(&consultation->results_due))
		view_hide(layout.page, M_RESULTS_DUE);
	else
		wording_put(view_section(layout.page, M_RESULTS_DUE),
			    M_RESULTS_DUE,
			    wording_phrase(&consultation->results_due,
					   layout.language));
	view_text(layout.page, M_URL, link_place(request, PLACE_CONSULTATION));
	layout_render(&layout, 200, response);
}
