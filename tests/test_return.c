#include "suites.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "database.h"
#include "db.h"
#include "error.h"
#include "store_draft.h"
#include "token.h"
#include "visitor.h"

/*
 * Saving, coming back, and what may be done after sending, as a browser does it.
 */
static const char return_path[] = "/consultations/idling/return";
static const char *const nothing[][2] = { { NULL } };
static const char *const noise_later[][2] = { { "ban_why", "Noise." },
					      { "form-next", "later" },
					      { NULL } };

static bool
shows(const struct response *response, const char *text)
{
	return strstr(response->body.text, text) != NULL;
}

static const char *
ask(const char *question)
{
	return database_ask(&arena, question);
}

static const char *
code_on(const struct response *response)
{
	return visitor_find(response, "<strong id=\"code\">", '<');
}

/* The second question answered and saved for later. */
static const struct response *
save_for_later(void)
{
	const char *path = visitor_form("respond/ban_why");
	const struct response *response;

	visitor_get(path);
	response = visitor_send(path, noise_later);
	ck_assert_int_eq(response->status, 200);
	return response;
}

static const struct response *
enter(const char *code)
{
	visitor_get(return_path);
	return visitor_send(return_path, (const char *const[][2]){
						 { "code", code }, { NULL } });
}

static const struct response *
send_all(void)
{
	visitor_answer_all();
	visitor_get(visitor_form("check"));
	return visitor_follow(visitor_send(visitor_form("check"), nothing));
}

static const struct response *
press(const char *page, const char *wish)
{
	visitor_get(visitor_form(page));
	return visitor_send(visitor_form(page),
			    (const char *const[][2]){ { "form-do", wish },
						      { NULL } });
}

/* --- saving ------------------------------------------------------------ */

START_TEST(saves_the_page_and_shows_a_code)
{
	const struct response *response = save_for_later();

	ck_assert_uint_eq(strlen(code_on(response)), CODE_TEXT);
	ck_assert_ptr_null(response->location);
	ck_assert(!response->cacheable);
	ck_assert(shows(visitor_get(visitor_form("check")), "Noise."));
	ck_assert_ptr_null(
		strstr(ask("select string_agg(d::text || k::text, ' ') "
			   "from draft d, draft_key k"),
		       code_on(response)));
}
END_TEST

START_TEST(makes_one_code_for_one_press)
{
	const char *path = visitor_form("respond/ban_why"), *body, *first;

	visitor_get(path);
	body = arena_format(&arena,
			    "form-stamp=%s&ban_why=Noise.&form-next=later",
			    visitor_stamp());
	first = code_on(visitor_post(path, body));
	ck_assert_str_eq(code_on(visitor_post(path, body)), first);
	ck_assert_str_eq(ask("select count(*) from draft_key "
			     "where kind = 'code'"),
			 "1");
	ck_assert_str_ne(code_on(press("saved", "code")), first);
}
END_TEST

START_TEST(makes_no_code_when_the_page_is_read)
{
	save_for_later();
	ck_assert(!shows(visitor_get(visitor_form("saved")), "id=\"code\""));
	visitor_get(visitor_form("saved.cy"));
	ck_assert_str_eq(ask("select count(*) from draft_key "
			     "where kind = 'code'"),
			 "1");
}
END_TEST

START_TEST(saves_what_is_there_when_the_rest_is_empty)
{
	visitor_get(visitor_form("respond/ban"));
	ck_assert_int_eq(visitor_send(visitor_form("respond/ban"),
				      (const char *const[][2]){
					      { "form-next", "later" },
					      { NULL } })
				 ->status,
			 200);
	visitor_get(visitor_form("respond/about"));
	ck_assert_int_eq(visitor_send(visitor_form("respond/about"),
				      (const char *const[][2]){
					      { "capacity", "organisation" },
					      { "name", "Ann" },
					      { "form-next", "later" },
					      { NULL } })
				 ->status,
			 200);
	ck_assert_str_eq(ask("select respondent->>'capacity' || ' ' || "
			     "(respondent->>'name') from draft"),
			 "organisation Ann");
	visitor_get(visitor_form("check"));
	ck_assert_str_eq(visitor_send(visitor_form("check"), nothing)->location,
			 visitor_form("respond/about"));
}
END_TEST

