#include "suites.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "arena.h"
#include "cases.h"
#include "database.h"
#include "db.h"
#include "digest.h"
#include "error.h"
#include "sample.h"
#include "store_draft.h"
#include "str.h"

static struct arena arena;
static struct error err;
static struct db *web, *keyer, *analyst;
static const unsigned char *handle; /* a new one for each test */
static const struct consultation *open_now;

static const unsigned char *
handle_for(const char *name)
{
	unsigned char *hash = arena_alloc(&arena, DIGEST_BYTES);

	digest(name, strlen(name), hash);
	return hash;
}

static void
begin(void)
{
	web = sample_db("greenpaper_web");
	keyer = sample_db("greenpaper_keyer");
	analyst = sample_db("greenpaper_analyst");
	open_now = sample_open(&arena);
	handle = handle_for(open_now->slug);
}

static void
end(void)
{
	db_close(web);
	db_close(keyer);
	db_close(analyst);
	arena_free(&arena);
}

#define OK(call) ck_assert_msg((call), "%s", err.text)

static char *
ask(const char *format)
{
	return database_ask(&arena, arena_format(&arena, "%s where slug = '%s'",
						 format, open_now->slug));
}

static void
draft(void)
{
	OK(store_draft_create(web, handle, open_now->slug, 1, LANGUAGE_CY,
			      &err));
}

static void
save_in(enum language language, int revision, const char *respondent,
	const char *answers, enum save_result expected)
{
	const struct stored_draft draft = { .language = language,
					    .revision = revision,
					    .respondent = respondent,
					    .answers = answers };
	enum save_result result;

	OK(store_draft_save(web, handle, &draft, &result, &err));
	ck_assert_int_eq(result, expected);
}

static void
save(int revision, const char *respondent, const char *answers,
     enum save_result expected)
{
	save_in(LANGUAGE_CY, revision, respondent, answers, expected);
}

static struct submitted
submit(int revision, const struct answers *answers, enum submit_result expected)
{
	struct submitted submitted;

	OK(store_draft_submit(web, &arena, handle, revision, answers,
			      &submitted, &err));
	ck_assert_int_eq(submitted.result, expected);
	return submitted;
}

static struct answers *
sample(void)
{
	return sample_answers(&arena, open_now, "agree",
			      "It's \"right\", <b>dŵr</b>\n\\u0041",
			      "road,rail");
}

/* The dates of a consultation changed by a newer version. */
static void
reload(moment opens, moment closes)
{
	sample_load(sample_consultation(&arena, open_now->slug, opens, closes),
		    arena_format(&arena, "%lld %lld", (long long)opens,
				 (long long)closes));
}

static void
close_now(void)
{
	reload(time(NULL) - 100, time(NULL) - 1);
}

/* --- drafts ------------------------------------------------------------- */

START_TEST(a_new_draft_is_empty)
{
	struct stored_draft stored;

	draft();
	OK(store_draft_get(web, &arena, handle, &stored, &err));
	ck_assert_str_eq(stored.slug, open_now->slug);
	ck_assert_int_eq(stored.version, 1);
	ck_assert_int_eq(stored.language, LANGUAGE_CY);
	ck_assert_int_eq(stored.revision, 0);
	ck_assert_str_eq(stored.respondent, "{}");
	ck_assert_str_eq(stored.answers, "{}");
	ck_assert_uint_eq(strlen(stored.submission_id), 36);
	ck_assert_ptr_null(stored.reference);
}
END_TEST

START_TEST(no_draft_of_what_is_missing_or_not_open)
{
	ck_assert(!store_draft_create(web, handle, "nothing", 1, LANGUAGE_EN,
				      &err));
	ck_assert_int_eq(err.kind, ERROR_MISSING);
	ck_assert(!store_draft_create(web, handle, open_now->slug, 2,
				      LANGUAGE_EN, &err));
	ck_assert_int_eq(err.kind, ERROR_MISSING);
	close_now();
	ck_assert(!store_draft_create(web, handle, open_now->slug, 1,
				      LANGUAGE_EN, &err));
	ck_assert_int_eq(err.kind, ERROR_INPUT);
	reload(time(NULL) + 100, time(NULL) + 200);
	ck_assert(!store_draft_create(web, handle, open_now->slug, 1,
				      LANGUAGE_EN, &err));
	ck_assert_int_eq(err.kind, ERROR_INPUT);
	ck_assert_str_eq(ask("select count(*) from draft"), "0");
}
END_TEST

