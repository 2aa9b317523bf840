#include "store_consultation.h"

#include <string.h>

#include "arena.h"
#include "db.h"
#include "error.h"
#include "json.h"
#include "reach.h"
#include "str.h"

static char *
moment_value(struct arena *arena, moment when)
{
	if (when == MOMENT_NONE)
		return NULL;
	return arena_format(arena, "%lld", (long long)when);
}

/* --- loading ------------------------------------------------------------ */

/* Of whom a question is asked, as JSON; NULL: of all. */
static const char *
needs_value(struct arena *arena, const struct consultation *consultation,
	    const struct question *question)
{
	struct str out = { .arena = arena };
	struct json_writer writer = { .out = &out };
	size_t count;
	const struct need *needs =
		reach_needs(arena, consultation, question, &count);

	if (count == 0)
		return NULL;
	json_begin(&writer, '[');
	for (size_t i = 0; i < count; i++) {
		const struct condition *condition = needs[i].condition;

		json_begin(&writer, '{');
		json_pair(&writer, "id", condition->question);
		json_key(&writer, "values");
		json_begin(&writer, '[');
		for (size_t j = 0; j < condition->value_count; j++)
			json_write_text(&writer, condition->values[j]);
		json_end(&writer, ']');
		json_end(&writer, '}');
	}
	json_end(&writer, ']');
	return out.text;
}

/* The four array parameters that describe the questions. */
static void
questions_value(struct arena *arena, const struct consultation *consultation,
		const char *values[4])
{
	size_t count = consultation->question_count;
	const char **ids = arena_array(arena, count, sizeof(*ids));
	const char **types = arena_array(arena, count, sizeof(*types));
	const char **explains = arena_array(arena, count, sizeof(*explains));
	const char **needs = arena_array(arena, count, sizeof(*needs));

	for (size_t i = 0; i < count; i++) {
		const struct question *question = &consultation->questions[i];

		ids[i] = question->id;
		types[i] = question_type_word(question->type);
		explains[i] = question->explains;
		needs[i] = needs_value(arena, consultation, question);
	}
	values[0] = db_array(arena, ids, count);
	values[1] = db_array(arena, types, count);
	values[2] = db_array(arena, explains, count);
	values[3] = db_array(arena, needs, count);
}

static void
documents_value(struct arena *arena, const struct stored_file *documents,
		size_t count, const char *values[2])
{
	const char **names = arena_array(arena, count, sizeof(*names));
	const char **bytes = arena_array(arena, count, sizeof(*bytes));

	for (size_t i = 0; i < count; i++) {
		names[i] = documents[i].name;
		bytes[i] =
			db_bytes(arena, documents[i].bytes, documents[i].len);
	}
	values[0] = db_array(arena, names, count);
	values[1] = db_array(arena, bytes, count);
}

static enum load_result
load_result_of(const char *word)
{
	if (strcmp(word, "unchanged") == 0)
		return LOAD_UNCHANGED;
	return strcmp(word, "new") == 0 ? LOAD_NEW : LOAD_NEW_VERSION;
}

bool
store_consultation_load(struct db *db, const struct consultation *consultation,
			const struct stored_file *definition,
			const struct stored_file *documents,
			enum load_result *result, int *version,
			struct error *err)
{
	struct arena arena = { 0 };
	const char *values[10] = {
		consultation->slug,
		db_bytes(&arena, definition->bytes, definition->len),
		moment_value(&arena, consultation->opens),
		moment_value(&arena, consultation->closes),
	};
	struct rows rows;
	bool done;

	questions_value(&arena, consultation, values + 4);
	documents_value(&arena, documents, consultation->document_count,
			values + 8);
	done = db_run(db, Q_VERSION_LOAD, values, &rows, err);
	if (done) {
		*result = load_result_of(row_text(&rows, 0, 0));
		*version = (int)row_int(&rows, 0, 1);
		rows_free(&rows);
	}
	arena_free(&arena);
	return done;
}

/* --- reading ------------------------------------------------------------ */

