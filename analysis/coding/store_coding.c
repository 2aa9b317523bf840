#include "coding/store_coding.h"

#include "arena.h"
#include "coding/codeframe.h"
#include "db.h"
#include "error.h"
#include "str.h"

/* --- answers ------------------------------------------------------------ */

struct reading {
	bool (*found)(void *context, const struct stored_text *text,
		      struct error *err);
	void *context;
};

static bool
text_found(void *context, const struct rows *row, struct error *err)
{
	const struct reading *reading = context;
	struct stored_text text = {
		.response = row_int(row, 0, 0),
		.answer.text = row_text(row, 0, 2),
		.answer.choices = row_text(row, 0, 3),
	};

	if (!language_from_code(row_text(row, 0, 1), &text.answer.language))
		return error_set(err, ERROR_SYSTEM,
				 "a response is in a language that this "
				 "program does not know");
	return reading->found(reading->context, &text, err);
}

bool
store_text_each(struct db *db, const char *slug,
		const struct question *question,
		bool (*found)(void *context, const struct stored_text *text,
			      struct error *err),
		void *context, struct error *err)
{
	struct reading reading = { .found = found, .context = context };
	const char *values[] = { slug, question->id,
				 question->explains ? question->explains : "" };

	return db_each(db, Q_TEXT_LIST, values, text_found, &reading, err);
}

/* --- codings ------------------------------------------------------------ */

/* Codings that go to the server in one call: arrays of equal length. */
enum { BATCH_SIZE = 1000 };

struct batch {
	struct db *db;
	const char *codeframe; /* id */
	struct arena arena;    /* of what is in the batch */
	const char *responses[BATCH_SIZE], *questions[BATCH_SIZE];
	const char *themes[BATCH_SIZE], *whys[BATCH_SIZE];
	size_t count;
};

static bool
batch_send(struct batch *batch, struct error *err)
{
	struct arena *arena = &batch->arena;
	size_t count = batch->count;
	const char *values[] = {
		batch->codeframe,
		db_array(arena, batch->responses, count),
		db_array(arena, batch->questions, count),
		db_array(arena, batch->themes, count),
		db_array(arena, batch->whys, count),
	};
	struct rows rows;

	if (!db_run(batch->db, Q_CODING_ADD, values, &rows, err))
		return false;
	rows_free(&rows);
	arena_free(arena);
	batch->count = 0;
	return true;
}

static char *
reasons_value(struct arena *arena, const struct coded_theme *theme)
{
	struct str value = { .arena = arena };

	str_char(&value, '{');
	for (size_t i = 0; i < theme->reason_count; i++)
		str_format(&value, "%s%zu,%zu", i ? "," : "",
			   theme->reasons[i].start, theme->reasons[i].end);
	str_char(&value, '}');
	return value.text;
}

static bool
batch_add(struct batch *batch, const struct coded_question *question,
	  size_t index, struct error *err)
{
	const struct coded_answer *answer = &question->answers[index];
	struct arena *arena = &batch->arena;

	for (size_t i = 0; i < answer->theme_count; i++) {
		size_t at = batch->count++;

		batch->responses[at] =
			arena_format(arena, "%lld",
				     (long long)question->responses[index]);
		batch->questions[at] = question->id;
		batch->themes[at] = answer->themes[i].id;
		batch->whys[at] = reasons_value(arena, &answer->themes[i]);
		if (batch->count == BATCH_SIZE && !batch_send(batch, err))
			return false;
	}
	return true;
}

static bool
codings_add(struct batch *batch, const struct stored_coding *coding,
	    struct error *err)
{
	for (size_t i = 0; i < coding->question_count; i++) {
		const struct coded_question *question = &coding->questions[i];

		for (size_t j = 0; j < question->count; j++)
			if (!batch_add(batch, question, j, err))
				return false;
	}
	return batch_send(batch, err);
}

/* The id of the new codeframe; NULL on failure. */
static const char *
codeframe_add(struct db *db, struct arena *arena,
	      const struct stored_coding *coding, struct error *err)
{
	const struct codeframe *codeframe = coding->codeframe;
	const char *values[] = {
		codeframe->consultation,
		db_bytes(arena, coding->source, coding->source_len),
		codeframe->reviewed_by,
		arena_format(arena, "%lld", (long long)codeframe->reviewed_on),
	};
	struct rows rows;
	const char *id;

	if (!db_run(db, Q_CODEFRAME_ADD, values, &rows, err))
		return NULL;
	id = arena_string(arena, row_text(&rows, 0, 0));
	rows_free(&rows);
	return id;
}

bool
store_coding_save(struct db *db, const struct stored_coding *coding,
		  struct error *err)
{
	struct arena arena = { 0 };
	struct batch *batch = arena_alloc(&arena, sizeof(*batch));
	bool done;

	batch->db = db;
	if (!db_begin(db, err)) {
		arena_free(&arena);
		return false;
	}
	done = (batch->codeframe = codeframe_add(db, &arena, coding, err)) &&
	       codings_add(batch, coding, err) && db_commit(db, err);
	if (!done)
		db_rollback(db);
	arena_free(&batch->arena);
	arena_free(&arena);
	return done;
}
