#include "site.h"

#include <stdio.h>
#include <unistd.h>

#include "app.h"
#include "arena.h"
#include "build_list.h" /* generated: GREENPAPER_VERSION */
#include "db.h"
#include "error.h"
#include "fastcgi.h"
#include "file.h"
#include "http.h"
#include "listener.h"
#include "log.h"
#include "moment.h"
#include "pages.h"
#include "privilege.h"
#include "route.h"
#include "supervisor.h"
#include "token.h"
#include "views.h"
#include "words.h"
#include "worker.h"

enum { REQUESTS_MAX = 10000, BUSY_MAX_S = 30 };

/* What the supervisor has read, and each worker then has from it. */
struct site {
	const struct site_settings *settings;
	int socket;
	struct arena texts; /* of the words */
	struct views *views;
	struct token_key key;
	struct app app;
};

static void
site_free(struct site *site)
{
	views_close(site->views);
	arena_free(&site->texts);
}

/* Words and templates, in place of those it had; on failure it keeps them. */
static bool
site_read(struct site *site, struct error *err)
{
	struct arena texts = { 0 };
	const char *folder = site->settings->templates;
	const struct words *words = words_load(&texts, folder, err);
	struct views *views = NULL;

	if (words)
		views = views_open(folder, words, site->settings->strict, err);
	if (!views) {
		arena_free(&texts);
		return false;
	}
	site_free(site);
	site->texts = texts;
	site->views = views;
	site->app.words = words;
	site->app.views = views;
	return true;
}

static void
answer(struct site *site, struct fastcgi *fastcgi, struct worker *worker)
{
	struct arena arena = { 0 };
	struct request request;

	if (fastcgi_accept(fastcgi, &arena, &request)) {
		struct response response = { .body = { .arena = &arena } };

		request.now = site->settings->clock();
		route_answer(&site->app, &request, &response);
		fastcgi_send(fastcgi, &request, &response);
		worker_done(worker);
	}
	arena_free(&arena);
}

static int
serve(void *context, struct worker *worker)
{
	struct site *site = context;
	struct arena arena = { 0 };
	struct fastcgi *fastcgi = fastcgi_new(&arena, site->socket);

	while (worker_wait(worker))
		answer(site, fastcgi, worker);
	db_close(site->app.db);
	arena_free(&arena);
	return 0;
}

static bool
pid_write(const char *path, struct error *err)
{
	char text[32];
	int len = snprintf(text, sizeof(text), "%ld\n", (long)getpid());

	return !path || file_write(path, text, (size_t)len, 0644, err);
}

static bool
reload(void *context)
{
	struct error err;

	if (site_read(context, &err))
		return true;
	log_line(LOG_LEVEL_ERROR, "kept the old templates: %s", err.text);
	return false;
}

/* A schema that does not fit is found here and not by the first visitor. */
static bool
database_fits(struct app *app, struct error *err)
{
	bool fits = app_db(app, err) != NULL;

	db_close(app->db);
	app->db = NULL;
	return fits;
}

static bool
supervise(struct site *site, struct error *err)
{
	const struct supervisor_settings settings = {
		.socket = site->socket,
		.workers = site->settings->workers,
		.requests_max = REQUESTS_MAX,
		.busy_max_s = BUSY_MAX_S,
		.serve = serve,
		.reload = reload,
		.context = site,
	};

	log_line(LOG_LEVEL_INFO,
		 "greenpaper-web " GREENPAPER_VERSION ": %zu workers",
		 settings.workers);
	return supervisor_run(&settings, err);
}

/* The key, the socket and its folder may be root's alone: they are opened before
 * another user is taken up, and the database after, because it knows us by our
 * user. */
static bool
site_open(struct site *site, struct error *err)
{
	const struct site_settings *settings = site->settings;
	struct identity identity = { 0 };

	return identity_find(settings->user, settings->group, &identity, err) &&
	       token_key_load(settings->key, &site->key, err) &&
	       (settings->socket
			? listener_open(settings->socket, identity.uid,
					identity.gid, &site->socket, err)
			: listener_inherit(&site->socket, err)) &&
	       pid_write(settings->pid, err) && identity_take(&identity, err) &&
	       site_read(site, err) && database_fits(&site->app, err);
}

bool
site_run(const struct site_settings *settings, struct error *err)
{
	struct site site = {
		.settings = settings,
		.socket = -1,
		.app = { .key = &site.key,
			 .origin = settings->origin,
			 .random = token_random,
			 .contact = settings->contact },
	};
	bool fine;

	moment_set_zone();
	fine = site_open(&site, err) && supervise(&site, err);
	if (settings->socket && site.socket >= 0)
		unlink(settings->socket);
	if (settings->pid && site.socket >= 0)
		unlink(settings->pid);
	site_free(&site);
	return fine;
}

static bool
write_page(struct site *site, const char *folder, int status,
	   enum language language, struct error *err)
{
	struct arena arena = { 0 };
	struct request request = {
		.arena = &arena,
		.now = site->settings->clock(),
		.method = METHOD_GET,
		.path = "",
		.address = { .place = PLACE_COUNT, .language = language },
	};
	struct response response = { .body = { .arena = &arena } };
	const char *name = arena_format(&arena, "%s/%d%s.html", folder, status,
					language == LANGUAGE_EN ? "" : ".cy");
	bool written;

	page_error(&site->app, &request, status, &response);
	written = file_write(name, response.body.text, response.body.len, 0644,
			     err);
	arena_free(&arena);
	return written;
}

bool
site_error_pages(const struct site_settings *settings, const char *folder,
		 struct error *err)
{
	static const int statuses[] = { 400, 404, 413, 429, 502, 503 };

	struct site site = { .settings = settings };
	bool fine;

	moment_set_zone();
	fine = site_read(&site, err);
	for (size_t i = 0; i < sizeof(statuses) / sizeof(statuses[0]); i++)
		for (int language = 0; language < LANGUAGE_COUNT; language++)
			fine = fine && write_page(&site, folder, statuses[i],
						  (enum language)language, err);
	site_free(&site);
	return fine;
}
