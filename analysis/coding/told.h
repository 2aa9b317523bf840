#ifndef TOLD_H
#define TOLD_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct codeframe_question;
struct db;
struct error;
struct suggest_answer;

/*
 * The answers to one question, and which themes the newest codeframe gave them: what
 * themes/suggest.h learns from.  As greenpaper_analyst.
 */
struct told {
	const char *const *references; /* of the responses, ascending */
	const struct suggest_answer
		*answers; /* their labels are places among the themes of the
			     codeframe, the narrowest of those that stand under
			     each other; none where the answer is "other" or came
			     since */
	size_t count;
};

/* The answers to the question of FRAME, in the arena. */
bool told_load(struct db *db, struct arena *arena, const char *slug,
	       const struct codeframe_question *frame, struct told *told,
	       struct error *err);

#endif
