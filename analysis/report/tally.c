#include "tally.h"

#include <assert.h>

#include "arena.h"

static size_t
whole(enum tally_decimals decimals)
{
	return decimals == TALLY_TENTHS ? 1000 : 100;
}

size_t
tally_share(size_t count, size_t base, enum tally_decimals decimals)
{
	assert(base > 0);
	return (2 * count * whole(decimals) + base) / (2 * base);
}

char *
tally_text(struct arena *arena, size_t count, size_t base,
	   enum tally_decimals decimals)
{
	size_t share;

	if (base == 0)
		return arena_string(arena, "");
	share = tally_share(count, base, decimals);
	if (decimals == TALLY_WHOLE)
		return arena_format(arena, "%zu", share);
	return arena_format(arena, "%zu.%zu", share / 10, share % 10);
}

bool
tally_misses_100(const size_t *counts, size_t count, size_t base,
		 enum tally_decimals decimals)
{
	size_t sum = 0, shares = 0;

	if (base == 0)
		return false;
	for (size_t i = 0; i < count; i++) {
		sum += counts[i];
		shares += tally_share(counts[i], base, decimals);
	}
	return sum == base && shares != whole(decimals);
}