START_TEST(a_saved_draft_comes_back)
{
	struct stored_draft stored;

	draft();
	save(0, "{\"capacity\": \"individual\"}", "{\"place\": \"Dŵr \\\\ '\"}",
	     SAVE_STORED);
	save(1, "{\"capacity\": \"individual\"}", "{\"place\": \"Dŵr \\\\ \"}",
	     SAVE_STORED);
	OK(store_draft_get(web, &arena, handle, &stored, &err));
	ck_assert_int_eq(stored.revision, 2);
	ck_assert_str_eq(stored.respondent, "{\"capacity\": \"individual\"}");
	ck_assert_str_eq(stored.answers, "{\"place\": \"Dŵr \\\\ \"}");
}
END_TEST

START_TEST(a_stale_page_does_not_overwrite_a_newer_one)
{
	struct stored_draft stored;

	draft();
	save(0, "{}", "{\"place\": \"first\"}", SAVE_STORED);
	save(0, "{}", "{\"place\": \"second\"}", SAVE_STALE);
	OK(store_draft_get(web, &arena, handle, &stored, &err));
	ck_assert_str_eq(stored.answers, "{\"place\": \"first\"}");
}
END_TEST

START_TEST(knows_no_draft_by_another_handle)
{
	struct stored_draft stored;

	draft();
	handle = handle_for("somebody else's");
	ck_assert(!store_draft_get(web, &arena, handle, &stored, &err));
	ck_assert_int_eq(err.kind, ERROR_MISSING);
	save(0, "{}", "{}", SAVE_MISSING);
	submit(0, sample(), SUBMIT_MISSING);
}
END_TEST

START_TEST(no_error_says_what_was_written)
{
	static const char *const broken[] = {
		"{\"place\": \"SECRET\", }",
		"[\"SECRET\"]",
		"\"SECRET\"",
		"{\"place\": \"SECRET \\u0000\"}",
		"{\"place\": \"SECRET \xff\"}",
		"{\"place\": \"SECRET \\ud800\"}",
	};
	const struct stored_draft bad = { .respondent = "{}",
					  .answers = broken[_i] };
	enum save_result result;

	draft();
	ck_assert(!store_draft_save(web, handle, &bad, &result, &err));
	ck_assert_int_eq(err.kind, ERROR_INPUT);
	ck_assert_ptr_null(strstr(err.text, "SECRET"));
	ck_assert_int_eq(
		system("! grep -rq SECRET \"$PGHOST/../log/postgres.log\""), 0);
}
END_TEST

/* --- submitting --------------------------------------------------------- */

START_TEST(a_submitted_draft_becomes_one_response)
{
	struct answers *answers = sample();
	struct submitted submitted;
	struct stored_draft stored;

	draft();
	save(0, "{\"name\": \"x\"}", "{\"place\": \"x\"}", SAVE_STORED);
	submitted = submit(1, answers, SUBMIT_STORED);
	ck_assert_uint_eq(strlen(submitted.reference), 8);

	ck_assert_str_eq(ask("select count(*), bool_and(answers = $$"
			     "{\"approval\": \"agree\", \"routes\": [\"road\", "
			     "\"rail\"], \"approval_why\": \"It's \\\"right\\\""
			     ", <b>dŵr</b>\\n\\\\u0041\"}$$::jsonb) from "
			     "response"),
			 "1|t");
	ck_assert_str_eq(ask("select version, channel, language, late, "
			     "capacity, respondent_type, confidential, "
			     "confidential_reason, publish, name, email, "
			     "organisation from response join person on id = "
			     "response_id"),
			 "1|online|cy|f|individual|carer|no||without-name|"
			 "Siân Ó Briain|sian@example.org|");

	OK(store_draft_get(web, &arena, handle, &stored, &err));
	ck_assert_str_eq(stored.reference, submitted.reference);
	ck_assert_str_eq(stored.submission_id, submitted.submission_id);
	ck_assert_str_eq(stored.respondent, "{}");
	ck_assert_str_eq(stored.answers, "{}");
}
END_TEST

