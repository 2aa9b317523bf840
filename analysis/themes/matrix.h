#ifndef MATRIX_H
#define MATRIX_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct corpus;

/*
 * What themes are found in: a row for each different sentence of a corpus, a
 * column for each word that may tell one from another, most cells empty.
 */
struct matrix_cell {
	size_t column;
	double weight;
};

/* A sentence: WORD_COUNT words of a document from FIRST_WORD. */
struct matrix_row {
	size_t document, first_word, word_count;
	const struct matrix_cell *cells; /* by column */
	size_t cell_count;
};

struct matrix {
	const struct matrix_row *rows; /* as they stand in the corpus */
	size_t row_count;
	const size_t *terms; /* the corpus's term of each column, rising */
	size_t column_count;
};

/*
 * Weigh the words of every sentence.  A sentence is too short to show which words
 * belong together and a long answer holds several matters, so a row is the mean
 * of two vectors of length 1, of the sentence and of the answer it stands in,
 * scaled to length 1.  In both a word weighs (1 + ln tf) * (1 + ln((1 + N) /
 * (1 + df))) (Salton & Buckley 1988), where N counts the sentences and df those
 * that hold the word.  Sentences with the same words are one row, so that a letter
 * sent by many weighs as if one had sent it, with or without a line of their own.
 * Words in fewer than 2 answers, or one for 2,000 sentences, show no company; those
 * in more than one sentence in five (and more than 4) keep all company: both are
 * left out.
 *
 * The matrix lives in ARENA and points into CORPUS, whose documents must be in
 * an order of their own.  Without any word left it has no columns.
 */
struct matrix matrix_build(struct arena *arena, const struct corpus *corpus);

#endif
