#include "store_mail.h"

#include "arena.h"
#include "db.h"
#include "error.h"

static bool
mail_read(const struct rows *rows, struct arena *arena,
	  struct stored_mail *mail, struct error *err)
{
	*mail = (struct stored_mail){
		.id = row_int(rows, 0, 0),
		.message_id = arena_string(arena, row_text(rows, 0, 1)),
		.address = arena_string(arena, row_text(rows, 0, 3)),
		.subject = arena_string(arena, row_text(rows, 0, 4)),
		.body = arena_string(arena, row_text(rows, 0, 5)),
		.queued_at = row_int(rows, 0, 6),
		.tries = (size_t)row_int(rows, 0, 7),
	};
	if (language_from_code(row_text(rows, 0, 2), &mail->language))
		return true;
	return error_set(err, ERROR_SYSTEM,
			 "a mail is stored in a language that is none of ours");
}

bool
store_mail_take(struct db *db, struct arena *arena, struct stored_mail *mail,
		bool *found, struct error *err)
{
	struct rows rows;
	bool done;

	if (!db_run(db, Q_MAIL_TAKE, NULL, &rows, err))
		return false;
	*found = rows.count > 0;
	done = !*found || mail_read(&rows, arena, mail, err);
	rows_free(&rows);
	return done;
}

static const char *
text_of(struct arena *arena, int64_t id)
{
	return arena_format(arena, "%lld", (long long)id);
}

bool
store_mail_delivered(struct db *db, int64_t id, struct error *err)
{
	struct arena arena = { 0 };
	const char *values[] = { text_of(&arena, id) };
	struct rows rows;
	bool done = db_run(db, Q_MAIL_DELIVERED, values, &rows, err);

	if (done)
		rows_free(&rows);
	arena_free(&arena);
	return done;
}

bool
store_mail_put_back(struct db *db, int64_t id, const char *said, bool for_good,
		    bool *again, struct error *err)
{
	struct arena arena = { 0 };
	const char *values[] = { text_of(&arena, id), said,
				 for_good ? "true" : "false" };
	struct rows rows;
	bool done = db_run(db, Q_MAIL_PUT_BACK, values, &rows, err);

	if (done) {
		*again = row_bool(&rows, 0, 0);
		rows_free(&rows);
	}
	arena_free(&arena);
	return done;
}

bool
store_mail_counts(struct db *db, struct arena *arena,
		  const struct mail_count **list, size_t *count,
		  struct error *err)
{
	struct mail_count *counts;
	struct rows rows;

	if (!db_run(db, Q_MAIL_COUNT, NULL, &rows, err))
		return false;
	*count = (size_t)rows.count;
	counts = arena_array(arena, *count, sizeof(*counts));
	for (int i = 0; i < rows.count; i++)
		counts[i] = (struct mail_count){
			.kind = arena_string(arena, row_text(&rows, i, 0)),
			.waiting = (size_t)row_int(&rows, i, 1),
			.delivered = (size_t)row_int(&rows, i, 2),
			.refused = (size_t)row_int(&rows, i, 3),
			.oldest = row_text(&rows, i, 4) ? row_int(&rows, i, 4)
							: MOMENT_NONE,
		};
	rows_free(&rows);
	*list = counts;
	return true;
}
