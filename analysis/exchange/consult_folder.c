#include "exchange/consult_folder.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "arena.h"
#include "error.h"
#include "exchange/consult_parts.h"
#include "exchange/jsonl_read.h"
#include "file.h"
#include "json.h"
#include "utf8.h"

enum { QUESTION_BYTES_MAX = 1024 * 1024 };

struct loading {
	struct arena *arena;
	struct records *records;
	struct complaints *complaints;
};

static const char *
id_of(struct arena *arena, const struct json *json)
{
	const struct json *id = json_get(json, "themefinder_id");

	if (!id)
		id = json_get(json, "response_id");
	if (id && id->kind == JSON_NUMBER)
		return arena_format(arena, "%.0f", id->number);
	return json_text(id);
}

static bool
load_line(void *context, const char *text, size_t len, size_t number,
	  struct error *err)
{
	struct loading *loading = context;
	struct records *records = loading->records;
	struct record record = { .line = number };
	struct error fault = { 0 };
	size_t where;

	(void)err;
	if (!utf8_check(text, len, &where)) {
		complain(loading->complaints, number, "not UTF-8 (byte %zu)",
			 where + 1);
		return true;
	}
	record.json = json_parse(loading->arena, text, len, &fault);
	record.id = record.json ? id_of(loading->arena, record.json) : NULL;
	if (!record.id) {
		complain(loading->complaints, number, "%s",
			 record.json ? "there is no themefinder_id or "
				       "response_id"
				     : fault.text);
		return true;
	}
	if (records->count == records->room) {
		records->room = records->room ? records->room * 2 : 256;
		records->items = arena_grow(loading->arena, records->items,
					    records->count, records->room,
					    sizeof(record));
	}
	records->items[records->count++] = record;
	return true;
}

static bool
load_records(struct arena *arena, const char *path, struct records *records,
	     struct complaints *complaints, struct error *err)
{
	struct complaints own = { .path = path,
				  .text = complaints->text,
				  .count = complaints->count };
	struct loading loading = { arena, records, &own };
	bool fine = lines_read(path, load_line, &loading, &own, err);

	complaints->text = own.text;
	complaints->count = own.count;
	return fine;
}

static bool
load_optional(struct arena *arena, const char *path, struct records *records,
	      struct complaints *complaints, struct error *err)
{
	if (access(path, F_OK) != 0 && errno == ENOENT)
		return true;
	return load_records(arena, path, records, complaints, err);
}

static int
by_id(const void *left, const void *right)
{
	const struct record *a = left, *b = right;

	return strcmp(a->id, b->id);
}

/* Sort by id, for record_of; an id given twice is complained of. */
static void
sort_records(struct records *records, const char *path,
	     struct complaints *complaints)
{
	if (records->count)
		qsort(records->items, records->count, sizeof(struct record),
		      by_id);
	for (size_t i = 1; i < records->count; i++)
		if (!strcmp(records->items[i - 1].id, records->items[i].id))
			complain(complaints, records->items[i].line,
				 "%s: the id %s is there twice", path,
				 records->items[i].id);
}

static const struct json *
record_of(const struct records *records, const char *id)
{
	const struct record wanted = { .id = id };
	const struct record *found =
		records->count ? bsearch(&wanted, records->items,
					 records->count, sizeof(wanted), by_id)
			       : NULL;

	return found ? found->json : NULL;
}

static bool
load_part(struct arena *arena, const char *folder, int number,
	  struct part *part, struct complaints *complaints, struct error *err)
{
	char *place =
		arena_format(arena, "%s/question_part_%d", folder, number);
	const char *path = file_in(arena, place, "question.json");
	const struct json *json;
	char *bytes;
	size_t len;

	part->number = number;
	if (!file_read(arena, path, QUESTION_BYTES_MAX, &bytes, &len, err))
		return false;
	json = json_parse(arena, bytes, len, err);
	if (!json)
		return error_at(err, path, 0);
	part->text = json_text(json_get(json, "question_text"));
	part->options = json_get(json, "multi_choice_options");
	if (part->options &&
	    (part->options->kind != JSON_LIST || !part->options->count))
		part->options = NULL;
	if (!part->text)
		return error_set(err, ERROR_INPUT,
				 "%s: there is no question_text", path);
	for (size_t i = 0; part->options && i < part->options->count; i++)
		if (!json_text(&part->options->items[i]))
			return error_set(err, ERROR_INPUT,
					 "%s: multi_choice_options must be "
					 "texts",
					 path);
	path = file_in(arena, place, "responses.jsonl");
	if (!load_optional(arena, path, &part->responses, complaints, err))
		return false;
	sort_records(&part->responses, path, complaints);
	path = file_in(arena, place, "multi_choice.jsonl");
	if (!load_optional(arena, path, &part->choices, complaints, err))
		return false;
	sort_records(&part->choices, path, complaints);
	return true;
}

