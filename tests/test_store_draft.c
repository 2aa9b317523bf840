#include "suites.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "arena.h"
#include "database.h"
#include "db.h"
#include "digest.h"
#include "error.h"
#include "sample.h"
#include "store_draft.h"

/*
 * Keys of drafts, the time after the closing, and what may be done with a response.
 */
static struct arena arena;
static struct error err;
static struct db *web, *analyst, *steward;
static const unsigned char *handle;
static const struct consultation *open_now;

#define OK(call) ck_assert_msg((call), "%s", err.text)

static const unsigned char *
hash_of(const char *name)
{
	unsigned char *hash = arena_alloc(&arena, DIGEST_BYTES);
	const char *full =
		arena_format(&arena, "%s of %s", name, open_now->slug);

	digest(full, strlen(full), hash);
	return hash;
}

static void
begin(void)
{
	web = sample_db("greenpaper_web");
	analyst = sample_db("greenpaper_analyst");
	steward = sample_db("greenpaper_steward");
	open_now = sample_open(&arena);
	handle = hash_of("handle");
	OK(store_draft_create(web, handle, open_now->slug, 1, LANGUAGE_EN,
			      &err));
}

static void
end(void)
{
	db_close(web);
	db_close(analyst);
	db_close(steward);
	arena_free(&arena);
}

/* The answer to FORMAT about the consultation of the test. */
static char *
ask(const char *format)
{
	return database_ask(&arena, arena_format(&arena, "%s where slug = '%s'",
						 format, open_now->slug));
}

/* A newer version that closes after SECONDS. */
static void
close_in(long seconds)
{
	moment opens = time(NULL) - 100L * 24 * 60 * 60;
	moment closes = time(NULL) + seconds;

	sample_load(sample_consultation(&arena, open_now->slug, opens, closes),
		    arena_format(&arena, "%ld %lld", seconds,
				 (long long)closes));
}

/* The draft was begun so long ago. */
static void
begun(long seconds_ago)
{
	database_ask(&arena,
		     arena_format(&arena,
				  "update draft set made_at = now() - "
				  "interval '%ld seconds' where slug = '%s'",
				  seconds_ago, open_now->slug));
}

static enum save_result
save(int revision)
{
	const struct stored_draft draft = { .language = LANGUAGE_EN,
					    .revision = revision,
					    .respondent = "{}",
					    .answers = "{}" };
	enum save_result result;

	OK(store_draft_save(web, handle, &draft, &result, &err));
	return result;
}

static enum submit_result
submit(int revision, const char *why)
{
	struct submitted submitted;

	OK(store_draft_submit(web, &arena, handle, revision,
			      sample_answers(&arena, open_now, "agree", why,
					     "road"),
			      &submitted, &err));
	return submitted.result;
}

static enum own_result
own(bool (*change)(struct db *db, const unsigned char *handle_hash,
		   enum own_result *result, struct error *err))
{
	enum own_result result;

	OK(change(web, handle, &result, &err));
	return result;
}

static bool
returns(const char *key, const char *slug, const char *new_handle)
{
	enum return_result result;

	OK(store_draft_return(web, hash_of(key), slug, hash_of(new_handle),
			      NULL, &result, &err));
	return result == RETURN_DONE;
}

/* Whether a browser with the handle HELD would get another. */
static enum return_result
returns_over(const char *held)
{
	enum return_result result;

	OK(store_draft_return(web, hash_of("code"), open_now->slug,
			      hash_of("new"), hash_of(held), &result, &err));
	return result;
}

/* --- keys ------------------------------------------------------------- */

