#include "words.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "error.h"
#include "file.h"
#include "moment.h"
#include "str.h"

enum { WORDS_BYTES_MAX = 1024 * 1024 };

enum word
word_named(const char *name)
{
	for (int i = 0; i < WORD_COUNT; i++)
		if (strcmp(word_ids[i], name) == 0)
			return (enum word)i;
	return WORD_COUNT;
}

/* One line, already cut off: "id = text", "# …" or nothing. */
static bool
read_line(char *line, const char **text, struct error *err)
{
	char *equals = strstr(line, " = ");
	enum word word;

	if (line[0] == '\0' || line[0] == '#')
		return true;
	if (!equals)
		return error_set(err, ERROR_SYSTEM,
				 "expected \"id = text\", not \"%s\"", line);
	*equals = '\0';
	word = word_named(line);
	if (word == WORD_COUNT)
		return error_set(err, ERROR_SYSTEM,
				 "%s is not a word of words.en", line);
	if (text[word])
		return error_set(err, ERROR_SYSTEM, "%s stands here twice",
				 line);
	text[word] = equals + 3;
	return true;
}

static bool
read_words(char *bytes, const char **text, const char *path, struct error *err)
{
	size_t number = 1;

	for (char *line = bytes; line; number++) {
		char *end = strchr(line, '\n');

		if (end)
			*end = '\0';
		if (!read_line(line, text, err))
			return error_at(err, path, number);
		line = end ? end + 1 : NULL;
	}
	for (int i = 0; i < WORD_COUNT; i++)
		if (!text[i])
			return error_set(err, ERROR_SYSTEM, "%s has no word %s",
					 path, word_ids[i]);
	return true;
}

const struct words *
words_load(struct arena *arena, const char *dir, struct error *err)
{
	struct words *words = arena_alloc(arena, sizeof(*words));

	for (int i = 0; i < LANGUAGE_COUNT; i++) {
		const char *path =
			arena_format(arena, "%s/words.%s", dir,
				     language_code((enum language)i));
		char *bytes;
		size_t len;

		if (!file_read(arena, path, WORDS_BYTES_MAX, &bytes, &len,
			       err)) {
			err->kind = ERROR_SYSTEM;
			return NULL;
		}
		if (!read_words(bytes, words->text[i], path, err))
			return NULL;
	}
	return words;
}

const char *
word_in(const struct words *words, enum language language, enum word word)
{
	return words->text[language][word];
}

/* WORD with VALUE in the place of PLACE; not printf, so that no word is ever a
 * format. */
static char *
fill(struct arena *arena, const char *word, const char *place,
     const char *value)
{
	const char *at = strstr(word, place);

	if (!at)
		return arena_string(arena, word);
	return arena_format(arena, "%.*s%s%s", (int)(at - word), word, value,
			    at + strlen(place));
}

char *
word_text(struct arena *arena, const struct words *words,
	  enum language language, enum word word, const char *value)
{
	return fill(arena, word_in(words, language, word), "%s", value);
}

bool
word_begins_with_vowel(const char *text)
{
	static const char *const marked[] = {
		"â", "ê", "î", "ô", "û", "ŵ", "ŷ",
		"Â", "Ê", "Î", "Ô", "Û", "Ŵ", "Ŷ"
	};
	size_t digits = strspn(text, "0123456789");

	/* un, un ar ddeg, wyth, wyth deg, wyth cant … */
	if (digits)
		return *text == '8' || (digits == 1 && *text == '1') ||
		       (digits == 2 && strncmp(text, "11", 2) == 0);
	/* A w is one unless another follows, as in "wal"; not so in "ŵyl". */
	if (*text == 'w' || *text == 'W')
		return !text[1] || !strchr("aeio", text[1]);
	for (size_t i = 0; i < sizeof(marked) / sizeof(marked[0]); i++)
		if (strncmp(text, marked[i], strlen(marked[i])) == 0)
			return true;
	return *text && strchr("aeiouyAEIOUY", *text);
}

char *
word_digits(struct arena *arena, size_t number)
{
	const char *digits = arena_format(arena, "%zu", number);
	size_t len = strlen(digits);
	struct str out = { .arena = arena };

	for (size_t i = 0; i < len; i++) {
		if (i && (len - i) % 3 == 0)
			str_char(&out, ',');
		str_char(&out, digits[i]);
	}
	return out.text;
}

char *
word_number(struct arena *arena, const struct words *words,
	    enum language language, enum word word, size_t number)
{
	return fill(arena, word_in(words, language, word), "%zu",
		    word_digits(arena, number));
}

static char *
civil_date(struct arena *arena, const struct words *words,
	   enum language language, int year, int month, int day)
{
	static const enum word months[] = {
		W_JANUARY,   W_FEBRUARY, W_MARCH,    W_APRIL,
		W_MAY,	     W_JUNE,	 W_JULY,     W_AUGUST,
		W_SEPTEMBER, W_OCTOBER,	 W_NOVEMBER, W_DECEMBER,
	};

	return arena_format(arena, "%d %s %d", day,
			    word_in(words, language, months[month - 1]), year);
}

char *
word_date(struct arena *arena, const struct words *words,
	  enum language language, moment when)
{
	struct moment_parts parts;

	moment_parts(when, &parts);
	return civil_date(arena, words, language, parts.year, parts.month,
			  parts.day);
}

char *
word_day(struct arena *arena, const struct words *words, enum language language,
	 const char *day)
{
	assert(moment_is_date(day));
	return civil_date(arena, words, language, (int)strtol(day, NULL, 10),
			  (int)strtol(day + 5, NULL, 10),
			  (int)strtol(day + 8, NULL, 10));
}

/* "9am", "9:30am", "midday". */
static char *
clock_time(struct arena *arena, const struct words *words,
	   enum language language, const struct moment_parts *parts)
{
	const char *half =
		word_in(words, language, parts->hour < 12 ? W_AM : W_PM);
	int hour = parts->hour % 12 ? parts->hour % 12 : 12;

	if (parts->hour == 12 && parts->minute == 0)
		return arena_string(arena, word_in(words, language, W_MIDDAY));
	if (parts->minute == 0)
		return arena_format(arena, "%d%s", hour, half);
	return arena_format(arena, "%d:%02d%s", hour, parts->minute, half);
}

static char *
time_on_date(struct arena *arena, const struct words *words,
	     enum language language, moment when)
{
	struct moment_parts parts;

	moment_parts(when, &parts);
	return arena_format(arena, "%s %s %s",
			    clock_time(arena, words, language, &parts),
			    word_in(words, language, W_ON),
			    word_date(arena, words, language, when));
}

static bool
is_midnight(moment when)
{
	struct moment_parts parts;

	moment_parts(when, &parts);
	return parts.hour == 0 && parts.minute == 0;
}

char *
word_opening(struct arena *arena, const struct words *words,
	     enum language language, moment when)
{
	return is_midnight(when) ? word_date(arena, words, language, when)
				 : time_on_date(arena, words, language, when);
}

/* "12am on 10 January" can be read as either end of that day. */
char *
word_closing(struct arena *arena, const struct words *words,
	     enum language language, moment when)
{
	return time_on_date(arena, words, language,
			    is_midnight(when) ? when - 60 : when);
}
