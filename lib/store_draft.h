#ifndef STORE_DRAFT_H
#define STORE_DRAFT_H

#include <stdbool.h>

#include "answers.h"
#include "store_response.h"

struct arena;
struct db;
struct error;

/*
 * Drafts in the database.  A draft is found by the hash of a browser's handle; a
 * code or a link gives another browser a handle of its own.  No key itself is ever
 * stored.  Every change is one call of one SECURITY DEFINER function.
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
	bool amends; /* made of a response, which counts until this is sent */
	/* From when until when it may be saved and sent: of the newest version, with
	 * the grace of who began before the closing.  The database decides. */
	moment opens, ends;
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
	SAVE_CLOSED,	/* the consultation is not open */
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

/* A draft that was not sent is kept for so long after the closing (draft_kept() of
 * the database). */
enum { DRAFT_KEPT_S = 28 * 24 * 60 * 60 };

/* One more code for a draft, by its hash; the same again changes nothing.
 * ERROR_MISSING: no such draft. */
bool store_draft_code(struct db *db, const unsigned char *handle_hash,
		      const unsigned char *code_hash, struct error *err);

enum return_result {
	RETURN_DONE,
	RETURN_MISSING, /* the key leads nowhere */
	RETURN_HELD, /* HELD_HASH leads to something else that is not empty: no
			handle is given */
};

/* A handle for the draft of a consultation that the hash of a code or a link leads
 * to.  HELD_HASH is that of a handle that would be lost for it, or NULL. */
bool store_draft_return(struct db *db, const unsigned char *key_hash,
			const char *slug, const unsigned char *handle_hash,
			const unsigned char *held_hash,
			enum return_result *result, struct error *err);

/* A text for whoever has a draft. */
struct draft_mail {
	const char *kind;		/* "link", "copy" */
	const unsigned char *link_hash; /* of a link in it that leads to the
					   draft from now on; or NULL */
	enum language language;
	const char *address, *subject, *body;
};

enum mail_result {
	MAIL_QUEUED,
	MAIL_KNOWN,  /* the text with that link is on its way already */
	MAIL_ENOUGH, /* too many were asked for */
	MAIL_MISSING,
};

bool store_draft_mail(struct db *db, const unsigned char *handle_hash,
		      const struct draft_mail *mail, enum mail_result *result,
		      struct error *err);

enum own_result {
	OWN_DONE,
	OWN_CLOSED, /* the consultation is not open */
	OWN_ENDED,  /* the response was replaced or taken back */
	OWN_UNSENT, /* there is no response, or it is being changed already */
	OWN_SENT,   /* there is nothing but a response */
	OWN_MISSING,
};

/* Throw away what was not sent; a response that was to be changed stands as it
 * was sent.  DONE, SENT, MISSING. */
bool store_draft_delete(struct db *db, const unsigned char *handle_hash,
			enum own_result *result, struct error *err);

/* Make a draft again of the response that it became, to be sent once more.  Until
 * then the response counts.  All but SENT. */
bool store_draft_reopen(struct db *db, const unsigned char *handle_hash,
			enum own_result *result, struct error *err);

/* Take the response back.  All but ENDED and SENT. */
bool store_response_withdraw(struct db *db, const unsigned char *handle_hash,
			     enum own_result *result, struct error *err);

/* The response that a draft became, or that it is to change. */
struct own_response {
	const char *reference;
	int version;
	enum language language;
	moment received_at;
	const char *respondent, *answers; /* JSON; "{}" when it has ended */
	const char *receipt; /* 64 hexadecimal digits: the SHA-256 of a salt and
				all that it says */
	const char *ended;   /* "amended", "withdrawn", or NULL: it counts */
	moment ended_at;     /* MOMENT_NONE: not ended */
};

/* ERROR_MISSING: nothing was sent. */
bool store_own_response(struct db *db, struct arena *arena,
			const unsigned char *handle_hash,
			struct own_response *response, struct error *err);

/* A theme that the published outcome says the response has. */
struct own_theme {
	const char *question;
	struct phrase label, decision; /* Markdown; may be empty */
};

/* By question; none before anything was published. */
bool store_own_themes(struct db *db, struct arena *arena,
		      const unsigned char *handle_hash,
		      const struct own_theme **list, size_t *count,
		      struct error *err);

/* Throw away every draft that was not sent in time; *COUNT of them.  As
 * greenpaper_steward. */
bool store_draft_purge(struct db *db, size_t *count, struct error *err);

#endif
