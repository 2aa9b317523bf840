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

/* How many of COUNT themes have the decision of THEME. */
static size_t
count_alike(const struct own_theme *themes, size_t count,
	    const struct own_theme *theme)
{
	size_t alike = 0;

	for (size_t i = 0; i < count; i++)
		alike += phrase_equals(&themes[i].decision, &theme->decision);
	return alike;
}

/* The COUNT themes that have the decision of THEME. */
static void
put_names(const struct layout *layout, struct view *group,
	  const struct own_theme *themes, size_t count,
	  const struct own_theme *theme)
{
	bool first = true;

	for (size_t i = 0; i < count; i++) {
		struct view *view;

		if (!phrase_equals(&themes[i].decision, &theme->decision))
			continue;
		view = view_section(group, M_THEME);
		view_when(view, M_COLON, first);
		view_when(view, M_SEMICOLON, !first);
		put_theme(layout, view, &themes[i]);
		first = false;
	}
}

/* What was decided on the theme at INDEX, and on those of the COUNT that have the
 * same decision, which are named where others have another. */
static void
put_decision(const struct layout *layout, struct view *question,
	     const struct own_theme *themes, size_t count, size_t index)
{
	const struct own_theme *theme = &themes[index];
	struct view *group;

	if (phrase_is_empty(&theme->decision) ||
	    count_alike(themes, index, theme))
		return;
	group = view_section(question, M_GROUP);
	view_hide(group, M_THEME);
	if (count_alike(themes, count, theme) < count)
		put_names(layout, group, themes, count, theme);
	layout_prose(layout, group, M_DECISION, &theme->decision, 5);
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
	view_hide(view, M_GROUP);
	for (size_t i = 0; i < count; i++) {
		put_theme(layout, view_section(view, M_THEME), &themes[i]);
		put_decision(layout, view, themes, count, i);
	}
}

/* How many at the start of COUNT themes are of one question. */
static size_t
of_question(const struct own_theme *themes, size_t count)
{
	size_t same = 1;

	while (same < count &&
	       strcmp(themes[same].question, themes->question) == 0)
		same++;
	return same;
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
		same = of_question(themes + i, count - i);
		put_question(layout, became, newest, themes + i, same);
	}
	return true;
}
