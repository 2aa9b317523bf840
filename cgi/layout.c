#include "layout.h"

#include "app.h"
#include "arena.h"
#include "consultation.h"
#include "error.h"
#include "frame.h"
#include "http.h"
#include "link.h"
#include "log.h"
#include "markdown.h"
#include "views.h"

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

void
layout_prose(const struct layout *layout, struct view *view,
	     enum marker section, const struct phrase *phrase, int heading)
{
	enum language used;
	const char *markdown = phrase_in(phrase, layout->language, &used);
	struct view *prose;

	if (phrase_is_empty(phrase)) {
		view_hide(view, section);
		return;
	}
	prose = view_section(view, section);
	view_text(prose, M_LANG, language_code(used));
	view_html(prose, section,
		  markdown_html(layout->arena, markdown, heading,
				address_documents(layout->arena,
						  layout->consultation->slug)));
}

void
layout_field(struct view *view, const char *name, const char *value)
{
	struct view *field = view_section(view, M_FIELD);

	view_text(field, M_NAME, name);
	view_text(field, M_VALUE, value);
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
put_frame(const struct layout *layout)
{
	struct frame frame = {
		.words = layout->app->words,
		.language = layout->language,
		.title = full_title(layout),
		.faulty = layout->faulty,
		.description = layout->description,
		.back = layout->back,
		.form = layout->has_form ? "page-form" : NULL,
	};

	if (layout->consultation)
		frame.privacy = link_place(layout->request, PLACE_PRIVACY);
	for (enum language i = 0; i < LANGUAGE_COUNT; i++)
		if (has_languages(layout))
			frame.languages[i] = link_language(layout->request, i);
	frame_put(layout->arena, layout->frame, &frame);
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
