#include "sign.h"

#include <stdbool.h>
#include <string.h>

#include "arena.h"
#include "themes/expression.h"

enum { ENOUGH_MAX = 25, TOGETHER_MAX = SIGNS_MAX - ENOUGH_MAX };

static bool
is_enough(const struct expression *expression)
{
	return 6 * expression->own >= 5 * expression->total &&
	       4 * expression->own >= 3 * (expression->total + 1);
}

static bool
helps(const struct expression *expression, size_t size)
{
	return expression->stem_count == 1 &&
	       (size < SIGN_FEW ? 4 : 2) * expression->own >= expression->total;
}

/* Whether the stems of INNER stand one after another in OUTER. */
static bool
holds(const struct expression *outer, const struct expression *inner)
{
	for (size_t i = 0; i + inner->stem_count <= outer->stem_count; i++)
		if (!memcmp(outer->stems + i, inner->stems,
			    inner->stem_count * sizeof(*inner->stems)))
			return true;
	return false;
}

struct collecting {
	const struct expression *taken[SIGNS_MAX];
	size_t count;
};

static bool
says_nothing_new(const struct collecting *collecting,
		 const struct expression *expression)
{
	for (size_t i = 0; i < collecting->count; i++)
		if (holds(expression, collecting->taken[i]))
			return true;
	return false;
}

/* Shorter expressions first, so that what they say is not said again; each by how
 * many clauses have it, as they come. */
static void
collect_enough(struct collecting *collecting, const struct expression *items,
	       size_t count)
{
	for (size_t words = 1; words <= READING_WORDS_MAX; words++)
		for (size_t i = 0; i < count; i++)
			if (items[i].word_count == words &&
			    collecting->count < ENOUGH_MAX &&
			    is_enough(&items[i]) &&
			    !says_nothing_new(collecting, &items[i]))
				collecting->taken[collecting->count++] =
					&items[i];
}

static struct signs
collect(struct arena *arena, const struct expression *items, size_t count,
	size_t size)
{
	struct collecting collecting = { .count = 0 };
	struct signs signs;
	const char **texts;

	collect_enough(&collecting, items, count);
	signs.enough = collecting.count;
	for (size_t i = 0; i < count; i++)
		if (collecting.count < signs.enough + TOGETHER_MAX &&
		    helps(&items[i], size) && !is_enough(&items[i]))
			collecting.taken[collecting.count++] = &items[i];
	texts = arena_array(arena, collecting.count, sizeof(*texts));
	for (size_t i = 0; i < collecting.count; i++)
		texts[i] = collecting.taken[i]->text;
	signs.items = texts;
	signs.count = collecting.count;
	return signs;
}

struct signs *
sign_find(struct arena *arena, const struct expressions *expressions,
	  const size_t *sizes, size_t theme_count)
{
	struct signs *signs = arena_array(arena, theme_count, sizeof(*signs));

	for (size_t from = 0, to; from < expressions->count; from = to) {
		uint32_t theme = expressions->items[from].theme;

		for (to = from; to < expressions->count &&
				expressions->items[to].theme == theme;)
			to++;
		signs[theme] = collect(arena, expressions->items + from,
				       to - from, sizes[theme]);
	}
	return signs;
}
