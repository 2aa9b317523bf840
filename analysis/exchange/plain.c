#include "exchange/plain.h"

#include <string.h>

#include "arena.h"
#include "error.h"
#include "exchange/encoding.h"
#include "str.h"
#include "utf8.h"

static size_t
line_at(const char *bytes, size_t where)
{
	size_t line = 1;

	for (size_t i = 0; i < where; i++)
		line += bytes[i] == '\n';
	return line;
}

static bool
ends_word(char byte)
{
	return !byte || strchr(" ,;\t\r\n\"", byte);
}

/* The word round WHERE, decoded: what shows that the guess is right. */
static const char *
word_round(struct arena *arena, const char *encoding, struct plain text,
	   size_t where)
{
	struct str word = { .arena = arena };
	struct error ignored = { 0 };
	size_t start = where, end = where + 1;

	while (start && where - start < 20 && !ends_word(text.bytes[start - 1]))
		start--;
	while (end < text.len && end - where < 20 &&
	       !ends_word(text.bytes[end]))
		end++;
	str_text(&word, "");
	encoding_decode(encoding, text.bytes + start, end - start, &word,
			&ignored);
	return word.text;
}

static bool
refuse_nul(struct plain text, size_t where, struct error *err)
{
	const char *guess = encoding_guess(text.bytes, text.len, where);
	size_t line = line_at(text.bytes, where);

	if (guess)
		return error_set(err, ERROR_INPUT,
				 "line %zu holds NUL bytes; they read as "
				 "UTF-16: add --encoding %s",
				 line, guess);
	return error_set(err, ERROR_INPUT,
			 "line %zu holds a NUL byte, which no text has: is it "
			 "a CSV file?",
			 line);
}

static bool
refuse(struct arena *arena, struct plain text, size_t where, struct error *err)
{
	size_t line = line_at(text.bytes, where);
	const char *guess;

	if (!text.bytes[where])
		return refuse_nul(text, where, err);
	guess = encoding_guess(text.bytes, text.len, where);
	if (guess)
		return error_set(err, ERROR_INPUT,
				 "line %zu holds bytes that are no UTF-8; they "
				 "read as %s (\"%s\"): add --encoding %s",
				 line, guess,
				 word_round(arena, guess, text, where), guess);
	return error_set(err, ERROR_INPUT,
			 "line %zu holds bytes that are no UTF-8, nor any "
			 "other encoding that is easily told: save it as \"CSV "
			 "UTF-8\", or add --encoding NAME",
			 line);
}

/* The encoding that a mark at the start of the file says, which is cut; else the
 * one that was given. */
static const char *
marked(struct plain *text, const char *given)
{
	static const struct {
		const char *mark;
		size_t len;
		const char *encoding;
	} marks[] = {
		{ "\xef\xbb\xbf", 3, NULL },
		{ "\xff\xfe", 2, "utf-16le" },
		{ "\xfe\xff", 2, "utf-16be" },
	};

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		if (text->len < marks[i].len ||
		    memcmp(text->bytes, marks[i].mark, marks[i].len) != 0)
			continue;
		text->bytes += marks[i].len;
		text->len -= marks[i].len;
		return marks[i].encoding;
	}
	return given;
}

static bool
decode(struct arena *arena, const char *encoding, struct plain *text,
       struct error *err)
{
	struct str decoded = { .arena = arena };

	str_text(&decoded, "");
	if (!encoding_decode(encoding, text->bytes, text->len, &decoded, err))
		return false;
	*text = (struct plain){ decoded.text, decoded.len, true };
	marked(text, NULL);
	return true;
}

bool
plain_from(struct arena *arena, const char *encoding, struct plain *text,
	   struct error *err)
{
	size_t where;

	if (text->len >= 4 && !memcmp(text->bytes, "PK\3\4", 4))
		return error_set(err, ERROR_INPUT,
				 "a workbook, not a CSV file: open it in the "
				 "spreadsheet program and save it as \"CSV "
				 "UTF-8\"");
	encoding = marked(text, encoding);
	if (encoding && !decode(arena, encoding, text, err))
		return false;
	return utf8_check(text->bytes, text->len, &where) ||
	       refuse(arena, *text, where, err);
}