START_TEST(tells_what_cannot_be_kept_and_loses_nothing)
{
	const char *path = visitor_form("respond/about");
	const struct response *response;

	visitor_get(path);
	response =
		visitor_send(path,
			     (const char *const[][2]){ { "name", "Ann" },
						       { "email", "nobody" },
						       { "form-next", "later" },
						       { NULL } });
	ck_assert_int_eq(response->status, 422);
	ck_assert(shows(response, "value=\"Ann\""));
	ck_assert(shows(response, "value=\"nobody\""));
	path = visitor_form("respond/ban");
	visitor_get(path);
	ck_assert_int_eq(visitor_send(path,
				      (const char *const[][2]){
					      { "ban", "perhaps" },
					      { "form-next", "later" },
					      { NULL } })
				 ->status,
			 422);
}
END_TEST

START_TEST(saves_from_the_check_page_without_sending)
{
	visitor_answer_all();
	visitor_get(visitor_form("check"));
	code_on(visitor_send(visitor_form("check"),
			     (const char *const[][2]){ { "form-next", "later" },
						       { NULL } }));
	ck_assert_str_eq(ask("select count(*) from draft "
			     "where reference is null"),
			 "1");
}
END_TEST

/* --- coming back --------------------------------------------------------- */

static const char *
as_typed(const char *code, int way)
{
	char *typed = arena_string(&arena, code);

	if (way == 0)
		return typed;
	for (char *at = typed; *at; at++)
		*at = (char)(*at == '-' ? ' ' : tolower((unsigned char)*at));
	return way == 1 ? typed
			: arena_format(&arena, "  %.4s\xe2\x80\x93%s ", code,
				       code + 5);
}

START_TEST(comes_back_on_another_device)
{
	const char *code = code_on(save_for_later());
	const struct response *response;

	visitor_other();
	response = enter(as_typed(code, _i % 3));
	ck_assert_ptr_nonnull(response->set_cookie);
	ck_assert_ptr_nonnull(strstr(response->location, "/with/"));
	ck_assert_ptr_nonnull(strstr(response->location, "/respond/about"));
	visitor_cookies(_i < 3);
	ck_assert_int_eq(visitor_follow(response)->status, 200);
	ck_assert_int_eq(strstr(visitor_form(""), "/with/") != NULL, _i >= 3);
	ck_assert(shows(visitor_get(visitor_form("check")), "Noise."));
	ck_assert_str_eq(ask("select count(*) from draft"), "1");
}
END_TEST

/* Another browser, which has answered a question of its own. */
static void
answer_elsewhere(void)
{
	visitor_other();
	visitor_follow(visitor_post("/consultations/idling/respond", ""));
	visitor_get(visitor_form("respond/place"));
	visitor_send(visitor_form("respond/place"),
		     (const char *const[][2]){ { "place", "Elsewhere" },
					       { NULL } });
}

START_TEST(asks_before_other_answers_are_left)
{
	const char *code = code_on(save_for_later());
	const struct response *response;

	answer_elsewhere();
	response = enter(code);
	ck_assert_int_eq(response->status, 200);
	ck_assert_ptr_null(response->set_cookie);
	ck_assert(shows(response, "another response in this browser"));
	ck_assert(shows(response, code));
	ck_assert(shows(response,
			"href=\"/consultations/idling/respond/about\""));
	ck_assert(shows(visitor_get(visitor_form("check")), "Elsewhere"));

	response =
		visitor_send(return_path,
			     (const char *const[][2]){ { "form-do", "leave" },
						       { "code", code },
						       { NULL } });
	ck_assert_ptr_nonnull(response->set_cookie);
	visitor_follow(response);
	response = visitor_get(visitor_form("check"));
	ck_assert(shows(response, "Noise."));
	ck_assert(!shows(response, "Elsewhere"));
	ck_assert_str_eq(ask("select count(*) from draft"), "2");
}
END_TEST

START_TEST(asks_nothing_where_nothing_is_lost)
{
	const char *code = code_on(save_for_later());

	ck_assert_int_eq(enter(code)->status, 303);
	visitor_other();
	visitor_follow(visitor_post("/consultations/idling/respond", ""));
	ck_assert_int_eq(enter(code)->status, 303);
	visitor_cookies(false);
	answer_elsewhere();
	ck_assert_int_eq(enter(code)->status, 303);
}
END_TEST

