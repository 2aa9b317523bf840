#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "arena.h"
#include "database.h"
#include "error.h"
#include "golden.h"
#include "pages.h"
#include "token.h"
#include "visitor.h"

static void
blot(char *text, const char *before, size_t len)
{
	for (char *at = strstr(text, before); at; at = strstr(at, before)) {
		at += strlen(before);
		memset(at, '-', len);
	}
}

/* Without what stands between BEFORE and the next AFTER. */
static char *
without(char *text, const char *before, char after)
{
	char *at = strstr(text, before);

	if (!at)
		return text;
	at += strlen(before);
	return arena_format(&arena, "%.*s-%s", (int)(at - text), text,
			    strchr(at, after));
}

#define VALUE "<dd class=\"govuk-summary-list__value\">\n"

/* The page without what is drawn by lot, or told by the database's clock. */
static char *
without_chance(const struct response *response)
{
	char *text = arena_string(&arena, response->body.text);

	blot(text, "<strong id=\"reference\">", 8);
	blot(text, "Your reference is ", 8);
	blot(text, "/done/", RECEIPT_TEXT);
	blot(text, ">Reference</dt>\n" VALUE, 8);
	blot(text, ">Cyfeirnod</dt>\n" VALUE, 8);
	blot(text, ">Receipt</dt>\n" VALUE, 64);
	blot(text, ">Derbynneb</dt>\n" VALUE, 64);
	if (strstr(text, "id=\"reference\""))
		blot(text, "<strong id=\"code\">", CODE_TEXT);
	text = without(text, ">Received</dt>\n" VALUE, '\n');
	text = without(text, ">Derbyniwyd</dt>\n" VALUE, '\n');
	return without(text, "You withdrew this response on ", '.');
}

static void
same_as_golden(const struct response *response, int status, const char *name)
{
	const char *text = without_chance(response);

	ck_assert_int_eq(response->status, status);
	golden_check(&arena, arena_format(&arena, "%s.html", name), text,
		     strlen(text));
}

static const struct {
	const char *path, *golden;
} read_only[] = {
	{ "/consultations", "list" },
	{ "/consultations.cy", "list-cy" },
	{ "/consultations/accessibility", "accessibility" },
	{ "/consultations/accessibility.cy", "accessibility-cy" },
	{ "/consultations/idling", "consultation-open" },
	{ "/consultations/idling.cy", "consultation-open-cy" },
	{ "/consultations/noise", "consultation-closed" },
	{ "/consultations/smoke", "consultation-outcome" },
	{ "/consultations/smoke.cy", "consultation-outcome-cy" },
	{ "/consultations/light", "consultation-unopened" },
	{ "/consultations/idling/questions", "questions" },
	{ "/consultations/idling/questions.cy", "questions-cy" },
	{ "/consultations/light/questions", "questions-few" },
	{ "/consultations/idling/privacy", "privacy" },
	{ "/consultations/idling/privacy.cy", "privacy-cy" },
};

static const struct {
	const char *path, *golden;
} ways_back[] = {
	{ "/consultations/idling/return", "return" },
	{ "/consultations/idling/return.cy", "return-cy" },
	{ "/consultations/idling/return/00000000000000000000000000", "link" },
};

START_TEST(lets_people_come_back)
{
	same_as_golden(visitor_get(ways_back[_i].path), 200,
		       ways_back[_i].golden);
}
END_TEST

START_TEST(says_what_leads_nowhere)
{
	const char *path = "/consultations/idling/return.cy";

	same_as_golden(visitor_send(path,
				    (const char *const[][2]){
					    { "code", "abcd <efgh> ijkl" },
					    { NULL } }),
		       422, "return-unknown-cy");
	path = "/consultations/idling/return/00000000000000000000000000";
	same_as_golden(visitor_post(path, ""), 404, "link-gone");
}
END_TEST

START_TEST(shows_what_everybody_may_read)
{
	const struct response *response = visitor_get(read_only[_i].path);

	same_as_golden(response, 200, read_only[_i].golden);
	ck_assert(response->cacheable);
}
END_TEST

static const struct {
	int status;
	const char *golden;
} statuses[] = {
	{ 400, "error-400" }, { 403, "error-403" }, { 404, "error-404" },
	{ 405, "error-405" }, { 409, "error-409" }, { 410, "error-410" },
	{ 413, "error-413" }, { 415, "error-415" }, { 422, "error-422" },
	{ 500, "error-500" }, { 502, "error-502" }, { 503, "error-503" },
};

