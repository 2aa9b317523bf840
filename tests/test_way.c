#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "database.h"
#include "golden.h"
#include "visitor.h"

/*
 * The way through forms of more than one question on a page: "kerb" forks,
 * "depot" has sections.
 */
enum { ANSWERS_MAX = 6 };

static const char *const nothing[][2] = { { NULL } };
static const char *const about[][2] = { { "capacity", "individual" },
					{ "contact", "no" },
					{ "confidential", "no" },
					{ "publish", "not-at-all" },
					{ NULL } };

static void
publish(void)
{
	visitor_publish();
	visitor_publish_more("kerb");
	visitor_publish_more("depot");
}

static void
start_kerb(void)
{
	visitor_start();
	visitor_consult("kerb");
}

static void
start_depot(void)
{
	visitor_start();
	visitor_consult("depot");
}

static bool
shows(const struct response *response, const char *text)
{
	return strstr(response->body.text, text) != NULL;
}

static void
same_as_golden(const struct response *response, int status, const char *name)
{
	ck_assert_int_eq(response->status, status);
	golden_check(&arena, arena_format(&arena, "%s.html", name),
		     response->body.text, response->body.len);
}

/* PAGE leads on to NEXT, both as they stand behind the consultation. */
static void
leads_to(const struct response *response, const char *next)
{
	ck_assert_msg(response->status == 303, "%d: %.500s", response->status,
		      response->body.text);
	ck_assert_str_eq(response->location, visitor_form(next));
}

static const struct response *
save(const char *page, const char *const fields[][2])
{
	const char *path = visitor_form(page);

	ck_assert_int_eq(visitor_get(path)->status, 200);
	return visitor_send(path, fields);
}

static void
step(const char *page, const char *const fields[][2], const char *next)
{
	leads_to(save(page, fields), next);
}

static void
choose(const char *page, const char *id, const char *value)
{
	ck_assert_int_eq(save(page, (const char *const[][2]){ { id, value },
							      { NULL } })
				 ->status,
			 303);
}

static const char *
draft(void)
{
	return database_ask(&arena, "select answers::text from draft");
}

/* --- ahead and back --------------------------------------------------- */

static const struct walk {
	const char *page;
	const char *fields[ANSWERS_MAX][2];
	const char *next;
} walks[][6] = {
	{ { "respond/about",
	    { { "capacity", "individual" },
	      { "contact", "no" },
	      { "confidential", "no" },
	      { "publish", "not-at-all" } },
	    "respond/permits" },
	  { "respond/permits", { { "permits", "yes" } }, "respond/price" },
	  { "respond/price",
	    { { "price", "more" },
	      { "price_why", "Roads" },
	      { "street", "High Street" } },
	    "respond/more" },
	  { "respond/more", { { NULL } }, "check" } },
	{ { "respond/permits", { { "permits", "not-sure" } }, "respond/price" },
	  { "respond/price",
	    { { "price", "more" }, { "street", "High Street" } },
	    "respond/more" } },
	{ { "respond/permits", { { "permits", "no" } }, "respond/instead" },
	  { "respond/instead", { { NULL } }, "respond/more" } },
	{ { "respond/permits", { { "permits", "no" } }, "respond/instead" },
	  { "respond/instead", { { "instead", "meters" } }, "respond/meters" },
	  { "respond/meters", { { "meters", "Here" } }, "respond/more" } },
	{ { "respond/permits", { { "permits", "no" } }, "respond/instead" },
	  { "respond/instead", { { "instead", "buses" } }, "respond/buses" },
	  { "respond/buses", { { NULL } }, "respond/more" } },
	{ { "respond/permits", { { "permits", "no" } }, "respond/instead" },
	  { "respond/instead",
	    { { "instead", "meters" }, { "instead", "nothing" } },
	    "respond/meters" },
	  { "respond/meters", { { "meters", "Here" } }, "respond/buses" },
	  { "respond/buses", { { NULL } }, "respond/more" } },
};

