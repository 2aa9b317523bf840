#include "exchange/jsonl_read.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "error.h"
#include "json.h"
#include "utf8.h"

struct reader {
	incoming_row *row;
	void *context;
	struct complaints *complaints;
};

static bool
is_one_of(const char *word, const char *const words[])
{
	for (size_t i = 0; words[i]; i++)
		if (strcmp(word, words[i]) == 0)
			return true;
	return false;
}

static void
check_keys(const struct json *map, const char *const allowed[], size_t line,
	   struct complaints *complaints)
{
	for (size_t i = 0; i < map->count; i++)
		if (!is_one_of(map->keys[i], allowed))
			complain(complaints, line, "unknown key \"%.60s\"",
				 map->keys[i]);
}

static const char *
text_at(const struct json *map, const char *key, size_t line,
	struct complaints *complaints)
{
	const struct json *value = json_get(map, key);

	if (value && value->kind != JSON_TEXT && value->kind != JSON_NONE)
		complain(complaints, line, "%s: expected a text in quotes",
			 key);
	return json_text(value);
}

/* The rows of a matrix are fields of their own. */
static void
take_rows(struct incoming *incoming, const char *name, const struct json *rows,
	  struct complaints *complaints)
{
	for (size_t i = 0; i < rows->count; i++)
		if (rows->items[i].kind == JSON_TEXT)
			incoming_field(incoming,
				       arena_format(incoming->arena, "%s.%s",
						    name, rows->keys[i]),
				       rows->items[i].text);
		else
			complain(complaints, incoming->line,
				 "%s, %.60s: expected a text in quotes", name,
				 rows->keys[i]);
}

/* One value of a respondent or an answer: a text, true or false, a list of texts,
 * or { row: text }; null is as if it were not there. */
static void
take_value(struct incoming *incoming, const char *name,
	   const struct json *value, struct complaints *complaints)
{
	switch (value->kind) {
	case JSON_TEXT:
		incoming_field(incoming, name, value->text);
		break;
	case JSON_TRUTH:
		incoming_field(incoming, name, value->truth ? "yes" : "no");
		break;
	case JSON_LIST:
		for (size_t i = 0; i < value->count; i++)
			if (value->items[i].kind == JSON_TEXT)
				incoming_field(incoming, name,
					       value->items[i].text);
			else
				complain(complaints, incoming->line,
					 "%s: expected texts in the list",
					 name);
		break;
	case JSON_MAP:
		take_rows(incoming, name, value, complaints);
		break;
	case JSON_NONE:
		break;
	case JSON_NUMBER:
		complain(complaints, incoming->line,
			 "%s: expected a text in quotes or a list of them",
			 name);
		break;
	}
}

static void
take_map(struct incoming *incoming, const struct json *line, const char *key,
	 struct complaints *complaints)
{
	const struct json *map = json_get(line, key);

	if (!map || map->kind == JSON_NONE)
		return;
	if (map->kind != JSON_MAP) {
		complain(complaints, incoming->line, "%s: expected { … }", key);
		return;
	}
	for (size_t i = 0; i < map->count; i++)
		take_value(incoming, map->keys[i], &map->items[i], complaints);
}

static void
take_line(struct incoming *incoming, const struct json *json,
	  struct complaints *complaints)
{
	static const char *const keys[] = {
		"id",	      "reference", "received", "channel", "language",
		"respondent", "answers",   "flags",    NULL
	};
	static const char *const respondent_keys[] = { "capacity",
						       "organisation",
						       "represents",
						       "type",
						       "name",
						       "email",
						       "contact",
						       "confidential",
						       "confidential_reason",
						       "publish",
						       NULL };
	const struct json *respondent = json_get(json, "respondent");
	const struct json *answers = json_get(json, "answers");
	size_t line = incoming->line;