START_TEST(says_plainly_what_went_wrong)
{
	struct request request = visitor_request("/consultations/x");
	struct response response = { 0 };

	page_error(visitor_app(), &request, statuses[_i].status, &response);
	same_as_golden(&response, statuses[_i].status, statuses[_i].golden);
	ck_assert(!response.cacheable);
}
END_TEST

START_TEST(says_it_in_welsh)
{
	same_as_golden(visitor_get("/consultations/nowhere.cy"), 404,
		       "error-404-cy");
}
END_TEST

static const struct {
	const char *page, *golden;
} pages[] = {
	{ "respond/about", "about" },
	{ "respond/about.cy", "about-cy" },
	{ "respond/ban", "question-radios" },
	{ "respond/ban.cy", "question-radios-cy" },
	{ "respond/ban_why", "question-long-text" },
	{ "respond/ban_why.cy", "question-long-text-cy" },
	{ "respond/means", "question-checkboxes" },
	{ "respond/means.cy", "question-checkboxes-cy" },
	{ "respond/place", "question-text" },
	{ "respond/place/change", "question-change" },
	{ "check", "check-empty" },
};

START_TEST(asks)
{
	const struct response *response =
		visitor_get(visitor_form(pages[_i].page));

	same_as_golden(response, 200, pages[_i].golden);
	ck_assert(!response->cacheable);
}
END_TEST

/* The button of a page for WISH, with an address for an e-mail. */
static const struct response *
press(const char *page, const char *wish, const char *email)
{
	visitor_get(visitor_form(page));
	return visitor_send(visitor_form(page),
			    (const char *const[][2]){ { "form-do", wish },
						      { "email", email },
						      { NULL } });
}

START_TEST(says_that_it_was_saved)
{
	const char *path = visitor_form("respond/ban_why.cy");

	visitor_get(path);
	same_as_golden(visitor_send(path,
				    (const char *const[][2]){
					    { "ban_why", "Noise." },
					    { "form-next", "later" },
					    { NULL } }),
		       200, "saved-code-cy");
	same_as_golden(visitor_get(visitor_form("saved")), 200, "saved");
	same_as_golden(press("saved", "code", ""), 200, "saved-code");
	same_as_golden(press("saved", "mail", "a@b.example"), 200,
		       "saved-mail");
	same_as_golden(press("saved", "mail", "<nobody>"), 422,
		       "saved-mail-mistake");
}
END_TEST

static const struct {
	const char *page, *golden;
} unstamped[] = {
	{ "saved", "saved-unstamped" },
	{ "saved.cy", "saved-unstamped-cy" },
	{ "delete.cy", "delete-unstamped-cy" },
};

static const struct {
	const char *page, *golden;
} unstamped_sent[] = {
	{ "response", "response-unstamped" },
	{ "withdraw", "withdraw-unstamped" },
};

START_TEST(says_why_it_did_nothing)
{
	same_as_golden(visitor_post(visitor_form(unstamped[_i].page),
				    "form-do=mail&email=a%40b.example"),
		       403, unstamped[_i].golden);
}
END_TEST

START_TEST(says_why_it_did_nothing_with_what_was_sent)
{
	visitor_answer_all();
	visitor_get(visitor_form("check"));
	visitor_follow(visitor_send(visitor_form("check"),
				    (const char *const[][2]){ { NULL } }));
	same_as_golden(visitor_post(visitor_form(unstamped_sent[_i].page),
				    "form-do=mail&email=a%40b.example"),
		       403, unstamped_sent[_i].golden);
}
END_TEST

static const struct {
	const char *path, *golden;
} held[] = {
	{ "/consultations/idling/return", "return-held" },
	{ "/consultations/idling/return.cy", "return-held-cy" },
};

START_TEST(asks_before_other_answers_are_left)
{
	const char *path = visitor_form("respond/ban_why");
	const char *code;

	visitor_get(path);
	code = visitor_find(visitor_send(path,
					 (const char *const[][2]){
						 { "form-next", "later" },
						 { NULL } }),
			    "<strong id=\"code\">", '<');
	visitor_other();
	visitor_follow(visitor_post("/consultations/idling/respond", ""));
	visitor_answer_all();
	visitor_get(held[_i].path);
	same_as_golden(visitor_send(held[_i].path,
				    (const char *const[][2]){ { "code", code },
							      { NULL } }),
		       200, held[_i].golden);
}
END_TEST

