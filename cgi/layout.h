#ifndef LAYOUT_H
#define LAYOUT_H

#include <stdbool.h>

#include "view.h"
#include "words.h"
#include "wording.h"

struct app;
struct arena;
struct consultation;
struct request;
struct response;

/*
 * The frame that stands around every page: title, header, languages, way back,
 * footer.  A page fills PAGE, the view of its own template, sets what it wants
 * of the other fields, and renders.
 */
struct layout {
	struct app *app;
	const struct request *request;
	struct arena *arena;
	enum language language;
	struct view *frame, *page;
	struct wording title;	 /* none: that of the consultation */
	const char *description; /* for search engines; or NULL */
	const char *back;	 /* address of the page before; or NULL */
	const struct consultation *consultation; /* whose page it is; or NULL */
	bool faulty;	   /* something typed must be mended */
	bool one_language; /* the other language cannot be reached */
	bool has_form;	   /* "page-form", which goes along to it: see
			      FORM_SWITCH */
};

struct layout layout_new(struct app *app, const struct request *request,
			 enum tpl tpl);

/* A word in the language of the page. */
const char *layout_word(const struct layout *layout, enum word word);

/* That word as the title, and as the text of MARKER too. */
void layout_heading(struct layout *layout, enum marker marker, enum word word);

/* A phrase of Markdown of the layout's consultation as SECTION of VIEW: fills LANG and
 * the marker that is named like the section; headings begin at HEADING.  Hidden when
 * it is empty. */
void layout_prose(const struct layout *layout, struct view *view,
		  enum marker section, const struct phrase *phrase,
		  int heading);

/* A hidden field of a form into a FIELD of VIEW. */
void layout_field(struct view *view, const char *name, const char *value);

/* The whole document into RESPONSE with STATUS; 500 and no body when a template
 * fails, which is logged. */
void layout_render(struct layout *layout, int status,
		   struct response *response);

#endif
