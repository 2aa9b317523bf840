#ifndef REFUSAL_H
#define REFUSAL_H

#include <stdbool.h>

#include "answers.h"
#include "validate.h"

struct app;
struct request;
struct response;
struct session;

/*
 * Answers to a POST that did not do what it was sent for.  The page says why,
 * offers a way on, and keeps everything that was typed.
 */
struct refused {
	struct app *app;
	const struct request *request;
	const struct fields *fields; /* as they were sent */
};

/* 403: the token is not ours, or too old.  STAMP is a new one: another press
 * sends the same again. */
void refusal_forged(const struct refused *refused, const char *stamp,
		    struct response *response);

/* 403: there is no such draft any more. */
void refusal_lost(const struct refused *refused, struct response *response);

/* 503: nobody knows whether it was stored; the same stamp goes again. */
void refusal_down(const struct refused *refused, struct response *response);

/* 409: another page saved what this one asks (PAGE NULL: "About you") in between.
 * TYPED is what came now, the session holds what is stored. */
void refusal_stale(const struct refused *refused, const struct session *session,
		   const struct question *page, const struct answers *typed,
		   struct response *response);

/* 409: the draft was sent already. */
void refusal_sent(const struct refused *refused, const struct session *session,
		  struct response *response);

/* 410: the consultation has closed; 404 when it has not opened yet.  FIELDS may
 * be NULL, and so may SAVED, what the draft holds. */
void refusal_closed(const struct refused *refused, const struct answers *saved,
		    const struct consultation *consultation,
		    struct response *response);

#endif
