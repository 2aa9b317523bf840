#ifndef VISITOR_H
#define VISITOR_H

#include <stdbool.h>

#include "http.h"

/*
 * A browser and a worker in one process, for tests of pages: real routes, pages,
 * templates and database, but a fixed clock, a fixed key and handles that count.
 */
extern struct arena arena;

/* The definitions of tests/pages and the outcome of one of them, in a database
 * of their own; unchecked fixtures. */
void visitor_publish(void);
void visitor_drop(void);

/* One more definition of tests/pages, after visitor_publish(). */
void visitor_publish_more(const char *name);

/* A worker without memory and a browser without cookies; checked fixtures. */
void visitor_start(void);
void visitor_stop(void);

/* The clock, first 2026-06-01 12:00 in London. */
void visitor_clock(const char *london);

/* A later version of the open consultation, which closes a year later, for the
 * rest of the suite. */
void visitor_extend(void);

/* What the next requests bring: cookies or none; from another site. */
void visitor_cookies(bool kept);
void visitor_foreign(bool foreign);

/* The database does not answer any more. */
void visitor_lose_database(void);

const struct response *visitor_get(const char *path);

/* BODY as it stands; or the fields of a form, encoded as they need it, after the
 * stamp of the last form that was seen. */
const struct response *visitor_post(const char *path, const char *body);
const struct response *visitor_send(const char *path,
				    const char *const fields[][2]);

/* Whose form it is, instead of idling's. */
void visitor_consultation(const char *slug);

/* "/consultations/idling/respond" and, without cookies, the path with the
 * handle: where the form is. */
const char *visitor_form(const char *page);

/* What is answered from now on, in the place of "idling". */
void visitor_consult(const char *slug);
/* Go where RESPONSE leads, on from there, and take it for where the form is. */
const struct response *visitor_follow(const struct response *response);

/* Go to the other of two browsers; each has its own cookies and form. */
void visitor_other(void);

/* What stands on a page between BEFORE and the next AFTER; fails without. */
const char *visitor_find(const struct response *response, const char *before,
			 char after);

/* Go on as far as the check page, all answered. */
void visitor_answer_all(void);

/* The stamp of the last form that was seen. */
const char *visitor_stamp(void);

/* What the pages work with. */
struct app *visitor_app(void);
struct request visitor_request(const char *path);

#endif
