#ifndef JSON_H
#define JSON_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct error;
struct str;

/*
 * Door to jansson: JSON as a tree to read, and a writer that puts commas and
 * escapes where they belong.  Every text is valid UTF-8 without NUL.
 */
enum json_kind {
	JSON_NONE, /* null */
	JSON_TRUTH,
	JSON_NUMBER,
	JSON_TEXT,
	JSON_LIST,
	JSON_MAP,
};

struct json {
	enum json_kind kind;
	bool truth;
	double number;
	const char *text;
	const char *const *keys;  /* map: in the order written */
	const struct json *items; /* map: values; list: items */
	size_t count;
};

/* The value in LEN bytes, in the arena; NULL and ERROR_INPUT "line L, column C: …"
 * (without the line when it is the first) when it is not JSON, has a key twice, or a NUL in a text. */
const struct json *json_parse(struct arena *arena, const char *bytes,
			      size_t len, struct error *err);

/* The value of KEY, or NULL when there is none (or MAP is no map). */
const struct json *json_get(const struct json *map, const char *key);

/* Its text; NULL when VALUE is NULL or not a text. */
const char *json_text(const struct json *value);

/* Writing: begin and end with '{' '}' or '[' ']'; in a map each value follows its
 * key. */
struct json_writer {
	struct str *out;
	bool comma; /* the next value needs one before it */
};

void json_begin(struct json_writer *writer, char bracket);
void json_end(struct json_writer *writer, char bracket);
void json_key(struct json_writer *writer, const char *key);
void json_write_text(struct json_writer *writer, const char *text);
void json_write_number(struct json_writer *writer, long long number);
void json_write_truth(struct json_writer *writer, bool truth);
/* JSON as it is, made by json_writer before. */
void json_write_raw(struct json_writer *writer, const char *json);

/* A key and its text; nothing when TEXT is NULL. */
void json_pair(struct json_writer *writer, const char *key, const char *text);
void json_pair_number(struct json_writer *writer, const char *key,
		      long long number);

#endif
