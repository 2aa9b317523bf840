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
	const char *text; /* not blank */
	enum language language;
};

/*
 * Code COUNT answers to one question.  The result has COUNT items in the same
 * order and lives in the arena.  What an answer gets depends on its own words and
 * on how common each word is among all COUNT answers, never on their order.
 */
const struct coded_answer *coding_apply(
	struct arena *arena, const struct codeframe_question *question,
	const struct coding_answer *answers, size_t count);

#endif
