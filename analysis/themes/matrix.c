#include "matrix.h"

#include <math.h>
#include <stdlib.h>

#include "arena.h"
#include "logarithm.h"
#include "str.h"
#include "text/corpus.h"
#include "text/lexicon.h"

enum { ANSWERS_MIN = 2, RARE_SHARE = 2000, COMMON_SHARE = 5, COMMON_MIN = 4 };

#define COLUMN_NONE ((size_t)-1)

/* Counts of words: of a sentence, of an answer. */
struct bag {
	struct term_count *items; /* by term */
	size_t count;
};

struct builder {
	struct arena *arena;
	const struct corpus *corpus;
	struct matrix_row *rows;
	struct bag *bags; /* of the rows */
	size_t row_count, row_room;
	size_t *columns; /* by term, or COLUMN_NONE */
	double *rarity;	 /* by term */
};

static int
compare_terms(const void *left, const void *right)
{
	const struct term_count *a = left, *b = right;

	return a->term < b->term ? -1 : a->term > b->term;
}

static struct bag
bag_of(struct arena *arena, const struct corpus_word *words, size_t count)
{
	struct term_count *items = arena_array(arena, count, sizeof(*items));
	size_t found = 0, kept = 0;

	for (size_t i = 0; i < count; i++)
		if (words[i].term != TERM_NONE)
			items[found++] =
				(struct term_count){ words[i].term, 1 };
	qsort(items, found, sizeof(*items), compare_terms);
	for (size_t i = 0; i < found; i++) {
		if (kept && items[kept - 1].term == items[i].term)
			items[kept - 1].count++;
		else
			items[kept++] = items[i];
	}
	return (struct bag){ items, kept };
}

/* --- rows --------------------------------------------------------------- */

static void
row_add(struct builder *builder, const struct matrix_row *row, struct bag bag)
{
	if (builder->row_count == builder->row_room) {
		size_t room = builder->row_room ? builder->row_room * 2 : 256;

		builder->rows = arena_grow(builder->arena, builder->rows,
					   builder->row_count, room,
					   sizeof(*builder->rows));
		builder->bags = arena_grow(builder->arena, builder->bags,
					   builder->row_count, room,
					   sizeof(*builder->bags));
		builder->row_room = room;
	}
	builder->rows[builder->row_count] = *row;
	builder->bags[builder->row_count++] = bag;
}

/* Whether no sentence with these words was seen before. */
static bool
is_new(struct arena *arena, struct lexicon *seen, const struct bag *bag)
{
	struct str key = { .arena = arena };
	size_t before = seen->count;

	for (size_t i = 0; i < bag->count; i++)
		str_format(&key, "%zu*%zu ", bag->items[i].term,
			   bag->items[i].count);
	lexicon_add(seen, TONGUE_EN, key.text, key.len);
	return seen->count > before;
}

static void
read_rows(struct builder *builder)
{
	struct arena scratch = { 0 };
	struct lexicon seen = { .arena = &scratch };

	for (size_t i = 0; i < builder->corpus->document_count; i++) {
		const struct corpus_document *document =
			&builder->corpus->documents[i];
		size_t end;

		for (size_t start = 0; start < document->word_count;
		     start = end) {
			const struct corpus_word *words = document->words;
			struct bag bag;

			for (end = start;
			     end < document->word_count &&
			     words[end].sentence == words[start].sentence;)
				end++;
			bag = bag_of(builder->arena, words + start,
				     end - start);
			if (bag.count && is_new(&scratch, &seen, &bag))
				row_add(builder,
					&(struct matrix_row){
						.document = i,
						.first_word = start,
						.word_count = end - start },
					bag);
		}
	}
	arena_free(&scratch);
}

/* --- columns ------------------------------------------------------------ */

/* In how many rows, and in how many different answers, each term stands. */
static void
count_terms(const struct builder *builder, size_t *rows, size_t *answers)
{
	struct arena scratch = { 0 };
	size_t *last = arena_array(&scratch, builder->corpus->term_count,
				   sizeof(*last));

	for (size_t i = 0; i < builder->row_count; i++)
		for (size_t j = 0; j < builder->bags[i].count; j++) {
			size_t term = builder->bags[i].items[j].term;

			rows[term]++;
			answers[term] +=
				last[term] != builder->rows[i].document + 1;
			last[term] = builder->rows[i].document + 1;
		}
	arena_free(&scratch);
}

