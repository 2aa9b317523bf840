#ifndef VIEW_H
#define VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "html.h"
#include "templates_list.h" /* generated: enum marker { M_… }, enum tpl { T_… } */

struct arena;

/*
 * What one template is to be filled with, for views.h to render.  Every
 * marker of a template must be set and every section be shown or hidden; what is
 * not is an error when strict (tests, CI) and a log line and nothing on the page
 * otherwise.  Markers, sections and slots share one generated enum.  A view sees
 * what its outer views set (a section sees its page), but an included template
 * sees only its own view.
 */
struct view;

/* A view in the arena.  Texts are copied. */
struct view *view_new(struct arena *arena);

void view_text(struct view *view, enum marker marker, const char *text);
void view_number(struct view *view, enum marker marker, size_t number);
void view_html(struct view *view, enum marker marker, struct html html);

/* Show a section once more; the result is that row's own view. */
struct view *view_section(struct view *view, enum marker section);

/* A section or slot that stays empty (no effect on one that was shown). */
void view_hide(struct view *view, enum marker section);

/* A section that holds one text, MARKER, and stays empty where TEXT is NULL. */
void view_optional(struct view *view, enum marker section, enum marker marker,
		   const char *text);

/* Show or hide a section without rows of its own. */
void view_when(struct view *view, enum marker section, bool shown);

/* Put TPL into the slot {{>SLOT}}; the result is its view.  Several: several
 * times, in order. */
struct view *view_include(struct view *view, enum marker slot, enum tpl tpl);

#endif
