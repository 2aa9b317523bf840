#include "str.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "arena.h"

static void
make_room(struct str *str, size_t more)
{
	size_t size = str->size ? str->size : 64;

	if (str->size - str->len > more)
		return;
	while (size - str->len <= more)
		size *= 2;
	str->text = arena_grow(str->arena, str->text, str->len, size, 1);
	str->size = size;
}

void
str_add(struct str *str, const char *bytes, size_t len)
{
	make_room(str, len);
	if (len)
		memcpy(str->text + str->len, bytes, len);
	str->len += len;
	str->text[str->len] = '\0';
}

void
str_text(struct str *str, const char *text)
{
	str_add(str, text, strlen(text));
}

void
str_char(struct str *str, char byte)
{
	make_room(str, 1);
	str->text[str->len++] = byte;
	str->text[str->len] = '\0';
}

void
str_format(struct str *str, const char *format, ...)
{
	size_t room = str->size - str->len;
	va_list values, again;
	int len;

	va_start(values, format);
	va_copy(again, values);
	len = vsnprintf(room ? str->text + str->len : NULL, room, format,
			values);
	va_end(values);
	assert(len >= 0);
	if ((size_t)len >= room) {
		make_room(str, (size_t)len);
		vsnprintf(str->text + str->len, (size_t)len + 1, format, again);
	}
	va_end(again);
	str->len += (size_t)len;
}
