#ifndef WORDING_H
#define WORDING_H

#include "consultation.h"
#include "view.h"

struct arena;
struct words;

/*
 * A text on a page.  LANG, unless NULL, is the language it is in because that is
 * another than the page's: the definition did not give it in both.
 */
struct wording {
	const char *text; /* NULL: none */
	const char *lang;
};

/* A text in the language of the page. */
struct wording wording_of(const char *text);

/* PHRASE on a page in LANGUAGE; none when the phrase is empty. */
struct wording wording_phrase(const struct phrase *phrase,
			      enum language language);

/* Put it into {{>SLOT}}. */
void wording_put(struct view *view, enum marker slot, struct wording wording);

/* Put it into {{>SLOT}} of a section of that name, which stays empty where there is
 * none. */
void wording_optional(struct view *view, enum marker slot,
		      struct wording wording);

/* Put plain text of many lines into {{>SLOT}}: paragraphs where a blank line
 * stands, line breaks kept. */
void wording_put_lines(struct view *view, enum marker slot,
		       struct wording wording);

/* Whose consultation it is into {{>SLOT}}, the lead first: "A, B and C". */
void wording_put_organisations(struct view *view, enum marker slot,
			       const struct consultation *consultation,
			       enum language language);

/* Fill OPENS, OPENS_TIME, CLOSES and CLOSES_TIME of VIEW, whose arena is ARENA:
 * when the consultation runs. */
void wording_put_dates(struct view *view, struct arena *arena,
		       const struct words *words, enum language language,
		       const struct consultation *consultation);

#endif