	check_keys(json, keys, line, complaints);
	if (respondent && respondent->kind == JSON_MAP)
		check_keys(respondent, respondent_keys, line, complaints);
	for (size_t i = 0; answers && i < answers->count; i++)
		if (answers->kind == JSON_MAP &&
		    is_one_of(answers->keys[i], respondent_keys))
			complain(complaints, line,
				 "\"%s\" stands in answers: write it in "
				 "respondent",
				 answers->keys[i]);
	incoming->key = text_at(json, "id", line, complaints);
	incoming->reference = text_at(json, "reference", line, complaints);
	incoming->received = text_at(json, "received", line, complaints);
	incoming->channel = text_at(json, "channel", line, complaints);
	incoming->language = text_at(json, "language", line, complaints);
	take_map(incoming, json, "respondent", complaints);
	take_map(incoming, json, "answers", complaints);
}

static bool
read_line(void *context, const char *text, size_t len, size_t number,
	  struct error *err)
{
	struct reader *reader = context;
	struct arena arena = { 0 };
	struct incoming incoming = { .arena = &arena, .line = number };
	struct error fault = { 0 };
	const struct json *json = NULL;
	bool fine = true;
	size_t where;

	if (!utf8_check(text, len, &where))
		complain(reader->complaints, number,
			 "not UTF-8 (byte %zu of the line): the file may be in "
			 "Windows-1252; convert it with iconv -f WINDOWS-1252 "
			 "-t UTF-8",
			 where + 1);
	else if (!(json = json_parse(&arena, text, len, &fault)))
		complain(reader->complaints, number,
			 "not JSON, or cut short: %s", fault.text);
	else if (json->kind != JSON_MAP)
		complain(reader->complaints, number,
			 "expected one response, { … }");
	if (json && json->kind == JSON_MAP) {
		size_t before = reader->complaints->count;

		take_line(&incoming, json, reader->complaints);
		if (reader->complaints->count == before)
			fine = reader->row(reader->context, &incoming, err);
	}
	arena_free(&arena);
	return fine;
}

bool
jsonl_read(const char *path, incoming_row *row, void *context,
	   struct complaints *complaints, struct error *err)
{
	struct reader reader = { row, context, complaints };

	return lines_read(path, read_line, &reader, complaints, err);
}

/* Read up to the next line end into LINE; its length, or -1 at the end.  What is
 * beyond LINE_BYTES_MAX is read over, and the length is then one more. */
static long
next_line(FILE *file, char *line)
{
	long len = 0;
	int byte;

	while ((byte = getc_unlocked(file)) != EOF && byte != '\n') {
		if (len < LINE_BYTES_MAX)
			line[len] = (char)byte;
		if (len <= LINE_BYTES_MAX)
			len++;
	}
	if (byte == EOF && len == 0)
		return -1;
	if (len > 0 && len <= LINE_BYTES_MAX && line[len - 1] == '\r')
		len--;
	return len;
}

static bool
read_lines(FILE *file, char *buffer,
	   bool (*line)(void *context, const char *text, size_t len,
			size_t number, struct error *err),
	   void *context, struct complaints *complaints, struct error *err)
{
	size_t number = 0;
	long len;

	while ((len = next_line(file, buffer)) >= 0) {
		const char *text = buffer;

		number++;
		if (len > LINE_BYTES_MAX) {
			complain(complaints, number,
				 "the line is longer than %d bytes",
				 LINE_BYTES_MAX);
			continue;
		}
		if (number == 1 && len >= 3 &&
		    !memcmp(text, "\xef\xbb\xbf", 3)) {
			text += 3;
			len -= 3;
		}
		if (len && !line(context, text, (size_t)len, number, err))
			return false;
	}
	if (ferror(file))
		return error_set(err, ERROR_SYSTEM, "cannot read %s: %s",
				 complaints->path, strerror(errno));
	return true;
}

bool
lines_read(const char *path,
	   bool (*line)(void *context, const char *text, size_t len,
			size_t number, struct error *err),
	   void *context, struct complaints *complaints, struct error *err)
{
	struct arena arena = { 0 };
	FILE *file = fopen(path, "re");
	bool fine;

	if (!file)
		return error_set(err, ERROR_INPUT, "cannot read %s: %s", path,
				 strerror(errno));
	fine = read_lines(file, arena_alloc(&arena, LINE_BYTES_MAX + 1), line,
			  context, complaints, err);
	fclose(file);
	arena_free(&arena);
	return fine;
}
