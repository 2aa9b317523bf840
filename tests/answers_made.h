#ifndef ANSWERS_MADE_H
#define ANSWERS_MADE_H

#include <stddef.h>

struct arena;
struct coding_answer;

/*
 * Answers for tests of the analysis: ANSWERS_MADE of them in English, about six
 * matters (buses, libraries, dogs …), each sentence about one in its own words;
 * every third answer to each is about two.  The same on every run.
 */
enum { ANSWERS_MADE = 120, ANSWERS_MATTERS = 6, ANSWERS_WORDS = 6 };

struct coding_answer *answers_made(struct arena *arena);

/* The words of each matter. */
extern const char *const answers_words[ANSWERS_MATTERS][ANSWERS_WORDS];

#endif
