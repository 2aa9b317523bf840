#include "exchange/columns.h"

#include <string.h>

#include "arena.h"
#include "consultation.h"
#include "definition.h"
#include "error.h"
#include "problem.h"
#include "store_consultation.h"

struct columns {
	struct arena *arena;
	const char **ids;
	size_t count, room;
};

static void
add_column(struct columns *columns, const char *id)
{
	for (size_t i = 0; i < columns->count; i++)
		if (strcmp(columns->ids[i], id) == 0)
			return;
	if (columns->count == columns->room) {
		columns->room = columns->room ? columns->room * 2 : 32;
		columns->ids =
			arena_grow(columns->arena, columns->ids, columns->count,
				   columns->room, sizeof(*columns->ids));
	}
	columns->ids[columns->count++] = id;
}

bool
columns_find(struct db *db, struct arena *arena, const char *slug,
	     const char *const **ids, size_t *count, struct error *err)
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
			add_column(&columns, consultation->questions[i].id);
	}
	*ids = columns.ids;
	*count = columns.count;
	return true;
}
