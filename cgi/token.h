#ifndef TOKEN_H
#define TOKEN_H

#include <stdbool.h>
#include <stddef.h>

#include "consultation.h"

struct error;

/*
 * Door to libsodium: handles of drafts, signed tokens and receipts.  All texts
 * are lower-case Crockford base 32, of fixed length, and have one spelling only.
 * Comparisons take the same time whatever they find.
 */
enum {
	HANDLE_BYTES = 16,
	HANDLE_TEXT = 26, /* symbols, without the NUL */
	HASH_BYTES = 32,
	TOKEN_TEXT = 60,
	RECEIPT_TEXT = 52,
	UUID_TEXT = 36,
	CODE_SYMBOLS = 12,
	CODE_TEXT = 14, /* XXXX-XXXX-XXXX */
	TOKEN_AGE_MAX_S = 24 * 60 * 60,
};

/* Secret of this installation: the same for every worker and host. */
struct token_key {
	unsigned char bytes[32];
};

/* Read the key from PATH; when there is no such file, make one (mode 0600)
 * first.  ERROR_SYSTEM when it cannot be read, is of another size, or others
 * than its owner may read it. */
bool token_key_load(const char *path, struct token_key *key, struct error *err);

/* LEN bytes that nobody can guess. */
void token_random(void *bytes, size_t len);

/* A handle as text and back; false when TEXT is not a handle. */
void handle_text(const unsigned char handle[HANDLE_BYTES],
		 char text[HANDLE_TEXT + 1]);
bool handle_read(const char *text, unsigned char handle[HANDLE_BYTES]);

/* What the database knows a handle by: its SHA-256. */
void handle_hash(const unsigned char handle[HANDLE_BYTES],
		 unsigned char hash[HASH_BYTES]);

/* What a form is for.  A token made for one claim is good for no other. */
struct token_claim {
	const char *purpose;		 /* a word of the page: "check" */
	const unsigned char *draft_hash; /* HASH_BYTES, or NULL: no draft */
	const char *slug;
	int version;
};

void token_make(const struct token_key *key, const struct token_claim *claim,
		moment issued, char text[TOKEN_TEXT + 1]);

enum token_verdict {
	TOKEN_GOOD,
	TOKEN_EXPIRED, /* ours, but older than TOKEN_AGE_MAX_S */
	TOKEN_FALSE,   /* not a token, not ours, or of another claim */
};
enum token_verdict token_check(const struct token_key *key,
			       const struct token_claim *claim, moment now,
			       const char *text);

/* The address of a receipt: a submission's UUID, signed, so that nobody can
 * guess another's.  RECEIPT_READ is false when TEXT is not one of ours. */
bool receipt_make(const struct token_key *key, const char *uuid,
		  char text[RECEIPT_TEXT + 1]);
bool receipt_read(const struct token_key *key, const char *text,
		  char uuid[UUID_TEXT + 1]);

/* A code that a person writes down to come back to a response to SLUG, in the
 * symbols of references.  The same SEED gives the same code, so that one press of a
 * button makes one, however often it arrives; nobody can tell one from a seed
 * without the key. */
void code_make(const struct token_key *key, const char *slug, const char *seed,
	       char text[CODE_TEXT + 1]);

/* What somebody typed as the bare symbols of a code: blanks and hyphens of all kinds
 * are dropped, small letters are capitals.  False when it can be no code. */
bool code_read(const char *text, char code[CODE_SYMBOLS + 1]);

/* The same for a link: HANDLE_TEXT symbols. */
void invite_make(const struct token_key *key, const char *slug,
		 const char *seed, char text[HANDLE_TEXT + 1]);

/* What the database knows a code (bare symbols) or a link by: a hash that cannot be
 * had without the key. */
void code_hash(const struct token_key *key, const char *slug, const char *code,
	       unsigned char hash[HASH_BYTES]);
void invite_hash(const struct token_key *key, const char *slug,
		 const char *text, unsigned char hash[HASH_BYTES]);

#endif
