#include "suites.h"

#include <glob.h>
#include <string.h>

#include "arena.h"
#include "consultation.h"
#include "definition.h"
#include "error.h"
#include "file.h"
#include "moment.h"
#include "path.h"
#include "problem.h"
#include "str.h"

static struct arena arena;
static struct problems problems;

static void
begin(void)
{
	problems = (struct problems){ .arena = &arena, .path = "" };
}

static void
end(void)
{
	arena_free(&arena);
}

static char *
read_case(const char *path)
{
	struct error err;
	char *bytes;
	size_t len;

	ck_assert_msg(file_read(&arena, path, 1 << 20, &bytes, &len, &err),
		      "%s", err.text);
	return bytes;
}

/* The problems of a definition as the cases write them: no path. */
static char *
found(const struct consultation *consultation)
{
	struct str list = { .arena = &arena };

	ck_assert_int_eq(consultation == NULL, problems.count > 0);
	problem_list(&problems);
	str_text(&list, "");
	for (size_t i = 0; i < problems.count && i < PROBLEM_MAX; i++)
		str_format(&list, "%zu:%zu: %s\n", problems.items[i].line,
			   problems.items[i].column, problems.items[i].text);
	return list.text;
}

START_TEST(says_exactly_what_is_wrong_in_every_case)
{
	static const char mark[] = "--- expect\n";
	glob_t cases;

	ck_assert_int_eq(glob("tests/cases/definition/*.yaml", 0, NULL, &cases),
			 0);
	ck_assert_uint_ge(cases.gl_pathc, 100);
	for (size_t i = 0; i < cases.gl_pathc; i++) {
		char *text = read_case(cases.gl_pathv[i]);
		char *expected = strstr(text, mark);
		char *list;

		ck_assert_msg(expected, "%s has no %s", cases.gl_pathv[i],
			      mark);
		begin();
		list = found(definition_parse(text, (size_t)(expected - text),
					      &problems));
		ck_assert_msg(strcmp(list, expected + strlen(mark)) == 0,
			      "%s: %s", cases.gl_pathv[i], list);
		end();
	}
	globfree(&cases);
}
END_TEST

static const struct consultation *
parse(const char *text)
{
	const struct consultation *consultation =
		definition_parse(text, strlen(text), &problems);

	ck_assert_msg(consultation, "%s", problem_list(&problems));
	return consultation;
}

static const char smallest[] = "slug: parks\n"
			       "title: Parks\n"
			       "summary: What parks are for.\n"
			       "organisations: [Parks Agency]\n"
			       "opens: 2026-01-05 09:00\n"
			       "closes: 2026-06-30 23:59\n"
			       "description: What we propose.\n"
			       "privacy: How we use your answers.\n"
			       "questions:\n"
			       "  - {id: use, type: text, title: How?}\n"
			       "  - {id: why, type: long-text, title: Why?}\n";

START_TEST(fills_in_what_a_short_definition_leaves_out)
{
	const struct consultation *consultation = parse(smallest);

	ck_assert(consultation->respond_online);
	ck_assert(!consultation->respond_form);
	ck_assert(!consultation->political);
	ck_assert(!consultation->bilingual);
	ck_assert_ptr_null(consultation->respond_email);
	ck_assert(phrase_is_empty(&consultation->results_due));
	ck_assert_uint_eq(consultation->document_count, 0);
	ck_assert_uint_eq(consultation->questions[0].max, 200);
	ck_assert_uint_eq(consultation->questions[1].max, 5000);
	ck_assert(!consultation->questions[0].required);
	ck_assert_ptr_null(consultation->questions[1].explains);
}
END_TEST

START_TEST(offers_only_the_ways_to_respond_that_are_written)
{
	const struct consultation *consultation = parse(
		arena_format(&arena, "%srespond: {email: a@example.org}\n",
			     smallest));

	ck_assert(!consultation->respond_online);
	ck_assert_str_eq(consultation->respond_email, "a@example.org");
}
END_TEST