/* --- signs of a machine -------------------------------------------------- */

/* As if the draft had been begun so long ago. */
static void
age(const char *interval)
{
	database_ask(&arena,
		     arena_format(&arena,
				  "update greenpaper.draft set made_at = "
				  "clock_timestamp() - interval '%s' where "
				  "slug = '%s' returning 1",
				  interval, open_now->slug));
}

/* A text of LEN letters, the first of which is FIRST. */
static const char *
letters(char first, size_t len)
{
	char *text = arena_alloc(&arena, len + 1);

	memset(text, 'a', len);
	text[0] = first;
	return text;
}

static const char *
flags_of_newest(void)
{
	return database_ask(&arena,
			    arena_format(&arena,
					 "select flags from "
					 "greenpaper.response where slug = "
					 "'%s' order by id desc limit 1",
					 open_now->slug));
}

static struct answers *
says(const char *why)
{
	return sample_answers(&arena, open_now, "agree", why, "road");
}

static const struct {
	const char *age;
	size_t len;
	const char *flags;
} speeds[] = {
	{ "1 second", 1, "{fast}" },	   { "4 seconds", 1, "{}" },
	{ "4 seconds", 200, "{fast}" },	   { "11 seconds", 200, "{}" },
	{ "240 seconds", 5000, "{fast}" }, { "251 seconds", 5000, "{}" },
};

START_TEST(what_was_sent_faster_than_anybody_types_is_flagged)
{
	draft();
	age(speeds[_i].age);
	submit(0, says(letters('a', speeds[_i].len)), SUBMIT_STORED);
	ck_assert_str_eq(flags_of_newest(), speeds[_i].flags);
}
END_TEST

START_TEST(what_no_person_sees_is_flagged_when_filled_in)
{
	struct answers *answers = sample();

	draft();
	age("1 hour");
	answers->respondent.trapped = true;
	submit(0, answers, SUBMIT_STORED);
	ck_assert_str_eq(flags_of_newest(), "{honeypot}");
	submit(0, answers, SUBMIT_REPLAYED);
}
END_TEST

static void
receive_words(const char *why, const char *flags)
{
	struct answers *answers = says(why);

	answers->respondent = (struct respondent){ 0 };
	sample_receive(keyer, answers, LANGUAGE_EN);
	ck_assert_str_eq(flags_of_newest(), flags);
}

START_TEST(the_words_of_another_response_are_flagged_on_any_channel)
{
	receive_words(letters('a', 50), "{}");
	receive_words(letters('b', 50), "{}");
	draft();
	age("1 hour");
	submit(0, says(letters('A', 50)), SUBMIT_STORED);
	ck_assert_str_eq(flags_of_newest(), "{same-text}");
	ck_assert_str_eq(ask("select count(*) from response"), "3");
}
END_TEST

START_TEST(few_words_are_nobodys_own)
{
	receive_words(letters('a', 49), "{}");
	draft();
	age("1 hour");
	submit(0, says(letters('a', 49)), SUBMIT_STORED);
	ck_assert_str_eq(flags_of_newest(), "{}");
}
END_TEST

START_TEST(the_words_of_another_consultation_are_not_flagged)
{
	receive_words(letters('a', 50), "{}");
	open_now = sample_open(&arena);
	receive_words(letters('a', 50), "{}");
}
END_TEST

