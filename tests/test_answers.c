#include "suites.h"

#include <string.h>

#include "answers.h"
#include "arena.h"
#include "error.h"

static const struct option options[] = {
	{ .value = "a" },
	{ .value = "b" },
	{ .value = "c" },
};

static const struct question questions[] = {
	{ .id = "choice",
	  .type = QUESTION_RADIOS,
	  .options = options,
	  .option_count = 3 },
	{ .id = "boxes",
	  .type = QUESTION_CHECKBOXES,
	  .options = options,
	  .option_count = 3 },
	{ .id = "why", .type = QUESTION_LONG_TEXT, .max = 4000 },
};

static const struct consultation consultation = {
	.slug = "test",
	.questions = questions,
	.question_count = 3,
};

static struct arena arena;

static void
teardown(void)
{
	arena_free(&arena);
}

static const char *const texts[] = {
	NULL,
	"",
	"plain",
	"two\nlines",
	"\"quoted\\\"",
	"</script>",
	"\x01\x1f\x7f",
	"Tŷ \xf0\x9f\x98\x80",
	"\xe2\x80\xa8",
	"{\"a\":1}",
	"'",
};
#define TEXTS (int)(sizeof(texts) / sizeof(texts[0]))

/* Every choice, every set of boxes and every text in turn. */
static struct answers *
answers_number(int number)
{
	struct answers *answers = answers_new(&arena, &consultation);
	const char **values = arena_array(&arena, 5, sizeof(*values));

	if (number % 4) {
		values[0] = options[number % 4 - 1].value;
		answers->items[0] =
			(struct answer){ .values = values, .value_count = 1 };
	}
	answers->items[1].values = values + 1;
	for (int i = 0; i < 3; i++)
		if (number >> i & 1)
			values[1 + answers->items[1].value_count++] =
				options[i].value;
	values[4] = texts[number % TEXTS];
	if (values[4])
		answers->items[2] = (struct answer){ .values = values + 4,
						     .value_count = 1 };
	return answers;
}

START_TEST(answers_come_back_from_json_as_they_were)
{
	struct answers *answers = answers_number(_i);
	struct answers *back = answers_new(&arena, &consultation);
	char *json = answers_json(&arena, answers);
	struct error err;

	ck_assert(answers_from_json(&arena, json, back, &err));
	for (size_t i = 0; i < 3; i++) {
		const struct answer *one = answers_get(answers, &questions[i]);
		const struct answer *two = answers_get(back, &questions[i]);

		ck_assert_uint_eq(one->value_count, two->value_count);
		for (size_t k = 0; k < one->value_count; k++)
			ck_assert_str_eq(one->values[k], two->values[k]);
	}
	ck_assert_str_eq(json, answers_json(&arena, back));
}
END_TEST

START_TEST(a_respondent_comes_back_from_json_as_it_was)
{
	const char *text = texts[_i % TEXTS];
	const struct respondent respondent = {
		.capacity = (enum capacity)(_i % 3),
		.organisation = text,
		.represents = texts[(_i + 4) % TEXTS],
		.contact = (enum may_contact)((_i + 1) % 3),
		.trapped = _i % 2,
		.type = _i % 2 ? "la" : NULL,
		.name = texts[(_i + 1) % TEXTS],
		.email = texts[(_i + 2) % TEXTS],
		.confidential = (enum confidential)(_i / 3 % 3),
		.confidential_reason = texts[(_i + 3) % TEXTS],
		.publish = (enum publish)(_i % 4),
	};
	char *json = respondent_json(&arena, &respondent);
	struct respondent back;
	struct error err;

	ck_assert(respondent_from_json(&arena, json, &back, &err));
	ck_assert_int_eq(back.capacity, respondent.capacity);
	ck_assert_int_eq(back.confidential, respondent.confidential);
	ck_assert_int_eq(back.publish, respondent.publish);
	ck_assert_int_eq(back.contact, respondent.contact);
	ck_assert_int_eq(back.trapped, respondent.trapped);
	ck_assert_pstr_eq(back.represents, respondent.represents);
	ck_assert_pstr_eq(back.organisation, respondent.organisation);
	ck_assert_pstr_eq(back.type, respondent.type);
	ck_assert_pstr_eq(back.name, respondent.name);
	ck_assert_pstr_eq(back.email, respondent.email);
	ck_assert_pstr_eq(back.confidential_reason,
			  respondent.confidential_reason);
	ck_assert_str_eq(json, respondent_json(&arena, &back));
}
END_TEST

