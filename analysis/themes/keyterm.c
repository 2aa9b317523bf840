#include "keyterm.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "themes/bags.h"
#include "themes/cluster.h"
#include "themes/company.h"
#include "themes/logarithm.h"

enum { SEEDS = 8, TAKEN_MAX = 2 };

static const double weight_of_score = 0.45, cost_of_use = 0.25;

float *
keyterm_scores(struct arena *arena, const struct bags *bags,
	       const uint32_t *mains, size_t theme_count)
{
	size_t cells = bags->column_count * theme_count;
	float *scores = arena_array(arena, cells, sizeof(*scores));
	double *totals = arena_array(arena, theme_count, sizeof(*totals));
	double all = 0;

	for (size_t i = 0; i < bags->count; i++) {
		const struct bag *bag = &bags->items[i];

		for (uint32_t j = 0; j < bag->word_count; j++) {
			struct bag_word word = bag->words[j];

			if (mains[i] == CLUSTER_NONE)
				break;
			scores[word.column * theme_count + mains[i]] +=
				(float)word.count;
			totals[mains[i]] += word.count;
			all += word.count;
		}
	}
	for (size_t i = 0; i < bags->column_count; i++) {
		double rarity = logarithm(1 + all / (double)theme_count /
						      bags->occurrences[i]);

		for (size_t k = 0; k < theme_count; k++) {
			float *score = &scores[i * theme_count + k];

			*score = totals[k] > 0 ? (float)((double)*score *
							 rarity / totals[k])
					       : 0;
		}
	}
	return scores;
}

/* --- candidates ----------------------------------------------------------- */

struct candidate {
	uint32_t column;
	float score;
};

struct candidates {
	struct candidate items[KEYTERM_CANDIDATES];
	size_t count;
};

static int
compare(const void *left, const void *right)
{
	const struct candidate *a = left, *b = right;

	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	return a->column < b->column ? -1 : 1;
}

/* The best words of a theme; more of them than will be left when larger themes
 * have taken theirs. */
static struct candidates
find_candidates(struct arena *scratch, const struct bags *bags,
		const float *scores, size_t theme_count, size_t theme)
{
	struct candidate *all =
		arena_array(scratch, bags->column_count, sizeof(*all));
	struct candidates found = { 0 };
	size_t count = 0;

	for (size_t i = 0; i < bags->column_count; i++) {
		float score = scores[i * theme_count + theme];

		if (score > 0)
			all[count++] = (struct candidate){ (uint32_t)i, score };
	}
	if (count)
		qsort(all, count, sizeof(*all), compare);
	found.count = count < KEYTERM_CANDIDATES ? count : KEYTERM_CANDIDATES;
	memcpy(found.items, all, found.count * sizeof(*all));
	return found;
}

/* --- sets ----------------------------------------------------------------- */

struct growing {
	const struct candidates *candidates;
	const struct company *company;
	const unsigned char *taken; /* of each column: themes that took it */
	double values[KEYTERM_CANDIDATES][KEYTERM_CANDIDATES];
};

/* What a word is worth beside its company. */
static double
own_worth(const struct growing *growing, size_t index)
{
	const struct candidate *items = growing->candidates->items;

	return weight_of_score * (double)(items[index].score / items[0].score) -
	       cost_of_use * growing->taken[items[index].column];
}

/* Grow a set from SEED; what it gathered. */
static double
grow(const struct growing *growing, size_t seed, size_t set[KEYTERM_WORDS],
     size_t *count)
{
	bool is_in[KEYTERM_CANDIDATES] = { false };
	double gathered = own_worth(growing, seed);

	set[0] = seed;
	is_in[seed] = true;
	for (*count = 1; *count < KEYTERM_WORDS; (*count)++) {
		size_t best = KEYTERM_CANDIDATES;
		double most = 0;

		for (size_t i = 0; i < growing->candidates->count; i++) {
			double worth = 0;

			if (is_in[i] ||
			    growing->taken[growing->candidates->items[i]
						   .column] >= TAKEN_MAX)
				continue;
			for (size_t j = 0; j < *count; j++)
				worth += growing->values[i][set[j]];
			worth = worth / (double)*count + own_worth(growing, i);
			if (best == KEYTERM_CANDIDATES || worth > most) {
				best = i;
				most = worth;
			}
		}
		if (best == KEYTERM_CANDIDATES)
			break;
		set[*count] = best;
		is_in[best] = true;
		gathered += most;
	}
	return gathered;
}