START_TEST(all_signs_together_refuse_nothing)
{
	struct answers *answers = says(letters('a', 50));

	receive_words(letters('a', 50), "{}");
	draft();
	answers->respondent.trapped = true;
	submit(0, answers, SUBMIT_STORED);
	ck_assert_str_eq(flags_of_newest(), "{honeypot,fast,same-text}");
	ck_assert_str_eq(ask("select count(*) from response"), "2");
}
END_TEST

START_TEST(keeps_whom_a_body_represents_apart_and_whom_to_write_to)
{
	struct answers *answers = sample();

	draft();
	answers->respondent.represents = "Our members";
	answers->respondent.contact = CONTACT_YES;
	submit(0, answers, SUBMIT_STORED);
	ck_assert_str_eq(ask("select contact, represents from response join "
			     "person on id = response_id"),
			 "yes|Our members");
}
END_TEST

START_TEST(silence_about_contact_is_not_stated)
{
	draft();
	submit(0, sample(), SUBMIT_STORED);
	ck_assert_str_eq(ask("select contact from response"), "not-stated");
}
END_TEST

START_TEST(a_response_is_in_the_language_last_answered_in)
{
	draft();
	save_in(LANGUAGE_CY, 0, "{}", "{}", SAVE_STORED);
	save_in(LANGUAGE_EN, 1, "{}", "{}", SAVE_STORED);
	submit(2, sample(), SUBMIT_STORED);
	ck_assert_str_eq(ask("select language from response"), "en");
}
END_TEST

START_TEST(the_same_sent_again_gets_the_same_reference)
{
	struct submitted first, second;

	draft();
	first = submit(0, sample(), SUBMIT_STORED);
	second = submit(0, sample(), SUBMIT_REPLAYED);
	ck_assert_str_eq(first.reference, second.reference);
	ck_assert_str_eq(first.submission_id, second.submission_id);
	/* Even with an older page, and after closing. */
	submit(7, sample(), SUBMIT_REPLAYED);
	close_now();
	submit(0, sample(), SUBMIT_REPLAYED);
	ck_assert_str_eq(ask("select count(*) from response"), "1");
}
END_TEST

START_TEST(other_answers_do_not_replace_those_sent)
{
	struct answers *other = sample();
	struct submitted first, second;

	draft();
	first = submit(0, sample(), SUBMIT_STORED);
	other->respondent.publish = PUBLISH_NOT_AT_ALL;
	second = submit(0, other, SUBMIT_CONFLICT);
	ck_assert_str_eq(first.reference, second.reference);
	save(0, "{}", "{}", SAVE_SUBMITTED);
	ck_assert_str_eq(ask("select count(*), max(publish) from response"),
			 "1|without-name");
}
END_TEST

START_TEST(nothing_is_stored_when_stale_or_not_open)
{
	draft();
	save(0, "{}", "{}", SAVE_STORED);
	submit(0, sample(), SUBMIT_STALE);
	close_now();
	submit(1, sample(), SUBMIT_CLOSED);
	reload(time(NULL) + 100, time(NULL) + 200);
	submit(1, sample(), SUBMIT_CLOSED);
	ck_assert_str_eq(ask("select count(*) from response"), "0");
	reload(time(NULL) - 100, time(NULL) + 100);
	submit(1, sample(), SUBMIT_STORED);
	/* It keeps the version that it began with. */
	ck_assert_str_eq(ask("select version from response"), "1");
}
END_TEST

START_TEST(many_at_once_make_one_response)
{
	struct answers *answers = sample();
	int status, stored = 0, replayed = 0;

	draft();
	for (int i = 0; i < 8; i++) {
		struct submitted submitted;
		struct db *db;

		if (fork() > 0)
			continue;
		db = sample_db("greenpaper_web");
		OK(store_draft_submit(db, &arena, handle, 0, answers,
				      &submitted, &err));
		_exit((int)submitted.result + 10);
	}
	while (wait(&status) > 0) {
		stored += WEXITSTATUS(status) == 10 + SUBMIT_STORED;
		replayed += WEXITSTATUS(status) == 10 + SUBMIT_REPLAYED;
	}
	ck_assert_int_eq(stored, 1);
	ck_assert_int_eq(replayed, 7);
	ck_assert_str_eq(ask("select count(*) from response"), "1");
}
END_TEST

