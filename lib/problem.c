#include "problem.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "arena.h"
#include "error.h"
#include "str.h"

void
problem_add(struct problems *problems, size_t line, size_t column,
	    const char *format, ...)
{
	struct problem *problem;
	char text[1024];
	va_list values;

	if (problems->count++ >= PROBLEM_MAX)
		return;
	va_start(values, format);
	vsnprintf(text, sizeof(text), format, values);
	va_end(values);
	problem = &problems->items[problems->count - 1];
	problem->line = line;
	problem->column = column;
	problem->text = arena_string(problems->arena, text);
}

static bool
stands_before(const struct problem *a, const struct problem *b)
{
	return a->line != b->line ? a->line < b->line : a->column < b->column;
}

/* By insertion: stable, so that problems of one place keep their order. */
static void
sort_by_place(struct problem *items, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct problem moved = items[i];
		size_t place = i;

		for (; place && stands_before(&moved, &items[place - 1]);
		     place--)
			items[place] = items[place - 1];
		items[place] = moved;
	}
}

char *
problem_list(struct problems *problems)
{
	struct str list = { .arena = problems->arena };
	size_t kept =
		problems->count < PROBLEM_MAX ? problems->count : PROBLEM_MAX;

	sort_by_place(problems->items, kept);
	str_text(&list, "");
	for (size_t i = 0; i < kept; i++)
		str_format(&list, "%s:%zu:%zu: %s\n", problems->path,
			   problems->items[i].line, problems->items[i].column,
			   problems->items[i].text);
	if (kept < problems->count)
		str_format(&list, "%s: and %zu more: mend these first\n",
			   problems->path, problems->count - kept);
	return list.text;
}

bool
problem_none(struct problems *problems, struct error *err)
{
	const char *list;

	if (!problems->count)
		return true;
	list = problem_list(problems);
	return error_set(err, ERROR_INPUT, "%.*s", (int)strlen(list) - 1, list);
}