START_TEST(keeps_london_time)
{
	const struct consultation *consultation = parse(smallest);

	ck_assert_str_eq(moment_rfc3339(&arena, consultation->opens),
			 "2026-01-05T09:00:00Z");
	ck_assert_str_eq(moment_rfc3339(&arena, consultation->closes),
			 "2026-06-30T22:59:00Z");
}
END_TEST

START_TEST(keeps_texts_composed_and_without_blanks_at_their_ends)
{
	const struct consultation *consultation = parse(
		arena_format(&arena, "%sresults_due: \"  W\\u0302yl \\t\"\n",
			     smallest));

	ck_assert_str_eq(consultation->results_due.text[LANGUAGE_EN], "Ŵyl");
}
END_TEST

/* What stands between .Bd -literal and .Ed of the manual page. */
static char *
manual_example(void)
{
	char *page = read_case("docs/greenpaper-consultation.5");
	char *start = strstr(strstr(page, ".Sh EXAMPLES\n"), ".Bd -literal\n");
	char *stop = start ? strstr(start, ".Ed\n") : NULL;

	ck_assert(stop);
	*stop = '\0';
	return strchr(start, '\n') + 1;
}

START_TEST(reads_the_manuals_example_as_it_is_written)
{
	const struct consultation *it = parse(manual_example());

	ck_assert_str_eq(it->slug, "longer-library-hours");
	ck_assert_str_eq(it->title.text[LANGUAGE_EN], "Longer library hours");
	ck_assert_str_eq(it->title.text[LANGUAGE_CY], "Oriau llyfrgell hirach");
	ck_assert_ptr_null(it->summary.text[LANGUAGE_CY]);
	ck_assert_uint_eq(it->organisation_count, 2);
	ck_assert_str_eq(it->organisations[1].text[LANGUAGE_EN],
			 "Library Council");
	ck_assert(!it->political);
	ck_assert_str_eq(moment_rfc3339(&arena, it->opens),
			 "2026-01-05T09:30:00Z");
	ck_assert_str_eq(moment_rfc3339(&arena, it->closes),
			 "2026-03-30T22:45:00Z");
	ck_assert_str_eq(it->results_due.text[LANGUAGE_CY], "Mehefin 2026");
	ck_assert_uint_eq(it->supersedes_count, 1);
	ck_assert_str_eq(it->supersedes[0], "library-hours-2019");
	ck_assert_ptr_nonnull(strstr(it->description.text[LANGUAGE_EN],
				     "Sundays.\n\n1. The"));
	ck_assert_uint_eq(it->document_count, 2);
	ck_assert_str_eq(it->documents[0].file, "hours.pdf");
	ck_assert_str_eq(it->documents[1].title.text[LANGUAGE_CY], "Costau");
	ck_assert_uint_gt(it->documents[1].line, it->documents[0].line);
	ck_assert(it->bilingual);
}
END_TEST

START_TEST(reads_the_people_of_the_manuals_example)
{
	const struct consultation *it = parse(manual_example());

	ck_assert_str_eq(it->policy_enquiries.name.text[LANGUAGE_EN],
			 "Hours team");
	ck_assert_str_eq(it->policy_enquiries.email, "hours@libraries.example");
	ck_assert_ptr_null(it->policy_enquiries.phone);
	ck_assert(phrase_is_empty(&it->process_enquiries.name));
	ck_assert_str_eq(it->process_enquiries.phone, "0300 000 0000");
	ck_assert(it->respond_online);
	ck_assert(it->respond_form);
	ck_assert_str_eq(it->respond_email, "hours@libraries.example");
	ck_assert_str_eq(it->respond_post.text[LANGUAGE_EN],
			 "Hours team\nDepartment for Libraries\n"
			 "1 Reading Road");
	ck_assert_uint_eq(it->audience_count, 2);
	ck_assert_str_eq(it->audience[1].text[LANGUAGE_EN], "Library staff");
	ck_assert_uint_eq(it->respondent_type_count, 4);
	ck_assert_str_eq(it->respondent_types[0].id, "reader");
	ck_assert_str_eq(it->respondent_types[0].label.text[LANGUAGE_CY],
			 "Darllenydd");
}
END_TEST

