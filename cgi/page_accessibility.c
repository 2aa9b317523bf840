#include "pages.h"

#include "app.h"
#include "arena.h"
#include "http.h"
#include "layout.h"

/* 25 November 2026: when the words were last compared with the pages. */
static const moment prepared = 1795608000;

static void
put_contact(const struct layout *layout)
{
	const char *email = layout->app->contact;
	struct view *contact;

	view_when(layout->page, M_ELSEWHERE, !email);
	if (!email) {
		view_hide(layout->page, M_CONTACT);
		return;
	}
	contact = view_section(layout->page, M_CONTACT);
	view_text(contact, M_EMAIL, email);
	view_text(contact, M_URL,
		  arena_format(layout->arena, "mailto:%s", email));
}

void
page_accessibility(struct app *app, const struct request *request,
		   struct response *response)
{
	struct layout layout = layout_new(app, request, T_ACCESSIBILITY);

	layout.title =
		wording_of(layout_word(&layout, W_ACCESSIBILITY_STATEMENT));
	put_contact(&layout);
	view_text(layout.page, M_PREPARED,
		  word_text(layout.arena, app->words, layout.language,
			    W_ACCESS_PREPARED,
			    word_date(layout.arena, app->words, layout.language,
				      prepared)));
	layout_render(&layout, 200, response);
	response->cacheable = true;
}
