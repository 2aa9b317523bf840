#ifndef STR_H
#define STR_H

#include <stddef.h>

struct arena;

/*
 * A string that grows, in an arena.  Start it with `{ .arena = &arena }`.  After
 * the first addition TEXT is NUL-terminated; LEN counts the bytes before that
 * NUL, of which any may be NUL themselves.
 */
struct str {
	struct arena *arena;
	char *text;
	size_t len, size;
};

void str_add(struct str *str, const char *bytes, size_t len);
void str_text(struct str *str, const char *text);
void str_char(struct str *str, char byte);
void str_format(struct str *str, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
