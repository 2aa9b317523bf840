#include "store_response.h"

#include <string.h>

#include "arena.h"
#include "db.h"
#include "error.h"

/* --- drafts ------------------------------------------------------------- */

/* Words that a database function answers with, in the order of an enum. */
static const char *const save_words[] = {
	[SAVE_STORED] = "stored",
	[SAVE_STALE] = "stale",
	[SAVE_SUBMITTED] = "submitted",
	[SAVE_MISSING] = "missing",
};

static const char *const submit_words[] = {
	[SUBMIT_STORED] = "stored",	[SUBMIT_REPLAYED] = "replayed",
	[SUBMIT_CONFLICT] = "conflict", [SUBMIT_CLOSED] = "closed",
	[SUBMIT_STALE] = "stale",	[SUBMIT_MISSING] = "missing",
};

static bool
word_index(const char *const words[], int count, const char *word, int *index,
	   struct error *err)
{
	for (*index = 0; *index < count; ++*index)
		if (strcmp(words[*index], word) == 0)
			return true;
	return error_set(err, ERROR_SYSTEM,
			 "the database answered \"%s\", which this program "
			 "does not know: install a newer Greenpaper",
			 word);
}

bool
store_draft_create(struct db *db, const unsigned char *handle_hash,
		   const char *slug, int version, enum language language,
		   struct error *err)
{
	struct arena arena = { 0 };
	const char *values[] = {
		db_bytes(&arena, handle_hash, HANDLE_HASH_BYTES), slug,
		arena_format(&arena, "%d", version), language_code(language)
	};
	struct rows rows;
	bool done = db_run(db, Q_DRAFT_CREATE, values, &rows, err);

	if (done) {
		const char *word = row_text(&rows, 0, 0);

		if (strcmp(word, "missing") == 0)
			done = error_set(err, ERROR_MISSING,
					 "there is no version %d of the "
					 "consultation %s",
					 version, slug);
		else if (strcmp(word, "closed") == 0)
			done = error_set(err, ERROR_INPUT,
					 "the consultation %s is not open",
					 slug);
		rows_free(&rows);
	}
	arena_free(&arena);
	return done;
}

static bool
draft_read(const struct rows *rows, struct arena *arena,
	   struct stored_draft *draft, struct error *err)
{
	*draft = (struct stored_draft){
		.slug = arena_string(arena, row_text(rows, 0, 0)),
		.version = (int)row_int(rows, 0, 1),
		.revision = (int)row_int(rows, 0, 3),
		.respondent = arena_string(arena, row_text(rows, 0, 4)),
		.answers = arena_string(arena, row_text(rows, 0, 5)),
		.submission_id = arena_string(arena, row_text(rows, 0, 6)),
		.reference = arena_string(arena, row_text(rows, 0, 7)),
	};
	if (!language_from_code(row_text(rows, 0, 2), &draft->language))
		return error_set(err, ERROR_SYSTEM,
				 "a draft is in a language that this program "
				 "does not speak");
	return true;
}

bool
store_draft_get(struct db *db, struct arena *arena,
		const unsigned char *handle_hash, struct stored_draft *draft,
		struct error *err)
{
	const char *values[] = { db_bytes(arena, handle_hash,
					  HANDLE_HASH_BYTES) };
	struct rows rows;
	bool done;

	if (!db_run(db, Q_DRAFT_GET, values, &rows, err))
		return false;
	if (rows.count > 0)
		done = draft_read(&rows, arena, draft, err);
	else
		done = error_set(err, ERROR_MISSING, "there is no such draft");
	rows_free(&rows);
	return done;
}

bool
store_draft_save(struct db *db, const unsigned char *handle_hash,
		 const struct stored_draft *draft, enum save_result *result,
		 struct error *err)
{
	struct arena arena = { 0 };
	const char *values[] = { db_bytes(&arena, handle_hash,
					  HANDLE_HASH_BYTES),
				 arena_format(&arena, "%d", draft->revision),
				 language_code(draft->language),
				 draft->respondent, draft->answers };
	struct rows rows;
	int index = 0;
	bool done = db_run(db, Q_DRAFT_SAVE, values, &rows, err);

	if (done) {
		done = word_index(save_words, SAVE_MISSING + 1,
				  row_text(&rows, 0, 0), &index, err);
		rows_free(&rows);
	}
	*result = (enum save_result)index;
	arena_free(&arena);
	return done;
}

/* --- responses ---------------------------------------------------------- */

static bool
submitted_read(const struct rows *rows, struct arena *arena,
	       struct submitted *submitted, struct error *err)
{
	int index;

