#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "arena.h"
#include "blank.h"
#include "consultation.h"
#include "database.h"
#include "edition.h"
#include "error.h"
#include "form.h"
#include "page_step.h"
#include "route.h"
#include "visitor.h"

/*
 * The way through the form, as a browser goes it.
 */
static const char start[] = "/consultations/idling/respond";
static const char *const nothing[][2] = { { NULL } };
static const char *const noise[][2] = { { "ban_why", "Noise." }, { NULL } };

static bool
shows(const struct response *response, const char *text)
{
	return strstr(response->body.text, text) != NULL;
}

static void
leads_to(const struct response *response, const char *path)
{
	ck_assert_int_eq(response->status, 303);
	ck_assert_str_eq(response->location, path);
}

static const struct response *
submit(void)
{
	visitor_get(visitor_form("check"));
	return visitor_send(visitor_form("check"), nothing);
}

START_TEST(begins_with_a_cookie_and_an_address_without_the_handle)
{
	const struct response *response = visitor_post(start, "");
	const char *with = response->location;

	ck_assert_int_eq(response->status, 303);
	ck_assert_ptr_nonnull(strstr(with, "/with/"));
	ck_assert_ptr_nonnull(strstr(with, "/respond/about"));
	ck_assert(strncmp(response->set_cookie, "__Host-draft-idling=", 20) ==
		  0);
	ck_assert_ptr_nonnull(
		strstr(response->set_cookie,
		       "; Secure; HttpOnly; SameSite=Lax; Path=/"));
	ck_assert_ptr_null(strstr(response->set_cookie, "Domain"));
	leads_to(visitor_get(with), "/consultations/idling/respond/about");
	ck_assert_int_eq(
		visitor_get("/consultations/idling/respond/about")->status,
		200);
}
END_TEST

START_TEST(goes_the_whole_way_without_cookies)
{
	visitor_cookies(false);
	visitor_answer_all();
	ck_assert_ptr_nonnull(strstr(visitor_form("check"), "/with/"));
	ck_assert(shows(visitor_get(visitor_form("check")),
			visitor_form("respond/ban/change")));
	ck_assert(shows(visitor_get(submit()->location), "id=\"reference\""));
}
END_TEST

START_TEST(goes_on_with_a_draft_that_was_not_sent)
{
	visitor_answer_all();
	leads_to(visitor_post(start, ""),
		 "/consultations/idling/respond/about");
	ck_assert(shows(visitor_get(visitor_form("respond/about")),
			"Acme &amp; Sons"));
}
END_TEST

START_TEST(begins_another_after_one_was_sent)
{
	const struct response *response;

	visitor_answer_all();
	submit();
	response = visitor_post(start, "");
	ck_assert_ptr_nonnull(response->set_cookie);
	ck_assert_ptr_nonnull(strstr(response->location, "/with/"));
}
END_TEST

START_TEST(leads_from_page_to_page)
{
	visitor_get(visitor_form("respond/ban_why"));
	leads_to(visitor_send(visitor_form("respond/ban_why"), noise),
		 "/consultations/idling/respond/means");
	visitor_get(visitor_form("respond/ban_why/change"));
	leads_to(visitor_send(visitor_form("respond/ban_why/change"), noise),
		 "/consultations/idling/check");
	visitor_get(visitor_form("respond/place.cy"));
	leads_to(visitor_send(visitor_form("respond/place.cy"),
			      (const char *const[][2]){ { "place", "Bala" },
							{ NULL } }),
		 "/consultations/idling/check.cy");
}
END_TEST

START_TEST(answers_in_the_language_of_the_page)
{
	visitor_answer_all();
	visitor_get(visitor_form("respond/ban_why/change.cy"));
	visitor_send(visitor_form("respond/ban_why/change.cy"), noise);
	ck_assert_str_eq(database_ask(&arena,
				      "select string_agg(language, ' ') "
				      "from greenpaper.draft"),
			 "cy");
}
END_TEST

