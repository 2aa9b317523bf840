#include "surface.h"

#include <string.h>

#include "arena.h"
#include "text/vocabulary.h"

void
surface_count(struct surfaces *surfaces, const struct vocabulary *vocabulary,
	      const struct word *words, size_t count)
{
	size_t size = vocabulary_size(vocabulary);

	if (size > surfaces->room) {
		uint32_t *old = surfaces->used;

		surfaces->used =
			arena_grow(surfaces->arena, old, surfaces->room,
				   2 * size, sizeof(*old));
		arena_release(surfaces->arena, old);
		surfaces->room = 2 * size;
	}
	for (size_t i = 0; i < count; i++)
		if (vocabulary_counts(vocabulary, &words[i]))
			surfaces->used[words[i].spelling]++;
}

const char *const *
surface_choose(const struct surfaces *surfaces,
	       const struct vocabulary *vocabulary)
{
	struct arena *arena = surfaces->arena;
	const uint32_t *used = surfaces->used;
	size_t size = vocabulary_size(vocabulary);
	uint32_t *counts = arena_array(arena, size, sizeof(*counts));
	uint32_t *best = arena_array(arena, size, sizeof(*best));
	const char **chosen = arena_array(arena, size, sizeof(*chosen));

	for (size_t i = 0; i < size; i++)
		if (used[i])
			counts[vocabulary_spelling(vocabulary, (uint32_t)i)
				       ->word] += used[i];
	for (size_t i = 0; i < size; i++) {
		const char *word = vocabulary_text(vocabulary, (uint32_t)i);
		uint32_t stem;

		if (!counts[i])
			continue;
		stem = vocabulary_spelling(vocabulary, (uint32_t)i)->stem;
		if (counts[i] < best[stem] ||
		    (counts[i] == best[stem] && strcmp(word, chosen[stem]) > 0))
			continue;
		best[stem] = counts[i];
		chosen[stem] = word;
	}
	return chosen;
}
