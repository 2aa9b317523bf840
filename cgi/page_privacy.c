#include "pages.h"

#include "address.h"
#include "app.h"
#include "edition.h"
#include "error.h"
#include "http.h"
#include "layout.h"
#include "link.h"
#include "session.h"

void
page_privacy(struct app *app, const struct request *request,
	     struct response *response)
{
	struct layout layout = layout_new(app, request, T_PRIVACY);
	const struct consultation *consultation;
	struct error err;

	consultation = edition_newest(app, request, &err);
	if (!consultation) {
		page_failure(app, request, &err, response);
		return;
	}
	layout.consultation = consultation;
	layout.title = wording_of(layout_word(&layout, W_PRIVACY_NOTICE));
	wording_put(layout.page, M_TITLE,
		    wording_phrase(&consultation->title, layout.language));
	layout_prose(&layout, layout.page, M_PRIVACY, &consultation->privacy,
		     2);
	view_text(layout.page, M_COOKIE,
		  session_cookie_name(request->arena, consultation->slug));
	view_text(layout.page, M_URL, link_place(request, PLACE_CONSULTATION));
	layout_render(&layout, 200, response);
	response->cacheable = true;
}