static size_t
at_least(size_t value, size_t least)
{
	return value > least ? value : least;
}

static size_t *
choose_columns(struct builder *builder, size_t *column_count)
{
	struct arena *arena = builder->arena;
	size_t term_count = builder->corpus->term_count;
	size_t least = at_least(builder->row_count / RARE_SHARE, ANSWERS_MIN);
	size_t most = at_least(builder->row_count / COMMON_SHARE, COMMON_MIN);
	size_t *rows = arena_array(arena, term_count, sizeof(*rows));
	size_t *answers = arena_array(arena, term_count, sizeof(*answers));
	size_t *terms = arena_array(arena, term_count, sizeof(*terms));

	builder->columns =
		arena_array(arena, term_count, sizeof(*builder->columns));
	builder->rarity =
		arena_array(arena, term_count, sizeof(*builder->rarity));
	count_terms(builder, rows, answers);
	*column_count = 0;
	for (size_t i = 0; i < term_count; i++) {
		builder->columns[i] = COLUMN_NONE;
		builder->rarity[i] =
			1 + logarithm((1.0 + (double)builder->row_count) /
				      (1.0 + (double)rows[i]));
		if (answers[i] < least || rows[i] > most)
			continue;
		builder->columns[i] = *column_count;
		terms[(*column_count)++] = i;
	}
	return terms;
}

/* --- cells -------------------------------------------------------------- */

/* Add a bag, as a vector of length 1, to CELLS by column. */
static void
add_bag(const struct builder *builder, const struct bag *bag, double *cells)
{
	double square = 0;

	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < bag->count; i++) {
			const struct term_count *item = &bag->items[i];
			size_t column = builder->columns[item->term];
			double weight;

			if (column == COLUMN_NONE)
				continue;
			weight = (1 + logarithm((double)item->count)) *
				 builder->rarity[item->term];
			if (!pass)
				square += weight * weight;
			else
				cells[column] += weight / sqrt(square);
		}
	}
}

/* The cells that the answer's bag touches, scaled to length 1 and cleared. */
static void
take_cells(const struct builder *builder, const struct bag *touched,
	   double *cells, struct matrix_row *row)
{
	struct matrix_cell *taken =
		arena_array(builder->arena, touched->count, sizeof(*taken));
	double square = 0;

	for (size_t i = 0; i < touched->count; i++) {
		size_t column = builder->columns[touched->items[i].term];

		if (column == COLUMN_NONE)
			continue;
		square += cells[column] * cells[column];
		taken[row->cell_count++] =
			(struct matrix_cell){ column, cells[column] };
		cells[column] = 0;
	}
	for (size_t i = 0; i < row->cell_count; i++)
		taken[i].weight /= sqrt(square);
	row->cells = taken;
}

static bool
has_column(const struct builder *builder, const struct bag *bag)
{
	for (size_t i = 0; i < bag->count; i++)
		if (builder->columns[bag->items[i].term] != COLUMN_NONE)
			return true;
	return false;
}

static void
weigh_rows(struct builder *builder, size_t column_count)
{
	double *cells =
		arena_array(builder->arena, column_count + 1, sizeof(*cells));
	struct bag answer = { 0 };
	size_t document = (size_t)-1;

	for (size_t i = 0; i < builder->row_count; i++) {
		struct matrix_row *row = &builder->rows[i];
		const struct corpus_document *source =
			&builder->corpus->documents[row->document];

		if (document != row->document)
			answer = bag_of(builder->arena, source->words,
					source->word_count);
		document = row->document;
		/* A sentence without a word of its own to tell by would be
		 * nothing but its answer over again. */
		if (!has_column(builder, &builder->bags[i]))
			continue;
		add_bag(builder, &builder->bags[i], cells);
		add_bag(builder, &answer, cells);
		take_cells(builder, &answer, cells, row);
	}
}

struct matrix
matrix_build(struct arena *arena, const struct corpus *corpus)
{
	struct builder builder = { .arena = arena, .corpus = corpus };
	struct matrix matrix = { 0 };

	read_rows(&builder);
	matrix.terms = choose_columns(&builder, &matrix.column_count);
	weigh_rows(&builder, matrix.column_count);
	matrix.rows = builder.rows;
	matrix.row_count = builder.row_count;
	return matrix;
}
