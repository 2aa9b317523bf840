#include "page_became.h"

#include <string.h>

#include "app.h"
#include "arena.h"
#include "consultation.h"
#include "http.h"
#include "layout.h"
#include "link.h"
#include "store_draft.h"

static void
put_theme(const struct layout *layout, struct view *view,
	  const struct own_theme *theme)
{
	wording_put(view, M_THEME,
		    wording_phrase(&theme->label, layout->language));
}

/* What was decided on themes that follow one another; the first COUNT of THEMES, who
 * are NAMED when others of the question have something else. */
static void
put_decision(const struct layout *layout, struct view *question,
	     const struct own_theme *themes, size_t count, bool named)
{
	struct view *group;

	if (phrase_is_empty(&themes->decision))
		return;
	group = view_section(question, M_GROUP);
	view_hide(group, M_THEME);
	for (size_t i = 0; named && i < count; i++) {
		struct view *theme = view_section(group, M_THEME);

		view_when(theme, M_COLON, i == 0);
		view_when(theme, M_SEMICOLON, i > 0);
		put_theme(layout, theme, &themes[i]);
	}
	layout_prose(layout, group, M_DECISION, &themes->decision, 4);
}

/* How many at the start of COUNT themes are of one question, or have one decision
 * too. */
static size_t
alike(const struct own_theme *themes, size_t count, bool decided)
{
	size_t same = 1;

	while (same < count &&
	       !strcmp(themes[same].question, themes->question) &&
	       (!decided ||
		phrase_equals(&themes[same].decision, &themes->decision)))
		same++;
	return same;
}

/* The themes of the answer to one question. */
static void
put_question(const struct layout *layout, struct view *became,
	     const struct consultation *newest, const struct own_theme *themes,
	     size_t count)
{
	const struct question *question =
		consultation_question(newest, themes->question);
	struct view *view = view_section(became, M_QUESTION);

	wording_put(view, M_TITLE,
		    question
			    ? wording_phrase(&question->title, layout->language)
			    : wording_of(themes->question));
	for (size_t i = 0; i < count; i++)
		put_theme(layout, view_section(view, M_THEME), &themes[i]);
	view_hide(view, M_GROUP);
	for (size_t i = 0, same; i < count; i += same) {
		same = alike(themes + i, count - i, true);
		put_decision(layout, view, themes + i, same, same < count);
	}
}

bool
page_became(const struct layout *layout, const struct consultation *newest,
	    const unsigned char *handle_hash, struct error *err)
{
	const struct own_theme *themes;
	struct view *became;
	struct db *db = app_db(layout->app, err);
	size_t count;

	if (!db || !store_own_themes(db, layout->arena, handle_hash, &themes,
				     &count, err))
		return false;
	became = view_section(layout->page, M_BECAME);
	view_text(became, M_URL,
		  address_outcome(layout->arena, newest, layout->language));
	view_hide(became, M_QUESTION);
	for (size_t i = 0, same; i < count; i += same) {
		same = alike(themes + i, count - i, false);
		put_question(layout, became, newest, themes + i, same);
	}
	return true;
}