START_TEST(asks_before_it_deletes)
{
	same_as_golden(visitor_get(visitor_form("delete")), 200, "delete");
	same_as_golden(visitor_send(visitor_form("delete"),
				    (const char *const[][2]){ { NULL } }),
		       200, "deleted");
}
END_TEST

static void
send_all(void)
{
	visitor_answer_all();
	visitor_get(visitor_form("check"));
	visitor_follow(visitor_send(visitor_form("check"),
				    (const char *const[][2]){ { NULL } }));
}

START_TEST(shows_ones_own_response)
{
	send_all();
	same_as_golden(visitor_get(visitor_form("response")), 200, "response");
	same_as_golden(visitor_get(visitor_form("response.cy")), 200,
		       "response-cy");
	same_as_golden(press("response", "mail", "a@b.example"), 200,
		       "response-mail");
	press("response", "change", "");
	same_as_golden(visitor_get(visitor_form("response")), 200,
		       "response-changing");
	same_as_golden(visitor_get(visitor_form("delete")), 200,
		       "delete-changes");
}
END_TEST

START_TEST(shows_ones_own_response_when_it_has_closed)
{
	send_all();
	visitor_clock("2099-06-01 12:00");
	same_as_golden(visitor_get(visitor_form("response")), 200,
		       "response-closed");
}
END_TEST

/* The last test, because it publishes. */
START_TEST(shows_what_became_of_ones_own_response)
{
	send_all();
	database_ask(
		&arena,
		"with f as (insert into codeframe (slug, source, reviewed_by, "
		"reviewed_on) values ('idling', '', 'A', '2026-01-01') "
		"returning id) insert into coding select f.id, r.id, "
		"'ban_why', theme, '{0,5}' from f, response r, "
		"unnest('{fumes,lungs,noise}'::text[]) theme "
		"where r.slug = 'idling'");
	database_ask(&arena,
		     "select outcome_set('idling', null, '', '', '1'), "
		     "outcome_themes_set('idling', "
		     "'{ban_why,ban_why,ban_why}', '{fumes,lungs,noise}', "
		     "'{Fumes,Lungs,Noise}', '{Mygdarth,NULL,NULL}', "
		     "'{\"# Signs\n\nWe *measure*.\",We listen.,"
		     "\"# Signs\n\nWe *measure*.\"}', '{NULL,NULL,NULL}')");
	same_as_golden(visitor_get(visitor_form("response")), 200,
		       "response-themes");
	same_as_golden(visitor_get(visitor_form("response.cy")), 200,
		       "response-themes-cy");
}
END_TEST

START_TEST(asks_before_it_withdraws)
{
	send_all();
	same_as_golden(visitor_get(visitor_form("withdraw")), 200, "withdraw");
	same_as_golden(visitor_send(visitor_form("withdraw"),
				    (const char *const[][2]){ { NULL } }),
		       200, "withdrawn");
	same_as_golden(visitor_get(visitor_form("response")), 200,
		       "response-withdrawn");
}
END_TEST

START_TEST(keeps_the_handle_in_every_address_without_cookies)
{
	visitor_cookies(false);
	same_as_golden(visitor_get(visitor_form("respond/ban_why")), 200,
		       "question-no-cookies");
}
END_TEST

START_TEST(shows_what_was_answered)
{
	visitor_answer_all();
	same_as_golden(visitor_get(visitor_form("check")), 200, "check");
	same_as_golden(visitor_get(visitor_form("check.cy")), 200, "check-cy");
	same_as_golden(visitor_get(visitor_form("respond/about/change")), 200,
		       "about-answered");
	same_as_golden(visitor_get(visitor_form("respond/ban_why")), 200,
		       "question-answered");
	same_as_golden(visitor_get(visitor_form("respond/means")), 200,
		       "question-answered-checkboxes");
}
END_TEST

