#ifndef VIEW_TREE_H
#define VIEW_TREE_H

#include <stdbool.h>
#include <stddef.h>

#include "templates_list.h" /* generated */

struct arena;

/*
 * What a view holds, for views.cc to read.  A marker may be a value, a section
 * and a slot at once; each is an entry of its own.
 */
enum entry_kind { ENTRY_VALUE, ENTRY_SECTION, ENTRY_SLOT };

struct view_entry {
	struct view_entry *next;
	enum marker marker;
	enum entry_kind kind;
	const char *text; /* a value */
	size_t len;
	bool html;
	bool shown;		   /* a section or slot */
	struct view *first, *last; /* its rows, or what stands in the slot */
};

struct view {
	struct arena *arena;
	const struct view *outer; /* NULL: the view of a whole template */
	struct view *next;	  /* the next row, or the next in the slot */
	enum tpl tpl;		  /* of an included view */
	struct view_entry *entries;
};

/* The entry of VIEW or of the nearest view outside it, or NULL. */
const struct view_entry *view_find(const struct view *view, enum marker marker,
				   enum entry_kind kind);

#endif