/* The questions between .Bd -literal and .Ed of the manual's types. */
static const char *
manual_types(void)
{
	static const char begin_mark[] = ".Bd -literal\n";
	char *page = read_case("docs/greenpaper-consultation.5");
	char *at = strstr(page, ".Ss Types\n");
	struct str text = { .arena = &arena };

	str_text(&text, smallest);
	*strstr(at, ".Sh EXAMPLES\n") = '\0';
	while ((at = strstr(at, begin_mark)))
		for (at += strlen(begin_mark); strncmp(at, ".Ed", 3) != 0;
		     at += strcspn(at, "\n") + 1)
			str_format(&text, "  %.*s\n", (int)strcspn(at, "\n"),
				   at);
	return text.text;
}

START_TEST(reads_the_manuals_example_of_every_type)
{
	const struct consultation *it = parse(manual_types());

	for (int i = 0; i < QUESTION_TYPE_COUNT; i++) {
		size_t index = 2;

		while (index < it->question_count &&
		       it->questions[index].type != (enum question_type)i)
			index++;
		ck_assert_msg(index < it->question_count, "%s",
			      question_type_word((enum question_type)i));
	}
}
END_TEST

START_TEST(reads_the_questions_of_the_manuals_example)
{
	const struct consultation *it = parse(manual_example());
	const struct question *choice = consultation_question(it, "sundays");
	const struct question *why = consultation_question(it, "sundays_why");
	const struct question *uses = consultation_question(it, "uses");
	const struct question *branch = consultation_question(it, "branch");

	ck_assert_uint_eq(it->question_count, 4);
	ck_assert_int_eq(choice->type, QUESTION_RADIOS);
	ck_assert(choice->required);
	ck_assert_str_eq(choice->title.text[LANGUAGE_EN],
			 "Sundays: should libraries open?");
	ck_assert_uint_eq(choice->option_count, 3);
	ck_assert_str_eq(choice->options[1].value, "disagree");
	ck_assert_str_eq(choice->options[2].value, "unsure");
	ck_assert_str_eq(choice->options[2].label.text[LANGUAGE_CY],
			 "Ddim yn siŵr");
	ck_assert_int_eq(why->type, QUESTION_LONG_TEXT);
	ck_assert_ptr_eq(consultation_explanation(it, choice), why);
	ck_assert_str_eq(why->hint.text[LANGUAGE_EN],
			 "You need not repeat your answer.");
	ck_assert_uint_eq(why->max, 4000);
	ck_assert_int_eq(uses->type, QUESTION_CHECKBOXES);
	ck_assert_str_eq(uses->options[2].value, "none-of-these");
	ck_assert_int_eq(branch->type, QUESTION_TEXT);
	ck_assert_uint_eq(branch->max, 100);
	ck_assert(!branch->required);
}
END_TEST

/* What stands in the manual between its words on routing and the next heading. */
START_TEST(reads_the_manuals_example_of_a_way)
{
	static const char begin_mark[] = ".Bd -literal -offset indent\n";
	char *page = read_case("docs/greenpaper-consultation.5");
	char *start = strstr(page, begin_mark);
	char *stop = start ? strstr(start, ".Ed\n") : NULL;
	const char *head =
		arena_copy(&arena, smallest,
			   (size_t)(strstr(smallest, "questions:") - smallest));
	const struct consultation *it;

	ck_assert(stop);
	*stop = '\0';
	it = parse(
		arena_format(&arena, "%s%s", head, start + strlen(begin_mark)));
	ck_assert_uint_eq(path_section_count(it), 2);
	ck_assert_uint_eq(it->questions[1].conditions[0].value_count, 2);
	ck_assert_str_eq(it->questions[1].conditions[0].values[1], "not-sure");
	ck_assert_uint_eq(it->questions[2].condition_count, 2);
	ck_assert_str_eq(it->questions[2].conditions[1].question, "instead");
	ck_assert_str_eq(it->questions[3].page.text[LANGUAGE_EN],
			 "Where you live");
	ck_assert_ptr_eq(path_page(it, &it->questions[4]), &it->questions[3]);
	ck_assert_ptr_eq(path_page(it, &it->questions[3]), &it->questions[3]);
}
END_TEST

