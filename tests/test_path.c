#include "suites.h"

#include <string.h>

#include "arena.h"
#include "cases.h"
#include "path.h"
#include "str.h"

static struct arena arena;

static void
end(void)
{
	arena_free(&arena);
}

static const struct option approvals[] = {
	{ .value = "yes" },
	{ .value = "no" },
	{ .value = "unsure" },
};
static const struct option means[] = {
	{ .value = "signs" },
	{ .value = "wardens" },
	{ .value = "fines" },
};
static const char *const yes_or_no[] = { "yes", "no" };
static const char *const signs_or_fines[] = { "signs", "fines" };
static const char *const no[] = { "no" }, *const wardens[] = { "wardens" };
static const struct condition said[] = { { "approve", yes_or_no, 2 } };
static const struct condition refused[] = { { "approve", no, 1 } };
static const struct condition paid[] = { { "means", signs_or_fines, 2 } };
static const struct condition watched[] = { { "means", wardens, 1 },
					    { "approve", no, 1 } };

/* As tests/cases/path.txt describes them. */
static const struct question questions[] = {
	{ .id = "approve",
	  .type = QUESTION_RADIOS,
	  .options = approvals,
	  .option_count = 3,
	  .required = true,
	  .section = { { "One", NULL } } },
	{ .id = "why",
	  .type = QUESTION_LONG_TEXT,
	  .page = { { "Reasons", NULL } },
	  .conditions = said,
	  .condition_count = 1 },
	{ .id = "name", .type = QUESTION_TEXT, .same_page = true },
	{ .id = "means",
	  .type = QUESTION_CHECKBOXES,
	  .options = means,
	  .option_count = 3,
	  .conditions = refused,
	  .condition_count = 1 },
	{ .id = "which",
	  .type = QUESTION_TEXT,
	  .required = true,
	  .section = { { "Two", NULL } },
	  .conditions = paid,
	  .condition_count = 1 },
	{ .id = "both",
	  .type = QUESTION_TEXT,
	  .conditions = watched,
	  .condition_count = 2 },
	{ .id = "last",
	  .type = QUESTION_TEXT,
	  .section = { { "Three", NULL } } },
	{ .id = "more", .type = QUESTION_TEXT, .required = true },
};
enum { COUNT = sizeof(questions) / sizeof(questions[0]) };

static const struct consultation consultation = {
	.slug = "test",
	.questions = questions,
	.question_count = COUNT,
};

/* "ID=VALUE,VALUE ID=VALUE"; "-" for nothing. */
static struct answers *
read_answers(const char *column)
{
	struct answers *answers = answers_new(&arena, &consultation);
	char *rest, *more;

	for (char *part = strtok_r(arena_string(&arena, column), " ", &rest);
	     part && *part != '-'; part = strtok_r(NULL, " ", &rest)) {
		char *id = strtok_r(part, "=", &more);
		const struct question *question =
			consultation_question(&consultation, id);
		const char **values =
			arena_array(&arena, COUNT, sizeof(*values));
		struct answer *answer;

		ck_assert_msg(question, "no question %s", id);
		answer = &answers->items[question - questions];
		answer->values = values;
		for (char *value = strtok_r(NULL, ",", &more); value;
		     value = strtok_r(NULL, ",", &more))
			values[answer->value_count++] = value;
	}
	return answers;
}

static void
add(struct str *list, const char *word)
{
	str_format(list, "%s%s", list->len ? " " : "", word);
}

static const char *
asked(const struct path *path)
{
	struct str list = { .arena = &arena };

	for (size_t i = 0; i < COUNT; i++)
		if (path_asks(path, &questions[i]))
			add(&list, questions[i].id);
	return list.text;
}

/* From the first page on, and from the last page back, which must be the
 * same. */
static const char *
pages(const struct path *path)
{
	struct str list = { .arena = &arena };
	const struct question *before = NULL;

	for (const struct question *page = path_after(path, NULL); page;
	     page = path_after(path, page)) {
		ck_assert(path_has_page(path, page));
		ck_assert_ptr_eq(path_page(&consultation, page), page);
		ck_assert_ptr_eq(path_before(path, page), before);
		add(&list, page->id);
		before = page;
	}
	ck_assert_ptr_eq(path_before(path, NULL), before);
	return list.text;
}

static const char *
sections(const struct path *path)
{
	static const char *const words[] = {
		[PATH_ABSENT] = "absent",
		[PATH_NOT_STARTED] = "not-started",
		[PATH_IN_PROGRESS] = "in-progress",
		[PATH_COMPLETED] = "completed",
	};
	struct str list = { .arena = &arena };
	const struct question *at = questions;

	for (; at < questions + COUNT;
	     at = path_section_end(&consultation, at)) {
		enum path_state state = path_section_state(path, at);

		ck_assert_ptr_eq(path_section(&consultation, at), at);
		ck_assert_int_eq(state == PATH_ABSENT,
				 path_section_page(path, at) == NULL);
		add(&list, words[state]);
	}
	return list.text;
}

