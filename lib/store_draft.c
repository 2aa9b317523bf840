#include "store_draft.h"

#include <string.h>

#include "arena.h"
#include "db.h"
#include "error.h"
#include "store_word.h"

/* What the database answers, in the order of the enum. */
static const char *const save_words[] = {
	[SAVE_STORED] = "stored",
	[SAVE_STALE] = "stale",
	[SAVE_SUBMITTED] = "submitted",
	[SAVE_MISSING] = "missing",
};

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
		done = store_word(&rows, 0, save_words, SAVE_MISSING + 1,
				  &index, err);
		rows_free(&rows);
	}
	*result = (enum save_result)index;
	arena_free(&arena);
	return done;
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