static struct fact *
fact_named(struct consult_folder *folder, const char *key)
{
	for (size_t i = 0; i < folder->fact_count; i++)
		if (strcmp(folder->facts[i].key, key) == 0)
			return &folder->facts[i];
	if (folder->fact_count == folder->fact_room) {
		folder->fact_room =
			folder->fact_room ? folder->fact_room * 2 : 16;
		folder->facts =
			arena_grow(folder->arena, folder->facts,
				   folder->fact_count, folder->fact_room,
				   sizeof(struct fact));
	}
	folder->facts[folder->fact_count].key = key;
	return &folder->facts[folder->fact_count++];
}

/* What stands in the file as one value: a number and a truth too. */
static const char *
value_text(struct arena *arena, const struct json *value)
{
	if (value && value->kind == JSON_NUMBER)
		return arena_format(arena, "%.15g", value->number);
	if (value && value->kind == JSON_TRUTH)
		return value->truth ? "yes" : "no";
	return json_text(value);
}

static void
fact_value(struct consult_folder *folder, struct fact *fact, const char *value)
{
	if (!value || !*value)
		return;
	for (size_t i = 0; i < fact->count; i++)
		if (strcmp(fact->values[i], value) == 0)
			return;
	if (fact->count == fact->room) {
		fact->room = fact->room ? fact->room * 2 : 16;
		fact->values =
			arena_grow(folder->arena, fact->values, fact->count,
				   fact->room, sizeof(*fact->values));
	}
	fact->values[fact->count++] = value;
}

static const struct json *
demographics(const struct json *respondent)
{
	const struct json *map = json_get(respondent, "demographic_data");

	if (!map)
		map = json_get(respondent, "demographics");
	return map && map->kind == JSON_MAP ? map : NULL;
}

static int
by_key(const void *left, const void *right)
{
	const struct fact *a = left, *b = right;

	return strcmp(a->key, b->key);
}