static const struct {
	const char *option, *value, *english;
} options[] = {
	{ "Agree", "agree", "Agree" },
	{ "Not sure!", "not-sure", "Not sure!" },
	{ "\"  Yes -- of course…  \"", "yes-of-course", "Yes -- of course…" },
	{ "'16 and 17 (both)'", "16-and-17-both", "16 and 17 (both)" },
	{ "{en: Agree, cy: Cytuno}", "agree", "Agree" },
	{ "{value: yes, label: Cytuno}", "yes", "Cytuno" },
	{ "{value: c, label: {cy: Cytuno}}", "c", NULL },
	{ "{label: Agree}", "agree", "Agree" },
	{ "Yes", "yes", "Yes" },
};

START_TEST(names_options_by_their_labels)
{
	const struct consultation *consultation = parse(arena_format(
		&arena,
		"%s  - {id: a, type: radios, title: A, options: [%s, Other]}\n",
		smallest, options[_i].option));
	const struct option *option = &consultation->questions[2].options[0];

	ck_assert_str_eq(option->value, options[_i].value);
	ck_assert_pstr_eq(option->label.text[LANGUAGE_EN], options[_i].english);
}
END_TEST

START_TEST(knows_that_one_welsh_text_makes_it_bilingual)
{
	const struct consultation *consultation = parse(arena_format(
		&arena,
		"%s  - id: a\n    type: checkboxes\n    title: A\n"
		"    options: [{value: b, label: {en: B, cy: C}}, D]\n",
		smallest));

	ck_assert(consultation->bilingual);
}
END_TEST

START_TEST(keeps_respondent_types_in_their_groups)
{
	const struct consultation *it = parse(arena_format(
		&arena,
		"%srespondent_types:\n"
		"  - {id: a, label: A}\n"
		"  - {id: b, label: B}\n"
		"  - {group: Some, types: [{id: c, label: C}, {id: d, label: "
		"D}]}\n"
		"  - {id: e, label: E}\n",
		smallest));
	const char *const groups[] = { NULL, NULL, "Some", "Some", NULL };
	const bool goes_on[] = { false, true, false, true, false };

	ck_assert_uint_eq(it->respondent_type_count, 5);
	for (size_t i = 0; i < 5; i++) {
		const struct respondent_type *type = &it->respondent_types[i];

		ck_assert_int_eq(type->id[0], "abcde"[i]);
		ck_assert_pstr_eq(type->group.text[LANGUAGE_EN], groups[i]);
		ck_assert_int_eq(type->goes_on, goes_on[i]);
	}
}
END_TEST

START_TEST(tells_which_texts_are_in_one_language_alone)
{
	const struct consultation *it = parse(
		arena_format(&arena,
			     "%saudience: [{en: All, cy: Pawb}, {cy: Neb}]\n",
			     smallest));
	const struct gap *last = &it->gaps[it->gap_count - 1];

	ck_assert_uint_gt(it->gap_count, 1);
	ck_assert_str_eq(it->gaps[0].what, "title");
	ck_assert_uint_eq(it->gaps[0].line, 2);
	ck_assert_int_eq(it->gaps[0].language, LANGUAGE_CY);
	ck_assert_str_eq(last->what, "question 2, title");
}
END_TEST

START_TEST(nothing_lacks_in_a_definition_in_english)
{
	ck_assert_uint_eq(parse(smallest)->gap_count, 0);
}
END_TEST

