#include "suites.h"

#include <glob.h>
#include <string.h>

#include "arena.h"
#include "coding/codeframe.h"
#include "definition.h"
#include "error.h"
#include "file.h"
#include "moment.h"
#include "problem.h"
#include "str.h"

static const char definition[] =
	"slug: parks\n"
	"title: Parks\n"
	"summary: What parks are for.\n"
	"organisations: [Parks Agency]\n"
	"opens: 2026-01-05 09:00\n"
	"closes: 2026-06-30 23:59\n"
	"description: What we propose.\n"
	"privacy: How we use your answers.\n"
	"questions:\n"
	"  - {id: use, type: text, title: How?}\n"
	"  - {id: why, type: long-text, title: Why?}\n"
	"  - {id: side, type: radios, title: Which?, options: [For, Against]}\n"
	"  - {id: more, type: long-text, title: Anything else?, explains: "
	"side}\n";

static struct arena arena;
static struct problems problems;
static const struct consultation *consultation;

static void
start(void)
{
	problems = (struct problems){ .arena = &arena, .path = "" };
	consultation =
		definition_parse(definition, strlen(definition), &problems);
	ck_assert_msg(consultation != NULL, "%s", problem_list(&problems));
}

static void
stop(void)
{
	arena_free(&arena);
}

static const struct codeframe *
parse(const char *text, size_t len)
{
	problems = (struct problems){ .arena = &arena, .path = "" };
	return codeframe_parse(text, len, consultation, &problems);
}

/* What is wrong, as the cases write it: no path. */
static const char *
found(void)
{
	struct str list = { .arena = &arena };

	problem_list(&problems);
	str_text(&list, "");
	for (size_t i = 0; i < problems.count; i++)
		str_format(&list, "%zu:%zu: %s\n", problems.items[i].line,
			   problems.items[i].column, problems.items[i].text);
	return list.text;
}

START_TEST(says_exactly_what_is_wrong_in_every_case)
{
	static const char mark[] = "--- expect\n";
	glob_t cases;

	ck_assert_int_eq(glob("tests/cases/codeframe/*.yaml", 0, NULL, &cases),
			 0);
	ck_assert_uint_ge(cases.gl_pathc, 20);
	for (size_t i = 0; i < cases.gl_pathc; i++) {
		struct error err;
		char *bytes, *expected;
		size_t len;

		ck_assert(file_read(&arena, cases.gl_pathv[i], 1 << 20, &bytes,
				    &len, &err));
		expected = strstr(bytes, mark);
		ck_assert_ptr_nonnull(expected);
		ck_assert_int_eq(parse(bytes, (size_t)(expected - bytes)) ==
					 NULL,
				 problems.count > 0);
		ck_assert_msg(!strcmp(found(), expected + strlen(mark)),
			      "%s:\n%s", cases.gl_pathv[i], found());
	}
	globfree(&cases);
}
END_TEST

static const char signed_file[] = "consultation: parks\n"
				  "reviewed_by: Ada Jones\n"
				  "reviewed_on: 2026-07-01\n"
				  "questions:\n"
				  "  - id: why\n"
				  "    themes:\n"
				  "      - id: dogs\n"
				  "        label: {en: Dogs, cy: Cŵn}\n"
				  "        words: [dog, \"on a lead\"]\n"
				  "        together: [bark, bite]\n"
				  "        quotations: [\"My dog.\"]\n";

/* Midday on 1 July 2026 in London. */
static const moment NOW = 1782903600;

