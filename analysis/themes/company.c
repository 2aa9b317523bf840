#include "company.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "arena.h"
#include "themes/bags.h"
#include "themes/logarithm.h"

/* A wanted word in the bag at hand. */
struct place {
	uint32_t word, at;
};

struct counting {
	uint32_t *places, *single, *both;
	size_t count;
	int64_t *covered; /* of each word: the last window of the bag that has
			     been counted for it */
	struct place *found;
};

/* The windows, by where they begin, that hold what stands from FIRST to LAST. */
static int64_t
windows_from(uint32_t last)
{
	return last >= COMPANY_WINDOW - 1 ? last - (COMPANY_WINDOW - 1) : 0;
}

static void
count_bag(struct counting *counting, const struct bag *bag, int64_t windows)
{
	size_t found = 0, first = 0;

	for (uint32_t i = 0; i < bag->length; i++) {
		uint32_t column = bag->sequence[i];

		if (column != COLUMN_NONE &&
		    counting->places[column] != COLUMN_NONE)
			counting->found[found++] =
				(struct place){ counting->places[column], i };
	}
	for (size_t i = 0; i < found; i++)
		counting->covered[counting->found[i].word] = -1;
	for (size_t i = 0; i < found; i++) {
		struct place last = counting->found[i];
		int64_t from = windows_from(last.at), to = last.at;
		int64_t *covered = &counting->covered[last.word];

		to = to < windows ? to : windows - 1;
		while (counting->found[first].at + COMPANY_WINDOW <= last.at)
			first++;
		for (size_t j = first; j < i; j++) {
			struct place other = counting->found[j];
			int64_t end =
				other.at < windows ? other.at : windows - 1;
			size_t a = other.word, b = last.word;

			if (a == b || end < from)
				continue;
			counting->both[a < b ? a * counting->count + b
					     : b * counting->count + a] +=
				(uint32_t)(end - from + 1);
		}
		from = from > *covered ? from : *covered + 1;
		if (to >= from)
			counting->single[last.word] +=
				(uint32_t)(to - from + 1);
		*covered = to > *covered ? to : *covered;
	}
}

struct company
company_count(struct arena *arena, const struct bags *bags,
	      const uint32_t *wanted, size_t count)
{
	struct arena scratch = { 0 };
	struct counting counting = {
		.places = arena_array(arena, bags->column_count,
				      sizeof(uint32_t)),
		.single = arena_array(arena, count, sizeof(uint32_t)),
		.both = arena_array(arena, count * count, sizeof(uint32_t)),
		.covered = arena_array(&scratch, count, sizeof(int64_t)),
		.count = count,
	};
	double all = 0;
	uint32_t longest = 0;

	memset(counting.places, 0xff,
	       bags->column_count * sizeof(*counting.places));
	for (size_t i = 0; i < count; i++)
		counting.places[wanted[i]] = (uint32_t)i;
	for (size_t i = 0; i < bags->count; i++)
		longest = bags->items[i].length > longest
				  ? bags->items[i].length
				  : longest;
	counting.found = arena_array(&scratch, longest, sizeof(struct place));
	for (size_t i = 0; i < bags->count; i++) {
		uint32_t length = bags->items[i].length;
		int64_t windows = length > COMPANY_WINDOW
					  ? length - COMPANY_WINDOW + 1
					  : 1;

		all += (double)windows;
		count_bag(&counting, &bags->items[i], windows);
	}
	arena_free(&scratch);
	return (struct company){ counting.places, count, counting.single,
				 counting.both, all };
}

double
company_value(const struct company *company, uint32_t a, uint32_t b)
{
	size_t first = company->places[a], second = company->places[b];
	size_t low = first < second ? first : second;
	size_t high = first < second ? second : first;
	double both = company->both[low * company->count + high];
	double share;

	both -= sqrt(both);
	if (both <= 0)
		return -1;
	share = both / company->windows;
	if (share >= 1)
		return 1;
	return (logarithm(share) -
		logarithm(company->single[first] / company->windows) -
		logarithm(company->single[second] / company->windows)) /
	       -logarithm(share);
}
