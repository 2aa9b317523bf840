#include "keyterm.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "text/corpus.h"
#include "themes/factor.h"
#include "themes/grouping.h"
#include "themes/logarithm.h"
#include "themes/matrix.h"

#define COLUMN_NONE ((size_t)-1)

/* How many sentences of each theme hold each word. */
struct counts {
	const struct matrix *matrix;
	size_t theme_count;
	size_t *cells;	/* column c, theme k at [c * theme_count + k] */
	size_t *words;	/* by theme */
	size_t *totals; /* by column */
	size_t total;
};

bool
keyterm_is_enough(size_t own, size_t all)
{
	return 4 * own >= 3 * (all + 1);
}

static size_t *
columns_of(struct arena *arena, const struct corpus *corpus,
	   const struct matrix *matrix)
{
	size_t *columns =
		arena_array(arena, corpus->term_count, sizeof(*columns));

	for (size_t i = 0; i < corpus->term_count; i++)
		columns[i] = COLUMN_NONE;
	for (size_t i = 0; i < matrix->column_count; i++)
		columns[matrix->terms[i]] = i;
	return columns;
}

static struct counts
count_words(struct arena *arena, const struct grouping *grouping)
{
	const struct matrix *matrix = grouping->matrix;
	const size_t *mains = grouping->mains;
	size_t theme_count = grouping->theme_count;
	struct counts counts = {
		.matrix = matrix,
		.theme_count = theme_count,
		.cells = arena_array(arena, matrix->column_count * theme_count,
				     sizeof(*counts.cells)),
		.words = arena_array(arena, theme_count, sizeof(*counts.words)),
		.totals = arena_array(arena, matrix->column_count,
				      sizeof(*counts.totals)),
	};
	const size_t *columns = columns_of(arena, grouping->corpus, matrix);
	size_t *seen = arena_array(arena, matrix->column_count, sizeof(*seen));

	for (size_t r = 0; r < matrix->row_count; r++) {
		const struct matrix_row *row = &matrix->rows[r];
		const struct corpus_word *words =
			grouping->corpus->documents[row->document].words +
			row->first_word;

		for (size_t i = 0;
		     mains[r] != THEME_NONE && i < row->word_count; i++) {
			size_t column = words[i].term == TERM_NONE
						? COLUMN_NONE
						: columns[words[i].term];

			if (column == COLUMN_NONE || seen[column] == r + 1)
				continue;
			seen[column] = r + 1;
			counts.cells[column * theme_count + mains[r]]++;
			counts.words[mains[r]]++;
			counts.totals[column]++;
			counts.total++;
		}
	}
	return counts;
}

static double
score(const struct counts *counts, size_t column, size_t theme)
{
	size_t own = counts->cells[column * counts->theme_count + theme];

	if (!own)
		return 0;
	return (double)own / (double)counts->words[theme] *
	       logarithm(1 + (double)counts->total /
				     (double)counts->theme_count /
				     (double)counts->totals[column]);
}

struct scored {
	double score;
	size_t column;
	bool enough;
};

static int
compare(const void *left, const void *right)
{
	const struct scored *a = left, *b = right;

	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	return a->column < b->column ? -1 : 1;
}

static int
compare_enough(const void *left, const void *right)
{
	const struct scored *a = left, *b = right;

	if (a->enough != b->enough)
		return a->enough ? -1 : 1;
	return compare(left, right);
}

static void
choose_terms(const struct counts *counts, const double *best, size_t theme,
	     struct scored *room, struct keyterms *keyterms)
{
	size_t count = 0;

	for (size_t c = 0; c < counts->matrix->column_count; c++) {
		size_t own = counts->cells[c * counts->theme_count + theme];
		double value = score(counts, c, theme);

		if (own >= 2 && value >= best[c] / 4)
			room[count++] = (struct scored){
				value, c,
				keyterm_is_enough(own, counts->totals[c])
			};
	}
	qsort(room, count, sizeof(*room), compare);
	if (count > KEYTERM_WORDS)
		count = KEYTERM_WORDS;
	qsort(room, count, sizeof(*room), compare_enough);
	for (size_t i = 0; i < count; i++) {
		keyterms->terms[i] = counts->matrix->terms[room[i].column];
		keyterms->enough += room[i].enough;
	}
	keyterms->term_count = count;
}

struct keyterms *
keyterm_find(struct arena *arena, const struct grouping *grouping)
{
	struct arena scratch = { 0 };
	size_t theme_count = grouping->theme_count;
	size_t column_count = grouping->matrix->column_count;
	struct keyterms *keyterms =
		arena_array(arena, theme_count, sizeof(*keyterms));
	double *best = arena_array(&scratch, column_count, sizeof(*best));
	struct scored *room =
		arena_array(&scratch, column_count, sizeof(*room));
	struct counts counts = count_words(&scratch, grouping);

	for (size_t c = 0; c < column_count; c++)
		for (size_t k = 0; k < theme_count; k++)
			if (score(&counts, c, k) > best[c])
				best[c] = score(&counts, c, k);
	for (size_t k = 0; k < theme_count; k++)
		choose_terms(&counts, best, k, room, &keyterms[k]);
	arena_free(&scratch);
	return keyterms;
}
