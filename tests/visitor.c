#include "visitor.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "arena.h"
#include "database.h"
#include "db.h"
#include "definition.h"
#include "edition.h"
#include "error.h"
#include "file.h"
#include "moment.h"
#include "problem.h"
#include "route.h"
#include "store_consultation.h"
#include "token.h"
#include "views.h"
#include "words.h"

struct arena arena;

static struct error err;
static struct app app;
static const struct token_key key = {
	.bytes = "a key that only tests have ....."
};
static moment now;
static bool keeps_cookies, foreign;
static const char *cookie, *stamp, *form_path, *consulted;
static const char *other_cookie, *other_stamp, *other_form_path;
static unsigned char handles;

/* --- what is published ------------------------------------------------ */

static struct db *
open_as(const char *role)
{
	struct db *db = db_open(role, &err);

	ck_assert_msg(db, "%s", err.text);
	return db;
}

/* Documents are as many bytes as their names say: "b" times a number. */
static const struct stored_file *
documents_of(const struct consultation *consultation)
{
	struct stored_file *files =
		arena_array(&arena, consultation->document_count,
			    sizeof(*files));

	for (size_t i = 0; i < consultation->document_count; i++) {
		files[i].name = consultation->documents[i].file;
		files[i].len = 700 + i * 351744;
		files[i].bytes = arena_alloc(&arena, files[i].len);
	}
	return files;
}

static void
load(struct db *db, const char *name, char *bytes, size_t len)
{
	struct problems problems = { .arena = &arena, .path = name };
	const struct stored_file definition = { name, bytes, len };
	const struct consultation *consultation;
	enum load_result result;
	int version;

	consultation = definition_parse(bytes, len, &problems);
	ck_assert_msg(consultation, "%s", problem_list(&problems));
	ck_assert_msg(store_consultation_load(db, consultation, &definition,
					      documents_of(consultation),
					      &result, &version, &err),
		      "%s", err.text);
}

static char *
read(const char *name, size_t *len)
{
	char *bytes;

	ck_assert_msg(file_read(&arena,
				arena_format(&arena, "tests/pages/%s.yaml",
					     name),
				100000, &bytes, len, &err),
		      "%s", err.text);
	return bytes;
}

static void
publish_outcome(void)
{
	struct stored_outcome outcome = {
		.published = true,
		.opening = "There were 135 online responses.",
		.detail = "We will ask **every** school.\n\n# Next\n\nSigns.",
		.version = "1",
	};
	struct db *db = open_as("greenpaper_publisher");

	moment_parse_date("2014-01-03", &outcome.published_on);
	ck_assert_msg(store_outcome_set(db, "smoke", &outcome, &err), "%s",
		      err.text);
	db_close(db);
}

void
visitor_publish(void)
{
	static const char *const names[] = { "idling", "smoke", "noise",
					     "light", "types" };
	struct db *db;
	size_t len;

	database_new();
	db = open_as("greenpaper_editor");
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		char *bytes = read(names[i], &len);

		load(db, names[i], bytes, len);
	}
	db_close(db);
	publish_outcome();
}

void
visitor_publish_more(const char *name)
{
	struct db *db = open_as("greenpaper_editor");
	size_t len;
	char *bytes = read(name, &len);

	load(db, name, bytes, len);
	db_close(db);
}

void
visitor_consult(const char *slug)
{
	consulted = slug;
}

void
visitor_extend(void)
{
	struct db *db = open_as("greenpaper_editor");
	size_t len;
	char *bytes = read("idling", &len);

	memcpy(strstr(bytes, "closes: 2099"), "closes: 2100", 12);
	load(db, "idling", bytes, len);
	db_close(db);
}

void
visitor_drop(void)
{
	database_drop();
	arena_free(&arena);
}

/* --- the worker and the browser --------------------------------------- */

static void
counted(void *bytes, size_t len)
{
	memset(bytes, ++handles, len);
}

void
visitor_start(void)
{
	app = (struct app){ .key = &key,
			    .origin = "https://consult.example",
			    .random = counted };
	app.words = words_load(&arena, "templates", &err);
	ck_assert_msg(app.words, "%s", err.text);
	app.views = views_open("templates", app.words, true, &err);
	ck_assert_msg(app.views, "%s", err.text);
	cookie = stamp = form_path = NULL;
	consulted = "idling";
	other_cookie = other_stamp = other_form_path = NULL;
	keeps_cookies = true;
	foreign = false;
	handles = 0;
	database_ask(&arena, "delete from draft");
	visitor_clock("2026-06-01 12:00");
}

void
visitor_stop(void)
{
	edition_forget(&app);
	db_close(app.db);
	views_close((struct views *)app.views);
	database_show();
}

void
visitor_clock(const char *london)
{
	ck_assert_int_eq(moment_parse(london, &now), MOMENT_FINE);
}

void
visitor_consultation(const char *slug)
{
	consulted = slug;
}

void
visitor_cookies(bool kept)
{
	keeps_cookies = kept;
}

void
visitor_foreign(bool is_foreign)
{
	foreign = is_foreign;
}

void
visitor_lose_database(void)
{
	db_close(app.db);
	app.db = NULL;
	database_hide();
}

struct app *
visitor_app(void)
{
	return &app;
}

