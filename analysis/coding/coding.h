#ifndef CODING_H
#define CODING_H

#include <stddef.h>

#include "coding/answer.h"

struct arena;
struct codeframe_question;

/*
 * Which themes each answer has, and the words that say so.  Every answer has at
 * least one theme: one that shows none of the question's themes is "other".
 */

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
 * An answer also has a theme when one of its sentences is like one of an example's
 * (example.h): when it has at least half, and at least three, of the different
 * stems that count there.  Which words count, and which sentences, does not depend
 * on any answer.
 *
 * A theme with a stance is for the answers of those alone who chose that option in
 * the question that this one explains.  An answer that has a theme also has the one
 * that it stands under, and so on up, for the same reasons.
 *
 * Words are compared by their stems in the language of the answer; a phrase needs
 * its words next to each other, and where it stands its words are not counted
 * again.  The reasons are all words of the theme in the
 * sentences that had enough, none inside another; of an example the words that it
 * shares.
 */
const struct coded_answer *coding_apply(
	struct arena *arena, const struct codeframe_question *question,
	const struct coding_answer *answers, size_t count);

#endif