START_TEST(nothing_answered_is_an_empty_object)
{
	struct answers *answers = answers_new(&arena, &consultation);

	ck_assert_str_eq(answers_json(&arena, answers), "{}");
	ck_assert_str_eq(respondent_json(&arena, &answers->respondent), "{}");
}
END_TEST

START_TEST(writes_keys_in_the_order_of_the_questions)
{
	ck_assert_str_eq(answers_json(&arena, answers_number(7)),
			 "{\"choice\":\"c\",\"boxes\":[\"a\",\"b\",\"c\"],"
			 "\"why\":\"Tŷ \xf0\x9f\x98\x80\"}");
}
END_TEST

START_TEST(leaves_out_an_id_that_the_consultation_does_not_have)
{
	struct answers *answers = answers_new(&arena, &consultation);
	struct error err;

	ck_assert(answers_from_json(&arena, "{\"gone\":\"x\",\"choice\":\"a\"}",
				    answers, &err));
	ck_assert_str_eq(answers_json(&arena, answers), "{\"choice\":\"a\"}");
}
END_TEST

static const char *const misfits[] = {
	"",
	"null",
	"[]",
	"{",
	"{\"choice\":1}",
	"{\"choice\":null}",
	"{\"choice\":[\"a\"]}",
	"{\"choice\":\"d\"}",
	"{\"boxes\":\"a\"}",
	"{\"boxes\":[\"d\"]}",
	"{\"boxes\":[1]}",
	"{\"why\":[\"x\"]}",
};

START_TEST(a_misfit_among_stored_answers_is_ours_to_mend)
{
	struct answers *answers = answers_new(&arena, &consultation);
	struct error err = { 0 };

	ck_assert(!answers_from_json(&arena, misfits[_i], answers, &err));
	ck_assert_int_eq(err.kind, ERROR_SYSTEM);
}
END_TEST

static const char *const odd_respondents[] = {
	"",
	"[]",
	"{\"capacity\":\"robot\"}",
	"{\"confidential\":\"yes\"}",
	"{\"publish\":\"aye\"}",
};

START_TEST(a_misfit_in_a_stored_respondent_is_ours_to_mend)
{
	struct respondent respondent;
	struct error err = { 0 };

	ck_assert(!respondent_from_json(&arena, odd_respondents[_i],
					&respondent, &err));
	ck_assert_int_eq(err.kind, ERROR_SYSTEM);
}
END_TEST

START_TEST(knows_its_own_words_and_no_others)
{
	enum publish publish = PUBLISH_NOT_AT_ALL;

	ck_assert(publish_from_word("with-name", &publish));
	ck_assert_int_eq(publish, PUBLISH_WITH_NAME);
	ck_assert(!publish_from_word("With-name", &publish));
	ck_assert(!publish_from_word("", &publish));
	ck_assert_int_eq(publish, PUBLISH_WITH_NAME);
	ck_assert_str_eq(publish_word(PUBLISH_NOT_STATED), "not-stated");
	ck_assert_str_eq(capacity_word(CAPACITY_ORGANISATION), "organisation");
	ck_assert_str_eq(confidential_word(CONFIDENTIAL_YES), "yes");
}
END_TEST

Suite *
suite_answers(void)
{
	Suite *suite = suite_create("answers");
	TCase *tcase = tcase_create("answers");

	tcase_add_checked_fixture(tcase, NULL, teardown);
	tcase_add_loop_test(tcase, answers_come_back_from_json_as_they_were, 0,
			    88);
	tcase_add_loop_test(tcase, a_respondent_comes_back_from_json_as_it_was,
			    0, 36);
	tcase_add_test(tcase, nothing_answered_is_an_empty_object);
	tcase_add_test(tcase, writes_keys_in_the_order_of_the_questions);
	tcase_add_test(tcase,
		       leaves_out_an_id_that_the_consultation_does_not_have);
	tcase_add_loop_test(tcase,
			    a_misfit_among_stored_answers_is_ours_to_mend, 0,
			    sizeof(misfits) / sizeof(misfits[0]));
	tcase_add_loop_test(tcase,
			    a_misfit_in_a_stored_respondent_is_ours_to_mend, 0,
			    sizeof(odd_respondents) /
				    sizeof(odd_respondents[0]));
	tcase_add_test(tcase, knows_its_own_words_and_no_others);
	suite_add_tcase(suite, tcase);
	return suite;
}
