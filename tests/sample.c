#include "sample.h"

#include <check.h>
#include <string.h>
#include <time.h>

#include "arena.h"
#include "db.h"
#include "digest.h"
#include "error.h"
#include "store_consultation.h"
#include "store_response.h"

static const struct option approval_options[] = {
	{ .value = "agree", .label = { { "Agree", "Cytuno" } } },
	{ .value = "disagree", .label = { { "Disagree", NULL } } },
};

static const struct option routes_options[] = {
	{ .value = "road", .label = { { "Road", NULL } } },
	{ .value = "rail", .label = { { "Rail", NULL } } },
	{ .value = "none", .label = { { "None", NULL } } },
};

static const struct question questions[] = {
	{ .id = "approval",
	  .type = QUESTION_RADIOS,
	  .title = { { "Do you approve?", NULL } },
	  .options = approval_options,
	  .option_count = 2 },
	{ .id = "approval_why",
	  .type = QUESTION_LONG_TEXT,
	  .title = { { "Please say why", NULL } },
	  .explains = "approval",
	  .max = 4000 },
	{ .id = "routes",
	  .type = QUESTION_CHECKBOXES,
	  .title = { { "How do you travel?", NULL } },
	  .options = routes_options,
	  .option_count = 3 },
	{ .id = "place",
	  .type = QUESTION_TEXT,
	  .title = { { "Where?", NULL } },
	  .max = 200 },
};

static const struct respondent_type types[] = {
	{ .id = "la", .label = { { "Local authority", NULL } } },
	{ .id = "carer", .label = { { "Carer", NULL } } },
};

const struct consultation *
sample_consultation(struct arena *arena, const char *slug, moment opens,
		    moment closes)
{
	struct consultation *consultation =
		arena_alloc(arena, sizeof(*consultation));

	*consultation = (struct consultation){
		.slug = slug,
		.title = { { "A sample", NULL } },
		.opens = opens,
		.closes = closes,
		.respondent_types = types,
		.respondent_type_count = 2,
		.questions = questions,
		.question_count = 4,
	};
	return consultation;
}

const struct consultation *
sample_open(struct arena *arena)
{
	static int opened;
	const char *slug = arena_format(arena, "slug-%d", ++opened);
	moment now = time(NULL);
	const struct consultation *consultation =
		sample_consultation(arena, slug, now - 86400, now + 86400);

	ck_assert_int_eq(sample_load(consultation, slug), 1);
	return consultation;
}

struct db *
sample_db(const char *role)
{
	struct error err;
	struct db *db = db_open(role, &err);

	ck_assert_msg(db != NULL, "%s", err.text);
	return db;
}

int
sample_load(const struct consultation *consultation, const char *source)
{
	struct db *db = sample_db("greenpaper_editor");
	struct stored_file file = { "consultation.yaml", source,
				    strlen(source) };
	enum load_result result;
	struct error err;
	int version;

	ck_assert_msg(store_consultation_load(db, consultation, &file, NULL,
					      &result, &version, &err),
		      "%s", err.text);
	db_close(db);
	return version;
}

static void
answer_set(struct arena *arena, struct answer *answer, const char *text)
{
	const char **values;
	char *rest;

	if (!text)
		return;
	values = arena_array(arena, 3, sizeof(*values));
	for (char *value = strtok_r(arena_string(arena, text), ",", &rest);
	     value; value = strtok_r(NULL, ",", &rest))
		values[answer->value_count++] = value;
	answer->values = values;
}

struct answers *
sample_answers(struct arena *arena, const struct consultation *consultation,
	       const char *approval, const char *why, const char *routes)
{
	struct answers *answers = answers_new(arena, consultation);
	const char **value = arena_alloc(arena, sizeof(*value));

	answer_set(arena, &answers->items[0], approval);
	if (why) {
		*value = why;
		answers->items[1] =
			(struct answer){ .values = value, .value_count = 1 };
	}
	answer_set(arena, &answers->items[2], routes);
	answers->respondent = (struct respondent){
		.capacity = CAPACITY_INDIVIDUAL,
		.type = "carer",
		.name = "Siân Ó Briain",
		.email = "sian@example.org",
		.confidential = CONFIDENTIAL_NO,
		.publish = PUBLISH_WITHOUT_NAME,
	};
	return answers;
}

void
sample_receive(struct db *keyer, const struct answers *answers,
	       enum language language)
{
	struct arena arena = { 0 };
	char *body =
		arena_format(&arena, "%s %s %s", answers->consultation->slug,
			     respondent_json(&arena, &answers->respondent),
			     answers_json(&arena, answers));
	struct received received = {
		.slug = answers->consultation->slug,
		.version = 1,
		.submission_id = digest_uuid(&arena, body, strlen(body)),
		.channel = "email",
		.language = language,
		.received_at = time(NULL) - 3600,
		.answers = answers,
	};
	struct submitted submitted;
	struct error err;

	ck_assert_msg(store_received(keyer, &arena, &received, &submitted,
				     &err),
		      "%s", err.text);
	ck_assert_int_eq(submitted.result, SUBMIT_STORED);
	arena_free(&arena);
}
