#include "percent.h"

#include "arena.h"

static int
hex_value(char digit)
{
	if (digit >= '0' && digit <= '9')
		return digit - '0';
	if (digit >= 'a' && digit <= 'f')
		return digit - 'a' + 10;
	if (digit >= 'A' && digit <= 'F')
		return digit - 'A' + 10;
	return -1;
}

char *
percent_decode(struct arena *arena, const char *text, size_t len, char plus,
	       size_t *decoded_len)
{
	char *decoded = arena_alloc(arena, len + 1);
	size_t count = 0;

	for (size_t i = 0; i < len; i++) {
		int high, low;

		if (text[i] != '%') {
			decoded[count++] = text[i] == '+' ? plus : text[i];
			continue;
		}
		if (len - i < 3)
			return NULL;
		high = hex_value(text[i + 1]);
		low = hex_value(text[i + 2]);
		if (high < 0 || low < 0)
			return NULL;
		decoded[count++] = (char)(high * 16 + low);
		i += 2;
	}
	*decoded_len = count;
	return decoded;
}
