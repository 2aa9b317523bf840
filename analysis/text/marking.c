#include "text/marking.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "str.h"
#include "utf8.h"

void
marking_add(struct marking *marking, size_t start, size_t end)
{
	if (marking->count == marking->room) {
		marking->room = marking->room ? marking->room * 2 : 16;
		marking->items = arena_grow(marking->arena, marking->items,
					    marking->count, marking->room,
					    sizeof(*marking->items));
	}
	marking->items[marking->count++] = (struct marked){ start, end };
}

static int
compare_marks(const void *left, const void *right)
{
	const struct marked *a = left, *b = right;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return (a->end > b->end) - (a->end < b->end);
}

/* Sort the marks and join those that overlap. */
static void
join(struct marking *marking)
{
	size_t kept = 0;

	if (!marking->count)
		return;
	qsort(marking->items, marking->count, sizeof(*marking->items),
	      compare_marks);
	for (size_t i = 1; i < marking->count; i++) {
		struct marked *last = &marking->items[kept];

		if (marking->items[i].start >= last->end)
			marking->items[++kept] = marking->items[i];
		else if (marking->items[i].end > last->end)
			last->end = marking->items[i].end;
	}
	marking->count = kept + 1;
}

/* The bytes from FROM to TO, line by line. */
static void
put(struct str *out, const char *text, size_t from, size_t to,
    const struct marking *marking, const char *indent, bool marked)
{
	for (;;) {
		const char *line_end = memchr(text + from, '\n', to - from);
		size_t end = line_end ? (size_t)(line_end - text) : to;

		if (end > from &&
		    (!out->len || out->text[out->len - 1] == '\n'))
			str_text(out, indent);
		if (end > from)
			str_format(out, "%s%s%s", marked ? marking->on : "",
				   utf8_line(marking->arena, text + from,
					     end - from),
				   marked ? marking->off : "");
		if (!line_end)
			return;
		str_char(out, '\n');
		from = end + 1;
	}
}

char *
marking_text(struct marking *marking, const char *text, const char *indent)
{
	struct str out = { .arena = marking->arena };
	size_t at = 0, len = strlen(text);

	join(marking);
	str_text(&out, "");
	for (size_t i = 0; i < marking->count; i++) {
		const struct marked *mark = &marking->items[i];

		put(&out, text, at, mark->start, marking, indent, false);
		put(&out, text, mark->start, mark->end, marking, indent, true);
		at = mark->end;
	}
	put(&out, text, at, len, marking, indent, false);
	str_char(&out, '\n');
	return out.text;
}