/* What is wrong is kept too: nothing is looked at, and nothing stored. */
START_TEST(takes_what_was_typed_to_the_other_language)
{
	const char *path = visitor_form("respond/place.cy");
	const struct response *response;

	visitor_get(visitor_form("respond/place"));
	response =
		visitor_send(path,
			     (const char *const[][2]){ { "place", "Ynys\nMôn" },
						       { FORM_SWITCH, "cy" },
						       { NULL } });
	ck_assert_int_eq(response->status, 200);
	ck_assert(shows(response, "lang=\"cy\""));
	ck_assert(shows(response, "Ynys"));
	ck_assert(!shows(response, "error"));
	ck_assert(!shows(visitor_get(path), "Ynys"));
}
END_TEST

START_TEST(sends_a_visitor_without_a_draft_to_the_consultation)
{
	leads_to(visitor_get("/consultations/idling/respond/ban.cy"),
		 "/consultations/idling.cy");
	leads_to(visitor_get("/consultations/idling/with/0abc/check"),
		 "/consultations/idling");
	leads_to(visitor_get("/consultations/nowhere/respond/about"),
		 "/consultations/nowhere");
}
END_TEST

START_TEST(keeps_a_draft_to_its_own_consultation)
{
	const char *handle;

	visitor_cookies(false);
	handle = strstr(visitor_form(""), "/with/");
	leads_to(visitor_get(arena_format(&arena, "/consultations/noise%scheck",
					  handle)),
		 "/consultations/noise");
}
END_TEST

START_TEST(knows_no_page_that_the_definition_has_not)
{
	ck_assert_int_eq(visitor_get(visitor_form("respond/other"))->status,
			 404);
	ck_assert_int_eq(
		visitor_send(visitor_form("respond/other"), nothing)->status,
		404);
	ck_assert_int_eq(visitor_get("/consultations/nowhere")->status, 404);
	ck_assert_int_eq(
		visitor_post("/consultations/nowhere/respond", "")->status,
		404);
	ck_assert_int_eq(visitor_get("/consultations/idling/done/0")->status,
			 404);
	ck_assert_int_eq(
		visitor_get("/consultations/idling/documents/none.pdf")->status,
		404);
}
END_TEST

/* --- what is kept ----------------------------------------------------- */

START_TEST(keeps_text_as_it_was_typed_but_for_blanks_at_its_ends)
{
	const char *path = visitor_form("respond/ban_why");

	visitor_get(path);
	visitor_send(path, (const char *const[][2]){
				   { "ban_why",
				     "\r\n  One\r\n\r\n\ttwo & <three>  \r\n" },
				   { NULL } });
	ck_assert(shows(visitor_get(path),
			">\nOne\n\n\ttwo &amp; &lt;three&gt;</textarea>"));
}
END_TEST

START_TEST(takes_answers_to_two_questions_open_side_by_side)
{
	const char *ban_why, *means;

	visitor_get(visitor_form("respond/ban_why"));
	ban_why = visitor_stamp();
	visitor_get(visitor_form("respond/means"));
	means = visitor_stamp();
	ck_assert_int_eq(
		visitor_post(visitor_form("respond/ban_why"),
			     arena_format(&arena,
					  "form-stamp=%s&ban_why=Noise.",
					  ban_why))
			->status,
		303);
	ck_assert_int_eq(visitor_post(visitor_form("respond/means"),
				      arena_format(&arena,
						   "form-stamp=%s&means=signs",
						   means))
				 ->status,
			 303);
	ck_assert(shows(visitor_get(visitor_form("check")), "Noise."));
	ck_assert(shows(visitor_get(visitor_form("check")), "Signs"));
}
END_TEST

START_TEST(takes_the_same_answer_twice)
{
	const char *path = visitor_form("respond/ban_why");
	const char *body;

	visitor_get(path);
	body = arena_format(&arena, "form-stamp=%s&ban_why=Noise.",
			    visitor_stamp());
	ck_assert_int_eq(visitor_post(path, body)->status, 303);
	ck_assert_int_eq(visitor_post(path, body)->status, 303);
}
END_TEST