START_TEST(a_code_gives_another_browser_a_handle)
{
	struct stored_draft stored;

	OK(store_draft_code(web, handle, hash_of("code"), &err));
	OK(store_draft_code(web, handle, hash_of("code"), &err));
	ck_assert(!returns("another code", open_now->slug, "second"));
	ck_assert(!returns("code", "elsewhere", "second"));
	ck_assert(!store_draft_get(web, &arena, hash_of("second"), &stored,
				   &err));
	ck_assert(returns("code", open_now->slug, "second"));
	OK(store_draft_get(web, &arena, hash_of("second"), &stored, &err));
	ck_assert_str_eq(stored.slug, open_now->slug);
	ck_assert(
		!store_draft_get(web, &arena, hash_of("code"), &stored, &err));
	ck_assert(!returns("handle", open_now->slug, "third"));
	ck_assert(
		!store_draft_code(web, hash_of("nobody"), hash_of("x"), &err));
	ck_assert_int_eq(err.kind, ERROR_MISSING);
}
END_TEST

static const struct {
	const char *set; /* of the draft of the handle that is held */
	enum return_result result;
} holdings[] = {
	{ "revision = 1", RETURN_DONE }, /* saved, and empty all the same */
	{ "answers = '{\"why\": \"Noise.\"}'", RETURN_HELD },
	{ "respondent = '{\"capacity\": \"individual\"}'", RETURN_HELD },
	{ "reference = 'ABCDEFGH'", RETURN_HELD },
};

START_TEST(nobody_loses_what_they_hold_unasked)
{
	struct stored_draft stored;

	OK(store_draft_code(web, handle, hash_of("code"), &err));
	OK(store_draft_create(web, hash_of("held"), open_now->slug, 1,
			      LANGUAGE_EN, &err));
	database_ask(&arena, arena_format(&arena,
					  "update draft set %s where id = "
					  "(select max(id) from draft)",
					  holdings[_i].set));
	ck_assert_int_eq(returns_over("held"), holdings[_i].result);
	ck_assert_int_eq(store_draft_get(web, &arena, hash_of("new"), &stored,
					 &err),
			 holdings[_i].result == RETURN_DONE);
}
END_TEST

START_TEST(who_holds_the_same_draft_loses_nothing)
{
	save(0);
	database_ask(&arena, "update draft set answers = '{\"why\": \"x\"}'");
	OK(store_draft_code(web, handle, hash_of("code"), &err));
	returns("code", open_now->slug, "second");
	ck_assert_int_eq(returns_over("second"), RETURN_DONE);
	ck_assert_int_eq(returns_over("nobody"), RETURN_MISSING);
}
END_TEST

START_TEST(the_oldest_code_goes_when_there_are_too_many)
{
	for (int i = 0; i < 21; i++)
		OK(store_draft_code(web, handle,
				    hash_of(arena_format(&arena, "code %d", i)),
				    &err));
	ck_assert(!returns("code 0", open_now->slug, "a"));
	ck_assert(returns("code 1", open_now->slug, "b"));
	ck_assert(returns("code 20", open_now->slug, "c"));
}
END_TEST

START_TEST(a_code_of_one_draft_leads_to_no_other)
{
	OK(store_draft_code(web, handle, hash_of("code"), &err));
	OK(store_draft_create(web, hash_of("other"), open_now->slug, 1,
			      LANGUAGE_EN, &err));
	ck_assert(!store_draft_code(web, hash_of("other"), hash_of("code"),
				    &err));
}
END_TEST

/* --- the closing -------------------------------------------------------- */

/* How long ago the consultation closed and the draft was begun, in seconds, and
 * whether it is still taken. */
static const struct {
	long closed, begun;
	bool taken;
} times[] = {
	{ -3600, 0, true }, /* it is open */
	{ 2, 60, true },    /* begun before, sent just after */
	{ 14 * 60, 15 * 60, true },
	{ 15 * 60, 16 * 60, false }, /* the grace is over */
	{ 60, 30, false },	     /* begun after the closing */
};

START_TEST(the_database_decides_what_comes_in_time)
{
	struct stored_draft stored;

	begun(times[_i].begun);
	close_in(-times[_i].closed);
	OK(store_draft_get(web, &arena, hash_of("handle"), &stored, &err));
	ck_assert_int_eq(time(NULL) < stored.ends, times[_i].taken);
	ck_assert_int_eq(save(0), times[_i].taken ? SAVE_STORED : SAVE_CLOSED);
	ck_assert_int_eq(submit(times[_i].taken ? 1 : 0, "x"),
			 times[_i].taken ? SUBMIT_STORED : SUBMIT_CLOSED);
	ck_assert_str_eq(ask("select count(*), bool_or(late), bool_and("
			     "received_at > now() - interval '1 minute') "
			     "from response"),
			 times[_i].taken ? "1|f|t" : "0||");
}
END_TEST

