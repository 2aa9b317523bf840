#include "affinity.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "arena.h"
#include "themes/bags.h"
#include "themes/logarithm.h"

/* Pairs that are counted less often have met by chance. */
enum { TOGETHER_MIN = 2 };

/* A text, a clause, or both at once. */
struct unit {
	const struct bag *bag;
	uint32_t times; /* it counts */
};

/* What is needed to weigh a pair. */
struct weighing {
	size_t column_count;
	struct unit *units; /* texts, and clauses of those that have several */
	size_t unit_count;
	uint32_t **holders;	/* of each column: the units that hold it */
	uint32_t *holder_count; /* of them */
	double *halves;		/* of each column: (ln R + ln R') / 2 */
	double total;		/* ln T */
	uint32_t *together;	/* with the column at hand, by column */
};

static void
add_unit(struct weighing *weighing, const struct bag *bag, uint32_t times)
{
	weighing->units[weighing->unit_count++] = (struct unit){ bag, times };
	for (uint32_t i = 0; i < bag->word_count; i++)
		weighing->holder_count[bag->words[i].column]++;
}

/* A text of one clause, which has the clause's length, counts as both. */
static void
add_units(struct weighing *weighing, struct arena *arena,
	  const struct bags *bags, const struct bags *clauses)
{
	const struct bag *clause = clauses->items;

	weighing->units = arena_array(arena, bags->count + clauses->count,
				      sizeof(*weighing->units));
	for (size_t i = 0; i < bags->count; i++) {
		const struct bag *bag = &bags->items[i];
		uint32_t left = bag->length;
		bool is_both = clause->length == left;

		add_unit(weighing, bag, is_both ? 2 : 1);
		do {
			if (!is_both)
				add_unit(weighing, clause, 1);
			left -= clause++->length;
		} while (left);
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
	for (size_t i = 0; i < weighing->unit_count; i++) {
		const struct bag *bag = weighing->units[i].bag;

		for (uint32_t j = 0; j < bag->word_count; j++) {
			uint32_t column = bag->words[j].column;

			weighing->holders[column][used[column]++] = (uint32_t)i;
		}
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
		const struct bag *bag = weighing->units[i].bag;
		double others =
			(bag->word_count - 1.0) * weighing->units[i].times;

		for (uint32_t j = 0; j < bag->word_count; j++)
			sums[bag->words[j].column] += others;
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

		for (uint32_t j = 0; j < unit->bag->word_count; j++)
			together[unit->bag->words[j].column] += unit->times;
	}
	together[row] = 0;
	for (uint32_t i = 0; i < weighing->column_count; i++) {
		uint32_t times = together[i];
		double weight;

		together[i] = 0;
		if (times < TOGETHER_MIN)
			continue;
		weight = logarithm(times) + weighing->total -
			 weighing->halves[row] - weighing->halves[i];
		if (weight > 0)
			cells[count++] =
				(struct affinity_cell){ i, (float)weight };
	}
	return count;
}

struct affinity
affinity_measure(struct arena *arena, const struct bags *bags,
		 const struct bags *clauses)
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
	add_units(&weighing, &scratch, bags, clauses);
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
