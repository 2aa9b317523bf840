#include "report/store_tally.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "db.h"
#include "error.h"

/* --- counts ------------------------------------------------------------- */

static const struct {
	enum query query;
	const char *what; /* its second parameter, if it has one */
} sources[] = {
	[TALLY_ANSWERED] = { Q_TALLY_ANSWERED, NULL },
	[TALLY_ASKED] = { Q_TALLY_ASKED, NULL },
	[TALLY_OPTION] = { Q_TALLY_OPTION, NULL },
	[TALLY_CAPACITY] = { Q_TALLY_RESPONDENT, "capacity" },
	[TALLY_TYPE] = { Q_TALLY_RESPONDENT, "type" },
	[TALLY_THEME] = { Q_TALLY_THEME, NULL },
	[TALLY_SPLIT] = { Q_TALLY_THEME_SPLIT, NULL },
	[TALLY_UNCODED] = { Q_TALLY_UNCODED, NULL },
};

bool
store_tally_list(struct db *db, struct arena *arena, const char *slug,
		 enum tally_kind kind, struct tallies *tallies,
		 struct error *err)
{
	const char *values[] = { slug, sources[kind].what };
	struct tally *items;
	struct rows rows;

	if (!db_run(db, sources[kind].query, values, &rows, err))
		return false;
	items = arena_array(arena, (size_t)rows.count, sizeof(*items));
	for (int i = 0; i < rows.count; i++) {
		items[i].question = arena_string(arena, row_text(&rows, i, 0));
		items[i].theme = arena_string(arena, row_text(&rows, i, 1));
		items[i].value = arena_string(arena, row_text(&rows, i, 2));
		items[i].count = (size_t)row_int(&rows, i, 3);
	}
	tallies->items = items;
	tallies->count = (size_t)rows.count;
	rows_free(&rows);
	return true;
}

/* --- quotations --------------------------------------------------------- */

/* "{12,18,40,52}". */
static void
reasons_read(const char *text, struct arena *arena, struct quotation *quotation)
{
	struct coding_reason *reasons;
	size_t numbers = 0;
	char *end;

	for (const char *at = text; *at; at++)
		numbers += *at == ',' || *at == '}';
	quotation->reason_count = numbers / 2;
	reasons = arena_array(arena, numbers / 2, sizeof(*reasons));
	quotation->reasons = reasons;
	for (size_t i = 0; i < numbers / 2; i++) {
		reasons[i].start = strtoul(text + 1, &end, 10);
		reasons[i].end = strtoul(end + 1, &end, 10);
		text = end;
	}
}

static bool
quotation_read(const struct rows *rows, int row, struct arena *arena,
	       struct quotation *quotation, struct error *err)
{
	const char *capacity = row_text(rows, row, 4);

	quotation->theme = arena_string(arena, row_text(rows, row, 0));
	quotation->text = arena_string(arena, row_text(rows, row, 1));
	reasons_read(row_text(rows, row, 3), arena, quotation);
	quotation->type = arena_string(arena, row_text(rows, row, 5));
	if (!language_from_code(row_text(rows, row, 2), &quotation->language) ||
	    (capacity && !capacity_from_word(capacity, &quotation->capacity)) ||
	    !publish_from_word(row_text(rows, row, 6), &quotation->publish))
		return error_set(err, ERROR_SYSTEM,
				 "a response has a language, capacity or "
				 "consent that this program does not know: "
				 "install a newer Greenpaper");
	return true;
}

bool
store_quotation_list(struct db *db, struct arena *arena, const char *slug,
		     const char *question, struct quotations *quotations,
		     struct error *err)
{
	const char *values[] = { slug, question };
	struct quotation *items;
	struct rows rows;
	bool done = true;

	if (!db_run(db, Q_QUOTATION_LIST, values, &rows, err))
		return false;
	items = arena_array(arena, (size_t)rows.count, sizeof(*items));
	for (int i = 0; i < rows.count && done; i++)
		done = quotation_read(&rows, i, arena, &items[i], err);
	quotations->items = items;
	quotations->count = (size_t)rows.count;
	rows_free(&rows);
	return done;
}

/* --- the codeframe ------------------------------------------------------ */

