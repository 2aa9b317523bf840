#ifndef APP_H
#define APP_H

#include <stdbool.h>
#include <stddef.h>

struct cache;
struct db;
struct error;
struct token_key;
struct views;
struct words;

/*
 * What every page may use; main makes one for each worker.  A worker answers one
 * request at a time, so nothing in here is shared between two.
 */
struct app {
	struct db *db; /* through app_db(), for the server may be down */
	const struct views *views;
	const struct words *words;
	const struct token_key *key;
	const char *contact; /* e-mail address of who runs the site; or NULL */
	const char *origin;  /* "https://consult.example", before addresses in
			       e-mails; NULL: none are sent */
	void (*random)(void *bytes, size_t len);
	struct cache
		*cache; /* what pages keep between requests; NULL at first */
};

/* The connection, opened (again) when needed; NULL when the server is down:
 * answer 503 with everything typed still in the page. */
struct db *app_db(struct app *app, struct error *err);

#endif