START_TEST(comes_back_to_where_one_stopped)
{
	const char *code;

	visitor_answer_all();
	code = code_on(press("saved", "code"));
	visitor_other();
	ck_assert_ptr_nonnull(strstr(enter(code)->location, "/check"));
	visitor_other();
	visitor_get(visitor_form("respond/means"));
	visitor_send(visitor_form("respond/means"), nothing);
	visitor_other();
	ck_assert_ptr_nonnull(strstr(enter(code)->location, "/respond/means"));
}
END_TEST

START_TEST(knows_a_false_code)
{
	const char *code = code_on(save_for_later());
	char *wrong = arena_string(&arena, code);
	const struct response *response;

	wrong[13] = wrong[13] == '2' ? '3' : '2';
	response = enter(wrong);
	ck_assert_int_eq(response->status, 422);
	ck_assert_ptr_null(response->set_cookie);
	ck_assert(shows(response, wrong));
	ck_assert_int_eq(enter("")->status, 422);
	ck_assert_int_eq(enter("<b>\xc5\xb7 no code")->status, 422);
	visitor_get("/consultations/noise/return");
	ck_assert_int_eq(visitor_send("/consultations/noise/return",
				      (const char *const[][2]){
					      { "code", code }, { NULL } })
				 ->status,
			 422);
	visitor_foreign(true);
	ck_assert_int_eq(enter(code)->status, 403);
	ck_assert_str_eq(ask("select count(*) from draft_key "
			     "where kind = 'handle'"),
			 "1");
}
END_TEST

START_TEST(a_code_is_no_handle)
{
	const char *code = code_on(save_for_later());

	ck_assert_int_eq(visitor_get(
				 arena_format(&arena,
					      "/consultations/idling/with/%s/"
					      "check",
					      code))
				 ->status,
			 303);
	ck_assert_str_eq(ask("select count(*) from draft_key k join draft d "
			     "on d.id = k.draft_id where k.kind <> 'handle' "
			     "and exists (select from draft_get(k.hash))"),
			 "0");
}
END_TEST

/* --- by e-mail ----------------------------------------------------------- */

static const struct response *
ask_for_mail(const char *page, const char *address)
{
	visitor_get(visitor_form(page));
	return visitor_send(visitor_form(page),
			    (const char *const[][2]){ { "form-do", "mail" },
						      { "email", address },
						      { NULL } });
}

/* The path of the link in the newest letter. */
static const char *
mailed_link(void)
{
	const char *body =
		ask("select body from mail order by id desc limit 1");
	const char *at = strstr(body, "https://consult.example/");

	ck_assert_msg(at, "no link in %s", body);
	at += strlen("https://consult.example");
	return arena_copy(&arena, at, strcspn(at, "\n"));
}

START_TEST(sends_a_link_that_a_button_opens)
{
	const struct response *response;
	const char *path;

	ask("delete from mail");
	save_for_later();
	ck_assert(shows(ask_for_mail("saved", " ann@example.org\r\n"),
			"ann@example.org"));
	ck_assert_str_eq(ask("select slug, language, kind, address from mail"),
			 "idling|en|link|ann@example.org");
	path = mailed_link();
	visitor_other();
	response = visitor_get(path);
	ck_assert_int_eq(response->status, 200);
	ck_assert_ptr_null(response->set_cookie);
	ck_assert_int_eq(visitor_follow(visitor_post(path, ""))->status, 200);
	ck_assert(shows(visitor_get(visitor_form("check")), "Noise."));
	ck_assert_str_eq(ask("select count(*) from draft"), "1");
}
END_TEST

START_TEST(sends_one_letter_for_one_press)
{
	const char *path = visitor_form("saved"), *body;

	ask("delete from mail");
	visitor_get(path);
	body = arena_format(&arena,
			    "form-stamp=%s&form-do=mail&email=a%%40b.example",
			    visitor_stamp());
	ck_assert_int_eq(visitor_post(path, body)->status, 200);
	ck_assert_int_eq(visitor_post(path, body)->status, 200);
	ck_assert_str_eq(ask("select count(*) from mail"), "1");
}
END_TEST

