#include "suites.h"

#include <string.h>

#include "answers.h"
#include "arena.h"
#include "error.h"
#include "form.h"
#include "validate.h"

/*
 * What is typed, kept, stored, read and shown again is the same answer, whatever
 * its type: fields are drawn, and those that are an answer go round.
 */
static const struct option options[] = {
	{ .value = "a" },
	{ .value = "b", .other = true },
	{ .value = "c", .exclusive = true },
};

static const struct option plain[] = {
	{ .value = "a" },
	{ .value = "b" },
	{ .value = "c" },
};

#define OPTIONS(list) .options = (list), .option_count = 3

static const struct question questions[] = {
	{ .id = "q", .type = QUESTION_RADIOS, OPTIONS(options) },
	{ .id = "q", .type = QUESTION_CHECKBOXES, OPTIONS(options) },
	{ .id = "q", .type = QUESTION_SELECT, OPTIONS(options) },
	{ .id = "q", .type = QUESTION_TEXT, .max = 30 },
	{ .id = "q", .type = QUESTION_LONG_TEXT, .max = 30 },
	{ .id = "q", .type = QUESTION_EMAIL },
	{ .id = "q",
	  .type = QUESTION_NUMBER,
	  .least = -DECIMAL_MAX,
	  .most = DECIMAL_MAX,
	  .decimals = DECIMAL_PLACES },
	{ .id = "q", .type = QUESTION_DATE },
	{ .id = "q",
	  .type = QUESTION_MATRIX,
	  OPTIONS(plain),
	  .rows = plain,
	  .row_count = 3 },
	{ .id = "q", .type = QUESTION_RANKING, OPTIONS(plain) },
};
enum { QUESTIONS = sizeof(questions) / sizeof(questions[0]) };

static const char *const names[] = { "q",      "q.other", "q.day", "q.month",
				     "q.year", "q.a",	  "q.b",   "q.c" };
static const char *const values[] = {
	"a",	       "b",	 "c",	      "1",     "2",    "3",
	"12",	       "31",	 "2024",      "1900",  "-0.5", "1,234.50",
	"a@b.example", "mawrth", " x\r\n y ", "Ŷ <b>", "",     "0.000001"
};

static struct arena arena;
static struct error err;

static void
stop(void)
{
	arena_free(&arena);
}

/* Always the same numbers (Marsaglia, Xorshift RNGs, 2003). */
static unsigned
draw(unsigned *state, size_t count)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state % (unsigned)count;
}

/* The fields that are the question's own. */
static size_t
own_names(const struct consultation *consultation, const char **own)
{
	const char *part;
	size_t count = 0;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (consultation_field(consultation, names[i], &part))
			own[count++] = names[i];
	return count;
}

static struct fields
draw_fields(unsigned *state, const struct consultation *consultation)
{
	const char *own[sizeof(names) / sizeof(names[0])];
	size_t own_count = own_names(consultation, own);
	size_t count = draw(state, 6);
	struct field *items = arena_array(&arena, count, sizeof(*items));

	for (size_t i = 0; i < count; i++) {
		const char *value =
			values[draw(state, sizeof(values) / sizeof(*values))];

		items[i] = (struct field){ own[draw(state, own_count)], value,
					   strlen(value) };
	}
	return (struct fields){ items, count };
}

/* The only answer, as it is stored. */
static const char *
stored(const struct answers *answers)
{
	return answers_json(&arena, answers);
}

static struct answers *
answered(const struct consultation *consultation, const struct answer *answer)
{
	struct answers *answers = answers_new(&arena, consultation);

	answers->items[0] = *answer;
	return answers;
}

static void
goes_round(const struct question *question, const struct answer *answer)
{
	const struct consultation consultation = { .questions = question,
						   .question_count = 1 };
	struct answers *kept = answered(&consultation, answer);
	struct answers *read = answers_new(&arena, &consultation);
	struct faults faults = { .arena = &arena };
	struct fields fields;
	struct answer again;

	ck_assert_msg(answers_from_json(&arena, stored(kept), read, &err),
		      "%s: %s", stored(kept), err.text);
	ck_assert_str_eq(stored(read), stored(kept));
	fields = form_of_answer(&arena, question, &read->items[0]);
	ck_assert_msg(validate_answer(&fields, question, VALIDATE_FORM, &again,
				      &faults),
		      "%s", stored(kept));
	ck_assert_str_eq(stored(answered(&consultation, &again)), stored(kept));
}

START_TEST(an_answer_is_the_same_wherever_it_comes_by)
{
	const struct question *question = &questions[_i];
	const struct consultation consultation = { .questions = question,
						   .question_count = 1 };
	unsigned state = (unsigned)_i + 1;
	size_t taken = 0;

	for (int i = 0; i < 60000; i++) {
		struct faults faults = { .arena = &arena };
		struct fields fields = draw_fields(&state, &consultation);
		struct answer answer;

		if (validate_answer(&fields, question, VALIDATE_FORM, &answer,
				    &faults) &&
		    answer.value_count) {
			goes_round(question, &answer);
			taken++;
		}
		if (i % 1000 == 0)
			arena_empty(&arena);
	}
	ck_assert_uint_ge(taken, 5);
}
END_TEST

Suite *
suite_shapes(void)
{
	Suite *suite = suite_create("shapes");
	TCase *tcase = tcase_create("shapes");

	tcase_add_checked_fixture(tcase, NULL, stop);
	tcase_add_loop_test(tcase, an_answer_is_the_same_wherever_it_comes_by,
			    0, QUESTIONS);
	suite_add_tcase(suite, tcase);
	return suite;
}
