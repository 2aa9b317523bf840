#include "decimal.h"

#include <stddef.h>
#include <string.h>

#include "arena.h"
#include "str.h"

enum { WHOLE_DIGITS_MAX = 12 };

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* How many bytes of what parts groups of digits stand at TEXT: a comma, a space,
 * or one of the narrow and unbreakable ones that texts are copied with. */
static size_t
separator(const char *text)
{
	static const char *const separators[] = { ",", " ", "\u00a0", "\u2009",
						  "\u202f" };

	for (size_t i = 0; i < sizeof(separators) / sizeof(separators[0]); i++)
		if (strncmp(text, separators[i], strlen(separators[i])) == 0)
			return strlen(separators[i]);
	return 0;
}

/* Whether three digits and no more stand at TEXT. */
static bool
is_group(const char *text)
{
	return is_digit(text[0]) && is_digit(text[1]) && is_digit(text[2]) &&
	       !is_digit(text[3]);
}

/* The digits before the point into DIGITS; what follows them, or NULL when they
 * are none or ill grouped. */
static const char *
take_whole(const char *text, struct str *digits)
{
	const char *start = text;
	size_t gap;

	while (is_digit(*text))
		str_char(digits, *text++);
	if (text == start || text - start > 3)
		return text == start && *text != '.' ? NULL : text;
	while ((gap = separator(text))) {
		if (!is_group(text + gap))
			return NULL;
		str_add(digits, text + gap, 3);
		text += gap + 3;
	}
	return text;
}

/* At TEXT, behind the point: digits alone, of which zeros at the end say
 * nothing. */
static enum decimal_fault
take_places(const char *text, unsigned places, struct str *digits)
{
	size_t len = strspn(text, "0123456789");

	if (!len || text[len])
		return DECIMAL_NOT_A_NUMBER;
	while (len && text[len - 1] == '0')
		len--;
	if (len > places)
		return DECIMAL_TOO_PRECISE;
	str_add(digits, text, len);
	return DECIMAL_FINE;
}

static size_t
minus(const char *text)
{
	static const char sign[] = "\u2212";

	if (*text == '-')
		return 1;
	return strncmp(text, sign, strlen(sign)) == 0 ? strlen(sign) : 0;
}

static decimal
in_millionths(const char *whole, const char *places)
{
	size_t count = strlen(places);
	decimal number = 0;

	for (; *whole; whole++)
		number = number * 10 + (*whole - '0');
	for (size_t i = 0; i < DECIMAL_PLACES; i++)
		number = number * 10 + (i < count ? places[i] - '0' : 0);
	return number;
}

enum decimal_fault
decimal_parse(const char *text, unsigned places, decimal *result,
	      bool *negative)
{
	struct arena arena = { 0 };
	struct str whole = { .arena = &arena }, rest = { .arena = &arena };
	enum decimal_fault fault = DECIMAL_FINE;
	const char *digits;

	*negative = minus(text) > 0;
	str_text(&whole, "");
	str_text(&rest, "");
	text = take_whole(text + minus(text), &whole);
	if (text && *text == '.')
		fault = take_places(text + 1, places, &rest);
	else if (!text || *text)
		fault = DECIMAL_NOT_A_NUMBER;
	digits = whole.text + strspn(whole.text, "0");
	if (fault == DECIMAL_FINE && strlen(digits) > WHOLE_DIGITS_MAX)
		fault = DECIMAL_TOO_LARGE;
	if (fault == DECIMAL_FINE) {
		*result = in_millionths(digits, rest.text);
		if (*result > DECIMAL_MAX)
			fault = DECIMAL_TOO_LARGE;
		if (*negative)
			*result = -*result;
	}
	arena_free(&arena);
	return fault;
}

static char *
written(struct arena *arena, decimal number, bool grouped)
{
	struct str out = { .arena = arena };
	long long size = number < 0 ? -number : number;
	char *whole = arena_format(arena, "%lld", size / 1000000);
	char *places = arena_format(arena, "%06lld", size % 1000000);
	size_t len = strlen(whole), end = DECIMAL_PLACES;

	if (number < 0)
		str_char(&out, '-');
	for (size_t i = 0; i < len; i++) {
		if (grouped && i && (len - i) % 3 == 0)
			str_char(&out, ',');
		str_char(&out, whole[i]);
	}
	while (end && places[end - 1] == '0')
		end--;
	if (end) {
		str_char(&out, '.');
		str_add(&out, places, end);
	}
	return out.text;
}

char *
decimal_text(struct arena *arena, decimal number)
{
	return written(arena, number, false);
}

char *
decimal_shown(struct arena *arena, decimal number)
{
	return written(arena, number, true);
}
