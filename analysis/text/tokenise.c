#include "tokenise.h"

#include <string.h>

#include "arena.h"
#include "utf8.h"

/* The word break properties that ASCII characters have. */
enum kind {
	OTHER,
	CR,
	LF,
	NEWLINE,
	SPACE,
	LETTER,
	DIGIT,
	UNDERSCORE,
	MID_LETTER,
	MID_NUMBER,
	MID_BOTH,
};

static enum kind
kind_of(char byte)
{
	if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'))
		return LETTER;
	if (byte >= '0' && byte <= '9')
		return DIGIT;
	switch (byte) {
	case '\r':
		return CR;
	case '\n':
		return LF;
	case '\v':
	case '\f':
		return NEWLINE;
	case ' ':
		return SPACE;
	case '_':
		return UNDERSCORE;
	case ':':
		return MID_LETTER;
	case ',':
	case ';':
		return MID_NUMBER;
	case '.':
	case '\'':
		return MID_BOTH;
	default:
		return OTHER;
	}
}

static bool
in_word(enum kind kind)
{
	return kind == LETTER || kind == DIGIT || kind == UNDERSCORE;
}

/* Whether MIDDLE holds two characters of one word together: WB6, 7, 11, 12. */
static bool
bridges(enum kind before, enum kind middle, enum kind after)
{
	if (before == LETTER && after == LETTER)
		return middle == MID_LETTER || middle == MID_BOTH;
	if (before == DIGIT && after == DIGIT)
		return middle == MID_NUMBER || middle == MID_BOTH;
	return false;
}

/* BACK and BEFORE, then the boundary, then AFTER and AHEAD. */
static bool
breaks_between(enum kind back, enum kind before, enum kind after,
	       enum kind ahead)
{
	if (before == CR && after == LF)
		return false;
	if (before == SPACE && after == SPACE)
		return false;
	if (in_word(before) && in_word(after))
		return false;
	return !bridges(before, after, ahead) && !bridges(back, before, after);
}

static void
ascii_breaks(const char *text, size_t len, char *breaks)
{
	enum kind back = OTHER, before = OTHER;
	enum kind after = len ? kind_of(text[0]) : OTHER;

	for (size_t i = 0; i < len; i++) {
		enum kind ahead = i + 1 < len ? kind_of(text[i + 1]) : OTHER;

		breaks[i] = i && breaks_between(back, before, after, ahead);
		back = before;
		before = after;
		after = ahead;
	}
}

static bool
is_ascii(const char *text, size_t len)
{
	unsigned char all = 0;

	for (size_t i = 0; i < len; i++)
		all |= (unsigned char)text[i];
	return all < 0x80;
}

void
tokenise_breaks(const char *text, size_t len, char *breaks)
{
	size_t start = 0;

	/* No rule reaches over a line feed, so lines stand alone. */
	while (start < len) {
		const char *end = memchr(text + start, '\n', len - start);
		size_t line =
			end ? (size_t)(end - text) + 1 - start : len - start;

		if (is_ascii(text + start, line))
			ascii_breaks(text + start, line, breaks + start);
		else
			utf8_word_breaks(text + start, line, breaks + start);
		breaks[start] = start > 0;
		start += line;
	}
}

static bool
has_letter_or_digit(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		enum kind kind = kind_of(text[i]);

		if (kind == LETTER || kind == DIGIT)
			return true;
		if ((text[i] & 0xc0) == 0xc0 && (utf8_starts_letter(text + i) ||
						 utf8_starts_digit(text + i)))
			return true;
	}
	return false;
}

struct tokens
tokenise(struct arena *arena, const char *text)
{
	size_t len = strlen(text), count = 0, start = 0;
	char *breaks = arena_alloc(arena, len + 1);
	struct token *items;

	tokenise_breaks(text, len, breaks);
	breaks[len] = 1;
	for (size_t i = 1; i <= len; i++)
		count += breaks[i] != 0;
	items = arena_array(arena, count, sizeof(*items));
	count = 0;
	for (size_t i = 1; i <= len; i++) {
		if (!breaks[i])
			continue;
		if (has_letter_or_digit(text + start, i - start))
			items[count++] = (struct token){ start, i };
		start = i;
	}
	return (struct tokens){ items, count };
}

bool
token_adjoins(const char *text, size_t end, size_t start)
{
	for (size_t i = end; i < start; i++)
		if (!strchr(" \n-", text[i]))
			return false;
	return true;
}

static bool
starts_with(const char *text, size_t len, const char *start)
{
	size_t start_len = strlen(start);

	return len >= start_len && !memcmp(text, start, start_len);
}

char *
token_spelling(struct arena *arena, const char *word, size_t len)
{
	char *spelling = arena_copy(arena, word, len);
	size_t kept = 0;

	for (size_t i = 0; i < len; i++) {
		if (starts_with(word + i, len - i, "’") ||
		    starts_with(word + i, len - i, "‘")) {
			spelling[kept++] = '\'';
			i += strlen("’") - 1;
		} else if (starts_with(word + i, len - i, "ʼ")) {
			spelling[kept++] = '\'';
			i += strlen("ʼ") - 1;
		} else if (starts_with(word + i, len - i, "\xc2\xad")) {
			i++;
		} else {
			spelling[kept++] = word[i];
		}
	}
	spelling[kept] = '\0';
	return spelling;
}

char *
token_word(struct arena *arena, const char *word, size_t len)
{
	char *spelling = token_spelling(arena, word, len);

	return utf8_lower(arena, spelling);
}