START_TEST(asks_again_when_the_answer_was_lost)
{
	struct submitted first, second;

	draft();
	first = submit(0, sample(), SUBMIT_STORED);
	/* As if the server had gone between its commit and its answer. */
	database_ask(&arena, "select pg_terminate_backend(pid, 5000) from "
			     "pg_stat_activity where usename = "
			     "'greenpaper_web'");
	second = submit(0, sample(), SUBMIT_REPLAYED);
	ck_assert_str_eq(first.reference, second.reference);
}
END_TEST

START_TEST(who_says_nothing_of_himself_is_no_person)
{
	struct answers *answers = sample();

	answers->respondent = (struct respondent){ 0 };
	draft();
	submit(0, answers, SUBMIT_STORED);
	ck_assert_str_eq(ask("select capacity, respondent_type, confidential, "
			     "publish, response_id from response left join "
			     "person on response_id = id"),
			 "not-stated||not-stated|not-stated|");
}
END_TEST

START_TEST(finds_the_reference_of_a_submission)
{
	struct submitted submitted;
	const char *reference, *slug;

	draft();
	submitted = submit(0, sample(), SUBMIT_STORED);
	OK(store_receipt_get(web, &arena, submitted.submission_id, &reference,
			     &slug, &err));
	ck_assert_str_eq(reference, submitted.reference);
	ck_assert_str_eq(slug, open_now->slug);
	ck_assert(!store_receipt_get(web, &arena,
				     "00000000-0000-4000-8000-000000000000",
				     &reference, &slug, &err));
	ck_assert_int_eq(err.kind, ERROR_MISSING);
}
END_TEST

START_TEST(a_response_never_changes_even_for_the_owner)
{
	bool fine;
	char *said;

	draft();
	submit(0, sample(), SUBMIT_STORED);
	said = database_ask_as(&arena, "greenpaper_owner",
			       "update response set publish = 'with-name'",
			       &fine);
	ck_assert(!fine);
	ck_assert_ptr_nonnull(strstr(said, "is never changed"));
}
END_TEST

/* --- received another way ----------------------------------------------- */

static struct received
post(const char *id, const struct answers *answers)
{
	char *name = arena_format(&arena, "%s %s", open_now->slug, id);

	return (struct received){
		.slug = open_now->slug,
		.version = 1,
		.submission_id = digest_uuid(&arena, name, strlen(name)),
		.channel = "post",
		.received_at = 5000,
		.answers = answers,
	};
}

static struct submitted
receive(const char *id, const char *reference, moment received_at,
	const struct answers *answers, enum submit_result expected)
{
	struct received received = post(id, answers);
	struct submitted submitted;

	received.reference = reference;
	received.received_at = received_at;
	OK(store_received(keyer, &arena, &received, &submitted, &err));
	ck_assert_int_eq(submitted.result, expected);
	return submitted;
}

START_TEST(lateness_follows_from_the_time_of_receipt)
{
	moment now = time(NULL);

	reload(now - 1000, now - 500);
	receive("early", NULL, now - 501, sample(), SUBMIT_STORED);
	receive("late", NULL, now - 500, sample(), SUBMIT_STORED);
	ck_assert_str_eq(ask("select string_agg(late::text, ' ' order by id) "
			     "from response"),
			 "false true");
	ck_assert_str_eq(
		ask(arena_format(&arena,
				 "select bool_and(received_at in "
				 "(to_timestamp(%lld), to_timestamp(%lld))) "
				 "from response",
				 (long long)now - 501, (long long)now - 500)),
		"t");
}
END_TEST

START_TEST(what_does_not_say_when_it_came_is_not_late)
{
	struct received received = post("one", sample());
	struct submitted submitted;

	reload(1000, 2000);
	received.received_at = MOMENT_NONE;
	received.channel = "not-stated";
	OK(store_received(keyer, &arena, &received, &submitted, &err));
	ck_assert_int_eq(submitted.result, SUBMIT_STORED);
	ck_assert_str_eq(ask("select received_at, late, channel from response"),
			 "|f|not-stated");
}
END_TEST

