#ifndef VIEW_SOURCE_H
#define VIEW_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "consultation.h"
#include "templates_list.h" /* generated */

struct arena;
struct error;
struct str;
struct words;

/*
 * The text of a template, before ctemplate reads it.
 */

/* Add LEN bytes of a template to OUT with every [[word_id]] replaced by that
 * word, escaped for HTML text and quoted attributes.  ERROR_SYSTEM begins with
 * the line of an id that is no word. */
bool source_words(const char *source, size_t len, const struct words *words,
		  enum language language, struct str *out, struct error *err);

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

/* The markers of a template in the order of their places.  ERROR_SYSTEM names
 * one that the generator did not see, or that stands both with and without
 * :x-trusted, so that no value could suit both places. */
bool source_markers(struct arena *arena, const char *source,
		    const struct view_marker **list, size_t *count,
		    struct error *err);

/* The marker with LEN bytes of NAME, or MARKER_COUNT. */
enum marker marker_named(const char *name, size_t len);

#endif
