#include "session.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "arena.h"
#include "edition.h"
#include "error.h"
#include "http.h"
#include "link.h"

char *
session_cookie_name(struct arena *arena, const char *slug)
{
	return arena_format(arena, "__Host-draft-%s", slug);
}

char *
session_cookie(struct arena *arena, const char *slug, const char *handle)
{
	return arena_format(arena,
			    "%s=%s; Secure; HttpOnly; SameSite=Lax; Path=/",
			    session_cookie_name(arena, slug), handle);
}

char *
session_cookie_end(struct arena *arena, const char *slug)
{
	return arena_format(arena,
			    "%s=; Secure; HttpOnly; SameSite=Lax; Path=/; "
			    "Max-Age=0",
			    session_cookie_name(arena, slug));
}

static const char *
cookie_handle(const struct request *request)
{
	return http_cookie(request, session_cookie_name(request->arena,
							request->address.slug));
}

bool
session_keeps_cookies(const struct request *request)
{
	const char *cookie = cookie_handle(request);

	return cookie && request->address.handle &&
	       strcmp(cookie, request->address.handle) == 0;
}

static bool
read_hash(const struct request *request, unsigned char hash[HASH_BYTES],
	  struct error *err)
{
	unsigned char handle[HANDLE_BYTES];
	const char *text = request->address.handle;

	if (!text)
		text = cookie_handle(request);
	if (!text || !handle_read(text, handle))
		return error_set(err, ERROR_MISSING,
				 "the request names no draft");
	handle_hash(handle, hash);
	return true;
}

static bool
read_answers(struct session *session, struct error *err)
{
	struct arena *arena = session->request->arena;

	session->answers = answers_new(arena, session->consultation);
	return respondent_from_json(arena, session->draft.respondent,
				    &session->answers->respondent, err) &&
	       answers_from_json(arena, session->draft.answers,
				 session->answers, err);
}

bool
session_open(struct app *app, const struct request *request,
	     struct session *session, struct error *err)
{
	struct db *db;

	*session = (struct session){ .app = app, .request = request };
	if (!read_hash(request, session->hash, err))
		return false;
	db = app_db(app, err);
	if (!db || !store_draft_get(db, request->arena, session->hash,
				    &session->draft, err))
		return false;
	if (strcmp(session->draft.slug, request->address.slug) != 0)
		return error_set(err, ERROR_MISSING,
				 "the draft answers another consultation");
	session->edition = edition_get(app, session->draft.slug,
				       session->draft.version, err);
	if (!session->edition)
		return false;
	session->consultation = session->edition->consultation;
	return read_answers(session, err);
}

static void
draw_handle(struct app *app, char text[HANDLE_TEXT + 1],
	    unsigned char hash[HASH_BYTES])
{
	unsigned char handle[HANDLE_BYTES];

	app->random(handle, sizeof(handle));
	handle_text(handle, text);
	handle_hash(handle, hash);
}

bool
session_begin(struct app *app, const struct request *request, int version,
	      char text[HANDLE_TEXT + 1], struct error *err)
{
	unsigned char hash[HASH_BYTES];
	struct db *db = app_db(app, err);

	draw_handle(app, text, hash);
	return db &&
	       store_draft_create(db, hash, request->address.slug, version,
				  request->address.language, err);
}

bool
session_return(struct app *app, const struct request *request,
	       const unsigned char key_hash[HASH_BYTES], bool leaves,
	       char text[HANDLE_TEXT + 1], enum return_result *result,
	       struct error *err)
{
	unsigned char hash[HASH_BYTES], held[HASH_BYTES];
	struct error none;
	bool holds = !leaves && read_hash(request, held, &none);
	struct db *db = app_db(app, err);

	draw_handle(app, text, hash);
	return db && store_draft_return(db, key_hash, request->address.slug,
					hash, holds ? held : NULL, result, err);
}

bool
session_code(const struct session *session, const char *seed,
	     char text[CODE_TEXT + 1], struct error *err)
{
	const struct token_key *key = session->app->key;
	const char *slug = session->draft.slug;
	char code[CODE_SYMBOLS + 1];
	unsigned char hash[HASH_BYTES];
	struct db *db = app_db(session->app, err);

	code_make(key, slug, seed, text);
	code_read(text, code);
	code_hash(key, slug, code, hash);
	return db && store_draft_code(db, session->hash, hash, err);
}

bool
session_is_open(const struct session *session)
{
	moment now = session->request->now;

	return now >= session->draft.opens && now < session->draft.ends;
}

static struct token_claim
claim_for(const struct session *session, const char *purpose)
{
	return (struct token_claim){
		.purpose = purpose,
		.draft_hash = session->hash,
		.slug = session->draft.slug,
		.version = session->draft.version,
	};
}

char *
session_stamp(const struct session *session, const char *purpose, int revision)
{
	struct token_claim claim = claim_for(session, purpose);
	char token[TOKEN_TEXT + 1];

	token_make(session->app->key, &claim, session->request->now, token);
	return arena_format(session->request->arena, "%s-%d", token, revision);
}

static bool
read_revision(const char *text, int *revision)
{
	char *end;
	long value;

	errno = 0;
	value = strtol(text, &end, 10);
	if (end == text || *end || errno || value < 0 || value > INT_MAX)
		return false;
	*revision = (int)value;
	return true;
}

bool
session_stamp_read(const struct session *session, const char *purpose,
		   const char *stamp, int *revision)
{
	struct token_claim claim = claim_for(session, purpose);
	char *token;

	if (!stamp || strlen(stamp) < TOKEN_TEXT + 2 ||
	    stamp[TOKEN_TEXT] != '-' ||
	    !read_revision(stamp + TOKEN_TEXT + 1, revision))
		return false;
	token = arena_copy(session->request->arena, stamp, TOKEN_TEXT);
	return token_check(session->app->key, &claim, session->request->now,
			   token) == TOKEN_GOOD;
}

char *
session_receipt(const struct session *session)
{
	char token[RECEIPT_TEXT + 1];

	/* The id was made by the database, so it has the form of one. */
	if (!receipt_make(session->app->key, session->draft.submission_id,
			  token))
		token[0] = '\0';
	return link_done(session->request, token);
}

bool
session_save(const struct session *session, enum save_result *result,
	     struct error *err)
{
	struct arena *arena = session->request->arena;
	const struct stored_draft draft = {
		.language = session->request->address.language,
		.revision = session->draft.revision,
		.respondent =
			respondent_json(arena, &session->answers->respondent),
		.answers = answers_json(arena, session->answers),
	};
	struct db *db = app_db(session->app, err);

	return db && store_draft_save(db, session->hash, &draft, result, err);
}
