#ifndef STORE_LOOK_H
#define STORE_LOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "coding/coding.h"

struct arena;
struct db;
struct error;

/*
 * Answers to look at, from the database: with the reference of the response they
 * stand in, and never with a name.  As greenpaper_analyst.
 */

/* Which answers. */
struct look {
	const char *slug, *question;
	const char *type;  /* of respondent; NULL: any */
	const char *theme; /* of the newest codeframe; NULL: any */
};

struct looked_answer {
	const char *reference;
	struct coding_answer answer;
};

/* Every such answer to a text question, by reference.  The answer is valid during
 * the call of FOUND alone. */
bool store_look_each(struct db *db, const struct look *look,
		     bool (*found)(void *context,
				   const struct looked_answer *answer,
				   struct error *err),
		     void *context, struct error *err);

/* Who answered a question, seen from one group of respondents. */
enum membership { MEMBER_NO, MEMBER_YES, MEMBER_NOT_STATED };

/* Every answer to QUESTION, by its bytes, then language, then response.  The group
 * is those who chose VALUE in the closed question GROUP, or, where that is NULL,
 * who are respondents of the type VALUE. */
bool store_look_group(struct db *db, const char *slug, const char *question,
		      const char *group, const char *value,
		      bool (*found)(void *context,
				    const struct coding_answer *answer,
				    enum membership membership,
				    struct error *err),
		      void *context, struct error *err);

/* One text answer of a response, and its themes by the bytes of their ids. */
struct looked_text {
	const char *question;
	struct coding_answer answer;
	const struct coded_theme *themes;
	size_t theme_count; /* 0: not coded */
};

struct looked_response {
	const char *slug;
	const struct looked_text *texts; /* by the bytes of the question */
	size_t text_count;
};

/* The response with that reference, in the arena.  ERROR_MISSING when there is
 * none, with those that differ by one symbol. */
bool store_look_response(struct db *db, struct arena *arena,
			 const char *reference,
			 struct looked_response *response, struct error *err);

#endif