START_TEST(reads_what_the_officer_wrote)
{
	const struct codeframe *codeframe =
		parse(signed_file, strlen(signed_file));
	const struct codeframe_theme *theme;
	moment midnight;

	ck_assert_msg(codeframe != NULL, "%s", found());
	ck_assert(codeframe_signed(codeframe, NOW, &problems));
	ck_assert_int_eq(moment_parse_date("2026-07-01", &midnight),
			 MOMENT_FINE);
	ck_assert_int_eq(codeframe->reviewed_on, midnight);
	ck_assert_ptr_null(codeframe_question(codeframe, "more"));
	theme = codeframe_question(codeframe, "why")->themes;
	ck_assert_str_eq(theme->label.text[LANGUAGE_CY], "Cŵn");
	ck_assert_uint_eq(theme->enough_count, 2);
	ck_assert_uint_eq(theme->word_count, 4);
	ck_assert_str_eq(theme->words[1], "on a lead");
	ck_assert_str_eq(theme->words[3], "bite");
	ck_assert_str_eq(theme->quotations[0], "My dog.");
}
END_TEST

static const struct {
	const char *head;
	size_t line, problems;
} unsigned_files[] = {
	{ "consultation: parks\nquestions: []\n", 1, 2 },
	{ "consultation: parks\nreviewed_by:\nreviewed_on:\nquestions: []\n", 2,
	  2 },
	{ "consultation: parks\nreviewed_by: Ada\nquestions: []\n", 2, 1 },
	{ "consultation: parks\nreviewed_on: 2026-07-01\nquestions: []\n", 1,
	  1 },
	{ "consultation: parks\nreviewed_by: Ada\nreviewed_on: 2026-07-02\n"
	  "questions: []\n",
	  2, 1 },
};

START_TEST(tells_that_nobody_signed)
{
	const char *head = unsigned_files[_i].head;
	const struct codeframe *codeframe = parse(head, strlen(head));

	ck_assert_msg(codeframe != NULL, "%s", found());
	ck_assert(!codeframe_signed(codeframe, NOW, &problems));
	ck_assert_uint_eq(problems.count, unsigned_files[_i].problems);
	ck_assert_uint_eq(problems.items[0].line, unsigned_files[_i].line);
}
END_TEST

