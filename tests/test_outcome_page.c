#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "coding/codeframe.h"
#include "definition.h"
#include "error.h"
#include "golden.h"
#include "problem.h"
#include "report/figures.h"
#include "report/outcome.h"
#include "report/outcome_page.h"
#include "report/publication.h"
#include "report/report.h"
#include "views.h"
#include "words.h"

/* A consultation about parks, what was counted of it, and the officer's words. */
static const char definition[] =
	"slug: parks\n"
	"title: {en: Parks and playgrounds, cy: Parciau a meysydd chwarae}\n"
	"summary: {en: What parks are for., cy: Diben parciau.}\n"
	"organisations: [Parks Agency, Department for Play]\n"
	"political: yes\n"
	"opens: 2026-01-05 09:00\n"
	"closes: 2026-06-30 23:59\n"
	"description: What we propose.\n"
	"respondent_types:\n"
	"  - {id: council, label: {en: Council, cy: Cyngor}}\n"
	"  - {id: parent, label: {en: Parent <or> carer, cy: Rhiant}}\n"
	"privacy: How we use your answers.\n"
	"questions:\n"
	"  - id: fence\n"
	"    type: radios\n"
	"    title: {en: Should parks be fenced & locked?, cy: A ddylid?}\n"
	"    options:\n"
	"      - {value: agree, label: {en: Agree, cy: Cytuno}}\n"
	"      - {value: disagree, label: {en: Disagree, cy: Anghytuno}}\n"
	"      - {value: not-sure, label: {en: Not sure, cy: Ansicr}}\n"
	"  - id: fence_why\n"
	"    type: long-text\n"
	"    title: {en: Why?, cy: Pam?}\n"
	"    explains: fence\n"
	"  - id: use\n"
	"    type: checkboxes\n"
	"    title: What do you use parks for?\n"
	"    options:\n"
	"      - Sport\n"
	"      - A walk with somebody who needs to be out of the house and "
	"among trees\n"
	"  - id: called\n"
	"    type: text\n"
	"    title: What should the new park be called?\n"
	"  - id: near\n"
	"    type: select\n"
	"    title: Which is nearest to you?\n"
	"    options:\n"
	"      - {value: hill, label: {en: Hill, cy: Bryn}}\n"
	"      - {value: else, label: Another, other: yes}\n"
	"  - {id: mail, type: email, title: Where may we write to?}\n"
	"  - {id: visits, type: number, title: How often?}\n"
	"  - {id: since, type: date, title: Since when?}\n"
	"  - id: parts\n"
	"    type: matrix\n"
	"    title: {en: How good are these?, cy: Pa mor dda?}\n"
	"    rows: [{en: Paths, cy: Llwybrau}, Ponds]\n"
	"    options: [{en: Good, cy: Da}, Bad]\n"
	"  - id: order\n"
	"    type: ranking\n"
	"    title: What matters most?\n"
	"    options: [Quiet, Play, Sport]\n";

static const char codeframe[] =
	"consultation: parks\n"
	"reviewed_by: A. Officer\n"
	"reviewed_on: 2026-07-20\n"
	"questions:\n"
	"  - id: fence_why\n"
	"    themes:\n"
	"      - id: cost\n"
	"        label: {en: What it costs, cy: Y gost}\n"
	"        words: [cost, money]\n"
	"      - id: dogs\n"
	"        label: Dogs that run free\n"
	"        words: [dog, lead]\n";

static const char outcome[] =
	"consultation: parks\n"
	"published_on: 2026-09-01\n"
	"detail: {en: \"# We will\\n\\nFence *some* parks.\"}\n"
	"events:\n"
	"  - {date: 2026-02-03, place: Leeds, attendees: 1200, over: yes}\n"
	"  - date: 2026-02-01\n"
	"    place: {en: Cardiff, cy: Caerdydd}\n"
	"    attendees: 30\n"
	"    organisations: [Friends of the Park, =cmd]\n"
	"responses:\n"
	"  - {question: fence, text: We agree with most of you.}\n"
	"  - question: fence_why\n"
	"    text: We read every reason.\n"
	"    themes:\n"
	"      - theme: dogs\n"
	"        text: {en: \"Dogs will be on *leads*.\", cy: Ar dennyn.}\n"
	"      - {theme: other, text: \"# Others\\n\\nWe thank you.\"}\n";

static const struct channel_count channels[] = { { "email", 20, 2 },
						 { "online", 2074, 0 } };
static const struct tally answered[] = {
	{ "fence", NULL, NULL, 2013 }, { "fence_why", NULL, NULL, 800 },
	{ "called", NULL, NULL, 1 },   { "use", NULL, NULL, 1000 },
	{ "near", NULL, NULL, 30 },    { "near.other", NULL, NULL, 12 },
	{ "mail", NULL, NULL, 7 },     { "visits", NULL, NULL, 1200 },
	{ "parts", NULL, NULL, 60 },   { "order", NULL, NULL, 50 }
};
static const struct tally options[] = {
	{ "fence", NULL, "agree", 1618 },   { "fence", NULL, "disagree", 169 },
	{ "fence", NULL, "not-sure", 225 }, { "fence", NULL, "perhaps", 1 },
	{ "use", NULL, "sport", 700 },	    { "near", NULL, "hill", 18 },
	{ "near", NULL, "else", 12 },	    { "parts.paths", NULL, "good", 40 },
	{ "parts.paths", NULL, "bad", 20 }, { "parts.ponds", NULL, "bad", 59 },
	{ "order", NULL, "play", 30 },	    { "order", NULL, "quiet", 20 },
};
static const struct tally capacities[] = { { NULL, NULL, "individual", 2000 },
					   { NULL, NULL, "organisation", 90 },
					   { NULL, NULL, NULL, 4 } };
