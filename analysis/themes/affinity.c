#include "affinity.h"

#include <math.h>
#include <string.h>

#include "arena.h"
#include "themes/bags.h"
#include "themes/logarithm.h"

/* A text, or a clause of one: its columns, each once. */
struct unit {
	const uint32_t *columns;
	uint32_t count;
};

/* What is needed to weigh a pair. */
struct weighing {
	size_t column_count;
	struct unit *units;
	size_t unit_count, room;
	uint32_t **holders;	/* of each column: the units that hold it */
	uint32_t *holder_count; /* of them */
	double *halves;		/* of each column: (ln R + ln R') / 2 */
	double total;		/* ln T */
	uint32_t *together;	/* with the column at hand, by column */
};

/* Add the different columns of a stretch of a bag; SEEN is the last unit that had
 * each column, plus 1. */
static void
add_unit(struct weighing *weighing, struct arena *arena,
	 const uint32_t *sequence, uint32_t length, size_t *seen)
{
	uint32_t *columns = arena_array(arena, length, sizeof(*columns));
	uint32_t count = 0;

	if (weighing->unit_count == weighing->room) {
		struct unit *old = weighing->units;

		weighing->room = weighing->room ? 2 * weighing->room : 1024;
		weighing->units = arena_grow(arena, old, weighing->unit_count,
					     weighing->room, sizeof(*old));
		arena_release(arena, old);
	}
	for (uint32_t i = 0; i < length; i++) {
		uint32_t column = sequence[i];

		if (column == COLUMN_NONE ||
		    seen[column] == weighing->unit_count + 1)
			continue;
		seen[column] = weighing->unit_count + 1;
		columns[count++] = column;
		weighing->holder_count[column]++;
	}
	weighing->units[weighing->unit_count++] =
		(struct unit){ columns, count };
}

static void
add_units(struct weighing *weighing, struct arena *arena,
	  const struct bags *bags)
{
	size_t *seen = arena_array(arena, bags->column_count, sizeof(*seen));

	for (size_t i = 0; i < bags->count; i++) {
		const struct bag *bag = &bags->items[i];
		uint32_t start = 0;

		add_unit(weighing, arena, bag->sequence, bag->length, seen);
		for (uint32_t j = 0; j < bag->length; j++) {
			uint32_t length = j + 1 - start;

			if (!bag->cut[j] && j + 1 < bag->length)
				continue;
			if (length < bag->length)
				add_unit(weighing, arena, bag->sequence + start,
					 length, seen);
			start = j + 1;
		}
	}
}

static void
find_holders(struct weighing *weighing, struct arena *arena)
{
	uint32_t *used =
		arena_array(arena, weighing->column_count, sizeof(*used));

	weighing->holders = arena_array(arena, weighing->column_count,
					sizeof(*weighing->holders));
	for (size_t i = 0; i < weighing->column_count; i++)
		weighing->holders[i] =
			arena_array(arena, weighing->holder_count[i],
				    sizeof(**weighing->holders));
	for (size_t i = 0; i < weighing->unit_count; i++)
		for (uint32_t j = 0; j < weighing->units[i].count; j++) {
			uint32_t column = weighing->units[i].columns[j];

			weighing->holders[column][used[column]++] = (uint32_t)i;
		}
}

/* x^(3/4), by square roots, which are exact everywhere. */
static double
smooth(double number)
{
	return sqrt(number) * sqrt(sqrt(number));
}

static void
sum_rows(struct weighing *weighing, struct arena *arena)
{
	size_t count = weighing->column_count;
	double *sums = arena_array(arena, count, sizeof(*sums));
	double total = 0, smoothed = 0;

	for (size_t i = 0; i < weighing->unit_count; i++) {
		const struct unit *unit = &weighing->units[i];

		for (uint32_t j = 0; j < unit->count; j++)
			sums[unit->columns[j]] += unit->count - 1;
	}
	for (size_t i = 0; i < count; i++) {
		total += sums[i];
		smoothed += smooth(sums[i]);
	}
	weighing->halves = arena_array(arena, count, sizeof(double));
	for (size_t i = 0; i < count; i++)
		if (sums[i] > 0)
			weighing->halves[i] =
				(logarithm(sums[i]) +
				 logarithm(total * smooth(sums[i]) /
					   smoothed)) /
				2;
	weighing->total = total > 0 ? logarithm(total) : 0;
}

/* The cells of one row into CELLS, which has room for all; their number. */
static size_t
weigh_row(struct weighing *weighing, uint32_t row, struct affinity_cell *cells)
{
	uint32_t *together = weighing->together;
	size_t count = 0;

	for (uint32_t i = 0; i < weighing->holder_count[row]; i++) {
		const struct unit *unit =
			&weighing->units[weighing->holders[row][i]];

		for (uint32_t j = 0; j < unit->count; j++)
			together[unit->columns[j]]++;
	}
	together[row] = 0;
	for (uint32_t i = 0; i < weighing->column_count; i++) {
		double weight;

		if (!together[i])
			continue;
		weight = logarithm(together[i]) + weighing->total -
			 weighing->halves[row] - weighing->halves[i];
		if (weight > 0)
			cells[count++] =
				(struct affinity_cell){ i, (float)weight };
		together[i] = 0;
	}
	return count;
}

struct affinity
affinity_measure(struct arena *arena, const struct bags *bags)
{
	struct arena scratch = { 0 };
	struct weighing weighing = { .column_count = bags->column_count };
	struct affinity_row *rows =
		arena_array(arena, bags->column_count, sizeof(*rows));
	struct affinity_cell *cells =
		arena_array(&scratch, bags->column_count, sizeof(*cells));

	weighing.together = arena_array(&scratch, bags->column_count,
					sizeof(*weighing.together));
	weighing.holder_count = arena_array(&scratch, bags->column_count,
					    sizeof(*weighing.holder_count));
	add_units(&weighing, &scratch, bags);
	find_holders(&weighing, &scratch);
	sum_rows(&weighing, &scratch);
	for (size_t i = 0; i < bags->column_count; i++) {
		rows[i].count = weigh_row(&weighing, (uint32_t)i, cells);
		rows[i].cells = arena_grow(arena, cells, rows[i].count,
					   rows[i].count, sizeof(*cells));
	}
	arena_free(&scratch);
	return (struct affinity){ rows, bags->column_count };
}