START_TEST(nothing_is_begun_in_the_grace)
{
	close_in(-1);
	ck_assert(!store_draft_create(web, hash_of("late"), open_now->slug, 1,
				      LANGUAGE_EN, &err));
	ck_assert_int_eq(err.kind, ERROR_INPUT);
}
END_TEST

/* --- one's own response -------------------------------------------------- */

START_TEST(nothing_is_ones_own_before_sending)
{
	struct own_response response;

	ck_assert(!store_own_response(web, &arena, handle, &response, &err));
	ck_assert_int_eq(err.kind, ERROR_MISSING);
	ck_assert_int_eq(own(store_draft_reopen), OWN_UNSENT);
	ck_assert_int_eq(own(store_response_withdraw), OWN_UNSENT);
}
END_TEST

START_TEST(a_response_is_changed_by_another)
{
	struct own_response first, second;
	struct stored_draft stored;

	submit(0, "First.");
	OK(store_own_response(web, &arena, handle, &first, &err));
	ck_assert_uint_eq(strlen(first.receipt), 64);
	ck_assert_ptr_null(first.ended);
	close_in(60);
	ck_assert_int_eq(own(store_draft_reopen), OWN_DONE);
	ck_assert_int_eq(own(store_draft_reopen), OWN_UNSENT);
	OK(store_draft_get(web, &arena, handle, &stored, &err));
	ck_assert(stored.amends);
	ck_assert_ptr_null(stored.reference);
	ck_assert_int_eq(stored.version, 1);
	ck_assert_ptr_nonnull(strstr(stored.answers, "First."));
	ck_assert_ptr_nonnull(strstr(stored.respondent, "individual"));
	ck_assert_str_eq(ask("select count(*) from response_read"), "1");
	ck_assert_int_eq(submit(stored.revision, "Second."), SUBMIT_STORED);
	ck_assert_int_eq(submit(stored.revision, "Second."), SUBMIT_REPLAYED);
	OK(store_own_response(web, &arena, handle, &second, &err));
	ck_assert_str_ne(first.reference, second.reference);
	ck_assert_str_eq(ask("select count(*), "
			     "min(answers->>'approval_why') "
			     "from response_read"),
			 "1|Second.");
	ck_assert_str_eq(ask("select count(*) from response"), "2");
}
END_TEST

START_TEST(a_response_is_neither_changed_nor_withdrawn_after_the_closing)
{
	submit(0, "x");
	close_in(-1);
	ck_assert_int_eq(own(store_draft_reopen), OWN_CLOSED);
	ck_assert_int_eq(own(store_response_withdraw), OWN_CLOSED);
	ck_assert_str_eq(ask("select count(*) from response_read"), "1");
}
END_TEST

START_TEST(a_response_that_was_withdrawn_stays_so)
{
	struct own_response response;

	submit(0, "x");
	ck_assert_int_eq(own(store_response_withdraw), OWN_DONE);
	ck_assert_int_eq(own(store_response_withdraw), OWN_DONE);
	ck_assert_int_eq(own(store_draft_reopen), OWN_ENDED);
	OK(store_own_response(web, &arena, handle, &response, &err));
	ck_assert_str_eq(response.ended, "withdrawn");
	ck_assert_str_eq(response.answers, "{}");
	ck_assert_str_eq(response.respondent, "{}");
}
END_TEST

/* Each view that anybody may read of responses. */
static const char *const views[] = {
	"response_read",     "answer_text",   "response_with_person",
	"answer_choice",     "tally_channel", "tally_respondent",
	"tally_answered",    "tally_option",  "tally_theme",
	"tally_theme_split", "tally_uncoded", "quotable",
	"receipt_list",	     "coding_newest",
};

