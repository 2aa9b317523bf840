#include "exchange/seen.h"

#include <stdint.h>
#include <string.h>

#include "arena.h"

static size_t
slot_of(const struct seen *seen, const unsigned char hash[32])
{
	static const unsigned char empty[32];
	uint64_t start;
	size_t slot;

	memcpy(&start, hash, sizeof(start));
	slot = (size_t)start & (seen->room - 1);
	while (memcmp(seen->slots[slot], hash, 32) != 0 &&
	       memcmp(seen->slots[slot], empty, 32) != 0)
		slot = (slot + 1) & (seen->room - 1);
	return slot;
}

static void
make_room(struct seen *seen)
{
	struct seen larger = *seen;

	larger.room = seen->room ? seen->room * 2 : 1024;
	larger.slots =
		arena_array(seen->arena, larger.room, sizeof(*larger.slots));
	larger.counts =
		arena_array(seen->arena, larger.room, sizeof(*larger.counts));
	for (size_t i = 0; i < seen->room; i++) {
		size_t slot;

		if (!seen->counts[i])
			continue;
		slot = slot_of(&larger, seen->slots[i]);
		memcpy(larger.slots[slot], seen->slots[i], 32);
		larger.counts[slot] = seen->counts[i];
	}
	*seen = larger;
}

unsigned
seen_before(struct seen *seen, const unsigned char hash[32])
{
	size_t slot;

	if (seen->used * 2 >= seen->room)
		make_room(seen);
	slot = slot_of(seen, hash);
	if (!seen->counts[slot]) {
		memcpy(seen->slots[slot], hash, 32);
		seen->used++;
	}
	return seen->counts[slot]++;
}
