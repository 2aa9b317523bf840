#include "copies.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "utf8.h"

struct folded {
	const char *fold, *text;
	enum tongue tongue;
	size_t answer;
};

static int
compare_fold(const struct folded *a, const struct folded *b)
{
	int order = strcmp(a->fold, b->fold);

	return order ? order : (int)a->tongue - (int)b->tongue;
}

static int
compare(const void *left, const void *right)
{
	const struct folded *a = left, *b = right;
	int order = compare_fold(a, b);

	if (!order)
		order = strcmp(a->text, b->text);
	if (!order)
		order = a->answer < b->answer ? -1 : 1;
	return order;
}

static struct folded *
fold_all(struct arena *arena, const struct copies_answer *answers, size_t count)
{
	struct folded *folded = arena_array(arena, count, sizeof(*folded));

	for (size_t i = 0; i < count; i++)
		folded[i] = (struct folded){ utf8_fold(arena, answers[i].text),
					     answers[i].text,
					     answers[i].tongue, i };
	qsort(folded, count, sizeof(*folded), compare);
	return folded;
}

struct copies
copies_find(struct arena *arena, const struct copies_answer *answers,
	    size_t count, bool near)
{
	struct folded *folded = fold_all(arena, answers, count);
	struct copies_group *groups =
		arena_array(arena, count, sizeof(*groups));
	size_t *group_of = arena_array(arena, count, sizeof(*group_of));
	bool *is_exact = arena_array(arena, count, sizeof(*is_exact));
	size_t group_count = 0;

	(void)near;

	for (size_t i = 0; i < count; i++) {
		if (!i || compare_fold(&folded[i - 1], &folded[i]))
			groups[group_count++].template = folded[i].answer;
		groups[group_count - 1].count++;
		groups[group_count - 1].exact++;
		is_exact[folded[i].answer] = true;
		group_of[folded[i].answer] = group_count - 1;
	}
	return (struct copies){ groups, group_count, group_of, is_exact };
}