START_TEST(nothing_is_received_in_the_future)
{
	struct received received = post("one", sample());
	struct submitted submitted;

	received.received_at = time(NULL) + 60;
	ck_assert(!store_received(keyer, &arena, &received, &submitted, &err));
	ck_assert_int_eq(err.kind, ERROR_INPUT);
	ck_assert_str_eq(err.text, "a response cannot have been received in "
				   "the future: correct its date");
}
END_TEST

START_TEST(the_same_row_twice_is_one_response)
{
	struct answers *other = sample();
	struct submitted first, second;

	other->respondent.name = "Somebody Else";
	first = receive("row", NULL, 5000, sample(), SUBMIT_STORED);
	second = receive("row", NULL, 5000, sample(), SUBMIT_REPLAYED);
	ck_assert_str_eq(first.reference, second.reference);
	second = receive("row", NULL, 5000, other, SUBMIT_CONFLICT);
	ck_assert_str_eq(first.reference, second.reference);
	ck_assert_str_eq(ask("select count(*) from response"), "1");
}
END_TEST

START_TEST(a_reference_that_it_had_is_kept)
{
	struct answers *other = sample();
	struct submitted first, second;

	other->respondent.name = "Somebody Else";
	first = receive("a", "YYYYYYY9", 5000, sample(), SUBMIT_STORED);
	ck_assert_str_eq(first.reference, "YYYYYYY9");
	second = receive("b", "YYYYYYY9", 5000, sample(), SUBMIT_REPLAYED);
	ck_assert_str_eq(second.submission_id, first.submission_id);
	receive("b", "YYYYYYY9", 5000, other, SUBMIT_CONFLICT);
	ck_assert_str_eq(ask("select count(*) from response"), "1");
}
END_TEST

START_TEST(a_reference_of_another_consultation_is_a_conflict)
{
	receive("a", "XXXXXXXL", 5000, sample(), SUBMIT_STORED);
	open_now = sample_open(&arena);
	receive("b", "XXXXXXXL", 5000, sample(), SUBMIT_CONFLICT);
	ck_assert_str_eq(ask("select count(*) from response"), "0");
}
END_TEST

START_TEST(a_mistyped_reference_is_refused)
{
	struct received received = post("one", sample());
	struct submitted submitted;

	received.reference = "YYYYYYY8";
	ck_assert(!store_received(keyer, &arena, &received, &submitted, &err));
	ck_assert_int_eq(err.kind, ERROR_INPUT);
	ck_assert_ptr_nonnull(strstr(err.text, "correct it or leave it out"));
}
END_TEST

START_TEST(an_unknown_version_or_channel_is_refused)
{
	struct received received = post("one", sample());
	struct submitted submitted;

	received.version = 9;
	OK(store_received(keyer, &arena, &received, &submitted, &err));
	ck_assert_int_eq(submitted.result, SUBMIT_MISSING);
	received.version = 1;
	received.channel = "pigeon";
	ck_assert(!store_received(keyer, &arena, &received, &submitted, &err));
	ck_assert_int_eq(err.kind, ERROR_INPUT);
	ck_assert_ptr_null(strstr(err.text, "right"));
}
END_TEST

/* --- references --------------------------------------------------------- */

START_TEST(each_reference_ends_with_its_check_symbol)
{
	struct cases cases = cases_read(&arena, "reference.txt", 2);
	struct str sql = { .arena = &arena };

	str_text(&sql, "select count(*) from (values ");
	for (size_t i = 0; i < cases.count; i++)
		str_format(&sql, "%s('%s', '%s')", i ? ", " : "",
			   cases.rows[i].columns[0], cases.rows[i].columns[1]);
	str_text(&sql, ") v(payload, symbol) where coalesce(reference_check("
		       "payload), 'none') = symbol");
	ck_assert_uint_ge(cases.count, 20);
	ck_assert_str_eq(database_ask(&arena, sql.text),
			 arena_format(&arena, "%zu", cases.count));
}
END_TEST

