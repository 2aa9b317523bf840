#include "runs.h"

#include <string.h>

#include "bytes.h"

/* Odd numbers without a pattern: the first digits behind the point of the golden
 * ratio and of the square roots of 2, 3 and 5. */
static const uint64_t odd[] = { 0x9e3779b97f4a7c15, 0x6a09e667f3bcc909,
				0xbb67ae8584caa73b, 0x3c6ef372fe94f82b };

static uint64_t
mix(uint64_t number)
{
	number *= odd[0];
	return number ^ number >> 32;
}

static uint64_t
first_bytes(uint64_t eight, size_t count)
{
	return eight & (((uint64_t)1 << 8 * count) - 1);
}

uint64_t
runs_hash(const char *bytes, size_t len, uint64_t seed)
{
	uint64_t hash = mix(seed ^ len ^ odd[1]);
	char last[8] = { 0 };

	for (; len >= 8; bytes += 8, len -= 8)
		hash = mix(hash ^ bytes_get(bytes));
	memcpy(last, bytes, len);
	return mix(mix(hash ^ bytes_get(last)) ^ odd[2]);
}

/* The word at *FOLDED as a number; *FOLDED goes behind the space after it. */
static uint64_t
next_word(const char **folded, uint64_t seed)
{
	const char *at = *folded;
	uint64_t hash = seed;

	for (;;) {
		uint64_t eight = bytes_get(at), x = eight ^ EACH_BYTE(' ');
		/* The lowest bit set stands in the first byte that is a
		 * space. */
		uint64_t found = (x - EACH_BYTE(1)) & ~x & EACH_BYTE(0x80);
		size_t len;

		if (!found) {
			hash = mix(hash ^ eight);
			at += 8;
			continue;
		}
		len = (size_t)__builtin_ctzll(found) / 8;
		*folded = at + len + 1;
		return mix(hash ^ first_bytes(eight, len));
	}
}

/* Where RUN stands, or the free slot where it would. */
static size_t
slot_of(const struct runs *runs, uint32_t run)
{
	size_t slot = run & runs->mask;

	while (runs->slots[slot] && runs->slots[slot] != run)
		slot = (slot + 1) & runs->mask;
	return slot;
}

/* Room for all runs that a text of LEN bytes may have. */
static void
make_room(struct runs *runs, size_t len)
{
	size_t most = len / 2 + 1, size = 64;

	while (size < 4 * most)
		size *= 2;
	if (size <= runs->room)
		return;
	runs_free(runs);
	runs->room = size;
	runs->place = arena_array(&runs->arena, size, sizeof(*runs->place));
	runs->slots = arena_array(&runs->arena, size, sizeof(*runs->slots));
	runs->marks = arena_alloc(&runs->arena, size);
}

/* The runs of a text, some of them more than once, into PLACE; how many. */
static size_t
list_runs(struct runs *runs, enum tongue tongue, const char *folded, size_t len)
{
	const char *end = folded + len;
	uint64_t seed = odd[1] + (uint64_t)tongue, first = 0, second = 0;
	size_t count = 0;

	for (size_t words = 1; folded < end; words++) {
		uint64_t third = next_word(&folded, seed);
		uint64_t run =
			mix(first * odd[1] + second * odd[2] + third * odd[3]) *
			odd[0];

		if (words >= RUN_WORDS)
			runs->place[count++] =
				(uint32_t)(run >> 32) | !(run >> 32);
		first = second;
		second = third;
	}
	return count;
}

/* Keep each of the first COUNT in PLACE once, in a table at most a quarter full. */
static void
keep_different(struct runs *runs, size_t count)
{
	size_t size = 64;

	while (size < 4 * count)
		size *= 2;
	memset(runs->slots, 0, size * sizeof(*runs->slots));
	runs->mask = size - 1;
	runs->count = 0;
	for (size_t i = 0; i < count; i++) {
		uint32_t run = runs->place[i];
		size_t slot = slot_of(runs, run);

		runs->place[runs->count] = run;
		runs->count += !runs->slots[slot];
		runs->slots[slot] = run;
	}
}

void
runs_read(struct runs *runs, enum tongue tongue, const char *folded, size_t len)
{
	make_room(runs, len);
	keep_different(runs, list_runs(runs, tongue, folded, len));
	runs->items = runs->place;
}

size_t
runs_shared(const struct runs *runs, const uint32_t *items, size_t count)
{
	size_t shared = 0;

	for (size_t i = 0; i < count; i++)
		shared += runs->slots[slot_of(runs, items[i])] != 0;
	return shared;
}

void
runs_mark(struct runs *runs, const uint32_t *items, size_t count)
{
	memset(runs->marks, 0, runs->mask + 1);
	for (size_t i = 0; i < count; i++) {
		size_t slot = slot_of(runs, items[i]);

		runs->marks[slot] = runs->slots[slot] != 0;
	}
}

size_t
runs_shared_marked(const struct runs *runs, const uint32_t *items, size_t count)
{
	size_t shared = 0;

	for (size_t i = 0; i < count; i++)
		shared += runs->marks[slot_of(runs, items[i])];
	return shared;
}

void
runs_free(struct runs *runs)
{
	arena_free(&runs->arena);
	*runs = (struct runs){ 0 };
}
