#include "edition.h"

#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "definition.h"
#include "error.h"
#include "http.h"
#include "problem.h"
#include "store_consultation.h"

struct cache {
	struct edition *editions;
};

static struct cache *
cache_of(struct app *app)
{
	if (!app->cache)
		app->cache = calloc(1, sizeof(*app->cache));
	if (!app->cache)
		abort();
	return app->cache;
}

static void
edition_free(struct edition *edition)
{
	arena_free(&edition->arena);
	free(edition);
}

void
edition_forget(struct app *app)
{
	struct edition *edition = app->cache ? app->cache->editions : NULL;

	while (edition) {
		struct edition *next = edition->next;

		edition_free(edition);
		edition = next;
	}
	free(app->cache);
	app->cache = NULL;
}

static struct edition *
find(struct app *app, const char *slug, int version)
{
	struct edition *edition = cache_of(app)->editions;

	while (edition && (edition->version != version ||
			   strcmp(edition->slug, slug) != 0))
		edition = edition->next;
	return edition;
}

/* A definition was checked before it was stored: one that cannot be read is our
 * failure, not the reader's. */
static bool
parse(struct edition *edition, const struct stored_version *stored,
      struct error *err)
{
	struct arena *arena = &edition->arena;
	struct problems problems = { .arena = arena, .path = stored->slug };

	edition->slug = arena_string(arena, stored->slug);
	edition->version = stored->version;
	edition->consultation =
		definition_parse(arena_copy(arena, stored->source,
					    stored->source_len),
				 stored->source_len, &problems);
	if (edition->consultation)
		return true;
	problem_none(&problems, err);
	err->kind = ERROR_SYSTEM;
	return false;
}

struct edition *
edition_of(struct app *app, const struct stored_version *stored,
	   struct error *err)
{
	struct cache *cache = cache_of(app);
	struct edition *edition = find(app, stored->slug, stored->version);

	if (edition)
		return edition;
	edition = calloc(1, sizeof(*edition));
	if (!edition)
		abort();
	if (!parse(edition, stored, err)) {
		edition_free(edition);
		return NULL;
	}
	edition->next = cache->editions;
	cache->editions = edition;
	return edition;
}

struct edition *
edition_get(struct app *app, const char *slug, int version, struct error *err)
{
	struct edition *edition = find(app, slug, version);
	struct arena arena = { 0 };
	struct stored_version stored;
	struct db *db;

	if (edition)
		return edition;
	db = app_db(app, err);
	if (db &&
	    store_consultation_get(db, &arena, slug, version, &stored, err))
		edition = edition_of(app, &stored, err);
	arena_free(&arena);
	return edition;
}

const struct consultation *
edition_newest(struct app *app, const struct request *request,
	       struct error *err)
{
	struct stored_version stored;
	const struct edition *edition = NULL;
	struct db *db = app_db(app, err);

	if (db &&
	    store_consultation_get(db, request->arena, request->address.slug, 0,
				   &stored, err))
		edition = edition_of(app, &stored, err);
	return edition ? edition->consultation : NULL;
}