START_TEST(sends_nothing_to_what_is_no_address)
{
	ask("delete from mail");
	ck_assert_int_eq(ask_for_mail("saved", "nobody")->status, 422);
	ck_assert_int_eq(ask_for_mail("saved", "")->status, 422);
	ck_assert_int_eq(
		ask_for_mail("saved", "a@b.example, c@d.example")->status, 422);
	ck_assert_int_eq(
		ask_for_mail("saved", "a@b.example\nBcc: c@d.example")->status,
		422);
	ck_assert_str_eq(ask("select count(*) from mail"), "0");
}
END_TEST

START_TEST(sends_no_more_letters_than_anybody_needs)
{
	ask("delete from mail");
	for (int i = 0; i < 12; i++)
		ask_for_mail("saved", arena_format(&arena, "a%d@b.example", i));
	ck_assert_str_eq(ask("select count(*) from mail"), "10");
	ck_assert_int_eq(ask_for_mail("saved", "b@b.example")->status, 422);
}
END_TEST

START_TEST(a_link_that_leads_nowhere_says_so)
{
	const char *path =
		"/consultations/idling/return/00000000000000000000000000";
	const struct response *response = visitor_post(path, "");

	ck_assert_int_eq(response->status, 404);
	ck_assert_ptr_null(response->set_cookie);
	visitor_foreign(true);
	ck_assert_int_eq(visitor_post(path, "")->status, 403);
}
END_TEST

/* --- two people on one draft --------------------------------------------- */

START_TEST(shows_both_texts_to_the_second_of_two_people)
{
	const char *code = code_on(save_for_later());
	const struct response *response;

	visitor_get(visitor_form("respond/ban_why"));
	visitor_other();
	visitor_follow(enter(code));
	visitor_get(visitor_form("respond/ban_why"));
	ck_assert_int_eq(visitor_send(visitor_form("respond/ban_why"),
				      (const char *const[][2]){
					      { "ban_why", "Hers." },
					      { NULL } })
				 ->status,
			 303);
	visitor_other();
	response = visitor_send(visitor_form("respond/ban_why"),
				(const char *const[][2]){ { "ban_why", "His." },
							  { NULL } });
	ck_assert_int_eq(response->status, 409);
	ck_assert(shows(response, "Hers."));
	ck_assert(shows(response, "His."));
	ck_assert_str_eq(ask("select answers->>'ban_why' from draft"), "Hers.");
	ck_assert_int_eq(visitor_send(visitor_form("respond/ban_why"),
				      (const char *const[][2]){
					      { "ban_why", "Ours." },
					      { NULL } })
				 ->status,
			 303);
	visitor_other();
	ck_assert(shows(visitor_get(visitor_form("check")), "Ours."));
}
END_TEST

START_TEST(a_stamp_of_one_is_none_of_the_other)
{
	const char *code = code_on(save_for_later()), *path, *theirs;

	visitor_get(visitor_form("respond/ban_why"));
	theirs = visitor_stamp();
	visitor_other();
	visitor_follow(enter(code));
	path = visitor_form("respond/ban_why");
	ck_assert_int_eq(visitor_post(path,
				      arena_format(&arena,
						   "form-stamp=%s&ban_why=Else",
						   theirs))
				 ->status,
			 403);
}
END_TEST

/* --- deleting ------------------------------------------------------------- */

START_TEST(deletes_for_good)
{
	const char *code = code_on(save_for_later());
	const struct response *response;

	ck_assert_int_eq(visitor_get(visitor_form("delete"))->status, 200);
	ck_assert_str_eq(ask("select count(*) from draft"), "1");
	response = visitor_send(visitor_form("delete"), nothing);
	ck_assert_int_eq(response->status, 200);
	ck_assert_ptr_nonnull(strstr(response->set_cookie, "Max-Age=0"));
	ck_assert_str_eq(ask("select (select count(*) from draft) + "
			     "(select count(*) from draft_key)"),
			 "0");
	ck_assert_int_eq(enter(code)->status, 422);
}
END_TEST

START_TEST(deletes_nothing_without_a_stamp)
{
	save_for_later();
	ck_assert_int_eq(visitor_post(visitor_form("delete"), "")->status, 403);
	visitor_foreign(true);
	ck_assert_int_eq(visitor_send(visitor_form("delete"), nothing)->status,
			 403);
	ck_assert_str_eq(ask("select count(*) from draft"), "1");
}
END_TEST

/* --- after sending -------------------------------------------------------- */

/* No other test's responses. */
static void
clear_responses(void)
{
	ask("delete from response_end");
	ask("delete from response");
}

