#include "coding/store_look.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "db.h"
#include "error.h"
#include "str.h"

static bool
read_answer(const struct rows *rows, int row, int column,
	    struct coding_answer *answer, struct error *err)
{
	answer->text = row_text(rows, row, column + 1);
	if (language_from_code(row_text(rows, row, column), &answer->language))
		return true;
	return error_set(err, ERROR_SYSTEM,
			 "a response is in a language that this program does "
			 "not know");
}

/* --- answers to one question ---------------------------------------------- */

struct listing {
	bool (*found)(void *context, const struct looked_answer *answer,
		      struct error *err);
	void *context;
};

static bool
listed(void *context, const struct rows *row, struct error *err)
{
	const struct listing *listing = context;
	struct looked_answer answer = { .reference = row_text(row, 0, 0) };

	return read_answer(row, 0, 1, &answer.answer, err) &&
	       listing->found(listing->context, &answer, err);
}

bool
store_look_each(struct db *db, const struct look *look,
		bool (*found)(void *context, const struct looked_answer *answer,
			      struct error *err),
		void *context, struct error *err)
{
	struct listing listing = { .found = found, .context = context };
	const char *values[] = { look->slug, look->question, look->type,
				 look->theme };

	return db_each(db, Q_LOOK_LIST, values, listed, &listing, err);
}

struct grouping {
	bool (*found)(void *context, const struct coding_answer *answer,
		      enum membership membership, struct error *err);
	void *context;
};

static bool
grouped(void *context, const struct rows *row, struct error *err)
{
	const struct grouping *grouping = context;
	struct coding_answer answer;
	enum membership membership = MEMBER_NOT_STATED;

	if (row_text(row, 0, 0))
		membership = row_bool(row, 0, 0) ? MEMBER_YES : MEMBER_NO;
	return read_answer(row, 0, 1, &answer, err) &&
	       grouping->found(grouping->context, &answer, membership, err);
}

bool
store_look_group(struct db *db, const char *slug, const char *question,
		 const char *group, const char *value,
		 bool (*found)(void *context,
			       const struct coding_answer *answer,
			       enum membership membership, struct error *err),
		 void *context, struct error *err)
{
	struct grouping grouping = { .found = found, .context = context };
	const char *values[] = { slug, question, group, value };

	return db_each(db, Q_LOOK_GROUP, values, grouped, &grouping, err);
}

/* --- one response --------------------------------------------------------- */

/* "{12,18,40,52}". */
static void
read_reasons(const char *text, struct arena *arena, struct coded_theme *theme)
{
	struct coding_reason *reasons;
	size_t numbers = 0;

	for (const char *at = text; *at; at++)
		numbers += *at == ',' || (*at == '}' && at > text + 1);
	reasons = arena_array(arena, numbers / 2, sizeof(*reasons));
	for (size_t i = 0; i < numbers / 2; i++) {
		char *end;

		reasons[i].start = strtoul(text + 1, &end, 10);
		reasons[i].end = strtoul(end + 1, &end, 10);
		text = end;
	}
	theme->reasons = reasons;
	theme->reason_count = numbers / 2;
}

/* The text of row *ROW, which goes on to the next one. */
static bool
read_text(const struct rows *rows, int *row, struct arena *arena,
	  struct looked_text *text, struct error *err)
{
	const char *question = row_text(rows, *row, 1);
	struct coded_theme *themes =
		arena_array(arena, (size_t)rows->count, sizeof(*themes));

	if (!read_answer(rows, *row, 2, &text->answer, err))
		return false;
	text->question = arena_string(arena, question);
	text->answer.text = arena_string(arena, text->answer.text);
	text->themes = themes;
	for (; *row < rows->count &&
	       strcmp(row_text(rows, *row, 1), text->question) == 0;
	     ++*row) {
		struct coded_theme *theme = &themes[text->theme_count];

		theme->id = arena_string(arena, row_text(rows, *row, 4));
		if (!theme->id)
			continue;
		read_reasons(row_text(rows, *row, 5), arena, theme);
		text->theme_count++;
	}
	return true;
}

static bool
read_response(const struct rows *rows, struct arena *arena,
	      struct looked_response *response, struct error *err)
{
	struct looked_text *texts =
		arena_array(arena, (size_t)rows->count, sizeof(*texts));

	response->slug = arena_string(arena, row_text(rows, 0, 0));
	response->texts = texts;
	response->text_count = 0;
	for (int row = 0; row < rows->count && row_text(rows, row, 1);)
		if (!read_text(rows, &row, arena,
			       &texts[response->text_count++], err))
			return false;
	return true;
}

static bool
missing(struct db *db, const char *reference, struct error *err)
{
	struct arena arena = { 0 };
	struct str near = { .arena = &arena };
	struct rows rows;

	if (!db_run(db, Q_LOOK_NEAR, &reference, &rows, err))
		return false;
	str_text(&near, "");
	for (int i = 0; i < rows.count; i++)
		str_format(&near, "%s%s",
			   i ? ", "
			     : "; there is one that differs in one "
			       "place: ",
			   row_text(&rows, i, 0));
	rows_free(&rows);
	error_set(err, ERROR_MISSING, "there is no response \"%s\"%s",
		  reference, near.text);
	arena_free(&arena);
	return false;
}

bool
store_look_response(struct db *db, struct arena *arena, const char *reference,
		    struct looked_response *response, struct error *err)
{
	struct rows rows;
	bool done;

	if (!db_run(db, Q_LOOK_RESPONSE, &reference, &rows, err))
		return false;
	done = rows.count && read_response(&rows, arena, response, err);
	if (!rows.count)
		missing(db, reference, err);
	rows_free(&rows);
	return done;
}
