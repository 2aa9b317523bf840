#ifndef STORE_WORD_H
#define STORE_WORD_H

#include <stdbool.h>

struct error;
struct rows;

/*
 * What a function of the database answers: one of a few words.
 */

/* Which of COUNT WORDS stands in a column of the first row. */
bool store_word(const struct rows *rows, int column, const char *const words[],
		int count, int *index, struct error *err);

#endif
