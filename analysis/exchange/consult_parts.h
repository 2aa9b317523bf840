#ifndef CONSULT_PARTS_H
#define CONSULT_PARTS_H

#include <stddef.h>

struct arena;
struct json;

/*
 * What a folder of the i.AI Consult tool holds, between the file that reads it
 * (consult_folder.c) and the one that writes a definition for it
 * (consult_definition.c); nobody else's.
 */
enum { PARTS_MAX = 200 };

/* One line of a file about one respondent. */
struct record {
	const char *id;
	const struct json *json;
	size_t line;
};

struct records {
	struct record *items;
	size_t count, room;
};

struct part {
	int number;
	const char *text;
	const struct json *options; /* list of texts, or NULL */
	struct records responses, choices;
};

/* A fact about respondents: a key of demographic_data and its values. */
struct fact {
	const char *key;
	const char **values;
	size_t count, room;
};

struct consult_folder {
	struct arena *arena;
	const char *name;
	struct records respondents;
	struct part parts[PARTS_MAX];
	size_t part_count;
	struct fact *facts;
	size_t fact_count, fact_room;
};

#endif
