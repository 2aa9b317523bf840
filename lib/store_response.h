#ifndef STORE_RESPONSE_H
#define STORE_RESPONSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "answers.h"

struct arena;
struct db;
struct error;
struct rows;

/*
 * Responses in the database.  Each is stored by one call of one SECURITY DEFINER
 * function.
 */
enum submit_result {
	SUBMIT_STORED,
	SUBMIT_REPLAYED, /* the same response was stored before: same reference */
	SUBMIT_CONFLICT, /* this draft was sent before with other answers */
	SUBMIT_CLOSED,	 /* the consultation is not open */
	SUBMIT_STALE,	 /* the draft changed after REVISION */
	SUBMIT_MISSING,	 /* no such draft, or version of the consultation */
};

struct submitted {
	enum submit_result result;
	const char *reference;	   /* STORED, REPLAYED, CONFLICT */
	const char *submission_id; /* the same */
};

/* The row that a function answers which stores a response. */
bool submitted_read(const struct rows *rows, struct arena *arena,
		    struct submitted *submitted, struct error *err);

/* The reference stored with a submission id; ERROR_MISSING when none.  As
 * greenpaper_web. */
bool store_receipt_get(struct db *db, struct arena *arena,
		       const char *submission_id, const char **reference,
		       const char **slug, struct error *err);

/* One response that came another way.  As greenpaper_keyer. */
struct received {
	const char *slug;
	int version;
	const char
		*submission_id; /* UUID made from the content, so that the same
				      row of the same file is stored once */
	const char *reference;	/* Greenpaper's, if it has one already */
	const char *channel;	/* "online" "email" "post" "event" "other"
				      "not-stated" */
	enum language language;
	moment received_at; /* MOMENT_NONE: not stated */
	const struct answers *answers;
};
bool store_received(struct db *db, struct arena *arena,
		    const struct received *received,
		    struct submitted *submitted, struct error *err);

/* Responses to read.  As greenpaper_analyst: respondent lacks organisation,
 * represents, name, email and confidential_reason; as greenpaper_steward (PEOPLE) it has them. */
struct stored_response {
	int64_t id;
	const char *reference, *channel;
	const char *received_at; /* RFC 3339, UTC; NULL: not stated */
	const char *language;
	int version;
	bool late;
	const char *respondent, *answers; /* JSON */
	const char *flags; /* JSON: a list of "honeypot", "fast", "same-text" */
};

/* Every response of a consultation, by time received, then by the bytes of its
 * answers, then id. */
bool store_response_each(struct db *db, const char *slug, bool people,
			 bool (*found)(void *context,
				       const struct stored_response *response,
				       struct error *err),
			 void *context, struct error *err);

/* Count of responses by channel, channels in alphabetical order. */
struct channel_count {
	const char *channel;
	size_t count, late;
};
bool store_channel_counts(struct db *db, struct arena *arena, const char *slug,
			  const struct channel_count **list, size_t *count,
			  struct error *err);

#endif