START_TEST(reads_back_what_it_writes)
{
	static const char *const words[] = { "dog", "on a \"lead\": yes",
					     "#bark", "Tŷ’r" };
	static const char *const quotations[] = {
		"One line.", "Two lines:\n\n- and a \"list\" \\ of\n  things",
		" \tblanks ", "control \x01"
	};
	static const char *const examples[] = {
		"The dog barks all night.", "Two lines:\nof dogs and barking."
	};
	static const struct codeframe_theme more[] = {
		{ .id = "cats",
		  .label.text = { "Cats" },
		  .stance = "against",
		  .words = words,
		  .word_count = 1,
		  .enough_count = 1 }
	};
	static const struct codeframe_proposal proposals[] = {
		{ "why", "dogs", words, 4 }, { "gone", "yes", words, 0 }
	};
	const struct codeframe_theme themes[] = {
		{ .id = "dogs",
		  .label.text = { "Dogs: \"all\"", NULL },
		  .words = words,
		  .word_count = 4,
		  .enough_count = 2,
		  .under = "16",
		  .examples = examples,
		  .example_count = 2,
		  .notes = "Ask Ada:\n\n- \"why\"?",
		  .is_new = true,
		  .quotations = quotations,
		  .quotation_count = 4,
		  .size = 1 },
		{ .id = "16",
		  .label.text = { NULL, "Cŵn" },
		  .words = words,
		  .word_count = 2 },
	};
	const struct codeframe_question questions[] = {
		{ .id = "why",
		  .seen = 116,
		  .themes = themes,
		  .theme_count = 2 },
		{ .id = "more", .themes = more, .theme_count = 1 },
	};
	struct codeframe codeframe = { .consultation = "parks",
				       .reviewed_before = "Ben, 2026-01-01",
				       .reviewed_by = "Ada: Jones",
				       .questions = questions,
				       .question_count = 2,
				       .proposals = proposals,
				       .proposal_count = 2 };
	struct str out = { .arena = &arena };
	const struct codeframe *again;

	ck_assert_int_eq(moment_parse_date("2026-07-01",
					   &codeframe.reviewed_on),
			 MOMENT_FINE);
	codeframe_write(&out, &codeframe, consultation);
	again = parse(out.text, out.len);
	ck_assert_msg(again != NULL, "%s\n%s", found(), out.text);
	ck_assert_str_eq(again->reviewed_by, "Ada: Jones");
	ck_assert_int_eq(again->reviewed_on, codeframe.reviewed_on);
	ck_assert_uint_eq(again->question_count, 2);
	ck_assert_str_eq(again->reviewed_before, "Ben, 2026-01-01");
	ck_assert_uint_eq(again->questions[0].seen, 116);
	ck_assert_uint_eq(again->questions[1].seen, 0);
	ck_assert_uint_eq(again->questions[1].theme_count, 1);
	ck_assert_str_eq(again->questions[1].themes[0].stance, "against");
	ck_assert_uint_eq(again->proposal_count, 2);
	ck_assert_str_eq(again->proposals[0].words[1], "on a \"lead\": yes");
	ck_assert_str_eq(again->proposals[1].id, "yes");
	for (size_t i = 0; i < 2; i++) {
		const struct codeframe_theme *a = &themes[i];
		const struct codeframe_theme *b =
			&again->questions[0].themes[i];

		ck_assert_str_eq(b->id, a->id);
		ck_assert_pstr_eq(b->label.text[0], a->label.text[0]);
		ck_assert_pstr_eq(b->label.text[1], a->label.text[1]);
		ck_assert_uint_eq(b->word_count, a->word_count);
		ck_assert_uint_eq(b->enough_count, a->enough_count);
		for (size_t j = 0; j < a->word_count; j++)
			ck_assert_str_eq(b->words[j], a->words[j]);
		ck_assert_pstr_eq(b->under, a->under);
		ck_assert_pstr_eq(b->notes, a->notes);
		ck_assert_int_eq(b->is_new, a->is_new);
		ck_assert_uint_eq(b->example_count, a->example_count);
		for (size_t j = 0; j < a->example_count; j++)
			ck_assert_str_eq(b->examples[j], a->examples[j]);
		ck_assert_uint_eq(b->quotation_count, a->quotation_count);
		for (size_t j = 0; j < a->quotation_count; j++)
			ck_assert_str_eq(b->quotations[j], a->quotations[j]);
	}
}
END_TEST

START_TEST(refuses_what_nobody_has_read)
{
	static const char text[] = "consultation: parks\n"
				   "reviewed_by: Ada Jones\n"
				   "reviewed_on: 2026-07-01\n"
				   "questions:\n"
				   "  - id: why\n"
				   "    themes:\n"
				   "      - id: dogs\n"
				   "        new: yes\n"
				   "        label: Dogs\n"
				   "        words: [dog]\n";
	const struct codeframe *codeframe = parse(text, strlen(text));

	ck_assert_msg(codeframe != NULL, "%s", found());
	ck_assert(!codeframe_signed(codeframe, NOW, &problems));
	ck_assert_str_eq(found(),
			 "8:1: the theme \"Dogs\" is new: read it, then delete "
			 "the line \"new: yes\"\n");
}
END_TEST

Suite *
suite_codeframe(void)
{
	Suite *suite = suite_create("codeframe");
	TCase *tcase = tcase_create("codeframe");

	tcase_add_checked_fixture(tcase, start, stop);
	tcase_add_test(tcase, says_exactly_what_is_wrong_in_every_case);
	tcase_add_test(tcase, reads_what_the_officer_wrote);
	tcase_add_loop_test(tcase, tells_that_nobody_signed, 0,
			    sizeof(unsigned_files) / sizeof(unsigned_files[0]));
	tcase_add_test(tcase, reads_back_what_it_writes);
	tcase_add_test(tcase, refuses_what_nobody_has_read);
	suite_add_tcase(suite, tcase);
	return suite;
}