START_TEST(goes_every_branch_and_back_again)
{
	const char *before = NULL;

	for (const struct walk *walk = walks[_i]; walk->page; walk++) {
		if (before)
			ck_assert(shows(
				visitor_get(visitor_form(walk->page)),
				arena_format(
					&arena,
					"href=\"%s\" class=\"govuk-back-link\"",
					visitor_form(before))));
		step(walk->page, walk->fields, walk->next);
		before = walk->page;
	}
	ck_assert(shows(visitor_get(visitor_form("check")),
			arena_format(&arena,
				     "href=\"%s\" class=\"govuk-back-link\"",
				     visitor_form("respond/more"))));
}
END_TEST

START_TEST(knows_a_page_by_its_first_question_alone)
{
	ck_assert_int_eq(visitor_get(visitor_form("respond/street"))->status,
			 404);
	ck_assert_int_eq(visitor_get(visitor_form("respond/tasks"))->status,
			 404);
}
END_TEST

START_TEST(leads_on_from_a_page_that_asks_nothing)
{
	leads_to(visitor_get(visitor_form("respond/price")), "respond/more");
	choose("respond/permits", "permits", "no");
	leads_to(visitor_get(visitor_form("respond/price")), "respond/instead");
	leads_to(visitor_get(visitor_form("respond/price/change")), "check");
}
END_TEST

START_TEST(asks_on_a_page_what_the_answers_lead_to)
{
	const struct response *response;

	choose("respond/permits", "permits", "not-sure");
	response = visitor_get(visitor_form("respond/price"));
	ck_assert(shows(response, "Which street"));
	ck_assert(!shows(response, "Why so much"));
	choose("respond/permits", "permits", "yes");
	same_as_golden(visitor_get(visitor_form("respond/price")), 200, "page");
}
END_TEST

START_TEST(names_every_mistake_of_a_page_at_once)
{
	choose("respond/permits", "permits", "yes");
	same_as_golden(save("respond/price",
			    (const char *const[][2]){
				    { "price", "free" },
				    { "price_why",
				      "Because it is a long road, and many "
				      "words are too many here." },
				    { NULL } }),
		       422, "page-mistakes");
}
END_TEST

START_TEST(saves_nothing_of_a_page_with_a_mistake)
{
	choose("respond/permits", "permits", "yes");
	ck_assert_int_eq(save("respond/price",
			      (const char *const[][2]){ { "price", "more" },
							{ NULL } })
				 ->status,
			 422);
	ck_assert_str_eq(draft(), "{\"permits\": \"yes\"}");
}
END_TEST

/* --- off the path ----------------------------------------------------- */

static const char *const priced[][2] = { { "price", "more" },
					 { "price_why", "Roads" },
					 { "street", "High Street" },
					 { NULL } };

START_TEST(keeps_what_is_off_the_path_until_the_way_leads_there_again)
{
	choose("respond/permits", "permits", "yes");
	step("respond/price", priced, "respond/more");
	choose("respond/permits", "permits", "no");
	ck_assert_ptr_nonnull(strstr(draft(), "High Street"));
	ck_assert(!shows(visitor_get(visitor_form("check")), "High Street"));
	choose("respond/permits", "permits", "yes");
	ck_assert(shows(visitor_get(visitor_form("check")), "High Street"));
	ck_assert(shows(visitor_get(visitor_form("respond/price")),
			"value=\"High Street\""));
}
END_TEST

START_TEST(sends_only_what_is_on_the_path)
{
	choose("respond/permits", "permits", "yes");
	step("respond/price", priced, "respond/more");
	choose("respond/permits", "permits", "no");
	step("respond/about", about, "respond/permits");
	ck_assert_int_eq(save("check", nothing)->status, 303);
	ck_assert_str_eq(database_ask(&arena,
				      "select answers::text from response "
				      "where slug = 'kerb' "
				      "order by id desc limit 1"),
			 "{\"permits\": \"no\"}");
}
END_TEST

START_TEST(needs_no_answer_to_what_is_off_the_path)
{
	step("respond/about", about, "respond/permits");
	leads_to(save("check", nothing), "respond/permits");
	choose("respond/permits", "permits", "no");
	choose("respond/instead", "instead", "meters");
	leads_to(save("check", nothing), "respond/meters");
	choose("respond/permits", "permits", "not-sure");
	leads_to(save("check", nothing), "respond/price");
}
END_TEST

