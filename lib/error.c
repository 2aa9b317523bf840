#include "error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool
error_set(struct error *err, enum error_kind kind, const char *format, ...)
{
	va_list values;

	err->kind = kind;
	va_start(values, format);
	vsnprintf(err->text, sizeof(err->text), format, values);
	va_end(values);
	return false;
}

bool
error_at(struct error *err, const char *path, size_t line)
{
	char place[512];
	char sentence[sizeof(err->text)];
	size_t room;

	if (line)
		snprintf(place, sizeof(place), "%s:%zu: ", path, line);
	else
		snprintf(place, sizeof(place), "%s: ", path);
	memcpy(sentence, err->text, sizeof(sentence));
	room = sizeof(err->text) - strlen(place) - 1;
	snprintf(err->text, sizeof(err->text), "%s%.*s", place, (int)room,
		 sentence);
	return false;
}
