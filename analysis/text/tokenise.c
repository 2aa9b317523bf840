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

/* Whether the bytes at FIRST and SECOND, of which only MIDDLE stands between, are
 * of one word: WB6, 7, 11, 12. */
static bool
bridges(const unsigned char *text, size_t first, size_t second)
{
	int middle = kinds[text[first + 1]];
	int both = kinds[text[first]] & kinds[text[second]];

	return (middle & BETWEEN_LETTERS && both & LETTER) ||
	       (middle & BETWEEN_DIGITS && both & DIGIT);
}

static bool
is_underscores(const unsigned char *text, struct token token)
{
	for (size_t i = token.start; i < token.end; i++)
		if (text[i] != '_')
			return false;
	return true;
}

/* Add the word from START to END to the COUNT that there are: to the last of them
 * where a full stop or so holds them together. */
static size_t
add_ascii(const unsigned char *text, size_t start, size_t end,
	  struct token *items, size_t count)
{
	if (count && items[count - 1].end + 1 == start &&
	    bridges(text, start - 2, start)) {
		items[count - 1].end = (uint32_t)end;
		return count;
	}
	if (count && text[items[count - 1].start] == '_' &&
	    is_underscores(text, items[count - 1]))
		count--;
	items[count] = (struct token){ (uint32_t)start, (uint32_t)end };
	return count + 1;
}

/* Bit i is set where byte i of LEN, at most 64, belongs to a word. */
static uint64_t
word_bits(const unsigned char *text, size_t len)
{
	uint64_t bits = 0;

	for (size_t i = 0; i < len; i++)
		bits |= (uint64_t)((kinds[text[i]] & IN_WORD) != 0) << i;
	return bits;
}

/* Words begin and end where a bit differs from the one before it: to look at 64
 * bytes at a time spares a wrong guess of the processor at each of them. */
static size_t
tokenise_ascii(const char *bytes, size_t from, size_t to, struct token *items)
{
	const unsigned char *text = (const unsigned char *)bytes;
	uint64_t last = 0;
	size_t count = 0, start = 0;

	for (size_t at = from; at < to; at += 64) {
		size_t len = to - at < 64 ? to - at : 64;
		uint64_t bits = word_bits(text + at, len);
		uint64_t turns = bits ^ (bits << 1 | last);

		for (; turns; turns &= turns - 1) {
			size_t turn = at + (size_t)__builtin_ctzll(turns);

			if (bits >> (turn - at) & 1)
				start = turn;
			else
				count = add_ascii(text, start, turn, items,
						  count);
		}
		last = bits >> 63;
	}
	if (to > from && kinds[text[to - 1]] & IN_WORD && (to - from) % 64 == 0)
		count = add_ascii(text, start, to, items, count);
	if (count && is_underscores(text, items[count - 1]))
		count--;
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
	uint64_t all = 0, eight;
	size_t i = 0;

	for (; i + 8 <= len; i += 8) {
		memcpy(&eight, text + i, 8);
		all |= eight;
	}
	for (; i < len; i++)
		all |= (unsigned char)text[i];
	return !(all & UINT64_C(0x8080808080808080));
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
	if (is_ascii(text, len))
		return tokenise_ascii(text, 0, len, items);
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
		if (text[i] != ' ' && text[i] != '\n' && text[i] != '-')
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
