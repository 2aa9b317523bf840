#include "company.h"

#include <math.h>
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
	int64_t *stamps, stamp; /* of each word: the place that it was last
				   counted with */
	struct place *found;
};

/* The windows, by where they begin, that hold what stands from FIRST to LAST. */
static int64_t
windows_from(uint32_t last)
{
	return last >= COMPANY_WINDOW - 1 ? last - (COMPANY_WINDOW - 1) : 0;
}

/* The wanted words of a bag, by place; how many there are. */
static size_t
find_places(struct counting *counting, const struct bag *bag)
{
	size_t found = 0;

	for (uint32_t i = 0; i < bag->length; i++) {
		uint32_t column = bag->sequence[i];

		if (column != COLUMN_NONE &&
		    counting->places[column] != COLUMN_NONE)
			counting->found[found++] =
				(struct place){ counting->places[column], i };
	}
	return found;
}

/* Count windows FROM to the last that holds place INDEX with each other word that
 * stands before it.  The nearest place of that word is in most of them, and what
 * stands before the same word's last place was counted there. */
static void
count_before(struct counting *counting, size_t index, int64_t from,
	     int64_t windows)
{
	struct place last = counting->found[index];
	int64_t stamp = ++counting->stamp;

	for (size_t j = index; j--;) {
		struct place other = counting->found[j];
		int64_t end = other.at < windows ? other.at : windows - 1;
		size_t a = other.word, b = last.word;

		if (end < from || a == b)
			return;
		if (counting->stamps[a] == stamp)
			continue;
		counting->stamps[a] = stamp;
		counting->both[a < b ? a * counting->count + b
				     : b * counting->count + a] +=
			(uint32_t)(end - from + 1);
	}
}

static void
count_bag(struct counting *counting, const struct bag *bag, int64_t windows)
{
	size_t found = find_places(counting, bag);

	for (size_t i = 0; i < found; i++)
		counting->covered[counting->found[i].word] = -1;
	for (size_t i = 0; i < found; i++) {
		struct place last = counting->found[i];
		int64_t from = windows_from(last.at), to = last.at;
		int64_t *covered = &counting->covered[last.word];

		to = to < windows ? to : windows - 1;
		from = from > *covered ? from : *covered + 1;
		if (to < from)
			continue;
		count_before(counting, i, from, windows);
		counting->single[last.word] += (uint32_t)(to - from + 1);
		*covered = to;
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
		.stamps = arena_array(&scratch, count, sizeof(int64_t)),
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

/* How much of the spread of a count is taken off it. */
static const double doubt = 0.9;

double
company_value(const struct company *company, uint32_t a, uint32_t b)
{
	size_t first = company->places[a], second = company->places[b];
	size_t low = first < second ? first : second;
	size_t high = first < second ? second : first;
	double both = company->both[low * company->count + high];
	double share;

	both -= doubt * sqrt(both);
	if (both <= 0)
		return -1;
	share = both / company->windows;
	return (logarithm(share) -
		logarithm(company->single[first] / company->windows) -
		logarithm(company->single[second] / company->windows)) /
	       -logarithm(share);
}
