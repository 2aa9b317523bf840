#ifndef FINDER_H
#define FINDER_H

#include <stdbool.h>
#include <stddef.h>

#include "coding/answer.h"

struct arena;
struct codeframe_question;

/*
 * Finds the words of one question's codeframe in answers.  An entry is a word, a
 * phrase or a sentence of an example; it is looked for in every language, by the
 * stems of that language.
 */
struct finder;

/* QUESTION must outlive it. */
struct finder *finder_new(const struct codeframe_question *question);
void finder_free(struct finder *finder);

/* An entry where it stands in the answer; of an example each word that the
 * sentence shares with it. */
struct found {
	size_t theme,
		entry; /* entries of one theme have numbers of their own */
	size_t sentence;
	bool enough;  /* for the theme, alone */
	bool example; /* the words of an example are parts of one entry */
	struct coding_reason reason;
};

/* Every place where ANSWER has an entry, in the arena, words and phrases in the
 * order of the text, then examples.  Themes with a stance that the writer did not
 * take are not looked for. */
struct found *finder_find(struct finder *finder, struct arena *arena,
			  const struct coding_answer *answer, size_t *count);

#endif
