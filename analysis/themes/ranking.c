#include "ranking.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "text/copies.h"
#include "themes/assign.h"
#include "themes/cluster.h"

struct ranked {
	const struct theme *theme;
	size_t number;
};

static int
compare_ranked(const void *left, const void *right)
{
	const struct ranked *a = left, *b = right;
	int order;

	if (a->theme->count != b->theme->count)
		return a->theme->count > b->theme->count ? -1 : 1;
	order = strcmp(a->theme->label, b->theme->label);
	return order ? order : (a->number < b->number ? -1 : 1);
}

/* Large themes first, those that nobody has or that have no words left out;
 * RANKS lead from the number of a theme to its place. */
static struct theme *
rank(struct arena *arena, const struct ranking *ranking, size_t *ranks,
     size_t *count)
{
	struct arena scratch = { 0 };
	size_t theme_count = ranking->theme_count;
	struct ranked *ranked =
		arena_array(&scratch, theme_count, sizeof(*ranked));
	struct theme *items = arena_array(arena, theme_count, sizeof(*items));

	*count = 0;
	for (size_t k = 0; k < theme_count; k++) {
		ranks[k] = THEME_NONE;
		if (ranking->themes[k].count && ranking->themes[k].label)
			ranked[(*count)++] =
				(struct ranked){ &ranking->themes[k], k };
	}
	if (*count)
		qsort(ranked, *count, sizeof(*ranked), compare_ranked);
	for (size_t i = 0; i < *count; i++) {
		items[i] = *ranked[i].theme;
		ranks[ranked[i].number] = i;
	}
	arena_free(&scratch);
	return items;
}

static const struct theme_span *
copy_spans(struct arena *arena, const struct assign_span *spans, size_t count)
{
	struct theme_span *copies = arena_array(arena, count, sizeof(*copies));

	for (size_t i = 0; i < count; i++)
		copies[i] = (struct theme_span){ spans[i].start, spans[i].end };
	return copies;
}

static struct theme_answer
answer_of(struct arena *arena, const struct ranking *ranking, size_t number,
	  const size_t *ranks)
{
	const struct assigned *assigned = &ranking->assigned[number];
	const struct copies *copies = ranking->copies;
	size_t template = copies->groups[copies->group_of[number]].template;
	struct theme_given *given =
		arena_array(arena, assigned->count, sizeof(*given));
	struct theme_answer answer = {
		.main = assigned->main == CLUSTER_NONE ? THEME_NONE
						       : ranks[assigned->main],
		.copy_of = template == number ? THEME_NONE : template,
		.given = given,
	};
	double sum = 0;

	for (size_t i = 0; i < assigned->count; i++)
		if (ranks[assigned->themes[i].theme] != THEME_NONE)
			sum += assigned->themes[i].evidence;
	for (size_t i = 0; i < assigned->count; i++) {
		const struct assigned_theme *theme = &assigned->themes[i];

		if (ranks[theme->theme] == THEME_NONE)
			continue;
		given[answer.given_count++] = (struct theme_given){
			ranks[theme->theme],
			theme->evidence / sum,
			copy_spans(arena, theme->clauses, theme->clause_count),
			copy_spans(arena, theme->words, theme->word_count),
			theme->clause_count,
			theme->word_count,
		};
	}
	return answer;
}

static int
compare_given(const void *left, const void *right)
{
	const struct theme_given *a = left, *b = right;

	return a->theme < b->theme ? -1 : 1;
}

struct themes
ranking_make(struct arena *arena, const struct ranking *ranking)
{
	struct arena scratch = { 0 };
	struct themes result = { .answer_count = ranking->count };
	struct theme_answer *answers =
		arena_array(arena, ranking->count, sizeof(*answers));
	size_t *ranks =
		arena_array(&scratch, ranking->theme_count, sizeof(*ranks));

	result.items = rank(arena, ranking, ranks, &result.count);
	for (size_t i = 0; i < ranking->count; i++) {
		answers[i] = answer_of(arena, ranking, i, ranks);
		if (answers[i].given_count > 1)
			qsort((void *)answers[i].given, answers[i].given_count,
			      sizeof(*answers[i].given), compare_given);
	}
	result.answers = answers;
	arena_free(&scratch);
	return result;
}
