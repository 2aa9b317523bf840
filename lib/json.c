#include "json.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "arena.h"
#include "error.h"
#include "str.h"

static void take(struct arena *arena, json_t *value, struct json *result);

static void
take_list(struct arena *arena, json_t *value, struct json *result)
{
	struct json *items;

	result->kind = JSON_LIST;
	result->count = json_array_size(value);
	items = arena_array(arena, result->count, sizeof(*items));
	for (size_t i = 0; i < result->count; i++)
		take(arena, json_array_get(value, i), &items[i]);
	result->items = items;
}

static void
take_map(struct arena *arena, json_t *value, struct json *result)
{
	const char **keys, *key;
	struct json *items;
	json_t *item;
	size_t i = 0;

	result->kind = JSON_MAP;
	result->count = json_object_size(value);
	keys = arena_array(arena, result->count, sizeof(*keys));
	items = arena_array(arena, result->count, sizeof(*items));
	json_object_foreach(value, key, item)
	{
		keys[i] = arena_string(arena, key);
		take(arena, item, &items[i]);
		i++;
	}
	result->keys = keys;
	result->items = items;
}

static void
take(struct arena *arena, json_t *value, struct json *result)
{
	switch (json_typeof(value)) {
	case JSON_OBJECT:
		take_map(arena, value, result);
		break;
	case JSON_ARRAY:
		take_list(arena, value, result);
		break;
	case JSON_STRING:
		result->kind = JSON_TEXT;
		result->text = arena_string(arena, json_string_value(value));
		break;
	case JSON_INTEGER:
	case JSON_REAL:
		result->kind = JSON_NUMBER;
		result->number = json_number_value(value);
		break;
	case JSON_TRUE:
	case JSON_FALSE:
		result->kind = JSON_TRUTH;
		result->truth = json_is_true(value);
		break;
	case JSON_NULL:
		result->kind = JSON_NONE;
		break;
	}
}

/* A value on one line, as in JSON Lines, needs no line said. */
static void
tell_fault(const json_error_t *fault, struct error *err)
{
	const char *what =
		strstr(fault->text, "JSON_ALLOW_NUL")
			? "a text holds a NUL (\\u0000): leave it out"
			: fault->text;

	if (fault->line > 1)
		error_set(err, ERROR_INPUT, "line %d, column %d: %s",
			  fault->line, fault->column, what);
	else
		error_set(err, ERROR_INPUT, "column %d: %s", fault->column,
			  what);
}

const struct json *
json_parse(struct arena *arena, const char *bytes, size_t len,
	   struct error *err)
{
	json_error_t fault;
	struct json *result;
	json_t *value =
		json_loadb(bytes, len, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY,
			   &fault);

	if (!value) {
		tell_fault(&fault, err);
		return NULL;
	}
	result = arena_alloc(arena, sizeof(*result));
	take(arena, value, result);
	json_decref(value);
	return result;
}

const struct json *
json_get(const struct json *map, const char *key)
{
	if (!map || map->kind != JSON_MAP)
		return NULL;
	for (size_t i = 0; i < map->count; i++)
		if (strcmp(map->keys[i], key) == 0)
			return &map->items[i];
	return NULL;
}

const char *
json_text(const struct json *value)
{
	return value && value->kind == JSON_TEXT ? value->text : NULL;
}

static void
separate(struct json_writer *writer)
{
	if (writer->comma)
		str_char(writer->out, ',');
	writer->comma = true;
}

void
json_begin(struct json_writer *writer, char bracket)
{
	separate(writer);
	str_char(writer->out, bracket);
	writer->comma = false;
}

void
json_end(struct json_writer *writer, char bracket)
{
	str_char(writer->out, bracket);
	writer->comma = true;
}

/* How many bytes of TEXT stand for themselves. */
static size_t
plain_len(const char *text)
{
	size_t len = 0;

	while ((unsigned char)text[len] >= 0x20 && text[len] != '"' &&
	       text[len] != '\\')
		len++;
	return len;
}

static void
quote(struct str *out, const char *text)
{
	str_char(out, '"');
	for (const char *at = text;; at++) {
		size_t plain = plain_len(at);

		str_add(out, at, plain);
		at += plain;
		if (!*at)
			break;
		if (*at == '"' || *at == '\\') {
			str_char(out, '\\');
			str_char(out, *at);
		} else if (*at == '\n') {
			str_text(out, "\\n");
		} else {
			str_format(out, "\\u%04x", (unsigned)*at);
		}
	}
	str_char(out, '"');
}

void
json_key(struct json_writer *writer, const char *key)
{
	separate(writer);
	quote(writer->out, key);
	str_char(writer->out, ':');
	writer->comma = false;
}

void
json_write_text(struct json_writer *writer, const char *text)
{
	separate(writer);
	quote(writer->out, text);
}

void
json_write_number(struct json_writer *writer, long long number)
{
	unsigned long long rest = number < 0 ? 0 - (unsigned long long)number
					     : (unsigned long long)number;
	char digits[24], *at = digits + sizeof(digits);

	separate(writer);
	do
		*--at = (char)('0' + rest % 10);
	while (rest /= 10);
	if (number < 0)
		*--at = '-';
	str_add(writer->out, at, (size_t)(digits + sizeof(digits) - at));
}

void
json_write_truth(struct json_writer *writer, bool truth)
{
	separate(writer);
	str_text(writer->out, truth ? "true" : "false");
}

void
json_write_raw(struct json_writer *writer, const char *json)
{
	separate(writer);
	str_text(writer->out, json);
}

void
json_pair(struct json_writer *writer, const char *key, const char *text)
{
	if (!text)
		return;
	json_key(writer, key);
	json_write_text(writer, text);
}

void
json_pair_number(struct json_writer *writer, const char *key, long long number)
{
	json_key(writer, key);
	json_write_number(writer, number);
}
