#include "utf8.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwbrk.h>
#include <uniwidth.h>

#include "arena.h"

enum { ASCII_STEP = 64 };

static const uint8_t *
octets(const char *text)
{
	return (const uint8_t *)text;
}

/* How many bytes from FROM on are ASCII for sure, in steps that the compiler does
 * many at once. */
static size_t
ascii_from(const uint8_t *from, size_t len)
{
	size_t at = 0;

	for (; len - at >= ASCII_STEP; at += ASCII_STEP) {
		uint8_t all = 0;

		for (size_t i = 0; i < ASCII_STEP; i++)
			all |= from[at + i];
		if (all & 0x80)
			break;
	}
	return at;
}

/* Where the first byte stands that is not UTF-8, or NULL.  A line is never part of a
 * character, so lines in ASCII, which most are, need no closer look. */
static const uint8_t *
find_bad(const uint8_t *at, const uint8_t *end)
{
	while ((at += ascii_from(at, (size_t)(end - at))) < end) {
		const uint8_t *line_end = memchr(at, '\n', (size_t)(end - at));
		size_t len = (size_t)((line_end ? line_end : end) - at);
		const uint8_t *bad = u8_check(at, len);

		if (bad)
			return bad;
		at += len;
		at += line_end != NULL;
	}
	return NULL;
}

bool
utf8_check(const char *bytes, size_t len, size_t *where)
{
	const uint8_t *bad = find_bad(octets(bytes), octets(bytes) + len);
	const char *nul = memchr(bytes, '\0', len);

	if (nul && (!bad || (const uint8_t *)nul < bad))
		bad = octets(nul);
	if (!bad)
		return true;
	*where = (size_t)(bad - octets(bytes));
	return false;
}

size_t
utf8_utf16_units(const char *text, size_t len)
{
	const uint8_t *end = octets(text) + len;
	size_t units = 0;

	for (const uint8_t *at = octets(text); at < end; at++) {
		if ((*at & 0xc0) != 0x80)
			units++;
		if (*at >= 0xf0)
			units++;
	}
	return units;
}

static bool
is_invisible(ucs4_t character)
{
	return uc_is_property_white_space(character) ||
	       (character >= 0x200b && character <= 0x200f) ||
	       character == 0x2060 || character == 0xfeff ||
	       character == 0x00ad || character == 0x3164 ||
	       character == 0x2800;
}

bool
utf8_is_blank(const char *text)
{
	const uint8_t *at = octets(text);
	ucs4_t character;

	while ((at = u8_next(&character, at)))
		if (!is_invisible(character))
			return false;
	return true;
}

bool
utf8_is_one_word(const char *text)
{
	const uint8_t *at = octets(text);
	ucs4_t character;

	while ((at = u8_next(&character, at)))
		if (is_invisible(character) ||
		    uc_is_general_category(character, UC_CATEGORY_Cc))
			return false;
	return true;
}

char *
utf8_trim(struct arena *arena, const char *text)
{
	const uint8_t *at = octets(text), *next, *start = at, *end = at;
	ucs4_t character;

	for (; (next = u8_next(&character, at)); at = next) {
		if (!is_invisible(character))
			end = next;
		else if (end == start)
			start = end = next;
	}
	return arena_copy(arena, (const char *)start, (size_t)(end - start));
}

/* libunistring hands out malloc'd memory; move it into the arena.  On valid
 * text it fails only for want of memory. */
static char *
keep(struct arena *arena, uint8_t *result, size_t len)
{
	char *copy;

	if (!result)
		abort();
	copy = arena_copy(arena, (const char *)result, len);
	free(result);
	return copy;
}

char *
utf8_compose(struct arena *arena, const char *text)
{
	size_t len;
	uint8_t *result = u8_normalize(UNINORM_NFC, octets(text),
				       strlen(text) + 1, NULL, &len);

	return keep(arena, result, len);
}

char *
utf8_lower(struct arena *arena, const char *text)
{
	size_t len;
	uint8_t *result = u8_tolower(octets(text), strlen(text) + 1, NULL,
				     UNINORM_NFC, NULL, &len);

	return keep(arena, result, len);
}

