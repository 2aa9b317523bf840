#include "suites.h"

#include <string.h>

#include "arena.h"
#include "golden.h"
#include "visitor.h"

/*
 * The pages of a consultation that asks a question of every type, and what is
 * said when it is answered wrongly.
 */
static void
start(void)
{
	visitor_start();
	visitor_consultation("types");
}

static void
same_as_golden(const struct response *response, int status, const char *name)
{
	ck_assert_int_eq(response->status, status);
	golden_check(&arena, arena_format(&arena, "types-%s.html", name),
		     response->body.text, response->body.len);
}

static const struct {
	const char *page, *golden;
} pages[] = {
	{ "respond/scheme", "radios" },
	{ "respond/scheme.cy", "radios-cy" },
	{ "respond/uses", "checkboxes" },
	{ "respond/region", "select" },
	{ "respond/region.cy", "select-cy" },
	{ "respond/mail", "email" },
	{ "respond/visits", "number" },
	{ "respond/warmth", "decimal" },
	{ "respond/since", "date" },
	{ "respond/since.cy", "date-cy" },
	{ "respond/parts", "matrix" },
	{ "respond/parts.cy", "matrix-cy" },
	{ "respond/order", "ranking" },
	{ "respond/order.cy", "ranking-cy" },
};

START_TEST(asks)
{
	same_as_golden(visitor_get(visitor_form(pages[_i].page)), 200,
		       pages[_i].golden);
}
END_TEST

START_TEST(prints_all_questions)
{
	same_as_golden(visitor_get("/consultations/types/questions"), 200,
		       "questions");
	same_as_golden(visitor_get("/consultations/types/questions.cy"), 200,
		       "questions-cy");
}
END_TEST

static const struct {
	const char *page, *golden;
	const char *const fields[5][2];
} mistakes[] = {
	{ "respond/scheme",
	  "radios-mistake",
	  { { "scheme", "else" }, { NULL } } },
	{ "respond/scheme.cy", "radios-mistake-cy", { { NULL } } },
	{ "respond/uses",
	  "checkboxes-mistake",
	  { { "uses", "work" }, { "uses", "none" }, { NULL } } },
	{ "respond/region",
	  "select-mistake",
	  { { "region", "else" }, { NULL } } },
	{ "respond/mail", "email-mistake", { { "mail", "a@b" }, { NULL } } },
	{ "respond/visits",
	  "number-mistake",
	  { { "visits", "1,000.5" }, { NULL } } },
	{ "respond/warmth.cy",
	  "decimal-mistake-cy",
	  { { "warmth", "-6" }, { NULL } } },
	{ "respond/since",
	  "date-mistake",
	  { { "since.day", "25" }, { "since.month", "Nov" }, { NULL } } },
	{ "respond/since.cy",
	  "date-mistake-cy",
	  { { "since.day", "2" },
	    { "since.month", "6" },
	    { "since.year", "2026" },
	    { NULL } } },
	{ "respond/parts",
	  "matrix-mistake",
	  { { "parts.ponds", "good" }, { NULL } } },
	{ "respond/order",
	  "ranking-mistake",
	  { { "order.price", "1" }, { "order.comfort", "1" }, { NULL } } },
	{ "respond/order.cy",
	  "ranking-mistake-cy",
	  { { "order.speed", "4" }, { "order.price", "" }, { NULL } } },
};

START_TEST(keeps_what_was_typed_beside_the_mistake)
{
	const char *path = visitor_form(mistakes[_i].page);

	ck_assert_int_eq(visitor_get(path)->status, 200);
	same_as_golden(visitor_send(path, mistakes[_i].fields), 422,
		       mistakes[_i].golden);
}
END_TEST