START_TEST(gives_a_code_when_it_was_sent)
{
	const struct response *response;
	const char *code;

	clear_responses();
	code = code_on(send_all());
	visitor_other();
	response = visitor_follow(enter(code));
	ck_assert_int_eq(response->status, 200);
	ck_assert(shows(response, "Acme &amp; Sons"));
	ck_assert(shows(response, "Fumes &lt;b&gt;"));
	ck_assert(shows(response, ask("select reference from response")));
	ck_assert(shows(response, ask("select encode(sha256(salt || "
				      "convert_to(jsonb_build_array(language, "
				      "p.respondent, r.answers)::text, "
				      "'UTF8')), 'hex') from response r "
				      "join response_with_person p "
				      "using (id, language)")));
	ck_assert(
		shows(visitor_get(visitor_form("response.cy")), "Eich ymateb"));
}
END_TEST

START_TEST(gives_the_code_to_the_browser_that_sent_it_alone)
{
	const struct response *sent;

	visitor_answer_all();
	visitor_get(visitor_form("check"));
	sent = visitor_send(visitor_form("check"), nothing);
	visitor_other();
	ck_assert_int_eq(visitor_get(sent->location)->status, 200);
	ck_assert(!shows(visitor_get(sent->location), "id=\"code\""));
	visitor_other();
	ck_assert(shows(visitor_get(sent->location), "id=\"code\""));
	ck_assert_str_eq(code_on(visitor_get(sent->location)),
			 code_on(visitor_get(sent->location)));
}
END_TEST

START_TEST(finds_the_response_without_cookies)
{
	visitor_cookies(false);
	ck_assert(shows(send_all(), visitor_form("response")));
	ck_assert_ptr_nonnull(strstr(visitor_form(""), "/with/"));
	ck_assert(shows(visitor_get(visitor_form("response")),
			"Acme &amp; Sons"));
}
END_TEST

START_TEST(changes_a_response_by_sending_another)
{
	clear_responses();
	send_all();
	ck_assert_str_eq(press("response", "change")->location,
			 visitor_form("check"));
	ck_assert(shows(visitor_get(visitor_form("check")), "Acme &amp; Sons"));
	ck_assert(shows(visitor_get(visitor_form("response")),
			visitor_form("check")));
	visitor_get(visitor_form("respond/ban_why/change"));
	visitor_send(visitor_form("respond/ban_why/change"),
		     (const char *const[][2]){ { "ban_why", "Quiet." },
					       { NULL } });
	ck_assert_str_eq(ask("select count(*), min(left(answers->>'ban_why', "
			     "5)) from response_read"),
			 "1|Fumes");
	visitor_get(visitor_form("check"));
	visitor_follow(visitor_send(visitor_form("check"), nothing));
	ck_assert_str_eq(ask("select count(*), min(answers->>'ban_why') "
			     "from response_read"),
			 "1|Quiet.");
	ck_assert_str_eq(
		ask("select reason, replaced_by = n.id, count(*) over () "
		    "from response_end, response_read n"),
		"amended|t|1");
	ck_assert(shows(visitor_get(visitor_form("response")), "Quiet."));
}
END_TEST

START_TEST(drops_changes_and_keeps_the_response)
{
	clear_responses();
	send_all();
	press("response", "change");
	visitor_get(visitor_form("delete"));
	ck_assert_int_eq(visitor_send(visitor_form("delete"), nothing)->status,
			 200);
	ck_assert_str_eq(ask("select count(*) from response_read"), "1");
	ck_assert(shows(visitor_get(visitor_form("response")),
			"value=\"change\""));
}
END_TEST

START_TEST(withdraws_a_response)
{
	clear_responses();
	send_all();
	if (_i)
		press("response", "change");
	ck_assert_int_eq(visitor_get(visitor_form("withdraw"))->status, 200);
	ck_assert_str_eq(ask("select count(*) from response_read"), "1");
	ck_assert_int_eq(
		visitor_send(visitor_form("withdraw"), nothing)->status, 200);
	ck_assert_str_eq(ask("select count(*) from response_read"), "0");
	ck_assert_str_eq(ask("select reason from response_end"), "withdrawn");
	ck_assert(!shows(visitor_get(visitor_form("response")),
			 "Acme &amp; Sons"));
	ck_assert(!shows(visitor_get(visitor_form("response")),
			 "value=\"change\""));
	ck_assert_int_eq(
		visitor_post("/consultations/idling/respond", "")->status, 303);
}
END_TEST

