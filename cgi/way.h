#ifndef WAY_H
#define WAY_H

#include <stdbool.h>

#include "path.h"

struct request;

/*
 * Where the pages of the form lead: "About you", the pages of questions that are
 * on the path, and the page to check.  Where the definition has several sections,
 * the task list stands between them.  Addresses live in the request's arena; PAGE
 * is the question that begins a page, NULL "About you".
 */

/* Whether the form has a task list. */
bool way_has_tasks(const struct consultation *consultation);

/* The page that the form begins with. */
char *way_start(const struct request *request,
		const struct consultation *consultation);

/* What the back link of a page leads to: the page before it, or the one that a
 * change link came from; that of the page to check. */
char *way_back(const struct request *request, const struct path *path,
	       const struct question *page);
char *way_back_from_check(const struct request *request,
			  const struct path *path);

/* The page after one that is not on the path, or was saved. */
char *way_on(const struct request *request, const struct path *path,
	     const struct question *page);

/* The page after one that was saved on the way from a change link; the path was
 * BEFORE until then.  What the change brings onto the path is asked now, page by
 * page, as long as it is not answered. */
char *way_on_after_change(const struct request *request,
			  const struct path *path, const struct path *before,
			  const struct question *page);

/* The id of the first page on the path whose answers the form would not take, or
 * NULL. */
const char *way_unfit(const struct request *request, const struct path *path);

#endif