START_TEST(references_are_drawn_evenly_and_checked)
{
	/* 21,000 symbols: 700 of each of 30 on average, 26 its deviation; six of
	 * those each way. */
	ck_assert_str_eq(
		database_ask(&arena,
			     "with drawn as materialized (select "
			     "reference_draw() as r from generate_series(1, "
			     "3000)), symbol as (select substr(r, i, 1) as s "
			     "from drawn, generate_series(1, 7) i) select "
			     "(select bool_and(reference_is_valid(r)) from "
			     "drawn), (select count(distinct s) from symbol), "
			     "(select bool_and(n between 544 and 856) from "
			     "(select count(*) as n from symbol group by s) "
			     "x)"),
		"t|30|t");
}
END_TEST

START_TEST(draws_again_when_a_reference_is_taken)
{
	/* Every draw is the same, but for one in a thousand. */
	database_ask(&arena, "create or replace function reference_draw() "
			     "returns text language plpgsql as $$ begin return "
			     "case when random() < 0.999 then '22222222' else "
			     "'3222222X' end; end $$");
	receive("first", "22222222", 5000, sample(), SUBMIT_STORED);
	ck_assert_str_eq(receive("second", NULL, 5000, sample(), SUBMIT_STORED)
				 .reference,
			 "3222222X");
}
END_TEST

/* --- reading ------------------------------------------------------------ */

static struct str said;

static bool
write_down(void *context, const struct stored_response *response,
	   struct error *error)
{
	(void)context;
	(void)error;
	str_format(&said, "%s %s %s v%d%s %s %s\n", response->channel,
		   response->received_at, response->language, response->version,
		   response->late ? " late" : "", response->respondent,
		   response->answers);
	return true;
}

START_TEST(reads_responses_by_time_and_answers)
{
	struct db *steward = sample_db("greenpaper_steward");
	struct answers *b =
		sample_answers(&arena, open_now, "agree", NULL, NULL);
	struct answers *a =
		sample_answers(&arena, open_now, "agree", "a", NULL);

	a->respondent = (struct respondent){ 0 };
	b->respondent.confidential = CONFIDENTIAL_YES;
	b->respondent.confidential_reason = "My job";
	said = (struct str){ .arena = &arena };
	receive("1", NULL, 1372773900, b, SUBMIT_STORED);
	receive("2", NULL, 1372773900, a, SUBMIT_STORED);
	receive("3", NULL, 1372773899, a, SUBMIT_STORED);
	OK(store_response_each(analyst, open_now->slug, false, write_down, NULL,
			       &err));
	ck_assert_str_eq(
		said.text,
		"post 2013-07-02T14:04:59Z en v1 {} {\"approval\": \"agree\", "
		"\"approval_why\": \"a\"}\n"
		"post 2013-07-02T14:05:00Z en v1 {} {\"approval\": \"agree\", "
		"\"approval_why\": \"a\"}\n"
		"post 2013-07-02T14:05:00Z en v1 {\"type\": \"carer\", "
		"\"publish\": \"without-name\", \"capacity\": \"individual\", "
		"\"confidential\": true} {\"approval\": \"agree\"}\n");
	said = (struct str){ .arena = &arena };
	OK(store_response_each(steward, open_now->slug, true, write_down, NULL,
			       &err));
	ck_assert_ptr_nonnull(strstr(said.text, "\"Siân Ó Briain\""));
	ck_assert_ptr_nonnull(strstr(said.text, "\"My job\""));
	db_close(steward);
}
END_TEST

