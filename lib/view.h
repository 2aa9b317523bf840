#ifndef VIEW_H
#define VIEW_H

#include <stdbool.h>

#include "consultation.h"
#include "html.h"
#include "templates_list.h" /* generated: enum marker { M_… }, enum tpl { T_… } */

struct arena;
struct error;
struct str;
struct words;

/*
 * Door to ctemplate: a view is what one template is to be filled with.  Every
 * marker of a template must be set and every section be shown or hidden; what is
 * not is an error when strict (tests, CI) and a log line and nothing on the page
 * otherwise.  Markers, sections and slots share one generated enum.  A view sees
 * what its outer views set (a section sees its page), but an included template
 * sees only its own view.
 */
struct views; /* all templates in all languages, loaded and frozen */
struct view;

/* Load every template of DIR; ERROR_SYSTEM names the file and what is wrong. */
struct views *views_open(const char *dir, const struct words *words,
			 bool strict, struct error *err);
void views_close(struct views *views);

/* A view in the arena.  Texts are copied. */
struct view *view_new(struct arena *arena);

void view_text(struct view *view, enum marker marker, const char *text);
void view_number(struct view *view, enum marker marker, size_t number);
void view_html(struct view *view, enum marker marker, struct html html);

/* Show a section once more; the result is that row's own view. */
struct view *view_section(struct view *view, enum marker section);

/* A section or slot that stays empty (no effect on one that was shown). */
void view_hide(struct view *view, enum marker section);

/* Show or hide a section without rows of its own. */
void view_when(struct view *view, enum marker section, bool shown);

/* Put TPL into the slot {{>SLOT}}; the result is its view.  Several: several
 * times, in order. */
struct view *view_include(struct view *view, enum marker slot, enum tpl tpl);

/* Fill TPL in LANGUAGE and add the result to OUT, which is untouched on
 * failure. */
bool view_render(const struct views *views, enum tpl tpl,
		 enum language language, const struct view *view,
		 struct str *out, struct error *err);

/* What TPL is filled with, in the order of its file; a marker stands in the list
 * as often as in the file.  So a test can fill every marker of every template. */
enum view_marker_kind {
	VIEW_TEXT,
	VIEW_HTML, /* stands with :x-trusted: wants view_html, others view_text */
	VIEW_SECTION,
	VIEW_SLOT,
};
struct view_marker {
	enum marker marker;
	enum view_marker_kind kind;
};
const struct view_marker *views_markers(const struct views *views,
					enum tpl tpl, size_t *count);

#endif