/* The summary alone has its link without "change". */
START_TEST(says_before_sending_what_is_missing)
{
	static const char summary[] = "govuk-error-summary";
	const char *missing[] = { "respond/about\">", "respond/permits\">" };

	ck_assert(shows(visitor_get(visitor_form("check")), summary));
	ck_assert(shows(visitor_get(visitor_form("check")), missing[0]));
	step("respond/about", about, "respond/permits");
	ck_assert(!shows(visitor_get(visitor_form("check")), missing[0]));
	ck_assert(shows(visitor_get(visitor_form("check")), missing[1]));
	choose("respond/permits", "permits", "no");
	ck_assert(!shows(visitor_get(visitor_form("check")), summary));
}
END_TEST

START_TEST(saves_a_page_that_was_asked_when_it_was_opened)
{
	const char *path = visitor_form("respond/price");
	const char *opened;

	choose("respond/permits", "permits", "yes");
	visitor_get(path);
	opened = visitor_stamp();
	choose("respond/permits", "permits", "no");
	leads_to(visitor_post(path, arena_format(&arena,
						 "form-stamp=%s&price=more&"
						 "street=High+Street",
						 opened)),
		 "respond/instead");
	ck_assert_ptr_nonnull(strstr(draft(), "High Street"));
}
END_TEST

START_TEST(shows_a_question_again_that_was_asked_when_it_was_opened)
{
	const char *path = visitor_form("respond/price");
	const struct response *response;
	const char *opened;

	choose("respond/permits", "permits", "yes");
	visitor_get(path);
	opened = visitor_stamp();
	choose("respond/permits", "permits", "not-sure");
	response = visitor_post(
		path,
		arena_format(&arena,
			     "form-stamp=%s&price_why=Roads&street=", opened));
	ck_assert_int_eq(response->status, 422);
	ck_assert(shows(response, ">\nRoads</textarea>"));
	ck_assert(shows(response, "href=\"#price\""));
	ck_assert(shows(response, "href=\"#street\""));
}
END_TEST

/* --- two pages at once ------------------------------------------------ */

START_TEST(shows_both_texts_of_what_differs_on_a_page)
{
	const char *path = visitor_form("respond/price");
	const char *opened;

	choose("respond/permits", "permits", "yes");
	visitor_get(path);
	opened = visitor_stamp();
	step("respond/price", priced, "respond/more");
	same_as_golden(visitor_post(path,
				    arena_format(&arena,
						 "form-stamp=%s&price=nothing&"
						 "price_why=Poor&"
						 "street=High+Street",
						 opened)),
		       409, "again-stale-page");
	leads_to(visitor_send(path, priced), "respond/more");
}
END_TEST

START_TEST(saves_two_halves_of_a_page_one_after_the_other)
{
	const char *path = visitor_form("respond/price");
	const char *opened;

	choose("respond/permits", "permits", "yes");
	visitor_get(path);
	opened = visitor_stamp();
	step("respond/price",
	     (const char *const[][2]){ { "price", "more" },
				       { "street", "High Street" },
				       { NULL } },
	     "respond/more");
	leads_to(visitor_post(path, arena_format(&arena,
						 "form-stamp=%s&price=more&"
						 "price_why=Roads&"
						 "street=High+Street",
						 opened)),
		 "respond/more");
}
END_TEST

/* The page was opened before it asked for reasons: sent without them, it must not
 * take away those that another page has saved since. */
START_TEST(loses_no_answer_to_what_came_onto_a_page)
{
	const char *path = visitor_form("respond/price");
	const char *opened;

	choose("respond/permits", "permits", "not-sure");
	visitor_get(path);
	opened = visitor_stamp();
	choose("respond/permits", "permits", "yes");
	step("respond/price", priced, "respond/more");
	ck_assert_int_eq(visitor_post(path, arena_format(&arena,
							 "form-stamp=%s&"
							 "price=more&street="
							 "High+Street",
							 opened))
				 ->status,
			 409);
	ck_assert_ptr_nonnull(strstr(draft(), "Roads"));
}
END_TEST

/* --- after a change --------------------------------------------------- */

