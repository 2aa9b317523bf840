#include "store_response.h"

#include "arena.h"
#include "db.h"
#include "error.h"
#include "store_word.h"

/* What the database answers, in the order of the enum. */
static const char *const submit_words[] = {
	[SUBMIT_STORED] = "stored",	[SUBMIT_REPLAYED] = "replayed",
	[SUBMIT_CONFLICT] = "conflict", [SUBMIT_CLOSED] = "closed",
	[SUBMIT_STALE] = "stale",	[SUBMIT_MISSING] = "missing",
};

bool
submitted_read(const struct rows *rows, struct arena *arena,
	       struct submitted *submitted, struct error *err)
{
	int index;

	if (!store_word(rows, 0, submit_words, SUBMIT_MISSING + 1, &index, err))
		return false;
	submitted->result = (enum submit_result)index;
	submitted->reference = arena_string(arena, row_text(rows, 0, 1));
	submitted->submission_id = arena_string(arena, row_text(rows, 0, 2));
	return true;
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
