#include "pages.h"

#include "address.h"
#include "app.h"
#include "arena.h"
#include "edition.h"
#include "error.h"
#include "http.h"
#include "layout.h"
#include "link.h"
#include "markdown.h"
#include "session.h"

static void
put_privacy(const struct layout *layout, const struct phrase *privacy)
{
	enum language used;
	const char *markdown = phrase_in(privacy, layout->language, &used);
	struct view *view;

	if (phrase_is_empty(privacy)) {
		view_hide(layout->page, M_PRIVACY);
		return;
	}
	view = view_section(layout->page, M_PRIVACY);
	view_text(view, M_LANG, language_code(used));
	view_html(view, M_PRIVACY,
		  markdown_html(layout->arena, markdown, 2,
				address_documents(layout->arena,
						  layout->consultation->slug)));
}

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
	put_privacy(&layout, &consultation->privacy);
	view_text(layout.page, M_COOKIE,
		  session_cookie_name(request->arena, consultation->slug));
	view_text(layout.page, M_URL, link_place(request, PLACE_CONSULTATION));
	layout_render(&layout, 200, response);
	response->cacheable = true;
}