START_TEST(comes_back_to_the_check_after_a_change)
{
	choose("respond/permits", "permits", "yes");
	step("respond/price", priced, "respond/more");
	step("respond/more/change", nothing, "check");
	step("respond/price/change", priced, "check");
	step("respond/permits/change",
	     (const char *const[][2]){ { "permits", "yes" }, { NULL } },
	     "check");
}
END_TEST

START_TEST(asks_what_a_change_brings_before_it_comes_back)
{
	choose("respond/permits", "permits", "yes");
	step("respond/price", priced, "respond/more");
	step("respond/permits/change",
	     (const char *const[][2]){ { "permits", "no" }, { NULL } },
	     "respond/instead/change");
	step("respond/instead/change",
	     (const char *const[][2]){ { "instead", "meters" },
				       { "instead", "buses" },
				       { NULL } },
	     "respond/meters/change");
	step("respond/meters/change",
	     (const char *const[][2]){ { "meters", "Here" }, { NULL } },
	     "respond/buses/change");
	step("respond/buses/change", nothing, "check");
	step("respond/meters/change",
	     (const char *const[][2]){ { "meters", "There" }, { NULL } },
	     "check");
}
END_TEST

START_TEST(links_a_change_to_its_question_on_the_page)
{
	const struct response *response;

	choose("respond/permits", "permits", "yes");
	step("respond/price", priced, "respond/more");
	response = visitor_get(visitor_form("check"));
	same_as_golden(response, 200, "check-path");
	ck_assert(shows(response, "respond/price/change\""));
	ck_assert(shows(response, "respond/price/change#street\""));
}
END_TEST

START_TEST(says_on_paper_of_whom_it_is_asked)
{
	same_as_golden(visitor_get("/consultations/kerb/questions"), 200,
		       "questions-path");
	same_as_golden(visitor_get("/consultations/depot/questions.cy"), 200,
		       "questions-sections-cy");
}
END_TEST

/* --- sections --------------------------------------------------------- */

START_TEST(begins_with_the_tasks)
{
	same_as_golden(visitor_get(visitor_form("respond/tasks")), 200,
		       "tasks");
	same_as_golden(visitor_get(visitor_form("respond/tasks.cy")), 200,
		       "tasks-cy");
	leads_to(visitor_post("/consultations/depot/respond", ""),
		 "respond/tasks");
}
END_TEST

START_TEST(comes_back_to_the_tasks_after_each_section)
{
	step("respond/about", about, "respond/tasks");
	step("respond/near",
	     (const char *const[][2]){ { "near", "yes" }, { NULL } },
	     "respond/noise");
	step("respond/noise", nothing, "respond/tasks");
	step("respond/plan",
	     (const char *const[][2]){ { "plan", "bad" }, { NULL } },
	     "respond/mend");
	same_as_golden(visitor_get(visitor_form("respond/tasks")), 200,
		       "tasks-progress");
	step("respond/mend",
	     (const char *const[][2]){ { "mend", "All" }, { NULL } },
	     "respond/tasks");
	step("respond/garden", nothing, "respond/tasks");
	same_as_golden(visitor_get(visitor_form("respond/tasks")), 200,
		       "tasks-done");
	same_as_golden(visitor_get(visitor_form("check")), 200,
		       "check-sections");
}
END_TEST

static const struct {
	const char *page, *back;
} backs[] = {
	{ "respond/tasks", "" },
	{ "respond/about", "respond/tasks" },
	{ "respond/near", "respond/tasks" },
	{ "respond/noise", "respond/near" },
	{ "respond/plan", "respond/tasks" },
	{ "respond/garden", "respond/tasks" },
	{ "respond/noise/change", "check" },
	{ "check", "respond/tasks" },
};

START_TEST(leads_back_to_the_tasks_from_the_first_page_of_each)
{
	const char *back = *backs[_i].back ? visitor_form(backs[_i].back)
					   : "/consultations/depot";

	choose("respond/near", "near", "yes");
	ck_assert(shows(visitor_get(visitor_form(backs[_i].page)),
			arena_format(&arena,
				     "href=\"%s\" class=\"govuk-back-link\"",
				     back)));
}
END_TEST

