#ifndef FRAME_H
#define FRAME_H

#include <stdbool.h>

#include "consultation.h"
#include "wording.h"

struct arena;
struct view;
struct words;

/*
 * What stands around every page, of the site and of what is published: title,
 * header, languages, way back, footer.
 */
struct frame {
	const struct words *words;
	enum language language;
	struct wording title;	 /* none: the name of the site alone */
	bool faulty;		 /* something typed must be mended */
	const char *description; /* for search engines; or NULL */
	const char *canonical;	 /* address for search engines; or NULL */
	const char *back;	 /* address of the page before; or NULL */
	const char *privacy;	 /* address of the privacy notice; or NULL */
	/* Addresses of this page in each language; all NULL: there is no other */
	const char *languages[LANGUAGE_COUNT];
	/* Id of a form that goes along to them, as a POST; NULL: a link leads
	 * there */
	const char *form;
};

/* Fill VIEW, that of the template of the frame, with all but {{>MAIN}}. */
void frame_put(struct arena *arena, struct view *view,
	       const struct frame *frame);

#endif