START_TEST(withdraws_nothing_without_a_stamp)
{
	clear_responses();
	send_all();
	ck_assert_int_eq(visitor_post(visitor_form("withdraw"), "")->status,
			 403);
	ck_assert_int_eq(visitor_post(visitor_form("response"),
				      "form-do=change")
				 ->status,
			 403);
	ck_assert_str_eq(ask("select count(*) from response_read"), "1");
}
END_TEST

START_TEST(sends_a_copy)
{
	const char *body;

	clear_responses();
	ask("delete from mail");
	send_all();
	ck_assert_int_eq(ask_for_mail("response", "ann@example.org")->status,
			 200);
	body = ask("select body from mail where kind = 'copy'");
	ck_assert_ptr_nonnull(
		strstr(body, "Fumes <b>\nand noise.\n\n\xc5\xb6."));
	ck_assert_ptr_nonnull(strstr(body, "Acme & Sons"));
	ck_assert_ptr_nonnull(strstr(body, ask("select reference "
					       "from response")));
	ck_assert_ptr_null(strstr(body, "/return/"));
}
END_TEST

START_TEST(leads_to_the_form_while_nothing_was_sent)
{
	ck_assert_str_eq(visitor_get(visitor_form("response"))->location,
			 visitor_form("respond/about"));
	ck_assert_str_eq(visitor_get(visitor_form("withdraw"))->location,
			 visitor_form("respond/about"));
	ck_assert_str_eq(visitor_post(visitor_form("withdraw"), "")->location,
			 visitor_form("respond/about"));
}
END_TEST

/* --- around the closing --------------------------------------------------- */

/* It closes at the beginning of 2099. */
START_TEST(takes_a_page_for_a_while_after_the_closing)
{
	const char *path = visitor_form("respond/ban_why");

	visitor_clock("2099-01-01 00:14");
	ck_assert_int_eq(visitor_get(path)->status, 200);
	ck_assert_int_eq(visitor_send(path, noise_later)->status, 200);
	visitor_clock("2099-01-01 00:15");
	ck_assert_int_eq(visitor_get(path)->status, 410);
	ck_assert_int_eq(
		visitor_post("/consultations/idling/respond", "")->status, 410);
}
END_TEST

START_TEST(shows_a_response_but_changes_none_after_the_closing)
{
	const struct response *response;

	send_all();
	visitor_clock("2099-01-01 00:00");
	response = visitor_get(visitor_form("response"));
	ck_assert_int_eq(response->status, 200);
	ck_assert(!shows(response, "value=\"change\""));
	ck_assert(!shows(response, visitor_form("withdraw")));
}
END_TEST

/* The two last tests code and publish: three themes, with what was decided on each. */
static void
code_all(void)
{
	ask("with f as (insert into codeframe (slug, source, reviewed_by, "
	    "reviewed_on) values ('idling', '', 'A', '2026-01-01') "
	    "returning id) insert into coding select f.id, r.id, 'ban_why', "
	    "theme, '{0,5}' from f, response r, "
	    "unnest('{fumes,lungs,noise}'::text[]) theme");
}

static void
publish(const char *decisions)
{
	ask(arena_format(&arena,
			 "select outcome_set('idling', null, '', '', '1'), "
			 "outcome_themes_set('idling', "
			 "'{ban_why,ban_why,ban_why,ban_why}', "
			 "'{fumes,noise,cost,lungs}', "
			 "'{<Fumes>,Noise,Cost,Lungs}', "
			 "'{Mygdarth,NULL,NULL,NULL}', '%s', "
			 "'{NULL,NULL,NULL,NULL}')",
			 decisions));
}

START_TEST(tells_the_themes_and_what_was_decided)
{
	const struct response *response;

	clear_responses();
	send_all();
	ck_assert(!shows(visitor_get(visitor_form("response")),
			 "/consultations/idling/outcome/"));
	code_all();
	publish("{*Signs*,*Signs*,*Signs*,*Signs*}");
	response = visitor_get(visitor_form("response"));
	ck_assert(shows(response, "/consultations/idling/outcome/"));
	ck_assert(shows(response, "<li>&lt;Fumes&gt;</li>\n<li>Lungs</li>\n"
				  "<li>Noise</li>"));
	ck_assert(shows(response, "What was decided</h4>"));
	ck_assert(shows(response, "<em>Signs</em>"));
	ck_assert(!shows(response, "Cost"));
	response = visitor_get(visitor_form("response.cy"));
	ck_assert(shows(response, "<li>Mygdarth</li>"));
	ck_assert(shows(response, "lang=\"en\""));
}
END_TEST