START_TEST(leaves_out_a_section_that_asks_nothing)
{
	const struct response *response;

	choose("respond/near", "near", "no");
	response = visitor_get(visitor_form("respond/tasks"));
	ck_assert(!shows(response, "Gardens"));
	choose("respond/near", "near", "yes");
	response = visitor_get(visitor_form("respond/tasks"));
	ck_assert(shows(response, "Gardens"));
}
END_TEST

START_TEST(keeps_the_tasks_in_the_address_without_cookies)
{
	const struct response *response;

	visitor_cookies(false);
	ck_assert_ptr_nonnull(strstr(visitor_form("respond/tasks"), "/with/"));
	response = visitor_get(visitor_form("respond/tasks"));
	ck_assert_int_eq(response->status, 200);
	ck_assert(shows(response, visitor_form("respond/plan")));
}
END_TEST

START_TEST(heads_a_page_of_a_section)
{
	same_as_golden(visitor_get(visitor_form("respond/plan.cy")), 200,
		       "page-section-cy");
}
END_TEST

static TCase *
tcase_of(const char *name, SFun start)
{
	TCase *tcase = tcase_create(name);

	tcase_set_timeout(tcase, 20);
	tcase_add_unchecked_fixture(tcase, publish, visitor_drop);
	tcase_add_checked_fixture(tcase, start, visitor_stop);
	return tcase;
}

static void
add_path(TCase *tcase)
{
	tcase_add_loop_test(tcase, goes_every_branch_and_back_again, 0,
			    sizeof(walks) / sizeof(walks[0]));
	tcase_add_test(tcase, knows_a_page_by_its_first_question_alone);
	tcase_add_test(tcase, leads_on_from_a_page_that_asks_nothing);
	tcase_add_test(tcase, asks_on_a_page_what_the_answers_lead_to);
	tcase_add_test(tcase, names_every_mistake_of_a_page_at_once);
	tcase_add_test(tcase, saves_nothing_of_a_page_with_a_mistake);
	tcase_add_test(
		tcase,
		keeps_what_is_off_the_path_until_the_way_leads_there_again);
	tcase_add_test(tcase, sends_only_what_is_on_the_path);
	tcase_add_test(tcase, needs_no_answer_to_what_is_off_the_path);
	tcase_add_test(tcase, says_before_sending_what_is_missing);
	tcase_add_test(tcase, saves_a_page_that_was_asked_when_it_was_opened);
	tcase_add_test(
		tcase,
		shows_a_question_again_that_was_asked_when_it_was_opened);
}

static void
add_changes(TCase *tcase)
{
	tcase_add_test(tcase, shows_both_texts_of_what_differs_on_a_page);
	tcase_add_test(tcase, saves_two_halves_of_a_page_one_after_the_other);
	tcase_add_test(tcase, loses_no_answer_to_what_came_onto_a_page);
	tcase_add_test(tcase, comes_back_to_the_check_after_a_change);
	tcase_add_test(tcase, asks_what_a_change_brings_before_it_comes_back);
	tcase_add_test(tcase, links_a_change_to_its_question_on_the_page);
	tcase_add_test(tcase, says_on_paper_of_whom_it_is_asked);
}

static void
add_sections(TCase *tcase)
{
	tcase_add_test(tcase, begins_with_the_tasks);
	tcase_add_test(tcase, comes_back_to_the_tasks_after_each_section);
	tcase_add_loop_test(tcase,
			    leads_back_to_the_tasks_from_the_first_page_of_each,
			    0, sizeof(backs) / sizeof(backs[0]));
	tcase_add_test(tcase, leaves_out_a_section_that_asks_nothing);
	tcase_add_test(tcase, keeps_the_tasks_in_the_address_without_cookies);
	tcase_add_test(tcase, heads_a_page_of_a_section);
}

Suite *
suite_way(void)
{
	Suite *suite = suite_create("way");
	TCase *path = tcase_of("path", start_kerb);
	TCase *sections = tcase_of("sections", start_depot);

	add_path(path);
	add_changes(path);
	add_sections(sections);
	suite_add_tcase(suite, path);
	suite_add_tcase(suite, sections);
	return suite;
}
