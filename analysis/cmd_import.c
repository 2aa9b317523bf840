#include "commands.h"

#include <string.h>
#include <sys/stat.h>

#include "arena.h"
#include "db.h"
#include "digest.h"
#include "error.h"
#include "exchange/consult_folder.h"
#include "exchange/csv_read.h"
#include "exchange/jsonl_read.h"
#include "exchange/mapping.h"
#include "exchange/seen.h"
#include "file.h"
#include "json.h"
#include "moment.h"
#include "problem.h"
#include "progress.h"
#include "store_response.h"
#include "words.h"
#include "yaml.h"

/* One import under way: everything happens in one transaction. */
struct importing {
	struct study *study;
	const struct consultation *consultation;
	int version;
	const struct words *words;
	struct incoming_defaults defaults;
	struct complaints complaints;
	struct seen seen;
	struct progress *progress;
	size_t rows, stored, replayed;
	bool broken; /* the transaction: nothing more can be tried */
};

static bool
is_stated(const char *cell)
{
	return cell && *cell;
}

/* What makes a row the same as one that was imported before: everything it says,
 * and how many rows like it stood before it in the file.  What the officer said
 * for all rows is no part of it: said otherwise the next time, it would double
 * them. */
static const char *
row_uuid(struct importing *importing, const struct incoming *incoming,
	 const struct checked *checked)
{
	struct arena *arena = incoming->arena;
	const char *content = arena_format(
		arena, "%s\n%s\n%s\n%s\n%s\n%s\n%s",
		importing->consultation->slug,
		incoming->key ? incoming->key : "",
		is_stated(incoming->received)
			? moment_rfc3339(arena, checked->received_at)
			: "",
		is_stated(incoming->channel) ? checked->channel : "",
		language_code(checked->language),
		respondent_json(arena, &checked->answers->respondent),
		answers_json(arena, checked->answers));
	unsigned char hash[DIGEST_BYTES];

	digest(content, strlen(content), hash);
	content = arena_format(arena, "%s\n%u", content,
			       seen_before(&importing->seen, hash));
	return digest_uuid(arena, content, strlen(content));
}

static bool
store_row(struct importing *importing, struct incoming *incoming,
	  const struct checked *checked, struct error *err)
{
	const struct received received = {
		.slug = importing->consultation->slug,
		.version = importing->version,
		.submission_id = row_uuid(importing, incoming, checked),
		.reference = checked->reference,
		.channel = checked->channel,
		.language = checked->language,
		.received_at = checked->received_at,
		.answers = checked->answers,
	};
	struct submitted submitted;

	if (!store_received(importing->study->db, incoming->arena, &received,
			    &submitted, err)) {
		if (err->kind != ERROR_INPUT)
			return false;
		importing->broken = true;
		complain(&importing->complaints, incoming->line, "%s",
			 err->text);
		*err = (struct error){ 0 };
		return true;
	}
	if (submitted.result == SUBMIT_STORED)
		importing->stored++;
	else if (submitted.result == SUBMIT_REPLAYED)
		importing->replayed++;
	else
		complain(&importing->complaints, incoming->line,
			 "the reference %s belongs to a response that says "
			 "something else%s",
			 checked->reference,
			 checked->answers->respondent.name ||
					 checked->answers->respondent.email
				 ? ""
				 : "; an export without --people does not say "
				   "who it was");
	return true;
}

/* After a bad row the others are still tried, for what is wrong with them; in the
 * end nothing is stored. */
static bool
take_row(void *context, struct incoming *incoming, struct error *err)
{
	struct importing *importing = context;
	struct checked checked = { 0 };

	progress_at(importing->progress, ++importing->rows);
	if (!incoming_check(incoming, importing->consultation,
			    &importing->defaults, importing->words, &checked,
			    &importing->complaints) ||
	    importing->broken)
		return true;
	return store_row(importing, incoming, &checked, err);
}

static bool
is_folder(const char *path)
{
	struct stat facts;

	return stat(path, &facts) == 0 && S_ISDIR(facts.st_mode);
}

static bool
ends_with(const char *text, const char *end)
{
	size_t len = strlen(text), end_len = strlen(end);

	return len >= end_len && strcmp(text + len - end_len, end) == 0;
}

static bool
read_mapping(struct importing *importing, const char *path,
	     const struct mapping **mapping, struct error *err)
{
	struct problems problems = { .arena = importing->study->arena,
				     .path = path };
	char *bytes;
	size_t len;

	*mapping = NULL;
	if (!path)
		return true;
	if (!file_read(problems.arena, path, YAML_BYTES_MAX, &bytes, &len, err))
		return false;
	*mapping =
		mapping_parse(bytes, len, importing->consultation, &problems);
	return problem_none(&problems, err);
}

