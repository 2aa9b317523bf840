#ifndef STORE_MAIL_H
#define STORE_MAIL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "consultation.h"

struct arena;
struct db;
struct error;

/*
 * Mail on its way out, as greenpaper_postman.  Others put it into the spool in the
 * transactions of their own functions (mail_queue of 0010-mail.sql).
 */
struct stored_mail {
	int64_t id;
	const char *message_id; /* UUID, the same however often it is tried */
	enum language language;
	const char *address, *subject;
	const char *body; /* plain text, lines end with LF */
	moment queued_at;
	size_t tries; /* so far */
};

/* The next mail that is due, in the arena; *FOUND false when none is.  Nobody
 * else gets it until the transaction ends, so it is to be called in one. */
bool store_mail_take(struct db *db, struct arena *arena,
		     struct stored_mail *mail, bool *found, struct error *err);

/* It has gone: what is personal in it is forgotten. */
bool store_mail_delivered(struct db *db, int64_t id, struct error *err);

/* It was not taken, and SAID says why.  *AGAIN: it will be tried later. */
bool store_mail_put_back(struct db *db, int64_t id, const char *said,
			 bool for_good, bool *again, struct error *err);

struct mail_count {
	const char *kind; /* "link" "copy" "outcome" */
	size_t waiting, delivered, refused;
	moment oldest; /* that waits; MOMENT_NONE: none does */
};

/* Kinds in alphabetical order; those of which there was never a mail are left
 * out. */
bool store_mail_counts(struct db *db, struct arena *arena,
		       const struct mail_count **list, size_t *count,
		       struct error *err);

#endif
