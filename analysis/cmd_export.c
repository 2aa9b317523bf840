#include "commands.h"

#include <limits.h>
#include <string.h>

#include "arena.h"
#include "error.h"
#include "exchange/columns.h"
#include "exchange/csv_write.h"
#include "json.h"
#include "store_consultation.h"
#include "store_response.h"
#include "str.h"

struct export
{
	const struct column *columns; /* of the answers */
	size_t column_count;
	const char *const *keys; /* of stored answers */
	size_t key_count;
	bool people;
	const char *const *respondent_keys;
};

/* Keys of the respondent, in the order of the columns; the last ones only with
 * --people. */
static const char *const public_keys[] = { "capacity",	   "type",    "contact",
					   "confidential", "publish", NULL };
static const char *const people_keys[] = { "capacity",	 "type",
					   "contact",	 "confidential",
					   "publish",	 "organisation",
					   "represents", "name",
					   "email",	 "confidential_reason",
					   NULL };

static const char *
truth_word(const struct json *value)
{
	if (value && value->kind == JSON_TRUTH)
		return value->truth ? "yes" : "no";
	return json_text(value);
}

/* A text, or the chosen values with "; " between them. */
static const char *
cell_of(struct arena *arena, const struct json *value)
{
	struct str cell = { .arena = arena };

	if (!value || value->kind != JSON_LIST)
		return json_text(value);
	for (size_t i = 0; i < value->count; i++)
		str_format(&cell, "%s%s", i ? "; " : "",
			   json_text(&value->items[i]));
	return cell.text;
}

static void
write_heading(const struct export *export)
{
	struct arena arena = { 0 };
	struct str out = { .arena = &arena };
	struct csv_writer csv = { .out = &out };

	csv_cell(&csv, "reference");
	csv_cell(&csv, "received");
	csv_cell(&csv, "channel");
	csv_cell(&csv, "language");
	csv_cell(&csv, "version");
	csv_cell(&csv, "late");
	csv_cell(&csv, "flags");
	for (size_t i = 0; export->respondent_keys[i]; i++)
		csv_cell(&csv, export->respondent_keys[i]);
	for (size_t i = 0; i < export->column_count; i++)
		csv_cell(&csv, export->columns[i].name);
	csv_end(&csv);
	fputs(out.text, stdout);
	arena_free(&arena);
}

static bool
read_json(struct arena *arena, const struct stored_response *response,
	  const struct json **respondent, const struct json **answers,
	  const struct json **flags, struct error *err)
{
	*flags = json_parse(arena, response->flags, strlen(response->flags),
			    err);
	*respondent = json_parse(arena, response->respondent,
				 strlen(response->respondent), err);
	*answers = json_parse(arena, response->answers,
			      strlen(response->answers), err);
	return *respondent && *answers && *flags;
}

static bool
write_row(void *context, const struct stored_response *response,
	  struct error *err)
{
	const struct export *export = context;
	struct arena arena = { 0 };
	struct str out = { .arena = &arena };
	struct csv_writer csv = { .out = &out };
	const struct json *respondent, *answers, *flags;

	if (!read_json(&arena, response, &respondent, &answers, &flags, err))
		return false;
	csv_cell(&csv, response->reference);
	csv_cell(&csv, response->received_at);
	csv_cell(&csv, response->channel);
	csv_cell(&csv, response->language);
	csv_number(&csv, response->version);
	csv_cell(&csv, response->late ? "yes" : "no");
	csv_cell(&csv, cell_of(&arena, flags));
	for (size_t i = 0; export->respondent_keys[i]; i++)
		csv_cell(&csv,
			 truth_word(json_get(respondent,
					     export->respondent_keys[i])));
	for (size_t i = 0; i < export->column_count; i++) {
		const struct column *column = &export->columns[i];
		const struct json *value = json_get(answers, column->key);

		if (column->row)
			value = json_get(value, column->row);
		csv_cell(&csv, cell_of(&arena, value));
	}
	csv_end(&csv);
	fputs(out.text, stdout);
	arena_free(&arena);
	return true;
}

static void
write_value(struct json_writer *json, const struct json *value)
{
	if (value->kind == JSON_TRUTH) {
		json_write_truth(json, value->truth);
	} else if (value->kind == JSON_LIST) {
		json_begin(json, '[');
		for (size_t i = 0; i < value->count; i++)
			json_write_text(json, json_text(&value->items[i]));
		json_end(json, ']');
	} else if (value->kind == JSON_MAP) {
		json_begin(json, '{');
		for (size_t i = 0; i < value->count; i++)
			json_pair(json, value->keys[i],
				  json_text(&value->items[i]));
		json_end(json, '}');
	} else {
		json_write_text(json, json_text(value));
	}
}