START_TEST(renders_a_blank_question_the_same_both_ways)
{
	static const char *const ids[] = { "ban", "ban_why", "means", "place" };
	const char *path =
		arena_format(&arena, "/consultations/idling/respond/%s%s",
			     ids[_i % 4], _i < 4 ? "" : ".cy");
	struct request request = visitor_request(path);
	struct app *app = visitor_app();
	struct error err;
	struct edition *edition = edition_get(app, "idling", 1, &err);
	struct step step = { .app = app, .request = &request };
	struct response full = { 0 }, blank = { 0 }, copied = { 0 };

	ck_assert_msg(edition, "%s", err.text);
	ck_assert(address_read(&arena, path, &request.address));
	step.consultation = edition->consultation;
	step.answers = answers_new(&arena, step.consultation);
	step.page =
		consultation_question(step.consultation, request.address.id);
	page_step(&step, &(struct fields){ 0 }, &(struct faults){ 0 }, "stamp",
		  &full);
	blank_render(&step, edition, "stamp", &blank);
	blank_render(&step, edition, "stamp", &copied);
	ck_assert_int_eq(full.status, 200);
	ck_assert_int_eq(blank.status, 200);
	ck_assert_str_eq(blank.body.text, full.body.text);
	ck_assert_str_eq(copied.body.text, full.body.text);
	ck_assert_uint_eq(copied.body.len, full.body.len);
}
END_TEST

START_TEST(serves_a_blank_question_with_the_stamp_of_each_draft)
{
	const struct response *first, *second;
	const char *path = visitor_form("respond/ban_why");

	first = visitor_get(path);
	ck_assert(shows(first, visitor_stamp()));
	visitor_get(visitor_form("respond/means"));
	visitor_send(visitor_form("respond/means"), nothing);
	second = visitor_get(path);
	ck_assert(shows(second, visitor_stamp()));
	ck_assert(!shows(first, visitor_stamp()));
	ck_assert_uint_eq(first->body.len, second->body.len);
}
END_TEST

/* --- who may send ----------------------------------------------------- */

START_TEST(takes_nothing_from_another_site)
{
	const char *path = visitor_form("respond/ban_why");

	visitor_get(path);
	visitor_foreign(true);
	ck_assert_int_eq(visitor_send(path, noise)->status, 403);
	ck_assert_int_eq(visitor_post(start, "")->status, 403);
	visitor_get(visitor_form("check"));
	ck_assert_int_eq(visitor_send(visitor_form("check"), nothing)->status,
			 403);
	visitor_foreign(false);
	ck_assert(!shows(visitor_get(visitor_form("check")), "Noise."));
}
END_TEST

START_TEST(takes_a_page_that_was_open_too_long_at_the_second_press)
{
	const char *path = visitor_form("respond/ban_why");

	visitor_get(path);
	visitor_clock("2026-06-02 12:01");
	ck_assert_int_eq(visitor_send(path, noise)->status, 403);
	leads_to(visitor_send(path, noise),
		 "/consultations/idling/respond/means");
}
END_TEST

START_TEST(sees_a_change_elsewhere_even_when_it_was_open_too_long)
{
	const char *path = visitor_form("respond/ban_why");
	const char *old;

	visitor_get(path);
	old = visitor_stamp();
	visitor_send(path, noise);
	visitor_clock("2026-06-02 12:01");
	ck_assert_int_eq(visitor_post(path,
				      arena_format(&arena,
						   "form-stamp=%s&ban_why=Else",
						   old))
				 ->status,
			 403);
	ck_assert_int_eq(visitor_send(path,
				      (const char *const[][2]){
					      { "ban_why", "Else" }, { NULL } })
				 ->status,
			 409);
}
END_TEST

START_TEST(takes_no_stamp_of_another_page)
{
	visitor_get(visitor_form("respond/ban"));
	ck_assert_int_eq(
		visitor_send(visitor_form("respond/ban_why"), noise)->status,
		403);
	ck_assert_int_eq(visitor_post(visitor_form("respond/ban_why"),
				      "ban_why=Noise.")
				 ->status,
			 403);
	ck_assert_int_eq(visitor_post(visitor_form("respond/ban_why"),
				      "form-stamp=&form-stamp=x&ban_why=Noise.")
				 ->status,
			 403);
}
END_TEST

static const struct {
	const char *type, *body;
	bool too_long;
	int status;
} bodies[] = {
	{ "text/plain", "ban_why=x", false, 415 },
	{ NULL, "ban_why=x", false, 415 },
	{ "application/x-www-form-urlencoded", "", true, 413 },
	{ "application/x-www-form-urlencoded", "ban_why=%", false, 400 },
	{ "application/x-www-form-urlencoded", "ban_why=%ff", false, 422 },
	{ "application/x-www-form-urlencoded", "ban_why=%00", false, 422 },
};

