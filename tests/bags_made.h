#ifndef BAGS_MADE_H
#define BAGS_MADE_H

#include <stddef.h>
#include <stdint.h>

#include "themes/bags.h"

struct arena;
struct vocabulary;

/*
 * Bags for tests of the rooms that count words.  A text is written in letters:
 * "a" is column 0, "b" column 1 …; "-" is a word that is no column, and a clause
 * ends at ".".  "ab.-a" are four words and two clauses.
 */
struct bags bags_made(struct arena *arena, const char *const *texts,
		      size_t count);

/* Bags of real words, as theme.c makes them. */
struct bags bags_read(struct arena *arena, struct vocabulary *vocabulary,
		      const char *const *texts, size_t count);

/* The column of a word in bags that were read. */
uint32_t bags_column(const struct bags *bags, struct vocabulary *vocabulary,
		     const char *word);

/* Numbers that look drawn, the same on every run: the next from 0 to BELOW - 1. */
uint32_t drawn(uint64_t *state, uint32_t below);

#endif
