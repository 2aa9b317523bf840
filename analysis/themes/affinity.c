#include "affinity.h"

#include <math.h>
#include <string.h>

#include "arena.h"
#include "themes/bags.h"
#include "themes/logarithm.h"

/* What is needed to weigh a pair. */
struct weighing {
	const struct bags *bags;
	const uint32_t **holders; /* of each column: the bags that hold it */
	double *halves;		  /* of each column: (ln R + ln R') / 2 */
	double total;		  /* ln T */
	uint32_t *together;	  /* with the column at hand, by column */
};

static void
find_holders(struct weighing *weighing, struct arena *arena)
{
	const struct bags *bags = weighing->bags;
	uint32_t *used = arena_array(arena, bags->column_count, sizeof(*used));
	uint32_t **holders =
		arena_array(arena, bags->column_count, sizeof(*holders));

	for (size_t i = 0; i < bags->column_count; i++)
		holders[i] = arena_array(arena, bags->documents[i],
					 sizeof(**holders));
	for (size_t i = 0; i < bags->count; i++)
		for (uint32_t j = 0; j < bags->items[i].word_count; j++) {
			uint32_t column = bags->items[i].words[j].column;

			holders[column][used[column]++] = (uint32_t)i;
		}
	weighing->holders = (const uint32_t **)holders;
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
	const struct bags *bags = weighing->bags;
	double *sums = arena_array(arena, bags->column_count, sizeof(*sums));
	double total = 0, smoothed = 0;

	for (size_t i = 0; i < bags->count; i++) {
		const struct bag *bag = &bags->items[i];

		for (uint32_t j = 0; j < bag->word_count; j++)
			sums[bag->words[j].column] += bag->word_count - 1;
	}
	for (size_t i = 0; i < bags->column_count; i++) {
		total += sums[i];
		smoothed += smooth(sums[i]);
	}
	weighing->halves =
		arena_array(arena, bags->column_count, sizeof(double));
	for (size_t i = 0; i < bags->column_count; i++)
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
	const struct bags *bags = weighing->bags;
	uint32_t *together = weighing->together;
	size_t count = 0;

	for (uint32_t i = 0; i < bags->documents[row]; i++) {
		const struct bag *bag = &bags->items[weighing->holders[row][i]];

		for (uint32_t j = 0; j < bag->word_count; j++)
			together[bag->words[j].column]++;
	}
	together[row] = 0;
	for (uint32_t i = 0; i < bags->column_count; i++) {
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
	struct weighing weighing = { .bags = bags };
	struct affinity_row *rows =
		arena_array(arena, bags->column_count, sizeof(*rows));
	struct affinity_cell *cells =
		arena_array(&scratch, bags->column_count, sizeof(*cells));

	weighing.together = arena_array(&scratch, bags->column_count,
					sizeof(*weighing.together));
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