static const struct {
	const char *page, *golden;
	const char *const fields[10][2];
} mistakes[] = {
	{ "respond/about", "about-mistakes", { { NULL } } },
	{ "respond/about.cy",
	  "about-mistakes-cy",
	  { { "capacity", "organisation" },
	    { "type", "nobody" },
	    { "name", "<script>alert(1)</script>" },
	    { "email", "nobody" },
	    { "confidential", "yes" },
	    { NULL } } },
	{ "respond/ban",
	  "question-radios-mistake",
	  { { "ban", "perhaps" }, { NULL } } },
	{ "respond/ban_why",
	  "question-long-text-mistake",
	  { { "ban_why", "\r\n  One </textarea><p>\r\n\r\n\ttwo "
			 "words too many, and then a few, and more." },
	    { NULL } } },
	{ "respond/means",
	  "question-checkboxes-mistake",
	  { { "means", "signs" }, { "means", "prayer" }, { NULL } } },
	{ "respond/place.cy", "question-text-mistake-cy", { { NULL } } },
};

START_TEST(keeps_what_was_typed_beside_the_mistake)
{
	const char *path = visitor_form(mistakes[_i].page);

	ck_assert_int_eq(visitor_get(path)->status, 200);
	same_as_golden(visitor_send(path, mistakes[_i].fields), 422,
		       mistakes[_i].golden);
}
END_TEST

START_TEST(confirms_what_was_sent)
{
	const struct response *response;

	visitor_answer_all();
	ck_assert_int_eq(visitor_get(visitor_form("check"))->status, 200);
	response = visitor_send(visitor_form("check"),
				(const char *const[][2]){ { NULL } });
	ck_assert_int_eq(response->status, 303);
	same_as_golden(visitor_get(response->location), 200, "done");
	same_as_golden(visitor_get(arena_format(&arena, "%s.cy",
						response->location)),
		       200, "done-cy");
}
END_TEST

static const char *const why[][2] = { { "ban_why", "Noise.\r\nAnd fumes." },
				      { NULL } };

START_TEST(offers_to_save_what_a_false_token_brought)
{
	const char *path = visitor_form("respond/ban_why");

	visitor_get(visitor_form("respond/ban"));
	same_as_golden(visitor_send(path, why), 403, "again-forged");
	ck_assert_int_eq(visitor_send(path, why)->status, 303);
}
END_TEST

START_TEST(gives_back_what_was_typed_for_a_lost_draft)
{
	const char *path = visitor_form("respond/ban_why");

	visitor_cookies(false);
	same_as_golden(visitor_send(path, why), 403, "again-lost");
}
END_TEST

START_TEST(shows_both_texts_when_another_page_saved_first)
{
	const char *path = visitor_form("respond/ban_why");
	const char *first;

	visitor_get(path);
	first = visitor_stamp();
	ck_assert_int_eq(visitor_send(path, why)->status, 303);
	same_as_golden(visitor_post(path,
				    arena_format(&arena,
						 "form-stamp=%s"
						 "&ban_why=Something+else",
						 first)),
		       409, "again-stale");
	ck_assert_int_eq(visitor_send(path,
				      (const char *const[][2]){
					      { "ban_why", "Something else" },
					      { NULL } })
				 ->status,
			 303);
}
END_TEST

START_TEST(shows_both_versions_of_about_you)
{
	const char *path = visitor_form("respond/about");
	const char *first;

	visitor_get(path);
	first = visitor_stamp();
	visitor_answer_all();
	same_as_golden(visitor_post(path, arena_format(&arena,
						       "form-stamp=%s"
						       "&capacity=individual"
						       "&contact=no"
						       "&confidential=no"
						       "&publish=without-name",
						       first)),
		       409, "again-stale-about");
}
END_TEST

START_TEST(asks_to_press_again_while_the_database_is_down)
{
	const char *path = visitor_form("respond/ban_why");
	const struct response *response;

	visitor_get(path);
	visitor_lose_database();
	response = visitor_send(path, why);
	same_as_golden(response, 503, "again-down");
	ck_assert_ptr_nonnull(response->retry_after);
	same_as_golden(visitor_send(visitor_form("check"),
				    (const char *const[][2]){ { NULL } }),
		       503, "again-down-check");
	ck_assert_int_eq(visitor_get(path)->status, 503);
}
END_TEST

START_TEST(says_that_a_response_was_sent_already)
{
	const char *path = visitor_form("respond/ban_why");

	visitor_answer_all();
	visitor_get(visitor_form("check"));
	ck_assert_int_eq(visitor_send(visitor_form("check"),
				      (const char *const[][2]){ { NULL } })
				 ->status,
			 303);
	same_as_golden(visitor_send(path, why), 409, "again-sent");
}
END_TEST

