#include "sheet.h"

#include "arena.h"
#include "commands.h"
#include "error.h"
#include "exchange/spreadsheet.h"
#include "str.h"
#include "utf8.h"

enum { COLUMNS_WANTED = 3 };

static bool
has_options(const struct sheet *sheet)
{
	return sheet->text || sheet->id || sheet->labels || sheet->lang ||
	       sheet->encoding;
}

int
sheet_misused(const struct sheet *sheet, const struct sheet_use *use)
{
	if (!use->slug == !sheet->from)
		return command_misused(use->command,
				       "it needs SLUG, or --from FILE.csv "
				       "without one");
	if (sheet->from && (!sheet->text || (use->labels && !sheet->labels)))
		return command_misused(use->command, "--from needs %s",
				       use->needs);
	if (sheet->from && use->question)
		return command_misused(use->command,
				       "--question is for a consultation; a "
				       "file has --text");
	if (use->slug && (has_options(sheet) || use->also))
		return command_misused(use->command,
				       "%s are for --from FILE.csv",
				       use->options);
	return 0;
}

static bool
check_options(struct sheet *sheet, struct arena *arena, struct error *err)
{
	struct str codes = { .arena = arena };

	if (!sheet->text)
		return error_set(err, ERROR_INPUT,
				 "which column holds the answers? Say it with "
				 "--text, by its heading");
	sheet->tongue = TONGUE_EN;
	if (!sheet->lang || tongue_from_code(sheet->lang, &sheet->tongue))
		return true;
	for (int i = 0; i < TONGUE_COUNT; i++)
		str_format(&codes, "%s%s", i ? " " : "",
			   tongue_code((enum tongue)i));
	return error_set(err, ERROR_INPUT,
			 "--lang %s is no language that is known here: they "
			 "are %s",
			 sheet->lang, codes.text);
}

/* One column of the cells. */
static const char *const *
column(struct arena *arena, const struct spreadsheet *cells, size_t number)
{
	const char **texts =
		arena_array(arena, cells->row_count, sizeof(*texts));

	for (size_t i = 0; i < cells->row_count; i++)
		texts[i] = cells->cells[i * cells->column_count + number];
	return texts;
}

static bool
check_texts(const struct sheet *sheet, struct error *err)
{
	for (size_t i = 0; i < sheet->count; i++)
		if (!utf8_is_blank(sheet->texts[i]))
			return true;
	return error_set(err, ERROR_INPUT,
			 "%s: the column \"%s\" is empty: name the one that "
			 "holds the answers with --text",
			 sheet->from, sheet->text);
}

bool
sheet_read(struct sheet *sheet, struct arena *arena, struct error *err)
{
	const char *wanted[COLUMNS_WANTED];
	struct spreadsheet cells;
	size_t count = 0, id = 0, labels = 0;

	if (!check_options(sheet, arena, err))
		return false;
	wanted[count++] = sheet->text;
	if (sheet->id)
		wanted[id = count++] = sheet->id;
	if (sheet->labels)
		wanted[labels = count++] = sheet->labels;
	if (!spreadsheet_read(sheet->from, sheet->encoding, wanted, count,
			      arena, &cells, err))
		return false;
	sheet->count = cells.row_count;
	sheet->texts = column(arena, &cells, 0);
	sheet->ids = sheet->id ? column(arena, &cells, id) : NULL;
	sheet->marks = sheet->labels ? column(arena, &cells, labels) : NULL;
	return check_texts(sheet, err);
}
