#include "suites.h"

#include "arena.h"
#include "reach.h"
#include "str.h"

/*
 * The last of four questions and the two before it need values of the first, as
 * the table says, and each needs the one before it.
 */
static struct arena arena;

static void
end(void)
{
	arena_free(&arena);
}

static const struct option options[] = {
	{ .value = "a" },
	{ .value = "b" },
	{ .value = "c" },
	{ .value = "none", .exclusive = true },
};

static const char *const a[] = { "a" };
static const char *const b[] = { "b" };
static const char *const ab[] = { "a", "b" };
static const char *const bc[] = { "b", "c" };
static const char *const ac[] = { "a", "c" };
static const char *const none[] = { "none" };
static const char *const none_or_a[] = { "none", "a" };

#define SET(list) (list), sizeof(list) / sizeof((list)[0])

static const struct {
	enum question_type type;
	struct condition second, third, fourth; /* of the first question */
	const char *owners; /* of the needs that contradict; NULL: reached */
} cases[] = {
	/* One choice: what all allow. */
	{ QUESTION_RADIOS,
	  { "first", SET(ab) },
	  { "first", SET(bc) },
	  { "first", SET(b) },
	  NULL },
	{ QUESTION_RADIOS,
	  { "first", SET(a) },
	  { "first", SET(ab) },
	  { "first", SET(b) },
	  "second fourth" },
	{ QUESTION_RADIOS,
	  { "first", SET(a) },
	  { "first", SET(bc) },
	  { "first", SET(bc) },
	  "second fourth" },
	{ QUESTION_RADIOS,
	  { "first", SET(ab) },
	  { "first", SET(bc) },
	  { "first", SET(ac) },
	  "second third fourth" },
	{ QUESTION_RADIOS,
	  { "first", SET(none) },
	  { "first", SET(none_or_a) },
	  { "first", SET(none) },
	  NULL },
	/* Several choices: each may be met by another. */
	{ QUESTION_CHECKBOXES,
	  { "first", SET(a) },
	  { "first", SET(b) },
	  { "first", SET(bc) },
	  NULL },
	{ QUESTION_CHECKBOXES,
	  { "first", SET(ab) },
	  { "first", SET(bc) },
	  { "first", SET(ac) },
	  NULL },
	/* What excludes the others stands alone. */
	{ QUESTION_CHECKBOXES,
	  { "first", SET(none) },
	  { "first", SET(none_or_a) },
	  { "first", SET(none) },
	  NULL },
	{ QUESTION_CHECKBOXES,
	  { "first", SET(none) },
	  { "first", SET(none_or_a) },
	  { "first", SET(b) },
	  "second fourth" },
	{ QUESTION_CHECKBOXES,
	  { "first", SET(none_or_a) },
	  { "first", SET(none_or_a) },
	  { "first", SET(b) },
	  NULL },
};

START_TEST(decides_whether_any_answers_lead_there)
{
	const char *const yes[] = { "yes" };
	const struct option answer[] = { { .value = "yes" } };
	const struct condition third[] = { cases[_i].third,
					   { "second", yes, 1 } };
	const struct condition fourth[] = { { "third", yes, 1 },
					    cases[_i].fourth };
	const struct question questions[] = {
		{ .id = "first",
		  .type = cases[_i].type,
		  .options = options,
		  .option_count = 4 },
		{ .id = "second",
		  .options = answer,
		  .option_count = 1,
		  .conditions = &cases[_i].second,
		  .condition_count = 1 },
		{ .id = "third",
		  .options = answer,
		  .option_count = 1,
		  .conditions = third,
		  .condition_count = 2 },
		{ .id = "fourth", .conditions = fourth, .condition_count = 2 },
	};
	const struct consultation consultation = { .questions = questions,
						   .question_count = 4 };
	struct contradiction why = { 0 };
	struct str owners = { .arena = &arena };
	bool reached =
		reach_question(&arena, &consultation, &questions[3], &why);

	for (size_t i = 0; i < why.need_count; i++)
		str_format(&owners, "%s%s", i ? " " : "",
			   why.needs[i].owner->id);
	ck_assert_pstr_eq(owners.text, cases[_i].owners);
	ck_assert_int_eq(reached, cases[_i].owners == NULL);
	ck_assert_ptr_eq(why.target, reached ? NULL : &questions[0]);
}
END_TEST

Suite *
suite_reach(void)
{
	Suite *suite = suite_create("reach");
	TCase *tcase = tcase_create("reach");

	tcase_add_checked_fixture(tcase, NULL, end);
	tcase_add_loop_test(tcase, decides_whether_any_answers_lead_there, 0,
			    sizeof(cases) / sizeof(cases[0]));
	suite_add_tcase(suite, tcase);
	return suite;
}
