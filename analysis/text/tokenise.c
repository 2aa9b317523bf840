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
	REST = 32, /* a further byte of a quotation mark that stands between */
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

/* Bytes, and of each by its value which kind it is. */
struct source {
	const unsigned char *bytes, *kinds;
};

static int
kind_at(const struct source *source, size_t at)
{
	return source->kinds[source->bytes[at]];
}

/* Whether a word that ends at END and one that begins at START, of which only one
 * character stands between, are one: WB6, 7, 11, 12. */
static bool
bridges(const struct source *source, size_t end, size_t start)
{
	int middle = kind_at(source, end);
	int both = kind_at(source, end - 1) & kind_at(source, start);

	if (start - end != 1 &&
	    (start - end != 3 || kind_at(source, end + 1) != REST))
		return false;
	return (middle & BETWEEN_LETTERS && both & LETTER) ||
	       (middle & BETWEEN_DIGITS && both & DIGIT);
}

static bool
is_underscores(const struct source *source, struct token token)
{
	for (size_t i = token.start; i < token.end; i++)
		if (kind_at(source, i) != UNDERSCORE)
			return false;
	return true;
}

/* Add the word from START to END to the COUNT that there are: to the last of them
 * where a full stop or so holds them together. */
static size_t
add_word(const struct source *source, size_t start, size_t end,
	 struct token *items, size_t count)
{
	if (count && start - items[count - 1].end <= 3 &&
	    bridges(source, items[count - 1].end, start)) {
		items[count - 1].end = (uint32_t)end;
		return count;
	}
	if (count && kind_at(source, items[count - 1].start) == UNDERSCORE &&
	    is_underscores(source, items[count - 1]))
		count--;
	items[count] = (struct token){ (uint32_t)start, (uint32_t)end };
	return count + 1;
}

/* Bit i is set where byte i of LEN, at most 64, belongs to a word. */
static uint64_t
word_bits(const struct source *source, size_t at, size_t len)
{
	uint64_t bits = 0;

	for (size_t i = 0; i < len; i++)
		bits |= (uint64_t)((kind_at(source, at + i) & IN_WORD) != 0)
			<< i;
	return bits;
}

/* Words begin and end where a bit differs from the one before it: to look at 64
 * bytes at a time spares a wrong guess of the processor at each of them. */
static size_t
tokenise_kinds(const struct source *source, size_t from, size_t to,
	       struct token *items)
{
	uint64_t last = 0;
	size_t count = 0, start = 0;

	for (size_t at = from; at < to; at += 64) {
		size_t len = to - at < 64 ? to - at : 64;
		uint64_t bits = word_bits(source, at, len);
		uint64_t turns = bits ^ (bits << 1 | last);

		for (; turns; turns &= turns - 1) {
			size_t turn = at + (size_t)__builtin_ctzll(turns);

			if (bits >> (turn - at) & 1)
				start = turn;
			else
				count = add_word(source, start, turn, items,
						 count);
		}
		last = bits >> 63;
	}
	if (to > from && kind_at(source, to - 1) & IN_WORD &&
	    (to - from) % 64 == 0)
		count = add_word(source, start, to, items, count);
	if (count && is_underscores(source, items[count - 1]))
		count--;
	return count;
}

static size_t
tokenise_ascii(const char *text, size_t from, size_t to, struct token *items)
{
	const struct source source = { (const unsigned char *)text, kinds };

	return tokenise_kinds(&source, from, to, items);
}

/* --- letters and marks of Europe ------------------------------------------ */

/* How many bytes the character at TEXT has if it is of Latin script, a mark that
 * European languages write or a space, none of which any rule joins to others
 * but as *KIND says; else 0. */
static size_t
european(const unsigned char *text, unsigned char *kind)
{
	*kind = 0;
	if (text[0] >= 0xc3 && text[0] <= 0xc8) {
		/* × and ÷ are no letters. */
		if (text[0] != 0xc3 || (text[1] != 0x97 && text[1] != 0xb7))
			*kind = LETTER;
		return 2;
	}
	if (text[0] == 0xc2)
		return text[1] == 0xa0 || text[1] == 0xa3 || text[1] == 0xab ||
				       text[1] == 0xb0 || text[1] == 0xbb
			       ? 2
			       : 0;
	if (text[0] != 0xe2 || text[1] != 0x80)
		return 0;
	if (text[2] == 0x98 || text[2] == 0x99)
		*kind = BETWEEN;
	/* Dashes, quotation marks, the bullet and three dots. */
	return (text[2] >= 0x90 && text[2] <= 0x9e) || text[2] == 0xa2 ||
			       text[2] == 0xa6
		       ? 3
		       : 0;
}

/* The kinds of all bytes of a line; false if one is no such character. */
static bool
find_kinds(const unsigned char *text, size_t len, unsigned char *of)
{
	size_t step;

	for (size_t i = 0; i < len; i += step) {
		unsigned char kind = kinds[text[i]];

		step = text[i] < 0x80 ? 1 : european(text + i, &kind);
		if (!step)
			return false;
		of[i] = kind;
		for (size_t j = 1; j < step; j++)
			of[i + j] = kind == BETWEEN ? REST : kind;
	}
	return true;
}

/* A line whose characters are all of that sort; SCRATCH has room for it. */
static bool
tokenise_european(const char *text, size_t start, size_t end,
		  unsigned char *scratch, struct token *items, size_t *count)
{
	static const unsigned char themselves[] = {
		[LETTER] = LETTER,
		[DIGIT] = DIGIT,
		[UNDERSCORE] = UNDERSCORE,
		[BETWEEN_LETTERS] = BETWEEN_LETTERS,
		[BETWEEN_DIGITS] = BETWEEN_DIGITS,
		[BETWEEN] = BETWEEN,
		[REST] = REST,
	};
	const struct source source = { scratch, themselves };

	if (!find_kinds((const unsigned char *)text + start, end - start,
			scratch))
		return false;
	*count = tokenise_kinds(&source, 0, end - start, items);
	for (size_t i = 0; i < *count; i++) {
		items[i].start += (uint32_t)start;
		items[i].end += (uint32_t)start;
	}
	return true;
}

/* --- all others ----------------------------------------------------------- */

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
	size_t count, first = start;

	if (tokenise_european(text, start, end, (unsigned char *)breaks, items,
			      &count))
		return count;
	count = 0;
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
	char *spelling;

	if (!is_ascii(word, len))
		return utf8_lower(arena, token_spelling(arena, word, len));
	spelling = arena_copy(arena, word, len);
	for (size_t i = 0; i < len; i++)
		if (spelling[i] >= 'A' && spelling[i] <= 'Z')
			spelling[i] |= 0x20;
	return spelling;
}
