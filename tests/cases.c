#include "cases.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "error.h"
#include "file.h"
#include "str.h"

static _Noreturn void
die(const char *name, size_t line, const char *why)
{
	fprintf(stderr, "%s:%zu: %s\n", name, line, why);
	exit(EXIT_FAILURE);
}

static char *
cut_blanks(char *text)
{
	char *end = text + strlen(text);

	while (end > text && isspace((unsigned char)end[-1]))
		*--end = '\0';
	while (isspace((unsigned char)*text))
		text++;
	return text;
}

static char *
next_bar(char *text)
{
	for (; *text; text++) {
		if (*text == '\\' && text[1])
			text++;
		else if (*text == '|')
			return text;
	}
	return NULL;
}

static size_t
split(char *line, struct case_row *row)
{
	size_t count = 0;

	while (line && count < CASE_COLUMNS_MAX) {
		char *bar = next_bar(line);

		if (bar)
			*bar = '\0';
		row->columns[count++] = cut_blanks(line);
		line = bar ? bar + 1 : NULL;
	}
	return line ? CASE_COLUMNS_MAX + 1 : count;
}

struct cases
cases_read(struct arena *arena, const char *name, size_t columns)
{
	char *path = arena_format(arena, "tests/cases/%s", name);
	struct cases cases = { 0 };
	struct case_row *rows = NULL;
	struct error err;
	char *text;
	size_t len, room = 0, line = 0;

	if (!file_read(arena, path, 1024 * 1024, &text, &len, &err))
		die(path, 0, err.text);
	while (text && *text) {
		char *end = strchr(text, '\n');

		line++;
		if (end)
			*end = '\0';
		if (*text && *text != '#') {
			if (cases.count == room) {
				room = room ? 2 * room : 64;
				rows = arena_grow(arena, rows, cases.count,
						  room, sizeof(*rows));
			}
			rows[cases.count].line = line;
			if (split(text, &rows[cases.count++]) != columns)
				die(path, line, "another number of columns");
		}
		text = end ? end + 1 : NULL;
	}
	cases.rows = rows;
	return cases;
}

static const char *
add_escape(struct str *bytes, const char *at)
{
	static const char letters[] = "nrts\\|";
	static const char meanings[] = "\n\r\t \\|";
	const char *letter = strchr(letters, *at);

	if (*at && letter) {
		str_char(bytes, meanings[letter - letters]);
		return at + 1;
	}
	if (*at != 'x' || !isxdigit((unsigned char)at[1]) ||
	    !isxdigit((unsigned char)at[2]))
		die(at, 0, "no such escape");
	str_char(bytes, (char)strtol((char[]){ at[1], at[2], '\0' }, NULL, 16));
	return at + 3;
}

/* "{a*400}"; NULL when AT is not of that form. */
static const char *
add_repeated(struct str *bytes, const char *at)
{
	size_t inner = strcspn(at + 1, "{*}");
	const char *star = at + 1 + inner;
	char *end, *part;
	long count = *star == '*' ? strtol(star + 1, &end, 10) : 0;
	size_t len;

	if (count <= 0 || *end != '}')
		return NULL;
	part = case_bytes(bytes->arena, arena_copy(bytes->arena, at + 1, inner),
			  &len);
	for (long i = 0; i < count; i++)
		str_add(bytes, part, len);
	return end + 1;
}

char *
case_bytes(struct arena *arena, const char *column, size_t *len)
{
	struct str bytes = { .arena = arena };

	str_text(&bytes, "");
	while (*column) {
		const char *after =
			*column == '{' ? add_repeated(&bytes, column) : NULL;

		if (after) {
			column = after;
		} else if (*column == '\\') {
			column = add_escape(&bytes, column + 1);
		} else {
			str_char(&bytes, *column++);
		}
	}
	*len = bytes.len;
	return bytes.text;
}