static const struct tally types[] = { { NULL, NULL, "council", 80 },
				      { NULL, NULL, "elf", 1 },
				      { NULL, NULL, NULL, 2013 } };
static const struct tally themes[] = { { "fence_why", "cost", NULL, 145 },
				       { "fence_why", "dogs", NULL, 400 },
				       { "fence_why", "other", NULL, 300 } };
static const struct tally splits[] = { { "fence_why", "cost", "agree", 100 },
				       { "fence_why", "cost", NULL, 45 },
				       { "fence_why", "dogs", "disagree",
					 12 } };
static const struct quotation quotations[] = {
	{ .theme = "cost",
	  .text = "The cost is too high <b>for</b> a town that has no money "
		  "to spend.",
	  .capacity = CAPACITY_ORGANISATION,
	  .type = "council" },
	{ .theme = "dogs",
	  .text = "Keep every dog on a lead in the park, I say.\n\nAnd the "
		  "owners too.",
	  .capacity = CAPACITY_INDIVIDUAL },
	{ .theme = "dogs",
	  .text = "Mae dog ar lead yn well na ci rhydd yn y parc bob amser.",
	  .language = LANGUAGE_CY },
};

static const char *const receipts[] = { "00aa", "11bb" };

static struct arena arena;
static struct error err;
static struct publication publication;
static struct figures figures;
static struct views *views;
static struct report report;

#define TALLIES(list)                                  \
	{                                              \
		list, sizeof(list) / sizeof((list)[0]) \
	}

static void
start(void)
{
	static struct quotations by_question[10] = { [1] = TALLIES(
							     quotations) };
	struct problems problems = { .arena = &arena, .path = "" };
	const struct consultation *consultation =
		definition_parse(definition, strlen(definition), &problems);
	const struct words *words = words_load(&arena, "templates", &err);

	ck_assert_msg(consultation, "%s", problem_list(&problems));
	ck_assert_msg(words, "%s", err.text);
	views = views_open("templates", words, true, &err);
	ck_assert_msg(views, "%s", err.text);
	publication = (struct publication){ .arena = &arena };
	figures = (struct figures){
		.responses = 2094,
		.late = 2,
		.channels = channels,
		.channel_count = 2,
		.answered = TALLIES(answered),
		.options = TALLIES(options),
		.capacities = TALLIES(capacities),
		.types = TALLIES(types),
		.themes = TALLIES(themes),
		.splits = TALLIES(splits),
		.codeframe = codeframe_parse(codeframe, strlen(codeframe),
					     consultation, &problems),
		.reviewed_by = "A. Officer",
		.quotations = by_question,
		.receipts = receipts,
		.receipt_count = sizeof(receipts) / sizeof(receipts[0]),
		.ended = { .amended = 1, .withdrawn = 3 },
	};
	ck_assert_msg(figures.codeframe, "%s", problem_list(&problems));
	figures.reviewed_on = figures.codeframe->reviewed_on;
	report = (struct report){
		.arena = &arena,
		.views = views,
		.words = words,
		.consultation = consultation,
		.outcome = outcome_parse(outcome, strlen(outcome), consultation,
					 figures.codeframe, &problems),
		.figures = &figures,
		.government = "2024 to 2029 Gardeners' government",
		.publication = &publication,
	};
	ck_assert_msg(report.outcome, "%s", problem_list(&problems));
}

static void
stop(void)
{
	views_close(views);
	arena_free(&arena);
}

START_TEST(writes_the_golden_files)
{
	ck_assert_msg(outcome_page(&report, &err), "%s", err.text);
	report.language = LANGUAGE_CY;
	ck_assert_msg(outcome_page(&report, &err), "%s", err.text);
	ck_assert_uint_eq(publication.count, 2 * 16 + 1);
	for (size_t i = 0; i < publication.count; i++)
		golden_check(&arena,
			     arena_format(&arena, "outcome/%s",
					  publication.files[i].name),
			     publication.files[i].bytes,
			     publication.files[i].len);
}
END_TEST

START_TEST(writes_a_page_of_a_consultation_that_nobody_answered)
{
	static const struct outcome nothing = { .published_on = MOMENT_NONE };
	static const struct quotations none[10];

	figures = (struct figures){ .reviewed_on = MOMENT_NONE,
				    .quotations = none };
	report.outcome = &nothing;
	report.government = NULL;
	ck_assert_msg(outcome_page(&report, &err), "%s", err.text);
	for (size_t i = 0; i < publication.count; i++)
		if (strcmp(publication.files[i].name, "index.html") == 0)
			golden_check(&arena, "outcome/index-empty.html",
				     publication.files[i].bytes,
				     publication.files[i].len);
}
END_TEST

Suite *
suite_outcome_page(void)
{
	Suite *suite = suite_create("outcome_page");
	TCase *tcase = tcase_create("outcome_page");

	tcase_add_checked_fixture(tcase, start, stop);
	tcase_add_test(tcase, writes_the_golden_files);
	tcase_add_test(tcase,
		       writes_a_page_of_a_consultation_that_nobody_answered);
	suite_add_tcase(suite, tcase);
	return suite;
}
