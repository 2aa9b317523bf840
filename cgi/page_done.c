#include "pages.h"

#include <string.h>

#include "app.h"
#include "edition.h"
#include "error.h"
#include "http.h"
#include "layout.h"
#include "link.h"
#include "store_response.h"
#include "token.h"

/* The reference of the receipt in the address, and its consultation. */
static const struct consultation *
load(struct app *app, const struct request *request, const char **reference,
     struct error *err)
{
	char uuid[UUID_TEXT + 1];
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

void
page_done(struct app *app, const struct request *request,
	  struct response *response)
{
	struct layout layout = layout_new(app, request, T_DONE);
	const struct consultation *consultation;
	const char *reference;
	struct error err;

	consultation = load(app, request, &reference, &err);
	if (!consultation) {
		page_failure(app, request, &err, response);
		return;
	}
	layout.consultation = consultation;
	layout.title = wording_of(layout_word(&layout, W_RESPONSE_SENT));
	view_text(layout.page, M_REFERENCE, reference);
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
