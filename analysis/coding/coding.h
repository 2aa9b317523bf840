#ifndef CODING_H
#define CODING_H

#include <stddef.h>

#include "consultation.h"

struct arena;
struct codeframe_question;

/*
 * Which themes each answer has, and the words that say so.  Every answer has at
 * least one theme: one that shows none of the question's themes is "other".
 */

/* A word of the theme where it stands in the answer. */
struct coding_reason {
	size_t start, end; /* bytes of the answer, end exclusive */
};

struct coded_theme {
	const char *id;			     /* of the codeframe, or "other" */
	const struct coding_reason *reasons; /* by start; none for "other" */
	size_t reason_count;
};

/* Themes in the order of the codeframe. */
struct coded_answer {
	const struct coded_theme *themes;
	size_t theme_count; /* at least 1 */
};

struct coding_answer {
	const char *text;
	enum language language;
};

/*
 * Code COUNT answers to one question.  The result has COUNT items in the same
 * order and lives in the arena.
 *
 * An answer has a theme when one of its sentences has enough of the theme's words:
 * one from "words", or two different ones from "together".  The writer of the
 * codeframe said which words are enough, so that what an answer gets depends on
 * nothing but the codeframe and the answer: it stays when others come in.  Two
 * words in different sentences of a long answer are mostly chance, so they count
 * only where no sentence had enough for any theme; then the theme with the most of
 * its words in the whole answer gets it, or several if they have as many.
 *
 * Words are compared by their stems in the language of the answer; a phrase needs
 * its words next to each other, and where it stands its words are not counted
 * again.  The reasons are all words of the theme in the
 * sentences that had enough, none inside another.
 */
const struct coded_answer *coding_apply(
	struct arena *arena, const struct codeframe_question *question,
	const struct coding_answer *answers, size_t count);

#endif
