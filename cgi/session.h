#ifndef SESSION_H
#define SESSION_H

#include <stdbool.h>

#include "answers.h"
#include "store_draft.h"
#include "token.h"

struct app;
struct arena;
struct edition;
struct error;
struct request;

/*
 * Whose draft a request is about.  The handle of a draft travels in a cookie or,
 * where the browser keeps none, in the address.
 */
struct session {
	struct app *app;
	const struct request *request;
	struct stored_draft draft;
	unsigned char hash[HASH_BYTES];
	struct edition *edition; /* the version that the draft answers */
	const struct consultation *consultation; /* of that edition */
	struct answers *answers;		 /* as they are stored */
};

/* Read the draft.  ERROR_MISSING when the request brings none that exists and
 * belongs to its consultation. */
bool session_open(struct app *app, const struct request *request,
		  struct session *session, struct error *err);

/* Make a draft of VERSION; HANDLE is its handle.  ERROR_INPUT when the
 * consultation is not open. */
bool session_begin(struct app *app, const struct request *request, int version,
		   char handle[HANDLE_TEXT + 1], struct error *err);

/* A handle of its own for a browser that brings the hash of a code or a link of the
 * consultation of the request.  LEAVES: whatever else its cookie leads to; otherwise
 * that is RETURN_HELD. */
bool session_return(struct app *app, const struct request *request,
		    const unsigned char key_hash[HASH_BYTES], bool leaves,
		    char handle[HANDLE_TEXT + 1], enum return_result *result,
		    struct error *err);

/* A code for the draft, made of SEED: the same seed gives the same. */
bool session_code(const struct session *session, const char *seed,
		  char text[CODE_TEXT + 1], struct error *err);

/* "__Host-draft-SLUG", and the headers that set it and take it away. */
char *session_cookie_name(struct arena *arena, const char *slug);
char *session_cookie(struct arena *arena, const char *slug, const char *handle);
char *session_cookie_end(struct arena *arena, const char *slug);

/* Whether the handle of the address comes in the cookie too, so that the address
 * can do without it. */
bool session_keeps_cookies(const struct request *request);

/* Whether the consultation still takes this response; the newest version says so,
 * whichever the draft answers. */
bool session_is_open(const struct session *session);

/* What a form carries: a token for PURPOSE and the REVISION of the draft that it
 * was made from. */
char *session_stamp(const struct session *session, const char *purpose,
		    int revision);

/* Whether STAMP (NULL: none came) is one of ours for PURPOSE and this draft, and
 * not too old.  *REVISION is set whenever one can be read. */
bool session_stamp_read(const struct session *session, const char *purpose,
			const char *stamp, int *revision);

/* The address of the page that confirms a response: of this draft, which was
 * sent. */
char *session_receipt(const struct session *session);

/* Replace what is stored by the session's answers, in the language of the
 * request. */
bool session_save(const struct session *session, enum save_result *result,
		  struct error *err);

#endif