static int
by_text(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void
collect_facts(struct consult_folder *folder)
{
	for (size_t i = 0; i < folder->respondents.count; i++) {
		const struct json *map =
			demographics(folder->respondents.items[i].json);

		for (size_t j = 0; map && j < map->count; j++) {
			struct fact *fact = fact_named(folder, map->keys[j]);
			const struct json *value = &map->items[j];

			fact_value(folder, fact,
				   value_text(folder->arena, value));
			for (size_t k = 0;
			     value->kind == JSON_LIST && k < value->count; k++)
				fact_value(folder, fact,
					   value_text(folder->arena,
						      &value->items[k]));
		}
	}
	if (folder->fact_count)
		qsort(folder->facts, folder->fact_count, sizeof(struct fact),
		      by_key);
	for (size_t i = 0; i < folder->fact_count; i++)
		if (folder->facts[i].count)
			qsort(folder->facts[i].values, folder->facts[i].count,
			      sizeof(char *), by_text);
}

/* A value that could not be taken over is not left out in silence. */
static void
check_value(const struct consult_folder *folder, const struct record *record,
	    const char *key, const struct json *value,
	    struct complaints *complaints)
{
	bool plain = !value || value->kind != JSON_MAP;

	for (size_t i = 0;
	     value && value->kind == JSON_LIST && i < value->count; i++)
		plain = plain && value->items[i].kind != JSON_MAP &&
			value->items[i].kind != JSON_LIST;
	if (!plain)
		complain(complaints, record->line,
			 "%s: %s of the id %s: expected a text, a number or a "
			 "list of them",
			 folder->name, key, record->id);
}

static void
check_facts(const struct consult_folder *folder, struct complaints *complaints)
{
	for (size_t i = 0; i < folder->respondents.count; i++) {
		const struct record *record = &folder->respondents.items[i];
		const struct json *map = demographics(record->json);

		for (size_t j = 0; map && j < map->count; j++)
			check_value(folder, record, map->keys[j],
				    &map->items[j], complaints);
	}
}

/* Whoever answered must be a respondent, with answers that can be read. */
static void
check_records(const struct consult_folder *folder,
	      const struct records *records, const struct records *known,
	      struct complaints *complaints)
{
	static const char *const keys[] = { "text", "response", "options" };

	for (size_t i = 0; i < records->count; i++) {
		const struct record *record = &records->items[i];

		if (!record_of(known, record->id))
			complain(complaints, record->line,
				 "%s: the id %s is not in respondents.jsonl",
				 folder->name, record->id);
		for (size_t j = 0; j < sizeof(keys) / sizeof(keys[0]); j++)
			check_value(folder, record, keys[j],
				    json_get(record->json, keys[j]),
				    complaints);
	}
}

static void
check_all(const struct consult_folder *folder, struct complaints *complaints)
{
	struct records known = folder->respondents;

	known.items = arena_grow(folder->arena, known.items, known.count,
				 known.count, sizeof(struct record));
	sort_records(&known, "respondents.jsonl", complaints);
	for (size_t i = 0; i < folder->part_count; i++) {
		check_records(folder, &folder->parts[i].responses, &known,
			      complaints);
		check_records(folder, &folder->parts[i].choices, &known,
			      complaints);
	}
	check_facts(folder, complaints);
}

static bool
part_exists(struct arena *arena, const char *inputs, int number)
{
	return access(arena_format(arena, "%s/question_part_%d", inputs,
				   number),
		      F_OK) == 0;
}

const struct consult_folder *
consult_folder_open(struct arena *arena, const char *path,
		    struct complaints *complaints, struct error *err)
{
	struct consult_folder *folder = arena_alloc(arena, sizeof(*folder));
	const char *inputs = file_in(arena, path, "inputs");
	const char *slash;
	char *name = arena_string(arena, path);

	while (strlen(name) > 1 && name[strlen(name) - 1] == '/')
		name[strlen(name) - 1] = '\0';
	slash = strrchr(name, '/');
	folder->arena = arena;
	folder->name = slash && slash[1] ? slash + 1 : name;
	if (!load_records(arena, file_in(arena, inputs, "respondents.jsonl"),
			  &folder->respondents, complaints, err))
		return NULL;
	for (int number = 1; number < 1000; number++) {
		if (!part_exists(arena, inputs, number))
			continue;
		if (folder->part_count == PARTS_MAX) {
			error_set(err, ERROR_INPUT,
				  "%s has more than %d questions", path,
				  PARTS_MAX);
			return NULL;
		}
		if (!load_part(arena, inputs, number,
			       &folder->parts[folder->part_count++], complaints,
			       err))
			return NULL;
	}
	if (!folder->part_count) {
		error_set(err, ERROR_INPUT,
			  "%s has no folder inputs/question_part_1", path);
		return NULL;
	}
	collect_facts(folder);
	check_all(folder, complaints);
	return folder;
}

static const char *
question_titled(struct arena *arena, const struct consultation *consultation,
		const char *title)
{
	const char *folded = utf8_fold(arena, title);

	for (size_t i = 0; i < consultation->question_count; i++) {
		const struct question *question = &consultation->questions[i];

		if (question->id[0] == 'd' &&
		    !strcmp(utf8_fold(arena, phrase_in(&question->title,
						       LANGUAGE_EN, NULL)),
			    folded))
			return question->id;
	}
	return title;
}

static void
add_values(struct incoming *incoming, const char *id, const struct json *value)
{
	const char *text = value_text(incoming->arena, value);

	if (text && *text)
		incoming_field(incoming, id, text);
	for (size_t i = 0;
	     value && value->kind == JSON_LIST && i < value->count; i++) {
		text = value_text(incoming->arena, &value->items[i]);
		if (text)
			incoming_field(incoming, id, text);
	}
}

static void
fill_row(const struct consult_folder *folder,
	 const struct consultation *consultation, const struct record *record,
	 struct incoming *incoming)
{
	const struct json *map = demographics(record->json);

	for (size_t i = 0; i < folder->part_count; i++) {
		const struct part *part = &folder->parts[i];
		const struct json *json =
			record_of(&part->responses, record->id);
		const struct json *text = json_get(json, "text");

		add_values(incoming,
			   arena_format(incoming->arena, "q%d", part->number),
			   text ? text : json_get(json, "response"));
		add_values(incoming,
			   arena_format(incoming->arena, "q%d_choice",
					part->number),
			   json_get(record_of(&part->choices, record->id),
				    "options"));
	}
	for (size_t i = 0; map && i < map->count; i++)
		add_values(incoming,
			   question_titled(incoming->arena, consultation,
					   map->keys[i]),
			   &map->items[i]);
}

bool
consult_folder_rows(const struct consult_folder *folder,
		    const struct consultation *consultation, incoming_row *row,
		    void *context, struct error *err)
{
	for (size_t i = 0; i < folder->respondents.count; i++) {
		const struct record *record = &folder->respondents.items[i];
		struct arena arena = { 0 };
		struct incoming incoming = { .arena = &arena,
					     .line = record->line,
					     .key = record->id };
		bool fine;

		fill_row(folder, consultation, record, &incoming);
		fine = row(context, &incoming, err);
		arena_free(&arena);
		if (!fine)
			return false;
	}
	return true;
}