START_TEST(no_view_has_a_response_that_ended)
{
	const char *count =
		arena_format(&arena, "select count(*) > 0 from %s", views[_i]);

	submit(0, "Dŵr, please.");
	database_ask(&arena,
		     arena_format(&arena,
				  "with f as (insert into codeframe (slug, "
				  "source, reviewed_by, reviewed_on) values "
				  "('%s', '', 'A', '2026-01-01') returning id) "
				  "insert into coding select f.id, r.id, "
				  "'approval_why', 'water', '{0,3}' from f, "
				  "response r where r.slug = '%s'",
				  open_now->slug, open_now->slug));
	ck_assert_str_eq(ask(count), "t");
	ck_assert_int_eq(own(store_response_withdraw), OWN_DONE);
	ck_assert_str_eq(ask(count), "f");
	ck_assert_str_eq(ask("select reason, count from tally_ended"),
			 "withdrawn|1");
}
END_TEST

START_TEST(every_view_of_responses_is_looked_at)
{
	size_t count = sizeof(views) / sizeof(views[0]);

	/* Those that stand on responses, but for what only others stand on, what
	 * counts the ended, and what has no responses in it (tally_asked: no
	 * question here is asked of some alone; tool/routed.txt has one). */
	ck_assert_str_eq(
		database_ask(
			&arena,
			"select count(distinct v.relname) from pg_depend d "
			"join pg_rewrite w on w.oid = d.objid "
			"join pg_class v on v.oid = w.ev_class "
			"where v.relkind = 'v' and v.relnamespace = "
			"'greenpaper'::regnamespace and d.refobjid in "
			"('response'::regclass, 'coding'::regclass, "
			"'response_standing'::regclass, "
			"'coding_newest'::regclass, "
			"'answer_choice'::regclass) and v.relname not in "
			"('response_standing', 'tally_ended', "
			"'tally_asked')"),
		arena_format(&arena, "%zu", count));
}
END_TEST

START_TEST(the_themes_are_told_once_they_are_published)
{
	const struct own_theme *themes;
	size_t count;

	submit(0, "Dŵr, please.");
	database_ask(
		&arena,
		arena_format(
			&arena,
			"with f as (insert into codeframe (slug, source, "
			"reviewed_by, reviewed_on) values ('%s', '', 'A', "
			"'2026-01-01') returning id), c as (insert into "
			"coding select f.id, r.id, 'approval_why', theme, "
			"'{0,3}' from f, response r, unnest('{water,rain}'::"
			"text[]) theme where r.slug = '%s') select 1",
			open_now->slug, open_now->slug));
	OK(store_own_themes(web, &arena, handle, &themes, &count, &err));
	ck_assert_uint_eq(count, 0);
	database_ask(&arena,
		     arena_format(&arena,
				  "select outcome_set('%s', null, '', '', "
				  "'1'), outcome_themes_set('%s', "
				  "'{approval_why,approval_why}', "
				  "'{water,sun}', '{Water,Sun}', '{Dŵr,NULL}', "
				  "'{We will.,NULL}', '{NULL,NULL}')",
				  open_now->slug, open_now->slug));
	OK(store_own_themes(web, &arena, handle, &themes, &count, &err));
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq(themes[0].question, "approval_why");
	ck_assert_str_eq(themes[0].label.text[LANGUAGE_EN], "Water");
	ck_assert_str_eq(themes[0].label.text[LANGUAGE_CY], "Dŵr");
	ck_assert_str_eq(themes[0].decision.text[LANGUAGE_EN], "We will.");
	ck_assert_ptr_null(themes[0].decision.text[LANGUAGE_CY]);
}
END_TEST

/* --- deleting -------------------------------------------------------------- */

START_TEST(a_draft_is_deleted_with_its_keys)
{
	OK(store_draft_code(web, handle, hash_of("code"), &err));
	ck_assert_int_eq(own(store_draft_delete), OWN_DONE);
	ck_assert_int_eq(own(store_draft_delete), OWN_MISSING);
	ck_assert_str_eq(ask("select count(*) from draft"), "0");
	ck_assert(!returns("code", open_now->slug, "second"));
}
END_TEST

