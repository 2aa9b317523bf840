#include "store_draft.h"

#include <string.h>

#include "arena.h"
#include "db.h"
#include "error.h"
#include "store_word.h"

/* What the database answers, in the order of the enum. */
static const char *const save_words[] = {
	[SAVE_STORED] = "stored",	[SAVE_STALE] = "stale",
	[SAVE_SUBMITTED] = "submitted", [SAVE_CLOSED] = "closed",
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
		.amends = row_bool(rows, 0, 8),
		.opens = row_int(rows, 0, 9),
		.ends = row_int(rows, 0, 10),
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

/* --- keys --------------------------------------------------------------- */

bool
store_draft_code(struct db *db, const unsigned char *handle_hash,
		 const unsigned char *code_hash, struct error *err)
{
	struct arena arena = { 0 };
	const char *values[] = {
		db_bytes(&arena, handle_hash, HANDLE_HASH_BYTES),
		db_bytes(&arena, code_hash, HANDLE_HASH_BYTES),
	};
	struct rows rows;
	bool done = db_run(db, Q_DRAFT_CODE, values, &rows, err);

	if (done) {
		if (!row_bool(&rows, 0, 0))
			done = error_set(err, ERROR_MISSING,
					 "there is no such draft");
		rows_free(&rows);
	}
	arena_free(&arena);
	return done;
}

static const char *const return_words[] = {
	[RETURN_DONE] = "done",
	[RETURN_MISSING] = "missing",
	[RETURN_HELD] = "held",
};

bool
store_draft_return(struct db *db, const unsigned char *key_hash,
		   const char *slug, const unsigned char *handle_hash,
		   const unsigned char *held_hash, enum return_result *result,
		   struct error *err)
{
	struct arena arena = { 0 };
	const char *values[] = {
		db_bytes(&arena, key_hash, HANDLE_HASH_BYTES),
		slug,
		db_bytes(&arena, handle_hash, HANDLE_HASH_BYTES),
		held_hash ? db_bytes(&arena, held_hash, HANDLE_HASH_BYTES)
			  : NULL,
	};
	struct rows rows;
	int index = 0;
	bool done = db_run(db, Q_DRAFT_RETURN, values, &rows, err);

	if (done) {
		done = store_word(&rows, 0, return_words, RETURN_HELD + 1,
				  &index, err);
		rows_free(&rows);
	}
	*result = (enum return_result)index;
	arena_free(&arena);
	return done;
}

static const char *const mail_words[] = {
	[MAIL_QUEUED] = "queued",
	[MAIL_KNOWN] = "known",
	[MAIL_ENOUGH] = "enough",
	[MAIL_MISSING] = "missing",
};

bool
store_draft_mail(struct db *db, const unsigned char *handle_hash,
		 const struct draft_mail *mail, enum mail_result *result,
		 struct error *err)
{
	struct arena arena = { 0 };
	const char *values[] = {
		db_bytes(&arena, handle_hash, HANDLE_HASH_BYTES),
		mail->kind,
		mail->link_hash
			? db_bytes(&arena, mail->link_hash, HANDLE_HASH_BYTES)
			: NULL,
		language_code(mail->language),
		mail->address,
		mail->subject,
		mail->body,
	};
	struct rows rows;
	int index = 0;
	bool done = db_run(db, Q_DRAFT_MAIL, values, &rows, err);

	if (done) {
		done = store_word(&rows, 0, mail_words, MAIL_MISSING + 1,
				  &index, err);
		rows_free(&rows);
	}
	*result = (enum mail_result)index;
	arena_free(&arena);
	return done;
}

/* --- one's own response ------------------------------------------------- */

static const char *const own_words[] = {
	[OWN_DONE] = "done",   [OWN_CLOSED] = "closed",
	[OWN_ENDED] = "ended", [OWN_UNSENT] = "unsent",
	[OWN_SENT] = "sent",   [OWN_MISSING] = "missing",
};

static bool
own_change(struct db *db, enum query query, const unsigned char *handle_hash,
	   enum own_result *result, struct error *err)
{
	struct arena arena = { 0 };
	const char *values[] = { db_bytes(&arena, handle_hash,
					  HANDLE_HASH_BYTES) };
	struct rows rows;
	int index = 0;
	bool done = db_run(db, query, values, &rows, err);

	if (done) {
		done = store_word(&rows, 0, own_words, OWN_MISSING + 1, &index,
				  err);
		rows_free(&rows);
	}
	*result = (enum own_result)index;
	arena_free(&arena);
	return done;
}

bool
store_draft_delete(struct db *db, const unsigned char *handle_hash,
		   enum own_result *result, struct error *err)
{
	return own_change(db, Q_DRAFT_DELETE, handle_hash, result, err);
}

bool
store_draft_reopen(struct db *db, const unsigned char *handle_hash,
		   enum own_result *result, struct error *err)
{
	return own_change(db, Q_DRAFT_REOPEN, handle_hash, result, err);
}

bool
store_response_withdraw(struct db *db, const unsigned char *handle_hash,
			enum own_result *result, struct error *err)
{
	return own_change(db, Q_RESPONSE_WITHDRAW, handle_hash, result, err);
}

static bool
own_read(const struct rows *rows, struct arena *arena,
	 struct own_response *response, struct error *err)
{
	*response = (struct own_response){
		.reference = arena_string(arena, row_text(rows, 0, 0)),
		.version = (int)row_int(rows, 0, 1),
		.received_at = row_int(rows, 0, 3),
		.respondent = arena_string(arena, row_text(rows, 0, 4)),
		.answers = arena_string(arena, row_text(rows, 0, 5)),
		.receipt = arena_string(arena, row_text(rows, 0, 6)),
		.ended = arena_string(arena, row_text(rows, 0, 7)),
		.ended_at = MOMENT_NONE,
	};
	if (response->ended)
		response->ended_at = row_int(rows, 0, 8);
	if (!language_from_code(row_text(rows, 0, 2), &response->language))
		return error_set(err, ERROR_SYSTEM,
				 "a response is in a language that this "
				 "program does not speak");
	return true;
}

bool
store_own_response(struct db *db, struct arena *arena,
		   const unsigned char *handle_hash,
		   struct own_response *response, struct error *err)
{
	const char *values[] = { db_bytes(arena, handle_hash,
					  HANDLE_HASH_BYTES) };
	struct rows rows;
	bool done;

	if (!db_run(db, Q_OWN_RESPONSE, values, &rows, err))
		return false;
	if (rows.count > 0)
		done = own_read(&rows, arena, response, err);
	else
		done = error_set(err, ERROR_MISSING, "nothing was sent");
	rows_free(&rows);
	return done;
}

bool
store_own_themes(struct db *db, struct arena *arena,
		 const unsigned char *handle_hash,
		 const struct own_theme **list, size_t *count,
		 struct error *err)
{
	const char *values[] = { db_bytes(arena, handle_hash,
					  HANDLE_HASH_BYTES) };
	struct own_theme *themes;
	struct rows rows;

	if (!db_run(db, Q_OWN_THEMES, values, &rows, err))
		return false;
	*count = (size_t)rows.count;
	themes = arena_array(arena, *count, sizeof(*themes));
	for (int i = 0; i < rows.count; i++) {
		themes[i].question = arena_string(arena, row_text(&rows, i, 0));
		for (int j = 0; j < LANGUAGE_COUNT; j++) {
			themes[i].label.text[j] =
				arena_string(arena, row_text(&rows, i, 1 + j));
			themes[i].decision.text[j] =
				arena_string(arena,
					     row_text(&rows, i,
						      1 + LANGUAGE_COUNT + j));
		}
	}
	rows_free(&rows);
	*list = themes;
	return true;
}

/* --- what was not sent in time ------------------------------------------ */

bool
store_draft_purge(struct db *db, size_t *count, struct error *err)
{
	const char *values[] = { NULL };
	struct rows rows;

	if (!db_run(db, Q_DRAFT_PURGE, values, &rows, err))
		return false;
	*count = (size_t)row_int(&rows, 0, 0);
	rows_free(&rows);
	return true;
}