START_TEST(counts_by_channel)
{
	const struct channel_count *list;
	size_t count;

	draft();
	submit(0, sample(), SUBMIT_STORED);
	receive("1", NULL, 5000, sample(), SUBMIT_STORED);
	reload(1000, time(NULL) - 50);
	receive("2", NULL, time(NULL) - 1, sample(), SUBMIT_STORED);
	OK(store_channel_counts(analyst, &arena, open_now->slug, &list, &count,
				&err));
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(list[0].channel, "online");
	ck_assert_uint_eq(list[0].count, 1);
	ck_assert_uint_eq(list[0].late, 0);
	ck_assert_str_eq(list[1].channel, "post");
	ck_assert_uint_eq(list[1].count, 2);
	ck_assert_uint_eq(list[1].late, 1);
}
END_TEST

Suite *
suite_store_response(void)
{
	Suite *suite = suite_create("store_response");
	TCase *tcase = tcase_create("store_response");

	tcase_set_timeout(tcase, 20);
	tcase_add_unchecked_fixture(tcase, database_new, database_drop);
	tcase_add_checked_fixture(tcase, begin, end);
	tcase_add_test(tcase, a_new_draft_is_empty);
	tcase_add_test(tcase, no_draft_of_what_is_missing_or_not_open);
	tcase_add_test(tcase, a_saved_draft_comes_back);
	tcase_add_test(tcase, a_stale_page_does_not_overwrite_a_newer_one);
	tcase_add_test(tcase, knows_no_draft_by_another_handle);
	tcase_add_loop_test(tcase, no_error_says_what_was_written, 0, 6);
	tcase_add_test(tcase, a_submitted_draft_becomes_one_response);
	tcase_add_test(tcase, a_response_is_in_the_language_last_answered_in);
	tcase_add_loop_test(tcase,
			    what_was_sent_faster_than_anybody_types_is_flagged,
			    0, sizeof(speeds) / sizeof(speeds[0]));
	tcase_add_test(tcase, what_no_person_sees_is_flagged_when_filled_in);
	tcase_add_test(
		tcase,
		the_words_of_another_response_are_flagged_on_any_channel);
	tcase_add_test(tcase, few_words_are_nobodys_own);
	tcase_add_test(tcase,
		       the_words_of_another_consultation_are_not_flagged);
	tcase_add_test(tcase, all_signs_together_refuse_nothing);
	tcase_add_test(tcase,
		       keeps_whom_a_body_represents_apart_and_whom_to_write_to);
	tcase_add_test(tcase, silence_about_contact_is_not_stated);
	tcase_add_test(tcase, the_same_sent_again_gets_the_same_reference);
	tcase_add_test(tcase, other_answers_do_not_replace_those_sent);
	tcase_add_test(tcase, nothing_is_stored_when_stale_or_not_open);
	tcase_add_test(tcase, many_at_once_make_one_response);
	tcase_add_test(tcase, asks_again_when_the_answer_was_lost);
	tcase_add_test(tcase, who_says_nothing_of_himself_is_no_person);
	tcase_add_test(tcase, finds_the_reference_of_a_submission);
	tcase_add_test(tcase, a_response_never_changes_even_for_the_owner);
	tcase_add_test(tcase, lateness_follows_from_the_time_of_receipt);
	tcase_add_test(tcase, what_does_not_say_when_it_came_is_not_late);
	tcase_add_test(tcase, nothing_is_received_in_the_future);
	tcase_add_test(tcase, the_same_row_twice_is_one_response);
	tcase_add_test(tcase, a_reference_that_it_had_is_kept);
	tcase_add_test(tcase,
		       a_reference_of_another_consultation_is_a_conflict);
	tcase_add_test(tcase, a_mistyped_reference_is_refused);
	tcase_add_test(tcase, an_unknown_version_or_channel_is_refused);
	tcase_add_test(tcase, each_reference_ends_with_its_check_symbol);
	tcase_add_test(tcase, references_are_drawn_evenly_and_checked);
	tcase_add_test(tcase, reads_responses_by_time_and_answers);
	tcase_add_test(tcase, counts_by_channel);
	/* Last, because it replaces a function of the database. */
	tcase_add_test(tcase, draws_again_when_a_reference_is_taken);
	suite_add_tcase(suite, tcase);
	return suite;
}
