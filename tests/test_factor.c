#include "suites.h"

#include <math.h>
#include <string.h>

#include "arena.h"
#include "text/corpus.h"
#include "themes/factor.h"
#include "themes/logarithm.h"
#include "themes/matrix.h"
#include "themes/spectrum.h"

static struct arena arena;

static void
stop(void)
{
	arena_free(&arena);
}

START_TEST(knows_logarithms)
{
	static const double numbers[] = { 1e-300, 0.3,	0.70710678, 0.9999999,
					  1,	  1.5,	2,	    3,
					  10,	  1e15, 1.7e308 };

	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		double expected = log(numbers[i]);

		ck_assert_double_le(fabs(logarithm(numbers[i]) - expected),
				    1e-14 * (1 + fabs(expected)));
	}
	ck_assert_double_eq(logarithm(1), 0);
}
END_TEST

/* --- a matrix with two blocks ---------------------------------------------- */

enum { BLOCK_ROWS = 5, BLOCK_COLUMNS = 4 };

static const double blocks[BLOCK_ROWS][BLOCK_COLUMNS] = {
	{ 3, 1, 0, 0 }, { 6, 2, 0, 0 }, { 0, 0, 1, 1 },
	{ 0, 0, 2, 2 }, { 0, 0, 0, 0 },
};

static struct matrix
make_matrix(const double values[BLOCK_ROWS][BLOCK_COLUMNS])
{
	struct matrix_row *rows =
		arena_array(&arena, BLOCK_ROWS, sizeof(*rows));
	struct matrix matrix = { .rows = rows,
				 .row_count = BLOCK_ROWS,
				 .column_count = BLOCK_COLUMNS };

	for (size_t r = 0; r < BLOCK_ROWS; r++) {
		struct matrix_cell *cells =
			arena_array(&arena, BLOCK_COLUMNS, sizeof(*cells));

		for (size_t c = 0; c < BLOCK_COLUMNS; c++)
			if (values[r][c] > 0)
				cells[rows[r].cell_count++] =
					(struct matrix_cell){ c, values[r][c] };
		rows[r].cells = cells;
	}
	return matrix;
}

START_TEST(finds_the_singular_values_of_two_blocks)
{
	struct matrix matrix = make_matrix(blocks);
	struct spectrum spectrum = spectrum_find(&arena, &matrix, 3);

	/* (1, 2) (3, 1)' has the length sqrt(5) * sqrt(10); the other block
	 * sqrt(5) * sqrt(2); there is no third. */
	ck_assert_uint_eq(spectrum.count, 3);
	ck_assert_double_eq_tol(spectrum.values[0], sqrt(50), 1e-12);
	ck_assert_double_eq_tol(spectrum.values[1], sqrt(10), 1e-12);
	ck_assert_double_eq_tol(spectrum.values[2], 0, 1e-6);
	ck_assert_double_eq_tol(fabs(spectrum.right[0]), 3 / sqrt(10), 1e-12);
	ck_assert_double_eq_tol(fabs(spectrum.right[3]), 1 / sqrt(10), 1e-12);
	ck_assert_double_eq_tol(fabs(spectrum.right[2 * 3 + 1]), 1 / sqrt(2),
				1e-12);
}
END_TEST

START_TEST(factors_two_blocks_exactly)
{
	struct matrix matrix = make_matrix(blocks);
	struct factors factors = factor_matrix(&arena, &matrix, 2);

	ck_assert_uint_eq(factors.theme_count, 2);
	for (size_t r = 0; r < BLOCK_ROWS; r++)
		for (size_t c = 0; c < BLOCK_COLUMNS; c++) {
			double product = 0;

			for (size_t k = 0; k < 2; k++)
				product += factors.rows[r * 2 + k] *
					   factors.columns[c * 2 + k];
			ck_assert_double_eq_tol(product, blocks[r][c], 1e-9);
		}
	ck_assert_uint_eq(factor_main(&factors, 0), 0);
	ck_assert_uint_eq(factor_main(&factors, 1), 0);
	ck_assert_uint_eq(factor_main(&factors, 2), 1);
	ck_assert_uint_eq(factor_main(&factors, 3), 1);
	ck_assert_uint_eq(factor_main(&factors, 4), THEME_NONE);
}
END_TEST

START_TEST(has_nothing_negative)
{
	static const double values[BLOCK_ROWS][BLOCK_COLUMNS] = {
		{ 1, 2, 0, 1 }, { 0, 1, 1, 0 }, { 2, 0, 1, 1 },
		{ 1, 1, 1, 0 }, { 0, 0, 2, 1 },
	};
	struct matrix matrix = make_matrix(values);
	struct factors factors = factor_matrix(&arena, &matrix, 3);

	for (size_t i = 0; i < BLOCK_ROWS * 3; i++)
		ck_assert_double_ge(factors.rows[i], 0);
	for (size_t i = 0; i < BLOCK_COLUMNS * 3; i++)
		ck_assert_double_ge(factors.columns[i], 0);
}
END_TEST

START_TEST(gives_no_more_themes_than_columns)
{
	struct matrix matrix = make_matrix(blocks), none = { 0 };

	ck_assert_uint_eq(factor_matrix(&arena, &matrix, 50).theme_count,
			  BLOCK_COLUMNS);
	ck_assert_uint_eq(factor_matrix(&arena, &none, 5).theme_count, 0);
}
END_TEST

/* --- from sentences to rows -------------------------------------------------- */

START_TEST(weighs_sentences_with_their_answer)
{
	const struct corpus_answer answers[] = {
		{ "Trams cost money. Money for dogs.", TONGUE_EN },
		{ "Trams cost nothing like dogs.", TONGUE_EN },
		{ "The dog barks. Money for dogs!", TONGUE_EN },
	};
	struct corpus corpus = corpus_read(&arena, answers, 3);
	struct matrix matrix = matrix_build(&arena, &corpus);

	/* "Money for dogs" is one row, so that its money stands in one answer
	 * alone, like barks and nothing, and has no column. */
	ck_assert_uint_eq(matrix.row_count, 4);
	ck_assert_uint_eq(matrix.column_count, 3);
	for (size_t r = 0; r < matrix.row_count; r++) {
		double square = 0;

		for (size_t i = 0; i < matrix.rows[r].cell_count; i++)
			square += matrix.rows[r].cells[i].weight *
				  matrix.rows[r].cells[i].weight;
		ck_assert_double_eq_tol(square, 1, 1e-12);
	}
	/* The first row holds the dogs of its answer's other sentence, but
	 * weighs them less than its own costs, which are rarer. */
	ck_assert_uint_eq(matrix.rows[0].cell_count, 3);
	ck_assert_str_eq(corpus.terms[matrix.terms[0]].stem, "cost");
	ck_assert_str_eq(corpus.terms[matrix.terms[1]].stem, "dog");
	ck_assert_double_gt(matrix.rows[0].cells[0].weight,
			    matrix.rows[0].cells[1].weight);
}
END_TEST

Suite *
suite_factor(void)
{
	Suite *suite = suite_create("factor");
	TCase *tcase = tcase_create("factor");

	tcase_add_checked_fixture(tcase, NULL, stop);
	tcase_add_test(tcase, knows_logarithms);
	tcase_add_test(tcase, finds_the_singular_values_of_two_blocks);
	tcase_add_test(tcase, factors_two_blocks_exactly);
	tcase_add_test(tcase, has_nothing_negative);
	tcase_add_test(tcase, gives_no_more_themes_than_columns);
	tcase_add_test(tcase, weighs_sentences_with_their_answer);
	suite_add_tcase(suite, tcase);
	return suite;
}
