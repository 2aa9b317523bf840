#ifndef LINK_H
#define LINK_H

#include <stdbool.h>

#include "address.h"

struct request;

/*
 * Links from the page that answers a request: they keep its language, its
 * consultation and, within the form, a handle that travels in the address.  All
 * live in the request's arena.
 */

/* A place that needs no more than the consultation. */
char *link_place(const struct request *request, enum place place);

/* The page of the form with that id. */
char *link_step(const struct request *request, const char *id, bool change);

/* The page of another consultation. */
char *link_consultation(const struct request *request, const char *slug);

char *link_document(const struct request *request, const char *name);

/* The page after sending; TOKEN is the receipt. */
char *link_done(const struct request *request, const char *token);

/* Where a mailed link leads, with the site's ORIGIN before it. */
char *link_invite(const struct request *request, const char *origin,
		  const char *invite);

/* This very page in LANGUAGE. */
char *link_language(const struct request *request, enum language language);

#endif