START_TEST(refuses_a_body_that_cannot_be_read)
{
	const char *path = visitor_form("respond/ban_why");
	struct request request = visitor_request(path);
	struct response response = { 0 };

	request.method = METHOD_POST;
	request.content_type = bodies[_i].type;
	request.body = bodies[_i].body;
	request.body_len = strlen(bodies[_i].body);
	request.body_too_long = bodies[_i].too_long;
	route_answer(visitor_app(), &request, &response);
	ck_assert_int_eq(response.status, bodies[_i].status);
}
END_TEST

/* --- sending ---------------------------------------------------------- */

START_TEST(stores_one_response_for_a_double_click)
{
	static const char count[] = "select count(*) from response";
	const struct response *first, *second;
	int before = atoi(database_ask(&arena, count));

	visitor_answer_all();
	visitor_get(visitor_form("check"));
	first = visitor_send(visitor_form("check"), nothing);
	second = visitor_send(visitor_form("check"), nothing);
	ck_assert_int_eq(first->status, 303);
	leads_to(second, first->location);
	ck_assert_int_eq(atoi(database_ask(&arena, count)), before + 1);
	ck_assert_str_eq(
		database_ask(&arena, "select answers->>'ban_why' from response "
				     "order by id desc limit 1"),
		"Fumes <b>\nand noise.\n\nŶ.");
	leads_to(visitor_get(visitor_form("respond/ban")), first->location);
	leads_to(visitor_get(visitor_form("check")), first->location);
}
END_TEST

START_TEST(takes_what_a_machine_filled_in_and_flags_it)
{
	visitor_get(visitor_form("respond/about"));
	ck_assert_int_eq(visitor_send(visitor_form("respond/about"),
				      (const char *const[][2]){
					      { "capacity", "individual" },
					      { "contact", "no" },
					      { "confidential", "no" },
					      { "publish", "not-at-all" },
					      { "website-address",
						"http://spam" },
					      { NULL } })
				 ->status,
			 303);
	ck_assert_ptr_nonnull(
		strstr(visitor_get(visitor_form("respond/about"))->body.text,
		       "autocomplete=\"off\" value=\"1\""));
	visitor_get(visitor_form("respond/ban"));
	visitor_send(visitor_form("respond/ban"),
		     (const char *const[][2]){ { "ban", "no" }, { NULL } });
	visitor_get(visitor_form("respond/place"));
	visitor_send(visitor_form("respond/place"),
		     (const char *const[][2]){ { "place", "x" }, { NULL } });
	visitor_get(visitor_form("check"));
	ck_assert_int_eq(submit()->status, 303);
	ck_assert_str_eq(database_ask(&arena,
				      "select flags, answers from "
				      "greenpaper.response order by id desc "
				      "limit 1"),
			 "{honeypot,fast}|{\"ban\": \"no\", \"place\": \"x\"}");
}
END_TEST

START_TEST(leads_to_the_first_page_that_needs_an_answer)
{
	leads_to(submit(), "/consultations/idling/respond/about");
	visitor_get(visitor_form("respond/about"));
	visitor_send(visitor_form("respond/about"),
		     (const char *const[][2]){ { "capacity", "individual" },
					       { "contact", "no" },
					       { "confidential", "no" },
					       { "publish", "not-at-all" },
					       { NULL } });
	leads_to(submit(), "/consultations/idling/respond/ban");
	visitor_get(visitor_form("respond/ban"));
	visitor_send(visitor_form("respond/ban"),
		     (const char *const[][2]){ { "ban", "no" }, { NULL } });
	leads_to(submit(), "/consultations/idling/respond/place");
}
END_TEST

START_TEST(shows_the_answers_again_when_they_changed_after_the_check)
{
	const char *check;

	visitor_answer_all();
	visitor_get(visitor_form("check"));
	check = visitor_stamp();
	visitor_get(visitor_form("respond/ban_why"));
	visitor_send(visitor_form("respond/ban_why"), noise);
	ck_assert_int_eq(visitor_post(visitor_form("check"),
				      arena_format(&arena, "form-stamp=%s",
						   check))
				 ->status,
			 409);
	ck_assert_int_eq(visitor_send(visitor_form("check"), nothing)->status,
			 303);
}
END_TEST