	if (!word_index(submit_words, SUBMIT_MISSING + 1, row_text(rows, 0, 0),
			&index, err))
		return false;
	submitted->result = (enum submit_result)index;
	submitted->reference = arena_string(arena, row_text(rows, 0, 1));
	submitted->submission_id = arena_string(arena, row_text(rows, 0, 2));
	return true;
}

bool
store_draft_submit(struct db *db, struct arena *arena,
		   const unsigned char *handle_hash, int revision,
		   const struct answers *answers, struct submitted *submitted,
		   struct error *err)
{
	const char *values[] = { db_bytes(arena, handle_hash,
					  HANDLE_HASH_BYTES),
				 arena_format(arena, "%d", revision),
				 respondent_json(arena, &answers->respondent),
				 answers_json(arena, answers) };
	struct rows rows;
	bool done = db_run(db, Q_DRAFT_SUBMIT, values, &rows, err);

	/* It may have been stored although the answer was lost: to ask again
	 * is safe, and tells. */
	if (!done && db_lost(db))
		done = db_ready(db, err) &&
		       db_run(db, Q_DRAFT_SUBMIT, values, &rows, err);
	if (!done)
		return false;
	done = submitted_read(&rows, arena, submitted, err);
	rows_free(&rows);
	return done;
}

bool
store_receipt_get(struct db *db, struct arena *arena, const char *submission_id,
		  const char **reference, const char **slug, struct error *err)
{
	const char *values[] = { submission_id };
	struct rows rows;
	bool found;

	if (!db_run(db, Q_RECEIPT_GET, values, &rows, err))
		return false;
	found = rows.count > 0;
	if (found) {
		*reference = arena_string(arena, row_text(&rows, 0, 0));
		*slug = arena_string(arena, row_text(&rows, 0, 1));
	}
	rows_free(&rows);
	if (!found)
		return error_set(err, ERROR_MISSING,
				 "there is no response with that submission "
				 "id");
	return true;
}

bool
store_received(struct db *db, struct arena *arena,
	       const struct received *received, struct submitted *submitted,
	       struct error *err)
{
	const struct answers *answers = received->answers;
	const char *values[] = {
		received->slug,
		arena_format(arena, "%d", received->version),
		received->submission_id,
		received->reference,
		received->channel,
		language_code(received->language),
		received->received_at == MOMENT_NONE
			? NULL
			: arena_format(arena, "%lld",
				       (long long)received->received_at),
		respondent_json(arena, &answers->respondent),
		answers_json(arena, answers),
	};
	struct rows rows;
	bool done;

	if (!db_run(db, Q_RESPONSE_RECEIVE, values, &rows, err))
		return false;
	done = submitted_read(&rows, arena, submitted, err);
	rows_free(&rows);
	return done;
}

/* --- reading ------------------------------------------------------------ */

struct reading {
	bool (*found)(void *context, const struct stored_response *response,
		      struct error *err);
	void *context;
};

static bool
response_found(void *context, const struct rows *row, struct error *err)
{
	const struct reading *reading = context;
	struct stored_response response = {
		.id = row_int(row, 0, 0),
		.reference = row_text(row, 0, 1),
		.channel = row_text(row, 0, 2),
		.received_at = row_text(row, 0, 3),
		.language = row_text(row, 0, 4),
		.version = (int)row_int(row, 0, 5),
		.late = row_bool(row, 0, 6),
		.respondent = row_text(row, 0, 7),
		.answers = row_text(row, 0, 8),
		.flags = row_text(row, 0, 9),
	};

	return reading->found(reading->context, &response, err);
}

bool
store_response_each(struct db *db, const char *slug, bool people,
		    bool (*found)(void *context,
				  const struct stored_response *response,
				  struct error *err),
		    void *context, struct error *err)
{
	struct reading reading = { .found = found, .context = context };
	const char *values[] = { slug };

	return db_each(db, people ? Q_RESPONSE_LIST_PEOPLE : Q_RESPONSE_LIST,
		       values, response_found, &reading, err);
}

bool
store_channel_counts(struct db *db, struct arena *arena, const char *slug,
		     const struct channel_count **list, size_t *count,
		     struct error *err)
{
	const char *values[] = { slug };
	struct channel_count *counts;
	struct rows rows;

	if (!db_run(db, Q_CHANNEL_COUNT, values, &rows, err))
		return false;
	*count = (size_t)rows.count;
	counts = arena_array(arena, *count, sizeof(*counts));
	for (int i = 0; i < rows.count; i++) {
		counts[i].channel = arena_string(arena, row_text(&rows, i, 0));
		counts[i].count = (size_t)row_int(&rows, i, 1);
		counts[i].late = (size_t)row_int(&rows, i, 2);
	}
	rows_free(&rows);
	*list = counts;
	return true;
}