static const struct {
	const char *page;
	const char *const fields[5][2];
} sent[] = {
	{ "respond/scheme",
	  { { "scheme", "else" }, { "scheme.other", "A <tram>" }, { NULL } } },
	{ "respond/uses",
	  { { "uses", "else" },
	    { "uses", "play" },
	    { "uses.other", "To O'Brien's" },
	    { NULL } } },
	{ "respond/region",
	  { { "region", "else" }, { "region.other", "Ŷ" }, { NULL } } },
	{ "respond/mail", { { "mail", "ann@example.org" }, { NULL } } },
	{ "respond/visits", { { "visits", " 1 000 " }, { NULL } } },
	{ "respond/warmth", { { "warmth", "-0.50" }, { NULL } } },
	{ "respond/since",
	  { { "since.day", "29" },
	    { "since.month", "Chwefror" },
	    { "since.year", "2024" },
	    { NULL } } },
	{ "respond/parts",
	  { { "parts.paths", "good" }, { "parts.ponds", "bad" }, { NULL } } },
	{ "respond/order",
	  { { "order.speed", "3" },
	    { "order.price", "1" },
	    { "order.comfort", "2" },
	    { NULL } } },
};

START_TEST(shows_what_was_answered)
{
	static const char *const again[] = { "scheme", "uses",	"region",
					     "since",  "parts", "order" };

	for (size_t i = 0; i < sizeof(sent) / sizeof(sent[0]); i++) {
		const char *path = visitor_form(sent[i].page);
		const struct response *response;

		ck_assert_int_eq(visitor_get(path)->status, 200);
		response = visitor_send(path, sent[i].fields);
		ck_assert_msg(response->status == 303, "%s: %s", path,
			      response->body.text);
	}
	same_as_golden(visitor_get(visitor_form("check")), 200, "check");
	same_as_golden(visitor_get(visitor_form("check.cy")), 200, "check-cy");
	for (size_t i = 0; i < sizeof(again) / sizeof(again[0]); i++)
		same_as_golden(visitor_get(visitor_form(arena_format(
				       &arena, "respond/%s", again[i]))),
			       200,
			       arena_format(&arena, "answered-%s", again[i]));
}
END_TEST

/* A date as it was typed, whatever is missing of it; and no other parts. */
static const struct {
	const char *page, *body, *shown;
} refusals[] = {
	{ "respond/since", "since.day=31&since.month=Chwefror&since.year=2024",
	  "31 Chwefror 2024" },
	{ "respond/since", "since.day=&since.month=+6+&since.year=24", "6 24" },
	{ "respond/since", "since.day=&since.month=&since.year=24", "24" },
	{ "respond/parts", "parts.paths=good&parts.ponds=bad", "good" },
};

START_TEST(shows_a_date_that_was_refused_as_one_text)
{
	const struct response *response =
		visitor_post(visitor_form(refusals[_i].page),
			     refusals[_i].body);

	ck_assert_int_eq(response->status, 403);
	ck_assert_str_eq(visitor_find(response,
				      "<div class=\"app-prose\">\n"
				      "<p class=\"govuk-body\">",
				      '<'),
			 refusals[_i].shown);
}
END_TEST

Suite *
suite_types(void)
{
	Suite *suite = suite_create("types");
	TCase *tcase = tcase_create("types");

	tcase_add_unchecked_fixture(tcase, visitor_publish, visitor_drop);
	tcase_add_checked_fixture(tcase, start, visitor_stop);
	tcase_add_loop_test(tcase, asks, 0, sizeof(pages) / sizeof(pages[0]));
	tcase_add_test(tcase, prints_all_questions);
	tcase_add_loop_test(tcase, keeps_what_was_typed_beside_the_mistake, 0,
			    sizeof(mistakes) / sizeof(mistakes[0]));
	tcase_add_test(tcase, shows_what_was_answered);
	tcase_add_loop_test(tcase, shows_a_date_that_was_refused_as_one_text, 0,
			    sizeof(refusals) / sizeof(refusals[0]));
	suite_add_tcase(suite, tcase);
	return suite;
}
