#ifndef STORE_DRAFT_H
#define STORE_DRAFT_H

#include <stdbool.h>

#include "answers.h"
#include "store_response.h"

struct arena;
struct db;
struct error;

/*
 * Drafts in the database.  A draft is known by the SHA-256 of its
 * handle; the handle itself is never stored.  Every change is one call of one
 * SECURITY DEFINER function.
 */
enum { HANDLE_HASH_BYTES = 32 };

struct stored_draft {
	const char *slug;
	int version;
	enum language language;	   /* that it was last saved in */
	int revision;		   /* grows with each save */
	const char *respondent;	   /* JSON, see answers.h; "{}" at first */
	const char *answers;	   /* JSON; "{}" at first */
	const char *submission_id; /* UUID */
	const char *reference;	   /* NULL until it was submitted */
};

/* A new empty draft of one version.  ERROR_MISSING: no such version.  ERROR_INPUT:
 * the consultation is not open.  As greenpaper_web, as all of these. */
bool store_draft_create(struct db *db, const unsigned char *handle_hash,
			const char *slug, int version, enum language language,
			struct error *err);

/* ERROR_MISSING: no such draft. */
bool store_draft_get(struct db *db, struct arena *arena,
		     const unsigned char *handle_hash,
		     struct stored_draft *draft, struct error *err);

enum save_result {
	SAVE_STORED,
	SAVE_STALE,	/* another page saved in between: REVISION is old */
	SAVE_SUBMITTED, /* it was sent already */
	SAVE_MISSING,
};

/* Replace language, respondent and answers of a draft, if it is still at the
 * revision of DRAFT, by those of DRAFT. */
bool store_draft_save(struct db *db, const unsigned char *handle_hash,
		      const struct stored_draft *draft,
		      enum save_result *result, struct error *err);

/* Turn a draft into a response: one call, one commit.  ANSWERS are the checked
 * answers of the draft at REVISION. */
bool store_draft_submit(struct db *db, struct arena *arena,
			const unsigned char *handle_hash, int revision,
			const struct answers *answers,
			struct submitted *submitted, struct error *err);

#endif
