#include "view_tree.h"

#include <assert.h>
#include <string.h>

#include "arena.h"
#include "view.h"

struct view *
view_new(struct arena *arena)
{
	struct view *view = arena_alloc(arena, sizeof(*view));

	view->arena = arena;
	return view;
}

static struct view_entry *
own_entry(const struct view *view, enum marker marker, enum entry_kind kind)
{
	struct view_entry *entry = view->entries;

	while (entry && (entry->marker != marker || entry->kind != kind))
		entry = entry->next;
	return entry;
}

const struct view_entry *
view_find(const struct view *view, enum marker marker, enum entry_kind kind)
{
	const struct view_entry *entry = NULL;

	for (; view && !entry; view = view->outer)
		entry = own_entry(view, marker, kind);
	return entry;
}

static struct view_entry *
entry_for(struct view *view, enum marker marker, enum entry_kind kind)
{
	struct view_entry *entry = own_entry(view, marker, kind);

	if (entry)
		return entry;
	entry = arena_alloc(view->arena, sizeof(*entry));
	entry->marker = marker;
	entry->kind = kind;
	entry->next = view->entries;
	view->entries = entry;
	return entry;
}

static void
set_value(struct view *view, enum marker marker, const char *text, bool html)
{
	struct view_entry *entry = entry_for(view, marker, ENTRY_VALUE);

	assert(text);
	entry->len = strlen(text);
	entry->text = arena_copy(view->arena, text, entry->len);
	entry->html = html;
}

void
view_text(struct view *view, enum marker marker, const char *text)
{
	set_value(view, marker, text, false);
}

void
view_number(struct view *view, enum marker marker, size_t number)
{
	set_value(view, marker, arena_format(view->arena, "%zu", number),
		  false);
}

void
view_html(struct view *view, enum marker marker, struct html html)
{
	set_value(view, marker, html.text, true);
}

/* One more view in a section or slot, at its end. */
static struct view *
add_view(struct view *view, enum marker marker, enum entry_kind kind)
{
	struct view_entry *entry = entry_for(view, marker, kind);
	struct view *added = view_new(view->arena);

	entry->shown = true;
	if (entry->last)
		entry->last->next = added;
	else
		entry->first = added;
	entry->last = added;
	return added;
}

struct view *
view_section(struct view *view, enum marker section)
{
	struct view *row = add_view(view, section, ENTRY_SECTION);

	row->outer = view;
	return row;
}

struct view *
view_include(struct view *view, enum marker slot, enum tpl tpl)
{
	struct view *included = add_view(view, slot, ENTRY_SLOT);

	included->tpl = tpl;
	return included;
}

void
view_hide(struct view *view, enum marker section)
{
	entry_for(view, section, ENTRY_SECTION);
	entry_for(view, section, ENTRY_SLOT);
}

void
view_optional(struct view *view, enum marker section, enum marker marker,
	      const char *text)
{
	if (text)
		view_text(view_section(view, section), marker, text);
	else
		view_hide(view, section);
}

void
view_when(struct view *view, enum marker section, bool shown)
{
	struct view_entry *entry = entry_for(view, section, ENTRY_SECTION);

	entry->shown = entry->shown || shown;
}