bool
store_codeframe_get(struct db *db, struct arena *arena, const char *slug,
		    struct stored_codeframe *codeframe, struct error *err)
{
	const char *values[] = { slug };
	struct rows rows;
	bool found;

	if (!db_run(db, Q_CODEFRAME_GET, values, &rows, err))
		return false;
	found = rows.count > 0;
	if (found) {
		codeframe->source =
			row_bytes(&rows, 0, 0, arena, &codeframe->source_len);
		codeframe->reviewed_by =
			arena_string(arena, row_text(&rows, 0, 1));
		codeframe->reviewed_on = row_int(&rows, 0, 2);
		codeframe->sha256 = arena_string(arena, row_text(&rows, 0, 3));
	}
	rows_free(&rows);
	if (!found)
		return error_set(err, ERROR_MISSING,
				 "no codeframe was applied to %s: sign the "
				 "draft that `greenpaper themes` writes, and "
				 "give it to `greenpaper code`",
				 slug);
	return true;
}

/* --- what each writer may check ------------------------------------------ */

bool
store_receipt_list(struct db *db, struct arena *arena, const char *slug,
		   const char *const **list, size_t *count, struct error *err)
{
	const char *values[] = { slug };
	const char **receipts;
	struct rows rows;

	if (!db_run(db, Q_RECEIPT_LIST, values, &rows, err))
		return false;
	*count = (size_t)rows.count;
	receipts = arena_array(arena, *count, sizeof(*receipts));
	for (int i = 0; i < rows.count; i++)
		receipts[i] = arena_string(arena, row_text(&rows, i, 0));
	rows_free(&rows);
	*list = receipts;
	return true;
}

bool
store_ended_count(struct db *db, const char *slug, struct ended *ended,
		  struct error *err)
{
	const char *values[] = { slug };
	struct rows rows;

	*ended = (struct ended){ 0 };
	if (!db_run(db, Q_TALLY_ENDED, values, &rows, err))
		return false;
	for (int i = 0; i < rows.count; i++) {
		size_t count = (size_t)row_int(&rows, i, 1);

		if (strcmp(row_text(&rows, i, 0), "withdrawn") == 0)
			ended->withdrawn = count;
		else
			ended->amended = count;
	}
	rows_free(&rows);
	return true;
}

static const char *
text_in(const struct phrase *phrase, enum language language)
{
	return phrase ? phrase->text[language] : NULL;
}

bool
store_outcome_themes_set(struct db *db, const char *slug,
			 const struct outcome_theme *themes, size_t count,
			 struct error *err)
{
	enum { COLUMNS = 6 };
	struct arena arena = { 0 };
	const char **columns[COLUMNS];
	const char *values[1 + COLUMNS] = { slug };
	struct rows rows;
	bool done;

	for (size_t i = 0; i < COLUMNS; i++)
		columns[i] = arena_array(&arena, count, sizeof(**columns));
	for (size_t i = 0; i < count; i++) {
		columns[0][i] = themes[i].question;
		columns[1][i] = themes[i].theme;
		columns[2][i] = text_in(themes[i].label, LANGUAGE_EN);
		columns[3][i] = text_in(themes[i].label, LANGUAGE_CY);
		columns[4][i] = text_in(themes[i].decision, LANGUAGE_EN);
		columns[5][i] = text_in(themes[i].decision, LANGUAGE_CY);
	}
	for (size_t i = 0; i < COLUMNS; i++)
		values[1 + i] = db_array(&arena, columns[i], count);
	done = db_run(db, Q_OUTCOME_THEMES_SET, values, &rows, err);
	if (done)
		rows_free(&rows);
	arena_free(&arena);
	return done;
}

bool
store_outcome_tell(struct db *db, const char *slug,
		   const struct outcome_letter *letter, size_t *told,
		   struct error *err)
{
	const char *values[] = { slug, letter->subject[LANGUAGE_EN],
				 letter->body[LANGUAGE_EN],
				 letter->subject[LANGUAGE_CY],
				 letter->body[LANGUAGE_CY] };
	struct rows rows;

	if (!db_run(db, Q_OUTCOME_TELL, values, &rows, err))
		return false;
	*told = (size_t)row_int(&rows, 0, 0);
	rows_free(&rows);
	return true;
}