struct request
visitor_request(const char *path)
{
	return (struct request){
		.arena = &arena,
		.now = now,
		.path = path,
		.https = true,
		.host = "consult.example",
		.cookie = keeps_cookies ? cookie : NULL,
		.origin = foreign ? "https://elsewhere.example" : NULL,
		.fetch_site = foreign ? "cross-site" : "same-origin",
	};
}

/* What stands between the first BEFORE in TEXT and the next AFTER. */
static const char *
between(const char *text, const char *before, char after)
{
	const char *at = strstr(text, before);

	if (!at)
		return NULL;
	at += strlen(before);
	return arena_copy(&arena, at, (size_t)(strchr(at, after) - at));
}

static const struct response *
answer(struct request *request)
{
	struct response *response = arena_alloc(&arena, sizeof(*response));
	const char *seen = NULL;

	route_answer(&app, request, response);
	if (response->set_cookie)
		cookie = between(arena_format(&arena, " %s",
					      response->set_cookie),
				 " ", ';');
	if (response->body.text)
		seen = between(response->body.text,
			       "name=\"form-stamp\" value=\"", '"');
	if (seen)
		stamp = seen;
	return response;
}

const struct response *
visitor_get(const char *path)
{
	struct request request = visitor_request(path);

	request.method = METHOD_GET;
	return answer(&request);
}

const struct response *
visitor_post(const char *path, const char *body)
{
	struct request request = visitor_request(path);

	request.method = METHOD_POST;
	request.content_type = "application/x-www-form-urlencoded";
	request.body = body;
	request.body_len = strlen(body);
	return answer(&request);
}

const char *
visitor_stamp(void)
{
	return stamp;
}

static void
add_encoded(struct str *body, const char *value)
{
	for (; *value; value++)
		str_format(body, "%%%02X", (unsigned char)*value);
}

const struct response *
visitor_send(const char *path, const char *const fields[][2])
{
	struct str body = { .arena = &arena };

	str_format(&body, "form-stamp=%s", stamp ? stamp : "");
	for (; (*fields)[0]; fields++) {
		str_format(&body, "&%s=", (*fields)[0]);
		add_encoded(&body, (*fields)[1]);
	}
	return visitor_post(path, body.text);
}

static void
swap(const char **one, const char **other)
{
	const char *held = *one;

	*one = *other;
	*other = held;
}

void
visitor_other(void)
{
	swap(&cookie, &other_cookie);
	swap(&stamp, &other_stamp);
	swap(&form_path, &other_form_path);
}

const char *
visitor_find(const struct response *response, const char *before, char after)
{
	const char *found = between(response->body.text, before, after);

	ck_assert_msg(found, "no %s in %s", before, response->body.text);
	return found;
}

/* --- the way through the form ----------------------------------------- */

/* The path up to the page: with a handle in it, or without. */
static const char *
folder_of(const char *path)
{
	const char *end = strstr(path, "/with/");

	end = strchr((end ? end + strlen("/with/")
			  : path + strlen("/consultations/")),
		     '/');
	return arena_copy(&arena, path, (size_t)(end - path) + 1);
}

const struct response *
visitor_follow(const struct response *response)
{
	const char *path = NULL;

	ck_assert_int_eq(response->status, 303);
	while (response->status == 303) {
		path = response->location;
		response = visitor_get(path);
	}
	form_path = folder_of(path);
	return response;
}

/* The first page of the form, as a browser comes to it. */
static void
begin(void)
{
	static const char respond[] = "/respond/";
	const struct response *response =
		visitor_post(arena_format(&arena, "/consultations/%s/respond",
					  consulted),
			     "");

	ck_assert_int_eq(response->status, 303);
	form_path = response->location;
	response = visitor_get(form_path);
	if (response->status == 303)
		form_path = response->location;
	form_path = arena_copy(&arena, form_path,
			       (size_t)(strstr(form_path, respond) + 1 -
					form_path));
}

const char *
visitor_form(const char *page)
{
	if (!form_path)
		begin();
	return arena_format(&arena, "%s%s", form_path, page);
}

static void
answer_page(const char *page, const char *const fields[][2])
{
	const char *path = visitor_form(page);
	const struct response *response;

	ck_assert_int_eq(visitor_get(path)->status, 200);
	response = visitor_send(path, fields);
	ck_assert_msg(response->status == 303, "%s: %d %s", page,
		      response->status, response->body.text);
}

void
visitor_answer_all(void)
{
	answer_page("respond/about",
		    (const char *const[][2]){
			    { "capacity", "organisation" },
			    { "organisation", "Acme & Sons" },
			    { "represents", "Bakers.\r\nMillers." },
			    { "type", "school" },
			    { "name", "Ann \"A\" Other" },
			    { "email", "ann@example.org" },
			    { "contact", "yes" },
			    { "confidential", "yes" },
			    { "confidential_reason",
			      "We name a child.\r\n\r\nTwice." },
			    { "publish", "not-at-all" },
			    { NULL } });
	answer_page("respond/ban",
		    (const char *const[][2]){ { "ban", "yes" }, { NULL } });
	answer_page("respond/ban_why",
		    (const char *const[][2]){
			    { "ban_why", "Fumes <b>\r\nand noise.\r\n\r\nŶ." },
			    { NULL } });
	answer_page("respond/means",
		    (const char *const[][2]){ { "means", "signs" },
					      { "means", "fines" },
					      { NULL } });
	answer_page("respond/place",
		    (const char *const[][2]){ { "place", "Llanfair" },
					      { NULL } });
}
