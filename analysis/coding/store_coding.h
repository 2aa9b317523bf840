#ifndef STORE_CODING_H
#define STORE_CODING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "coding/coding.h"

struct codeframe;
struct db;
struct error;

/*
 * Answers to code, and codings, in the database.  As greenpaper_analyst.
 */

/* An answer in the respondent's own words; valid during the call alone. */
struct stored_text {
	int64_t response; /* id */
	struct coding_answer answer;
};

/* Every answer to a text question, with what its writer chose in the question that
 * this one explains; by the bytes of the text, then the language, then the
 * response. */
bool store_text_each(struct db *db, const char *slug,
		     const struct question *question,
		     bool (*found)(void *context,
				   const struct stored_text *text,
				   struct error *err),
		     void *context, struct error *err);

/* How the answers to one question were coded: ANSWERS[i] is how that of
 * RESPONSES[i] was. */
struct coded_question {
	const char *id;
	const int64_t *responses;
	const struct coded_answer *answers;
	size_t count;
};

/* A codeframe as it was applied. */
struct stored_coding {
	const struct codeframe *codeframe; /* signed */
	const char *source;		   /* the file's bytes */
	size_t source_len;
	const struct coded_question *questions;
	size_t question_count;
};

/* Store a codeframe and its codings, all or nothing.  It is the consultation's
 * newest from then on, and never changes. */
bool store_coding_save(struct db *db, const struct stored_coding *coding,
		       struct error *err);

#endif