char *
utf8_capitalised(struct arena *arena, const char *text)
{
	ucs4_t character;
	uint8_t capital[6];
	const uint8_t *rest = u8_next(&character, octets(text));
	int len;

	if (!rest)
		return arena_string(arena, text);
	len = u8_uctomb(capital, uc_totitle(character), sizeof(capital));
	return arena_format(arena, "%.*s%s", len, (const char *)capital,
			    (const char *)rest);
}

/* A mark belongs to what it stands on; on no letter or digit, as in an emoji, it
 * is none of a word. */
static bool
is_word_character(ucs4_t character, bool inside)
{
	return uc_is_general_category(character, UC_CATEGORY_L) ||
	       uc_is_general_category(character, UC_CATEGORY_N) ||
	       (inside && uc_is_general_category(character, UC_CATEGORY_M));
}

char *
utf8_fold(struct arena *arena, const char *text)
{
	char *lower = utf8_lower(arena, text);
	char *folded = arena_alloc(arena, strlen(lower) + 1);
	const uint8_t *at = octets(lower), *next;
	ucs4_t character;
	size_t len = 0;

	for (; (next = u8_next(&character, at)); at = next) {
		bool inside = len && folded[len - 1] != ' ';

		if (is_word_character(character, inside)) {
			memcpy(folded + len, at, (size_t)(next - at));
			len += (size_t)(next - at);
		} else if (inside) {
			folded[len++] = ' ';
		}
	}
	if (len && folded[len - 1] == ' ')
		len--;
	folded[len] = '\0';
	return folded;
}

char *
utf8_line(struct arena *arena, const char *text, size_t len)
{
	char *line = arena_alloc(arena, len + 1);
	const uint8_t *at = octets(text), *end = at + len;
	size_t written = 0;

	while (at < end) {
		ucs4_t character;
		int bytes = u8_mbtouc(&character, at, (size_t)(end - at));

		if (uc_is_property_white_space(character) ||
		    uc_is_general_category(character, UC_CATEGORY_Cc)) {
			if (!written || line[written - 1] != ' ')
				line[written++] = ' ';
		} else if (!uc_is_property_bidi_control(character)) {
			memcpy(line + written, at, (size_t)bytes);
			written += (size_t)bytes;
		}
		at += bytes;
	}
	line[written] = '\0';
	return line;
}

/* Walk over whole characters from the start while they take COLUMNS at most, and
 * stop at LEN; the bytes walked, and in *USED their columns.  An emoji of many code
 * points takes two, like any other. */
static size_t
walk(const char *text, size_t len, size_t columns, size_t *used)
{
	struct arena scratch = { 0 };
	char *breaks = arena_alloc(&scratch, len + 1);
	size_t at = 0;

	/* u8_grapheme_next, which needs no memory, cuts emoji apart. */
	u8_grapheme_breaks(octets(text), len, breaks);
	for (*used = 0; at < len;) {
		size_t next = at + 1;
		int width;

		while (next < len && !breaks[next])
			next++;
		width = u8_width(octets(text) + at, next - at, "UTF-8");
		width = width > 2 ? 2 : width;
		if (*used + (size_t)width > columns)
			break;
		*used += (size_t)width;
		at = next;
	}
	arena_free(&scratch);
	return at;
}

size_t
utf8_columns(const char *text, size_t len)
{
	size_t used;

	walk(text, len, SIZE_MAX, &used);
	return used;
}

size_t
utf8_fit(const char *text, size_t len, size_t columns)
{
	size_t used;

	return walk(text, len, columns, &used);
}

size_t
utf8_fit_end(const char *text, size_t len, size_t columns)
{
	size_t all = utf8_columns(text, len), used, skip;

	if (all <= columns)
		return len;
	skip = walk(text, len, all - columns, &used);
	/* Half of a wide character does not fit either. */
	if (used < all - columns)
		skip = walk(text, len, all - columns + 1, &used);
	return len - skip;
}

void
utf8_word_breaks(const char *text, size_t len, char *breaks)
{
	u8_wordbreaks(octets(text), len, breaks);
}

bool
utf8_starts_letter(const char *text)
{
	ucs4_t character;

	if ((*text | 0x20) >= 'a' && (*text | 0x20) <= 'z')
		return true;
	return u8_next(&character, octets(text)) &&
	       uc_is_general_category(character, UC_CATEGORY_L);
}

bool
utf8_starts_digit(const char *text)
{
	ucs4_t character;

	return u8_next(&character, octets(text)) &&
	       uc_is_general_category(character, UC_CATEGORY_N);
}