START_TEST(tells_which_decision_is_about_which_theme)
{
	const struct response *response;

	clear_responses();
	send_all();
	code_all();
	publish("{We measure.,We measure.,None.,We listen.}");
	response = visitor_get(visitor_form("response"));
	ck_assert(shows(response, "<li>Lungs</li>"));
	ck_assert(
		shows(response, "What was decided: &lt;Fumes&gt;; Noise</h4>"));
	ck_assert(shows(response, "What was decided: Lungs</h4>"));
	publish("{NULL,NULL,NULL,NULL}");
	response = visitor_get(visitor_form("response"));
	ck_assert(shows(response, "<li>Lungs</li>"));
	ck_assert(!shows(response, "What was decided"));
}
END_TEST

static void
add_saving(TCase *tcase)
{
	tcase_add_test(tcase, saves_the_page_and_shows_a_code);
	tcase_add_test(tcase, makes_one_code_for_one_press);
	tcase_add_test(tcase, makes_no_code_when_the_page_is_read);
	tcase_add_test(tcase, saves_what_is_there_when_the_rest_is_empty);
	tcase_add_test(tcase, tells_what_cannot_be_kept_and_loses_nothing);
	tcase_add_test(tcase, saves_from_the_check_page_without_sending);
	tcase_add_loop_test(tcase, comes_back_on_another_device, 0, 6);
	tcase_add_test(tcase, asks_before_other_answers_are_left);
	tcase_add_test(tcase, asks_nothing_where_nothing_is_lost);
	tcase_add_test(tcase, comes_back_to_where_one_stopped);
	tcase_add_test(tcase, knows_a_false_code);
	tcase_add_test(tcase, a_code_is_no_handle);
	tcase_add_test(tcase, sends_a_link_that_a_button_opens);
	tcase_add_test(tcase, sends_one_letter_for_one_press);
	tcase_add_test(tcase, sends_nothing_to_what_is_no_address);
	tcase_add_test(tcase, sends_no_more_letters_than_anybody_needs);
	tcase_add_test(tcase, a_link_that_leads_nowhere_says_so);
	tcase_add_test(tcase, shows_both_texts_to_the_second_of_two_people);
	tcase_add_test(tcase, a_stamp_of_one_is_none_of_the_other);
	tcase_add_test(tcase, deletes_for_good);
	tcase_add_test(tcase, deletes_nothing_without_a_stamp);
}

static void
add_sent(TCase *tcase)
{
	tcase_add_test(tcase, gives_a_code_when_it_was_sent);
	tcase_add_test(tcase, gives_the_code_to_the_browser_that_sent_it_alone);
	tcase_add_test(tcase, finds_the_response_without_cookies);
	tcase_add_test(tcase, changes_a_response_by_sending_another);
	tcase_add_test(tcase, drops_changes_and_keeps_the_response);
	tcase_add_loop_test(tcase, withdraws_a_response, 0, 2);
	tcase_add_test(tcase, withdraws_nothing_without_a_stamp);
	tcase_add_test(tcase, sends_a_copy);
	tcase_add_test(tcase, leads_to_the_form_while_nothing_was_sent);
	tcase_add_test(tcase, takes_a_page_for_a_while_after_the_closing);
	tcase_add_test(tcase,
		       shows_a_response_but_changes_none_after_the_closing);
	tcase_add_test(tcase, tells_the_themes_and_what_was_decided);
	tcase_add_test(tcase, tells_which_decision_is_about_which_theme);
}

Suite *
suite_return(void)
{
	Suite *suite = suite_create("return");
	TCase *tcase = tcase_create("return");

	tcase_set_timeout(tcase, 20);
	tcase_add_unchecked_fixture(tcase, visitor_publish, visitor_drop);
	tcase_add_checked_fixture(tcase, visitor_start, visitor_stop);
	add_saving(tcase);
	add_sent(tcase);
	suite_add_tcase(suite, tcase);
	return suite;
}