static const char *
submitted(const struct answers *answers)
{
	const struct answers *kept = path_answers(&arena, answers);
	struct str list = { .arena = &arena };

	for (size_t i = 0; i < COUNT; i++)
		if (kept->items[i].value_count > 0)
			add(&list, questions[i].id);
	return list.len ? list.text : "-";
}

START_TEST(goes_the_way_that_the_answers_lead)
{
	const struct cases table = cases_read(&arena, "path.txt", 5);

	for (size_t i = 0; i < table.count; i++) {
		const char *const *row = table.rows[i].columns;
		const struct answers *answers = read_answers(row[0]);
		const struct path path = path_of(&arena, answers);
		const char *found =
			arena_format(&arena, "%s | %s | %s | %s", asked(&path),
				     pages(&path), sections(&path),
				     submitted(answers));
		const char *wanted =
			arena_format(&arena, "%s | %s | %s | %s", row[1],
				     row[2], row[3], row[4]);

		ck_assert_msg(strcmp(found, wanted) == 0, "path.txt:%zu: %s",
			      table.rows[i].line, found);
	}
}
END_TEST

START_TEST(keeps_who_answers_and_leaves_the_draft_as_it_is)
{
	struct answers *answers = read_answers("approve=yes which=x");
	const struct answers *kept;

	answers->respondent.name = "Ann";
	kept = path_answers(&arena, answers);
	ck_assert_str_eq(kept->respondent.name, "Ann");
	ck_assert_uint_eq(answers->items[4].value_count, 1);
}
END_TEST

static const struct {
	const char *before, *after, *news;
} changes[] = {
	{ "approve=yes", "approve=yes", NULL },
	{ "approve=yes", "approve=no", "means" },
	{ "approve=no", "approve=yes", NULL },
	{ "approve=unsure", "approve=yes", "why" },
	{ "approve=unsure", "approve=no", "why" },
	{ "approve=no", "approve=no means=wardens,fines", "which" },
	{ "approve=no means=fines", "approve=no means=fines,wardens", "both" },
	{ "approve=yes means=fines", "approve=no means=fines", "means" },
};

START_TEST(finds_what_a_change_brings)
{
	const struct path before =
		path_of(&arena, read_answers(changes[_i].before));
	const struct path after =
		path_of(&arena, read_answers(changes[_i].after));
	const struct question *news = path_news(&after, &before);

	ck_assert_pstr_eq(news ? news->id : NULL, changes[_i].news);
}
END_TEST

static const struct {
	const char *id, *page;
	bool is_fixed;
} places[] = {
	{ "approve", "approve", true },
	{ "why", "why", false },     /* asks some more than others */
	{ "name", "why", false },    /* stands on that page */
	{ "means", "means", false }, /* is asked of some alone */
	{ "which", "which", false },
	{ "last", "last", false }, /* does not always come after both */
	{ "more", "more", true },
};

START_TEST(knows_the_pages_that_look_the_same_to_all)
{
	const struct question *question =
		consultation_question(&consultation, places[_i].id);
	const struct question *page = path_page(&consultation, question);

	ck_assert_str_eq(page->id, places[_i].page);
	ck_assert_int_eq(path_is_fixed(&consultation, page),
			 places[_i].is_fixed);
}
END_TEST

START_TEST(has_no_sections_where_none_is_written)
{
	const struct consultation plain = { .questions = &questions[1],
					    .question_count = 3 };

	ck_assert_uint_eq(path_section_count(&plain), 0);
	ck_assert_ptr_null(path_section(&plain, &questions[3]));
	ck_assert_ptr_eq(path_section_end(&plain, &questions[1]),
			 &questions[4]);
	ck_assert_uint_eq(path_section_count(&consultation), 3);
}
END_TEST

Suite *
suite_path(void)
{
	Suite *suite = suite_create("path");
	TCase *tcase = tcase_create("path");

	tcase_add_checked_fixture(tcase, NULL, end);
	tcase_add_test(tcase, goes_the_way_that_the_answers_lead);
	tcase_add_test(tcase, keeps_who_answers_and_leaves_the_draft_as_it_is);
	tcase_add_loop_test(tcase, finds_what_a_change_brings, 0,
			    sizeof(changes) / sizeof(changes[0]));
	tcase_add_loop_test(tcase, knows_the_pages_that_look_the_same_to_all, 0,
			    sizeof(places) / sizeof(places[0]));
	tcase_add_test(tcase, has_no_sections_where_none_is_written);
	suite_add_tcase(suite, tcase);
	return suite;
}
