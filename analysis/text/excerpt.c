#include "text/excerpt.h"

#include <string.h>

#include "arena.h"
#include "str.h"
#include "utf8.h"

/* A letter with many marks takes many bytes for its column; what has more than so
 * many is shown shorter. */
enum { COLUMN_BYTES = 16 };

static size_t
window(size_t len, size_t columns)
{
	return len / COLUMN_BYTES > columns ? columns * COLUMN_BYTES : len;
}

static size_t
is_inside(char byte)
{
	return ((unsigned char)byte & 0xc0) == 0x80;
}

static const char *
left_of(struct arena *arena, const char *text, size_t start, size_t columns)
{
	struct str out = { .arena = arena };
	size_t from = start - window(start, columns), len, fit, used;
	const char *line;

	while (from < start && is_inside(text[from]))
		from++;
	line = utf8_line(arena, text + from, start - from);
	len = strlen(line);
	fit = utf8_fit_end(line, len, columns);
	used = utf8_columns(line + len - fit, fit);
	str_text(&out, "");
	for (; used < columns; used++)
		str_char(&out, ' ');
	str_add(&out, line + len - fit, fit);
	return out.text;
}

static const char *
right_of(struct arena *arena, const char *text, size_t columns)
{
	size_t len = window(strlen(text), columns);
	char *line;

	while (is_inside(text[len]))
		len--;
	line = utf8_line(arena, text, len);
	len = utf8_fit(line, strlen(line), columns);
	len -= len && line[len - 1] == ' ';
	line[len] = '\0';
	return line;
}

struct excerpt
excerpt_make(struct arena *arena, const char *text, size_t start, size_t end,
	     size_t columns)
{
	return (struct excerpt){
		.left = left_of(arena, text, start, columns),
		.hit = utf8_line(arena, text + start, end - start),
		.right = right_of(arena, text + end, columns),
	};
}