/* What a definition in both languages says of people and documents. */
static const struct {
	const char *name, *document;
	const char *names[LANGUAGE_COUNT], *files[LANGUAGE_COUNT];
	size_t gap_count;
} in_both[] = {
	{ "Ann Huws",
	  "a.pdf",
	  { "Ann Huws", "Ann Huws" },
	  { "a.pdf", "a.pdf" },
	  0 },
	{ "{en: Team, cy: Tîm}",
	  "{en: a.pdf, cy: b.pdf}",
	  { "Team", "Tîm" },
	  { "a.pdf", "b.pdf" },
	  0 },
	{ "{cy: Tîm}",
	  "{en: a.pdf}",
	  { NULL, "Tîm" },
	  { "a.pdf", "a.pdf" },
	  2 },
	{ "{en: Team}",
	  "{cy: b.pdf}",
	  { "Team", NULL },
	  { "b.pdf", "b.pdf" },
	  2 },
};

START_TEST(what_is_written_once_holds_for_both_languages)
{
	const size_t others =
		parse(arena_format(&arena,
				   "%s  - {id: of, type: text, title: Of?}\n"
				   "audience: [{cy: Neb}]\n",
				   smallest))
			->gap_count;
	const struct consultation *it = parse(
		arena_format(&arena,
			     "%s  - {id: of, type: text, title: Of?, "
			     "about: {document: %s}}\n"
			     "audience: [{cy: Neb}]\n"
			     "documents:\n"
			     "  - {title: {en: A, cy: A}, file: a.pdf}\n"
			     "  - {title: {en: B, cy: B}, file: b.pdf}\n"
			     "enquiries: {policy: {name: %s, phone: 0300}}\n",
			     smallest, in_both[_i].document, in_both[_i].name));

	for (int i = 0; i < LANGUAGE_COUNT; i++) {
		ck_assert_pstr_eq(it->policy_enquiries.name.text[i],
				  in_both[_i].names[i]);
		ck_assert_str_eq(it->questions[2].about[i]->file,
				 in_both[_i].files[i]);
	}
	ck_assert_uint_eq(it->gap_count - others, in_both[_i].gap_count);
}
END_TEST

START_TEST(a_question_may_be_about_no_document)
{
	const struct consultation *it = parse(smallest);

	for (int i = 0; i < LANGUAGE_COUNT; i++)
		ck_assert_ptr_null(it->questions[0].about[i]);
}
END_TEST

Suite *
suite_definition(void)
{
	Suite *suite = suite_create("definition");
	TCase *tcase = tcase_create("definition");

	tcase_add_checked_fixture(tcase, begin, end);
	tcase_add_test(tcase, says_exactly_what_is_wrong_in_every_case);
	tcase_add_test(tcase, fills_in_what_a_short_definition_leaves_out);
	tcase_add_test(tcase, offers_only_the_ways_to_respond_that_are_written);
	tcase_add_test(tcase, keeps_london_time);
	tcase_add_test(tcase,
		       keeps_texts_composed_and_without_blanks_at_their_ends);
	tcase_add_test(tcase, reads_the_manuals_example_as_it_is_written);
	tcase_add_test(tcase, reads_the_people_of_the_manuals_example);
	tcase_add_test(tcase, reads_the_manuals_example_of_every_type);
	tcase_add_test(tcase, reads_the_questions_of_the_manuals_example);
	tcase_add_test(tcase, reads_the_manuals_example_of_a_way);
	tcase_add_loop_test(tcase, names_options_by_their_labels, 0,
			    sizeof(options) / sizeof(options[0]));
	tcase_add_test(tcase, keeps_respondent_types_in_their_groups);
	tcase_add_test(tcase, tells_which_texts_are_in_one_language_alone);
	tcase_add_test(tcase, nothing_lacks_in_a_definition_in_english);
	tcase_add_test(tcase, knows_that_one_welsh_text_makes_it_bilingual);
	tcase_add_loop_test(tcase,
			    what_is_written_once_holds_for_both_languages, 0,
			    sizeof(in_both) / sizeof(in_both[0]));
	tcase_add_test(tcase, a_question_may_be_about_no_document);
	suite_add_tcase(suite, tcase);
	return suite;
}
