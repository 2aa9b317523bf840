#include "exchange/columns.h"

#include <string.h>

#include "answers.h"
#include "arena.h"
#include "consultation.h"
#include "definition.h"
#include "error.h"
#include "problem.h"
#include "store_consultation.h"

struct columns {
	struct arena *arena;
	struct column *items;
	size_t count, room;
};

static void
add_column(struct columns *columns, const struct column *column)
{
	for (size_t i = 0; i < columns->count; i++)
		if (strcmp(columns->items[i].name, column->name) == 0)
			return;
	if (columns->count == columns->room) {
		columns->room = columns->room ? columns->room * 2 : 32;
		columns->items = arena_grow(columns->arena, columns->items,
					    columns->count, columns->room,
					    sizeof(*columns->items));
	}
	columns->items[columns->count++] = *column;
}

static void
add_question(struct columns *columns, const struct question *question)
{
	const char *other = answers_other_key(columns->arena, question);

	for (size_t i = 0; i < question->row_count; i++) {
		const char *row = question->rows[i].value;

		add_column(columns,
			   &(struct column){ arena_format(columns->arena,
							  "%s.%s", question->id,
							  row),
					     question->id, row });
	}
	if (!question->row_count)
		add_column(columns, &(struct column){ question->id,
						      question->id, NULL });
	if (question_other(question))
		add_column(columns, &(struct column){ other, other, NULL });
}

bool
columns_find(struct db *db, struct arena *arena, const char *slug,
	     const struct column **list, size_t *count, struct error *err)
{
	struct columns columns = { .arena = arena };
	struct stored_version stored;

	if (!store_consultation_get(db, arena, slug, 0, &stored, err))
		return false;
	for (int version = stored.version; version > 0; version--) {
		struct problems problems = { .arena = arena, .path = slug };
		const struct consultation *consultation;

		if (!store_consultation_get(db, arena, slug, version, &stored,
					    err))
			return false;
		consultation = definition_parse(stored.source,
						stored.source_len, &problems);
		if (!consultation)
			return problem_none(&problems, err);
		for (size_t i = 0; i < consultation->question_count; i++)
			add_question(&columns, &consultation->questions[i]);
	}
	*list = columns.items;
	*count = columns.count;
	return true;
}
