#include "pages.h"

#include "app.h"
#include "arena.h"
#include "catalogue.h"
#include "error.h"
#include "http.h"
#include "layout.h"
#include "link.h"
#include "notice.h"

/* The groups of the list in their order; WHEN says what their date is. */
static const struct {
	enum consultation_state state;
	enum word heading, when;
} groups[] = {
	{ CONSULTATION_OPEN, W_GROUP_OPEN, W_LIST_CLOSES },
	{ CONSULTATION_CLOSED, W_GROUP_CLOSED, W_LIST_CLOSED },
	{ CONSULTATION_OUTCOME, W_GROUP_OUTCOME, W_LIST_CLOSED },
	{ CONSULTATION_UNOPENED, W_GROUP_UNOPENED, W_LIST_OPENS },
};

static const char *
date_of(const struct layout *layout, const struct consultation *consultation,
	enum word when)
{
	const struct words *words = layout->app->words;
	const char *date =
		when == W_LIST_OPENS
			? word_opening(layout->arena, words, layout->language,
				       consultation->opens)
			: word_closing(layout->arena, words, layout->language,
				       consultation->closes);

	return word_text(layout->arena, words, layout->language, when, date);
}

static void
put_consultation(const struct layout *layout, struct view *group,
		 const struct consultation *consultation, enum word when)
{
	struct view *item = view_section(group, M_CONSULTATION);

	view_text(item, M_URL,
		  link_consultation(layout->request, consultation->slug));
	wording_put(item, M_TITLE,
		    wording_phrase(&consultation->title, layout->language));
	wording_put_organisations(item, M_ORGANISATIONS, consultation,
				  layout->language);
	view_text(item, M_DATES, date_of(layout, consultation, when));
}

static void
put_groups(const struct layout *layout, const struct catalogue *catalogue)
{
	view_hide(layout->page, M_GROUP);
	for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++) {
		struct view *group = NULL;

		for (size_t j = 0; j < catalogue->count; j++) {
			const struct catalogue_item *item =
				&catalogue->items[j];

			if (item->state != groups[i].state)
				continue;
			if (!group) {
				group = view_section(layout->page, M_GROUP);
				view_text(group, M_HEADING,
					  layout_word(layout,
						      groups[i].heading));
			}
			put_consultation(layout, group, item->consultation,
					 groups[i].when);
		}
	}
}

void
page_list(struct app *app, const struct request *request,
	  struct response *response)
{
	struct layout layout = layout_new(app, request, T_LIST);
	struct catalogue catalogue;
	struct error err;

	if (!catalogue_load(app, request, &catalogue, &err)) {
		page_failure(app, request, &err, response);
		return;
	}
	view_when(layout.page, M_NONE, catalogue.count == 0);
	put_groups(&layout, &catalogue);
	layout_render(&layout, 200, response);
	response->cacheable = true;
}