/* A row of version_get or version_list. */
static void
version_read(const struct rows *rows, int row, struct arena *arena,
	     struct stored_version *stored)
{
	*stored = (struct stored_version){
		.slug = arena_string(arena, row_text(rows, row, 0)),
		.version = (int)row_int(rows, row, 1),
		.government = arena_string(arena, row_text(rows, row, 3)),
		.outcome.published = row_bool(rows, row, 5),
	};
	stored->source = row_bytes(rows, row, 2, arena, &stored->source_len);
	stored->government_current =
		stored->government && row_bool(rows, row, 4);
	if (!stored->outcome.published)
		return;
	stored->outcome.published_on =
		row_text(rows, row, 6) ? row_int(rows, row, 6) : MOMENT_NONE;
	stored->outcome.opening = arena_string(arena, row_text(rows, row, 7));
	stored->outcome.detail = arena_string(arena, row_text(rows, row, 8));
	stored->outcome.version = arena_string(arena, row_text(rows, row, 9));
}

bool
store_consultation_get(struct db *db, struct arena *arena, const char *slug,
		       int version, struct stored_version *stored,
		       struct error *err)
{
	const char *values[] = { slug, arena_format(arena, "%d", version) };
	struct rows rows;
	bool found;

	if (!db_run(db, Q_VERSION_GET, values, &rows, err))
		return false;
	found = rows.count > 0;
	if (found)
		version_read(&rows, 0, arena, stored);
	rows_free(&rows);
	if (!found && version)
		return error_set(err, ERROR_MISSING,
				 "there is no version %d of the consultation "
				 "%s",
				 version, slug);
	if (!found)
		return error_set(err, ERROR_MISSING,
				 "there is no consultation %s", slug);
	return true;
}

bool
store_consultation_list(struct db *db, struct arena *arena,
			const struct stored_version **list, size_t *count,
			struct error *err)
{
	struct stored_version *versions;
	struct rows rows;

	if (!db_run(db, Q_VERSION_LIST, NULL, &rows, err))
		return false;
	*count = (size_t)rows.count;
	versions = arena_array(arena, *count, sizeof(*versions));
	for (int i = 0; i < rows.count; i++)
		version_read(&rows, i, arena, &versions[i]);
	rows_free(&rows);
	*list = versions;
	return true;
}

bool
store_document_get(struct db *db, struct arena *arena, const char *slug,
		   const char *name, struct stored_file *file,
		   struct error *err)
{
	const char *values[] = { slug, name };
	struct rows rows;
	bool found;

	if (!db_run(db, Q_DOCUMENT_GET, values, &rows, err))
		return false;
	found = rows.count > 0;
	if (found) {
		file->name = arena_string(arena, row_text(&rows, 0, 0));
		file->bytes = row_bytes(&rows, 0, 1, arena, &file->len);
	}
	rows_free(&rows);
	if (!found)
		return error_set(err, ERROR_MISSING,
				 "the consultation %s has no document of that "
				 "name",
				 slug);
	return true;
}

bool
store_document_list(struct db *db, struct arena *arena, const char *slug,
		    int version, const struct stored_file **list, size_t *count,
		    struct error *err)
{
	const char *values[] = { slug, arena_format(arena, "%d", version) };
	struct stored_file *files;
	struct rows rows;

	if (!db_run(db, Q_DOCUMENT_LIST, values, &rows, err))
		return false;
	*count = (size_t)rows.count;
	files = arena_array(arena, *count, sizeof(*files));
	for (int i = 0; i < rows.count; i++) {
		files[i].name = arena_string(arena, row_text(&rows, i, 0));
		files[i].len = (size_t)row_int(&rows, i, 1);
	}
	rows_free(&rows);
	*list = files;
	return true;
}

bool
store_outcome_set(struct db *db, const char *slug,
		  const struct stored_outcome *outcome, struct error *err)
{
	struct arena arena = { 0 };
	const char *values[] = { slug,
				 moment_value(&arena, outcome->published_on),
				 outcome->opening, outcome->detail,
				 outcome->version };
	struct rows rows;
	bool done = db_run(db, Q_OUTCOME_SET, values, &rows, err);
	bool found = done && row_bool(&rows, 0, 0);

	if (done)
		rows_free(&rows);
	arena_free(&arena);
	if (done && !found)
		return error_set(err, ERROR_MISSING,
				 "there is no consultation %s", slug);
	return done;
}
