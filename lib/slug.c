#include "slug.h"

#include <string.h>

#include "arena.h"

char *
slug_of(struct arena *arena, const char *text)
{
	char *slug = arena_alloc(arena, strlen(text) + 1);
	size_t len = 0;

	for (; *text; text++) {
		char byte = *text;

		if (byte >= 'A' && byte <= 'Z')
			byte = (char)(byte - 'A' + 'a');
		if ((byte >= 'a' && byte <= 'z') ||
		    (byte >= '0' && byte <= '9'))
			slug[len++] = byte;
		else if (len && slug[len - 1] != '-')
			slug[len++] = '-';
	}
	while (len && slug[len - 1] == '-')
		len--;
	slug[len] = '\0';
	return slug;
}