static bool
read_rows(struct importing *importing, const char *map, struct error *err)
{
	struct complaints *complaints = &importing->complaints;
	const struct consult_folder *folder;
	const struct mapping *mapping;

	if (is_folder(complaints->path)) {
		folder = consult_folder_open(importing->study->arena,
					     complaints->path, complaints, err);
		return folder &&
		       consult_folder_rows(folder, importing->consultation,
					   take_row, importing, err);
	}
	if (!read_mapping(importing, map, &mapping, err))
		return false;
	if (mapping || ends_with(complaints->path, ".csv"))
		return csv_read(complaints->path, mapping,
				importing->consultation, take_row, importing,
				complaints, err);
	return jsonl_read(complaints->path, take_row, importing, complaints,
			  err);
}

static bool
bad_rows(const struct importing *importing, struct error *err)
{
	return error_set(err, ERROR_INPUT,
			 "%zu mistake%s in %s, named above; nothing was stored",
			 importing->complaints.count,
			 importing->complaints.count == 1 ? "" : "s",
			 importing->complaints.path);
}

/* All rows or none. */
static bool
import_all(struct importing *importing, const char *map, struct error *err)
{
	struct db *db = importing->study->db;

	if (!db_begin(db, err))
		return false;
	if (!read_rows(importing, map, err)) {
		db_rollback(db);
		return false;
	}
	progress_end(importing->progress);
	if (importing->complaints.count) {
		db_rollback(db);
		return bad_rows(importing, err);
	}
	return db_commit(db, err);
}

static void
report(const struct importing *importing, bool as_json)
{
	struct str out = { .arena = importing->study->arena };
	struct json_writer json = { .out = &out };

	if (!as_json) {
		printf("%s: %zu response%s stored",
		       importing->consultation->slug, importing->stored,
		       importing->stored == 1 ? "" : "s");
		if (importing->replayed)
			printf("; %zu %s there already and not stored again",
			       importing->replayed,
			       importing->replayed == 1 ? "was" : "were");
		putchar('\n');
		return;
	}
	json_begin(&json, '{');
	json_pair(&json, "consultation", importing->consultation->slug);
	json_pair_number(&json, "rows", (long long)importing->rows);
	json_pair_number(&json, "stored", (long long)importing->stored);
	json_pair_number(&json, "already_there",
			 (long long)importing->replayed);
	json_end(&json, '}');
	puts(out.text);
}

static int
draft_definition(struct study *study, const char *path)
{
	struct complaints complaints = { .path = path,
					 .text = { .arena = study->arena } };
	struct str out = { .arena = study->arena };
	const struct consult_folder *folder;
	struct error err = { 0 };

	folder = consult_folder_open(study->arena, path, &complaints, &err);
	if (!folder)
		return command_failed("import", &err);
	if (complaints.count) {
		fputs(complaints.text.text, stderr);
		return 2;
	}
	consult_folder_definition(folder, &out);
	fputs(out.text, stdout);
	return 0;
}

static bool
start(struct study *study, const char *slug, const char *from,
      struct importing *importing, struct error *err)
{
	importing->study = study;
	importing->defaults.now = study->now;
	if (!incoming_defaults_check(&importing->defaults, err))
		return false;
	importing->complaints.path = from;
	importing->complaints.text.arena = study->arena;
	importing->seen.arena = study->arena;
	importing->progress = progress_start(study->arena, "Importing", 0);
	importing->words =
		words_load(study->arena,
			   file_in(study->arena, study->data, "templates"),
			   err);
	if (!importing->words)
		return false;
	if (!study_open(study, "greenpaper_keyer", err))
		return false;
	importing->consultation =
		study_consultation(study, slug, &importing->version, err);
	return importing->consultation != NULL;
}

int
cmd_import(struct study *study, int argc, char **argv)
{
	const char *from = NULL, *map = NULL, *draft = NULL;
	struct importing importing = { 0 };
	struct error err = { 0 };
	bool json = false;
	const struct command_option options[] = {
		{ .name = "from", .value = &from },
		{ .name = "map", .value = &map },
		{ .name = "draft-definition", .value = &draft },
		{ .name = "channel", .value = &importing.defaults.channel },
		{ .name = "received", .value = &importing.defaults.received },
		{ .name = "json", .truth = &json },
		{ 0 }
	};
	struct command_line line = { .options = options, .operands_max = 1 };

	if (!command_parse(argc, argv, &line))
		return 2;
	if (draft)
		return draft_definition(study, draft);
	if (!line.operand_count || !from)
		return command_misused(argv[0],
				       "it needs SLUG --from FILE|DIR");
	if (!start(study, line.operands[0], from, &importing, &err))
		return command_failed(argv[0], &err);
	if (!import_all(&importing, map, &err)) {
		if (importing.complaints.count)
			fputs(importing.complaints.text.text, stderr);
		return command_failed(argv[0], &err);
	}
	report(&importing, json);
	return 0;
}