START_TEST(confirms_a_receipt_to_its_own_consultation_alone)
{
	const struct response *sent;
	const char *token;

	visitor_answer_all();
	sent = submit();
	token = strrchr(sent->location, '/') + 1;
	ck_assert_int_eq(visitor_get(sent->location)->status, 200);
	ck_assert_int_eq(
		visitor_get(arena_format(&arena, "/consultations/noise/done/%s",
					 token))
			->status,
		404);
}
END_TEST

START_TEST(goes_on_when_a_later_version_moved_the_closing)
{
	const char *path = visitor_form("respond/ban_why");

	visitor_clock("2099-06-01 12:00");
	ck_assert_int_eq(visitor_get(path)->status, 410);
	visitor_extend();
	ck_assert_int_eq(visitor_get(path)->status, 200);
}
END_TEST

START_TEST(gives_a_document_as_it_was_loaded)
{
	const struct response *response = visitor_get(
		"/consultations/idling/documents/impact figures.ods");

	ck_assert_int_eq(response->status, 200);
	ck_assert_str_eq(response->content_type,
			 "application/vnd.oasis.opendocument.spreadsheet");
	ck_assert_uint_eq(response->body.len, 352444);
	ck_assert(response->cacheable);
}
END_TEST

static void
add_form(TCase *tcase)
{
	tcase_add_test(tcase,
		       begins_with_a_cookie_and_an_address_without_the_handle);
	tcase_add_test(tcase, goes_the_whole_way_without_cookies);
	tcase_add_test(tcase, goes_on_with_a_draft_that_was_not_sent);
	tcase_add_test(tcase, begins_another_after_one_was_sent);
	tcase_add_test(tcase, leads_from_page_to_page);
	tcase_add_test(tcase, answers_in_the_language_of_the_page);
	tcase_add_test(tcase, takes_what_was_typed_to_the_other_language);
	tcase_add_test(tcase,
		       sends_a_visitor_without_a_draft_to_the_consultation);
	tcase_add_test(tcase, keeps_a_draft_to_its_own_consultation);
	tcase_add_test(tcase, knows_no_page_that_the_definition_has_not);
	tcase_add_test(tcase,
		       keeps_text_as_it_was_typed_but_for_blanks_at_its_ends);
	tcase_add_test(tcase, takes_answers_to_two_questions_open_side_by_side);
	tcase_add_test(tcase, takes_the_same_answer_twice);
	tcase_add_loop_test(tcase, renders_a_blank_question_the_same_both_ways,
			    0, 8);
	tcase_add_test(tcase,
		       serves_a_blank_question_with_the_stamp_of_each_draft);
}

static void
add_doors(TCase *tcase)
{
	tcase_add_test(tcase, takes_nothing_from_another_site);
	tcase_add_test(tcase,
		       takes_a_page_that_was_open_too_long_at_the_second_press);
	tcase_add_test(tcase,
		       sees_a_change_elsewhere_even_when_it_was_open_too_long);
	tcase_add_test(tcase, takes_no_stamp_of_another_page);
	tcase_add_loop_test(tcase, refuses_a_body_that_cannot_be_read, 0,
			    sizeof(bodies) / sizeof(bodies[0]));
	tcase_add_test(tcase, stores_one_response_for_a_double_click);
	tcase_add_test(tcase, takes_what_a_machine_filled_in_and_flags_it);
	tcase_add_test(tcase, leads_to_the_first_page_that_needs_an_answer);
	tcase_add_test(
		tcase,
		shows_the_answers_again_when_they_changed_after_the_check);
	tcase_add_test(tcase, confirms_a_receipt_to_its_own_consultation_alone);
	tcase_add_test(tcase, gives_a_document_as_it_was_loaded);
	tcase_add_test(tcase, goes_on_when_a_later_version_moved_the_closing);
}

Suite *
suite_journey(void)
{
	Suite *suite = suite_create("journey");
	TCase *tcase = tcase_create("journey");

	tcase_set_timeout(tcase, 20);
	tcase_add_unchecked_fixture(tcase, visitor_publish, visitor_drop);
	tcase_add_checked_fixture(tcase, visitor_start, visitor_stop);
	add_form(tcase);
	add_doors(tcase);
	suite_add_tcase(suite, tcase);
	return suite;
}