START_TEST(what_was_sent_is_not_deleted)
{
	submit(0, "x");
	ck_assert_int_eq(own(store_draft_delete), OWN_SENT);
	own(store_draft_reopen);
	ck_assert_int_eq(own(store_draft_delete), OWN_DONE);
	ck_assert_str_eq(ask("select reference is not null, replaces is null, "
			     "answers from draft"),
			 "t|t|{}");
	ck_assert_str_eq(ask("select count(*) from response_read"), "1");
	ck_assert_int_eq(own(store_response_withdraw), OWN_DONE);
}
END_TEST

START_TEST(what_was_not_sent_goes_28_days_after_the_closing)
{
	const long day = 24L * 60 * 60;
	size_t count;

	OK(store_draft_purge(steward, &count, &err));
	close_in(-28 * day + 60);
	OK(store_draft_purge(steward, &count, &err));
	ck_assert_uint_eq(count, 0);
	close_in(-28 * day);
	OK(store_draft_purge(steward, &count, &err));
	ck_assert_uint_eq(count, 1);
	OK(store_draft_purge(steward, &count, &err));
	ck_assert_uint_eq(count, 0);
	ck_assert_str_eq(ask("select count(*) from draft"), "0");
}
END_TEST

START_TEST(changes_that_were_not_sent_go_and_the_response_stays)
{
	size_t count;

	submit(0, "x");
	ck_assert_int_eq(own(store_draft_reopen), OWN_DONE);
	close_in(-29L * 24 * 60 * 60);
	OK(store_draft_purge(steward, &count, &err));
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq(ask("select count(reference) from draft"), "1");
	ck_assert_str_eq(ask("select count(*) from response_read"), "1");
}
END_TEST

static void
add_keys(TCase *tcase)
{
	tcase_add_test(tcase, a_code_gives_another_browser_a_handle);
	tcase_add_loop_test(tcase, nobody_loses_what_they_hold_unasked, 0,
			    sizeof(holdings) / sizeof(holdings[0]));
	tcase_add_test(tcase, who_holds_the_same_draft_loses_nothing);
	tcase_add_test(tcase, the_oldest_code_goes_when_there_are_too_many);
	tcase_add_test(tcase, a_code_of_one_draft_leads_to_no_other);
	tcase_add_loop_test(tcase, the_database_decides_what_comes_in_time, 0,
			    sizeof(times) / sizeof(times[0]));
	tcase_add_test(tcase, nothing_is_begun_in_the_grace);
}

static void
add_own(TCase *tcase)
{
	tcase_add_test(tcase, nothing_is_ones_own_before_sending);
	tcase_add_test(tcase, a_response_is_changed_by_another);
	tcase_add_test(
		tcase,
		a_response_is_neither_changed_nor_withdrawn_after_the_closing);
	tcase_add_test(tcase, a_response_that_was_withdrawn_stays_so);
	tcase_add_loop_test(tcase, no_view_has_a_response_that_ended, 0,
			    sizeof(views) / sizeof(views[0]));
	tcase_add_test(tcase, every_view_of_responses_is_looked_at);
	tcase_add_test(tcase, the_themes_are_told_once_they_are_published);
	tcase_add_test(tcase, a_draft_is_deleted_with_its_keys);
	tcase_add_test(tcase, what_was_sent_is_not_deleted);
	tcase_add_test(tcase, what_was_not_sent_goes_28_days_after_the_closing);
	tcase_add_test(tcase,
		       changes_that_were_not_sent_go_and_the_response_stays);
}

Suite *
suite_store_draft(void)
{
	Suite *suite = suite_create("store_draft");
	TCase *tcase = tcase_create("store_draft");

	tcase_set_timeout(tcase, 20);
	tcase_add_unchecked_fixture(tcase, database_new, database_drop);
	tcase_add_checked_fixture(tcase, begin, end);
	add_keys(tcase);
	add_own(tcase);
	suite_add_tcase(suite, tcase);
	return suite;
}