/* The keys of the stored answers in the order of the columns, each once. */
static const char *const *
answer_keys(struct arena *arena, const struct export *export, size_t *count)
{
	const char **keys =
		arena_array(arena, export->column_count, sizeof(*keys));

	*count = 0;
	for (size_t i = 0; i < export->column_count; i++) {
		const char *key = export->columns[i].key;
		size_t known = 0;

		while (known < *count && strcmp(keys[known], key) != 0)
			known++;
		if (known == *count)
			keys[(*count)++] = key;
	}
	return keys;
}

/* The keys of MAP that are named, in the order of the names. */
static void
write_map(struct json_writer *json, const struct json *map,
	  const char *const *names, size_t count)
{
	json_begin(json, '{');
	for (size_t i = 0; i < count; i++) {
		const struct json *value = json_get(map, names[i]);

		if (!value || value->kind == JSON_NONE)
			continue;
		json_key(json, names[i]);
		write_value(json, value);
	}
	json_end(json, '}');
}

static bool
write_line(void *context, const struct stored_response *response,
	   struct error *err)
{
	const struct export *export = context;
	struct arena arena = { 0 };
	struct str out = { .arena = &arena };
	struct json_writer json = { .out = &out };
	const struct json *respondent, *answers, *flags;
	size_t keys = 0;

	if (!read_json(&arena, response, &respondent, &answers, &flags, err))
		return false;
	while (export->respondent_keys[keys])
		keys++;
	json_begin(&json, '{');
	json_pair(&json, "reference", response->reference);
	json_pair(&json, "received", response->received_at);
	json_pair(&json, "channel", response->channel);
	json_pair(&json, "language", response->language);
	json_key(&json, "respondent");
	write_map(&json, respondent, export->respondent_keys, keys);
	json_key(&json, "answers");
	write_map(&json, answers, export->keys, export->key_count);
	if (flags->count) {
		json_key(&json, "flags");
		write_value(&json, flags);
	}
	json_end(&json, '}');
	puts(out.text);
	arena_free(&arena);
	return true;
}

static bool
write_responses(struct study *study, const char *slug, struct export *export,
		bool csv, struct error *err)
{
	if (export->people)
		export->respondent_keys = people_keys;
	if ((export->people && !study_open(study, "greenpaper_steward", err)) ||
	    !study_consultation(study, slug, NULL, err) ||
	    !columns_find(study->db, study->arena, slug, &export->columns,
			  &export->column_count, err))
		return false;
	export->keys = answer_keys(study->arena, export, &export->key_count);
	if (csv)
		write_heading(export);
	return store_response_each(study->db, slug, export->people,
				   csv ? write_row : write_line, export, err);
}

/* The definition as it was loaded, byte for byte. */
static bool
write_definition(struct study *study, const char *slug, size_t version,
		 struct error *err)
{
	struct stored_version stored;

	if (!study_consultation(study, slug, NULL, err) ||
	    !store_consultation_get(study->db, study->arena, slug, (int)version,
				    &stored, err))
		return false;
	fwrite(stored.source, 1, stored.source_len, stdout);
	return true;
}

int
cmd_export(struct study *study, int argc, char **argv)
{
	struct export export = { .respondent_keys = public_keys };
	const char *format = NULL, *asked = NULL;
	size_t version = 0; /* the newest */
	struct error err = { 0 };
	const struct command_option options[] = {
		{ .name = "format", .value = &format },
		{ .name = "version", .value = &asked },
		{ .name = "people", .truth = &export.people },
		{ 0 }
	};
	struct command_line line = { .options = options,
				     .operands_min = 1,
				     .operands_max = 1 };
	bool yaml, csv, done;

	if (!command_parse(argc, argv, &line))
		return 2;
	yaml = format && strcmp(format, "yaml") == 0;
	csv = format && strcmp(format, "csv") == 0;
	if (!yaml && !csv && (!format || strcmp(format, "jsonl") != 0))
		return command_misused(argv[0],
				       "--format is csv, jsonl or yaml");
	if (asked && !command_number(asked, 1, INT_MAX, &version))
		return command_misused(argv[0],
				       "--version is a number, like 2");
	if (asked && !yaml)
		return command_misused(argv[0],
				       "--version is for --format yaml");
	if (export.people && yaml)
		return command_misused(argv[0],
				       "--people is for --format csv or jsonl");
	done = yaml ? write_definition(study, line.operands[0], version, &err)
		    : write_responses(study, line.operands[0], &export, csv,
				      &err);
	return done ? 0 : command_failed(argv[0], &err);
}
