#include "leaders.h"

#include <stdbool.h>

#include "arena.h"
#include "runs.h"

enum {
	BIN_BITS = 6,
	BINS = 1 << BIN_BITS,
	BAND_BINS = 3,
	BANDS = BINS / BAND_BINS,
	/* Leaders that are remembered with the same band: more would be a form
	 * of words that many begin with. */
	SAME_BAND_MAX = 8,
};

struct leader {
	uint32_t *runs;
	size_t count;
	size_t asked; /* the question in which it was found last */
};

/*
 * The bands of all leaders are a hash table with open places, where one key may
 * stand several times.  A place is the number of the leader, plus 1, in as many
 * bits as that takes, above them the top of the key; 0 is free.  It is made large
 * enough for all at once, and small enough that looks at it find it near.
 */
struct leaders {
	struct arena *arena;
	struct leader *items;
	size_t count;
	uint32_t *places;
	size_t mask;
	uint32_t number_mask;
	uint32_t keys[BANDS]; /* of the text last asked about */
	size_t asked;	      /* questions so far */
};

struct leaders *
leaders_new(struct arena *arena, uint32_t most)
{
	struct leaders *leaders = arena_alloc(arena, sizeof(*leaders));

	leaders->arena = arena;
	leaders->items = arena_array(arena, most, sizeof(*leaders->items));
	while (leaders->number_mask < most)
		leaders->number_mask = 2 * leaders->number_mask + 1;
	leaders->mask = 63;
	while (2 * leaders->mask < 3 * (size_t)most * BANDS)
		leaders->mask = 2 * leaders->mask + 1;
	leaders->places =
		arena_array(arena, leaders->mask + 1, sizeof(*leaders->places));
	return leaders;
}

/* --- sketches ------------------------------------------------------------- */

static uint32_t
mix(uint32_t a, uint32_t b, uint32_t seed)
{
	uint64_t number =
		((uint64_t)a << 32 | b) + seed * (uint64_t)0x9e3779b97f4a7c15;

	number ^= number >> 31;
	number *= 0xbf58476d1ce4e5b9;
	number ^= number >> 30;
	return (uint32_t)((number * 0x94d049bb133111eb) >> 32);
}

/* Fill the empty bins: each goes round the others in a turn of its own until it
 * meets one that is not. */
static void
fill(uint32_t bins[BINS])
{
	uint32_t filled[BINS];

	for (uint32_t i = 0; i < BINS; i++) {
		uint32_t turn = mix(i, 0, 1), from = i;

		while (bins[from] == UINT32_MAX)
			from = (from + (turn | 1)) % BINS;
		filled[i] = bins[from];
	}
	for (uint32_t i = 0; i < BINS; i++)
		bins[i] = filled[i];
}

static void
make_keys(const struct runs *runs, uint32_t keys[BANDS])
{
	uint32_t bins[BINS];

	for (size_t i = 0; i < BINS; i++)
		bins[i] = UINT32_MAX;
	for (size_t i = 0; i < runs->count; i++) {
		size_t bin = runs->items[i] >> (32 - BIN_BITS);
		uint32_t value = runs->items[i] << BIN_BITS >> BIN_BITS;

		/* Without a branch: which is less nobody can guess. */
		bins[bin] = value < bins[bin] ? value : bins[bin];
	}
	if (runs->count)
		fill(bins);
	for (uint32_t i = 0; i < BANDS; i++)
		keys[i] = mix(bins[BAND_BINS * i], bins[BAND_BINS * i + 1], i);
}

/* --- the table of bands --------------------------------------------------- */

/* Whether PLACE is of KEY, as far as it tells. */
static bool
has_key(const struct leaders *leaders, uint32_t place, uint32_t key)
{
	return !((place ^ key) & ~leaders->number_mask);
}

size_t
leaders_find(struct leaders *leaders, const struct runs *runs,
	     uint32_t found[LEADERS_FOUND_MAX])
{
	size_t count = 0;

	make_keys(runs, leaders->keys);
	for (size_t i = 0; i < BANDS; i++)
		__builtin_prefetch(
			&leaders->places[leaders->keys[i] & leaders->mask]);
	leaders->asked++;
	for (size_t i = 0; i < BANDS; i++) {
		uint32_t key = leaders->keys[i], place;

		for (size_t at = key & leaders->mask;
		     (place = leaders->places[at]) && count < LEADERS_FOUND_MAX;
		     at = (at + 1) & leaders->mask) {
			uint32_t number = (place & leaders->number_mask) - 1;

			if (!has_key(leaders, place, key) ||
			    leaders->items[number].asked == leaders->asked)
				continue;
			leaders->items[number].asked = leaders->asked;
			found[count++] = number;
		}
	}
	return count;
}

static void
put(struct leaders *leaders, uint32_t key, uint32_t number)
{
	size_t at = key & leaders->mask, same = 0;

	for (; leaders->places[at]; at = (at + 1) & leaders->mask)
		same += has_key(leaders, leaders->places[at], key);
	if (same < SAME_BAND_MAX)
		leaders->places[at] = (key & ~leaders->number_mask) | number;
}

uint32_t
leaders_add(struct leaders *leaders, const struct runs *runs)
{
	uint32_t number = (uint32_t)leaders->count;

	leaders->items[leaders->count++] = (struct leader){
		.runs = arena_grow(leaders->arena, runs->items, runs->count,
				   runs->count, sizeof(*runs->items)),
		.count = runs->count,
	};
	for (size_t i = 0; i < BANDS; i++)
		put(leaders, leaders->keys[i], number + 1);
	return number;
}

const uint32_t *
leaders_runs(const struct leaders *leaders, uint32_t number, size_t *count)
{
	*count = leaders->items[number].count;
	return leaders->items[number].runs;
}