START_TEST(says_when_it_closed_and_whom_to_ask)
{
	const char *path = visitor_form("respond/ban_why");

	visitor_get(path);
	visitor_clock("2099-06-01 12:00");
	same_as_golden(visitor_get(path), 410, "closed");
	same_as_golden(visitor_send(path, why), 410, "closed-typed");
	same_as_golden(visitor_post("/consultations/noise/respond.cy", ""), 410,
		       "closed-cy");
}
END_TEST

/* There is no other way to a draft once its consultation has closed. */
START_TEST(shows_what_was_saved_when_it_has_closed)
{
	const char *path = visitor_form("check");

	visitor_answer_all();
	visitor_get(path);
	visitor_clock("2099-06-01 12:00");
	same_as_golden(visitor_send(path, (const char *const[][2]){ { NULL } }),
		       410, "closed-saved");
}
END_TEST

START_TEST(says_when_it_opens)
{
	same_as_golden(visitor_post("/consultations/light/respond", ""), 404,
		       "closed-unopened");
}
END_TEST

Suite *
suite_pages(void)
{
	Suite *suite = suite_create("pages");
	TCase *tcase = tcase_create("pages");

	tcase_set_timeout(tcase, 20);
	tcase_add_unchecked_fixture(tcase, visitor_publish, visitor_drop);
	tcase_add_checked_fixture(tcase, visitor_start, visitor_stop);
	tcase_add_loop_test(tcase, shows_what_everybody_may_read, 0,
			    sizeof(read_only) / sizeof(read_only[0]));
	tcase_add_loop_test(tcase, says_plainly_what_went_wrong, 0,
			    sizeof(statuses) / sizeof(statuses[0]));
	tcase_add_test(tcase, says_it_in_welsh);
	tcase_add_loop_test(tcase, lets_people_come_back, 0,
			    sizeof(ways_back) / sizeof(ways_back[0]));
	tcase_add_test(tcase, says_what_leads_nowhere);
	tcase_add_test(tcase, says_that_it_was_saved);
	tcase_add_loop_test(tcase, says_why_it_did_nothing, 0,
			    sizeof(unstamped) / sizeof(unstamped[0]));
	tcase_add_loop_test(tcase, says_why_it_did_nothing_with_what_was_sent,
			    0,
			    sizeof(unstamped_sent) / sizeof(unstamped_sent[0]));
	tcase_add_loop_test(tcase, asks_before_other_answers_are_left, 0,
			    sizeof(held) / sizeof(held[0]));
	tcase_add_test(tcase, asks_before_it_deletes);
	tcase_add_test(tcase, shows_ones_own_response);
	tcase_add_test(tcase, shows_ones_own_response_when_it_has_closed);
	tcase_add_test(tcase, asks_before_it_withdraws);
	tcase_add_loop_test(tcase, asks, 0, sizeof(pages) / sizeof(pages[0]));
	tcase_add_test(tcase,
		       keeps_the_handle_in_every_address_without_cookies);
	tcase_add_test(tcase, shows_what_was_answered);
	tcase_add_loop_test(tcase, keeps_what_was_typed_beside_the_mistake, 0,
			    sizeof(mistakes) / sizeof(mistakes[0]));
	tcase_add_test(tcase, confirms_what_was_sent);
	tcase_add_test(tcase, offers_to_save_what_a_false_token_brought);
	tcase_add_test(tcase, gives_back_what_was_typed_for_a_lost_draft);
	tcase_add_test(tcase, shows_both_texts_when_another_page_saved_first);
	tcase_add_test(tcase, shows_both_versions_of_about_you);
	tcase_add_test(tcase, asks_to_press_again_while_the_database_is_down);
	tcase_add_test(tcase, says_that_a_response_was_sent_already);
	tcase_add_test(tcase, says_when_it_closed_and_whom_to_ask);
	tcase_add_test(tcase, shows_what_was_saved_when_it_has_closed);
	tcase_add_test(tcase, says_when_it_opens);
	tcase_add_test(tcase, shows_what_became_of_ones_own_response);
	suite_add_tcase(suite, tcase);
	return suite;
}
