#include "view_source.h"

#include <stdio.h>
#include <string.h>

#include "arena.h"
#include "error.h"
#include "html.h"
#include "str.h"
#include "words.h"

static const char upper[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789";
static const char lower[] = "abcdefghijklmnopqrstuvwxyz_0123456789";

/* marker_names are in the order of their bytes. */
enum marker
marker_named(const char *name, size_t len)
{
	size_t low = 0, high = MARKER_COUNT;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strncmp(marker_names[middle], name, len);

		if (order == 0 && marker_names[middle][len])
			order = 1;
		if (order == 0)
			return (enum marker)middle;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return MARKER_COUNT;
}

static size_t
line_of(const char *source, const char *place)
{
	size_t line = 1;

	for (; source < place; source++)
		line += *source == '\n';
	return line;
}

bool
source_words(const char *source, size_t len, const struct words *words,
	     enum language language, struct str *out, struct error *err)
{
	const char *end = source + len, *from = source, *open;

	while ((open = strstr(from, "[["))) {
		size_t id_len = strspn(open + 2, lower);
		char id[64];
		enum word word;

		snprintf(id, sizeof(id), "%.*s", (int)id_len, open + 2);
		word = word_named(id);
		if (word == WORD_COUNT ||
		    strncmp(open + 2 + id_len, "]]", 2) != 0)
			return error_set(err, ERROR_SYSTEM,
					 "line %zu: [[%s]] is not a word: add "
					 "it to words.en and words.cy",
					 line_of(source, open), id);
		str_add(out, from, (size_t)(open - from));
		html_add(out, word_in(words, language, word));
		from = open + 2 + id_len + 2;
	}
	str_add(out, from, (size_t)(end - from));
	return true;
}

static enum view_marker_kind
kind_of(char sign, const char *modifiers)
{
	static const char trusted[] = ":x-trusted";

	if (sign == '#')
		return VIEW_SECTION;
	if (sign == '>')
		return VIEW_SLOT;
	return strncmp(modifiers, trusted, sizeof(trusted) - 1) == 0
		       ? VIEW_HTML
		       : VIEW_TEXT;
}

static bool
is_value(const struct view_marker *marker)
{
	return marker->kind == VIEW_TEXT || marker->kind == VIEW_HTML;
}

static bool
kinds_agree(const struct view_marker *list, size_t count,
	    const struct view_marker *marker)
{
	for (size_t i = 0; i < count; i++)
		if (list[i].marker == marker->marker && is_value(&list[i]) &&
		    is_value(marker) && list[i].kind != marker->kind)
			return false;
	return true;
}

bool
source_markers(struct arena *arena, const char *source,
	       const struct view_marker **list, size_t *count,
	       struct error *err)
{
	struct view_marker *found = NULL;
	size_t room = 0;

	*count = 0;
	for (const char *at = source; (at = strstr(at, "{{")); at++) {
		char sign = at[2];
		const char *name = at + 2 + (sign == '#' || sign == '>');
		size_t len = strspn(name, upper);
		struct view_marker marker;

		if (!len)
			continue;
		marker.marker = marker_named(name, len);
		marker.kind = kind_of(sign, name + len);
		if (marker.marker == MARKER_COUNT ||
		    !kinds_agree(found, *count, &marker))
			return error_set(err, ERROR_SYSTEM,
					 "line %zu: %.*s is unknown, or stands "
					 "with and without :x-trusted",
					 line_of(source, at), (int)len, name);
		if (*count == room) {
			room = room ? 2 * room : 32;
			found = arena_grow(arena, found, *count, room,
					   sizeof(*found));
		}
		found[(*count)++] = marker;
	}
	*list = found;
	return true;
}
