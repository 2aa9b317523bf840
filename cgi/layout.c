#include "layout.h"

#include "app.h"
#include "arena.h"
#include "consultation.h"
#include "error.h"
#include "http.h"
#include "link.h"
#include "log.h"
#include "views.h"

static const enum word language_names[LANGUAGE_COUNT] = {
	[LANGUAGE_EN] = W_ENGLISH,
	[LANGUAGE_CY] = W_CYMRAEG,
};

struct layout
layout_new(struct app *app, const struct request *request, enum tpl tpl)
{
	struct layout layout = {
		.app = app,
		.request = request,
		.arena = request->arena,
		.language = request->address.language,
		.frame = view_new(request->arena),
	};

	layout.page = view_include(layout.frame, M_MAIN, tpl);
	return layout;
}

const char *
layout_word(const struct layout *layout, enum word word)
{
	return word_in(layout->app->words, layout->language, word);
}

void
layout_heading(struct layout *layout, enum marker marker, enum word word)
{
	layout->title = wording_of(layout_word(layout, word));
	view_text(layout->page, marker, layout->title.text);
}

static struct wording
full_title(const struct layout *layout)
{
	const struct consultation *consultation = layout->consultation;
	struct wording own = { 0 }, title = layout->title;

	if (consultation)
		own = wording_phrase(&consultation->title, layout->language);
	if (!title.text)
		return own;
	if (own.text)
		title.text = arena_format(layout->arena, "%s - %s", title.text,
					  own.text);
	return title;
}

static void
put_title(const struct layout *layout)
{
	struct wording title = full_title(layout);

	view_text(layout->frame, M_TITLE, title.text);
	view_text(layout->frame, M_TITLE_LANGUAGE,
		  title.lang ? title.lang : language_code(layout->language));
	view_when(layout->frame, M_ERROR, layout->faulty);
}

/* A consultation in one language is not offered in the other, but whoever came
 * there finds the way back. */
static bool
has_languages(const struct layout *layout)
{
	if (layout->one_language)
		return false;
	return !layout->consultation || layout->consultation->bilingual ||
	       layout->language != LANGUAGE_EN;
}

static void
put_languages(const struct layout *layout)
{
	struct view *languages;

	if (!has_languages(layout)) {
		view_hide(layout->frame, M_LANGUAGES);
		return;
	}
	languages = view_section(layout->frame, M_LANGUAGES);
	for (enum language i = 0; i < LANGUAGE_COUNT; i++) {
		struct view *item = view_section(languages, M_ITEM);
		struct view *part =
			view_section(item, i == layout->language ? M_CURRENT
								 : M_OTHER);

		view_hide(item, i == layout->language ? M_OTHER : M_CURRENT);
		view_text(part, M_CODE, language_code(i));
		view_text(part, M_NAME, layout_word(layout, language_names[i]));
		view_text(part, M_URL, link_language(layout->request, i));
	}
}

/* A section that holds one text, named like it. */
static void
put_optional(struct view *view, enum marker section, enum marker marker,
	     const char *text)
{
	if (text)
		view_text(view_section(view, section), marker, text);
	else
		view_hide(view, section);
}

static void
put_frame(const struct layout *layout)
{
	struct view *frame = layout->frame;

	put_title(layout);
	put_languages(layout);
	put_optional(frame, M_DESCRIPTION, M_DESCRIPTION, layout->description);
	put_optional(frame, M_BACK, M_URL, layout->back);
	put_optional(frame, M_FOOTER_LINKS, M_PRIVACY,
		     layout->consultation
			     ? link_place(layout->request, PLACE_PRIVACY)
			     : NULL);
	view_text(frame, M_LANGUAGE, language_code(layout->language));
	view_text(frame, M_HOME, link_place(layout->request, PLACE_LIST));
}

void
layout_render(struct layout *layout, int status, struct response *response)
{
	struct error err;

	put_frame(layout);
	response->status = status;
	response->body = (struct str){ .arena = layout->arena };
	if (view_render(layout->app->views, T_LAYOUT, layout->language,
			layout->frame, &response->body, &err))
		return;
	log_line(LOG_LEVEL_ERROR, "%s", err.text);
	response->status = 500;
}
