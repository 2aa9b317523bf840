#include "tokenise.h"

#include <assert.h>
#include <string.h>

#include "arena.h"
#include "utf8.h"

/* The word break properties that ASCII characters have, as sets: a full stop and
 * an apostrophe stand between letters and between digits. */
enum {
	LETTER = 1,
	DIGIT = 2,
	UNDERSCORE = 4,
	IN_WORD = LETTER | DIGIT | UNDERSCORE,
	BETWEEN_LETTERS = 8,
	BETWEEN_DIGITS = 16,
	BETWEEN = BETWEEN_LETTERS | BETWEEN_DIGITS,
};

/* clang-format off */
static const unsigned char kinds[256] = {
	['0'] = DIGIT, ['1'] = DIGIT, ['2'] = DIGIT, ['3'] = DIGIT,
	['4'] = DIGIT, ['5'] = DIGIT, ['6'] = DIGIT, ['7'] = DIGIT,
	['8'] = DIGIT, ['9'] = DIGIT, ['_'] = UNDERSCORE,
	['a'] = LETTER, ['b'] = LETTER, ['c'] = LETTER, ['d'] = LETTER,
	['e'] = LETTER, ['f'] = LETTER, ['g'] = LETTER, ['h'] = LETTER,
	['i'] = LETTER, ['j'] = LETTER, ['k'] = LETTER, ['l'] = LETTER,
	['m'] = LETTER, ['n'] = LETTER, ['o'] = LETTER, ['p'] = LETTER,
	['q'] = LETTER, ['r'] = LETTER, ['s'] = LETTER, ['t'] = LETTER,
	['u'] = LETTER, ['v'] = LETTER, ['w'] = LETTER, ['x'] = LETTER,
	['y'] = LETTER, ['z'] = LETTER,
	['A'] = LETTER, ['B'] = LETTER, ['C'] = LETTER, ['D'] = LETTER,
	['E'] = LETTER, ['F'] = LETTER, ['G'] = LETTER, ['H'] = LETTER,
	['I'] = LETTER, ['J'] = LETTER, ['K'] = LETTER, ['L'] = LETTER,
	['M'] = LETTER, ['N'] = LETTER, ['O'] = LETTER, ['P'] = LETTER,
	['Q'] = LETTER, ['R'] = LETTER, ['S'] = LETTER, ['T'] = LETTER,
	['U'] = LETTER, ['V'] = LETTER, ['W'] = LETTER, ['X'] = LETTER,
	['Y'] = LETTER, ['Z'] = LETTER,
	[':'] = BETWEEN_LETTERS, [','] = BETWEEN_DIGITS, [';'] = BETWEEN_DIGITS,
	['.'] = BETWEEN, ['\''] = BETWEEN,
};
/* clang-format on */

/* Whether MIDDLE holds two characters of one word together: WB6, 7, 11, 12. */
static bool
bridges(int before, int middle, int after)
{
	return (middle & BETWEEN_LETTERS && before & after & LETTER) ||
	       (middle & BETWEEN_DIGITS && before & after & DIGIT);
}

/* The end of the word that begins at AT; *HELD is what it is made of. */
static size_t
word_end(const unsigned char *text, size_t at, size_t end, int *held)
{
	int all = 0;

	for (;;) {
		int last = 0, kind;

		while (at < end && (kind = kinds[text[at]]) & IN_WORD) {
			last = kind;
			all |= kind;
			at++;
		}
		if (at + 1 >= end || !(kinds[text[at]] & BETWEEN) ||
		    !bridges(last, kinds[text[at]], kinds[text[at + 1]]))
			break;
		at++;
	}
	*held = all;
	return at;
}

static size_t
tokenise_ascii(const char *bytes, size_t start, size_t end, struct token *items)
{
	const unsigned char *text = (const unsigned char *)bytes;
	size_t count = 0;

	for (size_t at = start; at < end;) {
		int held;

		if (!(kinds[text[at]] & IN_WORD)) {
			at++;
			continue;
		}
		items[count].start = (uint32_t)at;
		at = word_end(text, at, end, &held);
		items[count].end = (uint32_t)at;
		count += (held & (LETTER | DIGIT)) != 0;
	}
	return count;
}

static bool
has_letter_or_digit(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (kinds[(unsigned char)text[i]] & (LETTER | DIGIT))
			return true;
		if ((text[i] & 0xc0) == 0xc0 && (utf8_starts_letter(text + i) ||
						 utf8_starts_digit(text + i)))
			return true;
	}
	return false;
}

static size_t
tokenise_unicode(const char *text, size_t start, size_t end, char *breaks,
		 struct token *items)
{
	size_t count = 0, first = start;

	utf8_word_breaks(text + start, end - start, breaks);
	for (size_t at = start + 1; at <= end; at++) {
		if (at < end && !breaks[at - start])
			continue;
		if (has_letter_or_digit(text + first, at - first))
			items[count++] =
				(struct token){ (uint32_t)first, (uint32_t)at };
		first = at;
	}
	return count;
}

static bool
is_ascii(const char *text, size_t len)
{
	unsigned char all = 0;

	for (size_t i = 0; i < len; i++)
		all |= (unsigned char)text[i];
	return all < 0x80;
}

size_t
tokenise_most(size_t len)
{
	return len / 2 + 1;
}

size_t
tokenise_into(const char *text, size_t len, char *breaks, struct token *items)
{
	size_t count = 0, end;

	assert(len <= TOKENISE_BYTES_MAX);
	/* No rule reaches over a line feed, so lines stand alone. */
	for (size_t start = 0; start < len; start = end) {
		const char *feed = memchr(text + start, '\n', len - start);

		end = feed ? (size_t)(feed - text) + 1 : len;
		count += is_ascii(text + start, end - start)
				 ? tokenise_ascii(text, start, end,
						  items + count)
				 : tokenise_unicode(text, start, end, breaks,
						    items + count);
	}
	return count;
}

struct tokens
tokenise(struct arena *arena, const char *text)
{
	size_t len = strlen(text);
	struct arena scratch = { 0 };
	struct token *items =
		arena_array(&scratch, tokenise_most(len), sizeof(*items));
	size_t count =
		tokenise_into(text, len, arena_alloc(&scratch, len), items);
	struct tokens tokens = {
		arena_grow(arena, items, count, count, sizeof(*items)), count
	};

	arena_free(&scratch);
	return tokens;
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