static int
compare_sizes(const void *left, const void *right)
{
	size_t a = *(const size_t *)left, b = *(const size_t *)right;

	return a < b ? -1 : a > b;
}

static struct keyterms
choose(struct growing *growing, unsigned char *taken)
{
	const struct candidates *candidates = growing->candidates;
	size_t best[KEYTERM_WORDS], best_count = 0, seeds = 0;
	struct keyterms keyterms = { 0 };
	double most = 0;

	for (size_t i = 0; i < candidates->count; i++)
		for (size_t j = 0; j < candidates->count; j++)
			growing->values[i][j] =
				i == j ? 0
				       : company_value(
						 growing->company,
						 candidates->items[i].column,
						 candidates->items[j].column);
	for (size_t i = 0; i < candidates->count && seeds < SEEDS; i++) {
		size_t set[KEYTERM_WORDS], count;
		double gathered;

		if (taken[candidates->items[i].column] >= TAKEN_MAX)
			continue;
		seeds++;
		gathered = grow(growing, i, set, &count);
		if (count > best_count ||
		    (count == best_count && gathered > most)) {
			most = gathered;
			best_count = count;
			memcpy(best, set, count * sizeof(*set));
		}
	}
	qsort(best, best_count, sizeof(*best), compare_sizes);
	for (size_t i = 0; i < candidates->count; i++)
		keyterms.candidates[keyterms.candidate_count++] =
			candidates->items[i].column;
	for (size_t i = 0; i < best_count; i++) {
		uint32_t column = candidates->items[best[i]].column;

		keyterms.columns[keyterms.count++] = column;
		taken[column]++;
	}
	return keyterms;
}

/* --- all themes ----------------------------------------------------------- */

struct turn {
	size_t theme, size;
};

static int
compare_turns(const void *left, const void *right)
{
	const struct turn *a = left, *b = right;

	if (a->size != b->size)
		return a->size > b->size ? -1 : 1;
	return a->theme < b->theme ? -1 : 1;
}

/* Large themes choose first. */
static struct turn *
turns_of(struct arena *arena, const uint32_t *mains, size_t count,
	 size_t theme_count)
{
	struct turn *turns = arena_array(arena, theme_count, sizeof(*turns));

	for (size_t k = 0; k < theme_count; k++)
		turns[k].theme = k;
	for (size_t i = 0; i < count; i++)
		if (mains[i] != CLUSTER_NONE)
			turns[mains[i]].size++;
	qsort(turns, theme_count, sizeof(*turns), compare_turns);
	return turns;
}

/* The columns that any theme has as a candidate, each once. */
static size_t
all_wanted(const struct candidates *candidates, size_t theme_count,
	   unsigned char *is_wanted, uint32_t *wanted)
{
	size_t count = 0;

	for (size_t k = 0; k < theme_count; k++)
		for (size_t i = 0; i < candidates[k].count; i++) {
			uint32_t column = candidates[k].items[i].column;

			if (!is_wanted[column])
				wanted[count++] = column;
			is_wanted[column] = 1;
		}
	return count;
}

struct keyterms *
keyterm_find(struct arena *arena, const struct bags *bags,
	     const uint32_t *mains, const float *scores, size_t theme_count)
{
	struct arena scratch = { 0 };
	struct keyterms *keyterms =
		arena_array(arena, theme_count, sizeof(*keyterms));
	struct candidates *candidates =
		arena_array(&scratch, theme_count, sizeof(*candidates));
	unsigned char *marks = arena_array(&scratch, bags->column_count, 1);
	unsigned char *taken = arena_array(&scratch, bags->column_count, 1);
	uint32_t *wanted =
		arena_array(&scratch, bags->column_count, sizeof(*wanted));
	const struct turn *turns =
		turns_of(&scratch, mains, bags->count, theme_count);
	struct company company;
	struct growing *growing = arena_alloc(&scratch, sizeof(*growing));
	size_t count;

	for (size_t k = 0; k < theme_count; k++)
		candidates[k] =
			find_candidates(&scratch, bags, scores, theme_count, k);
	count = all_wanted(candidates, theme_count, marks, wanted);
	company = company_count(&scratch, bags, wanted, count);
	growing->company = &company;
	growing->taken = taken;
	for (size_t i = 0; i < theme_count; i++) {
		growing->candidates = &candidates[turns[i].theme];
		keyterms[turns[i].theme] = choose(growing, taken);
	}
	arena_free(&scratch);
	return keyterms;
}
