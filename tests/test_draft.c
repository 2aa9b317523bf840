#include "suites.h"

#include <string.h>

#include "answers_made.h"
#include "arena.h"
#include "coding/draft.h"
#include "str.h"

static struct arena arena;
static struct coding_answer *answers;

static void
start(void)
{
	answers = answers_made(&arena);
}

static void
stop(void)
{
	arena_free(&arena);
}

static struct codeframe_question
draft(const struct coding_answer *said, size_t count, size_t wanted)
{
	const struct measured measured = { .answers = said, .count = count };
	const struct draft_wish wish = { .themes = wanted };

	return draft_question(&arena, "why", &measured, &wish);
}

static const char *
describe(const struct codeframe_question *question)
{
	struct str out = { .arena = &arena };

	str_format(&out, "%zu, other %zu\n", question->answers,
		   question->other);
	for (size_t i = 0; i < question->theme_count; i++) {
		const struct codeframe_theme *theme = &question->themes[i];

		str_format(&out, "%zu %s %s %zu:", theme->size, theme->id,
			   phrase_in(&theme->label, LANGUAGE_EN, NULL),
			   theme->enough_count);
		for (size_t j = 0; j < theme->word_count; j++)
			str_format(&out, " %s", theme->words[j]);
		for (size_t j = 0; j < theme->quotation_count; j++)
			str_format(&out, "\n- %s", theme->quotations[j]);
		str_char(&out, '\n');
	}
	return out.text;
}

START_TEST(codes_as_it_was_counted)
{
	struct codeframe_question question = draft(answers, ANSWERS_MADE, 0);
	const struct coded_answer *coded =
		coding_apply(&arena, &question, answers, ANSWERS_MADE);
	size_t other = 0;

	ck_assert_uint_eq(question.answers, ANSWERS_MADE);
	ck_assert_uint_ge(question.theme_count, 3);
	for (size_t i = 0; i < ANSWERS_MADE; i++) {
		ck_assert_uint_ge(coded[i].theme_count, 1);
		other += !strcmp(coded[i].themes[0].id, CODEFRAME_OTHER);
	}
	ck_assert_uint_eq(other, question.other);
	for (size_t k = 0; k < question.theme_count; k++) {
		size_t size = 0;

		for (size_t i = 0; i < ANSWERS_MADE; i++)
			for (size_t j = 0; j < coded[i].theme_count; j++)
				size += !strcmp(coded[i].themes[j].id,
						question.themes[k].id);
		ck_assert_uint_eq(size, question.themes[k].size);
		ck_assert_uint_ge(size, 2);
		ck_assert_uint_ge(question.themes[k].quotation_count, 1);
	}
}
END_TEST

START_TEST(drafts_the_same_in_any_order)
{
	struct codeframe_question question = draft(answers, ANSWERS_MADE, 0);
	const char *expected = describe(&question);

	for (size_t step = 7; step < 20; step += 6) {
		struct coding_answer shuffled[ANSWERS_MADE];

		for (size_t i = 0; i < ANSWERS_MADE; i++)
			shuffled[i * step % ANSWERS_MADE] = answers[i];
		question = draft(shuffled, ANSWERS_MADE, 0);
		ck_assert_str_eq(describe(&question), expected);
	}
}
END_TEST

START_TEST(gives_every_theme_an_id_of_its_own)
{
	for (size_t wanted = 1; wanted < 15; wanted++) {
		struct codeframe_question question =
			draft(answers, ANSWERS_MADE, wanted);

		ck_assert_uint_le(question.theme_count, wanted);
		for (size_t i = 0; i < question.theme_count; i++) {
			const char *id = question.themes[i].id;

			ck_assert_uint_eq(strspn(id,
						 "abcdefghijklmnopqrstuvwxyz"
						 "0123456789-"),
					  strlen(id));
			ck_assert_str_ne(id, CODEFRAME_OTHER);
			for (size_t j = 0; j < i; j++)
				ck_assert_str_ne(question.themes[j].id, id);
		}
	}
}
END_TEST

/* Answers in two languages that share a word; the Welsh ones are few or many. */
static struct coding_answer *
bilingual(size_t welsh)
{
	struct coding_answer *both =
		arena_array(&arena, ANSWERS_MADE + welsh, sizeof(*both));

	memcpy(both, answers, ANSWERS_MADE * sizeof(*both));
	for (size_t i = 0; i < welsh; i++)
		both[ANSWERS_MADE + i] = (struct coding_answer){
			arena_format(&arena, "Mae'r %s yn bwysig, rhif %zu.",
				     i % 2 ? "bws a'r tocyn"
					   : "llyfrgell a'r llyfr",
				     i),
			LANGUAGE_CY, NULL
		};
	return both;
}

START_TEST(drafts_each_language_for_itself)
{
	struct codeframe_question question =
		draft(bilingual(30), ANSWERS_MADE + 30, 0);
	size_t welsh = 0;

	for (size_t i = 0; i < question.theme_count; i++) {
		const struct phrase *label = &question.themes[i].label;

		ck_assert(!label->text[LANGUAGE_EN] !=
			  !label->text[LANGUAGE_CY]);
		welsh += label->text[LANGUAGE_CY] != NULL;
	}
	ck_assert_uint_ge(welsh, 1);
	question = draft(bilingual(4), ANSWERS_MADE + 4, 0);
	for (size_t i = 0; i < question.theme_count; i++)
		ck_assert_ptr_nonnull(
			question.themes[i].label.text[LANGUAGE_EN]);
	ck_assert_uint_ge(question.other, 4);
}
END_TEST

START_TEST(drafts_nothing_out_of_too_little)
{
	struct coding_answer same[10];
	struct codeframe_question question;

	for (size_t i = 0; i < 10; i++)
		same[i] = answers[0];
	question = draft(same, 10, 0);
	ck_assert_uint_eq(question.theme_count, 0);
	ck_assert_uint_eq(question.answers, 10);
	ck_assert_uint_eq(question.other, 10);
	ck_assert_uint_eq(draft_answers_differ(same, 10), 1);
	question = draft(answers, 19, 0);
	ck_assert_uint_eq(question.theme_count, 0);
	question = draft(NULL, 0, 0);
	ck_assert_uint_eq(question.answers, 0);
	ck_assert_uint_eq(draft_answers_differ(NULL, 0), 0);
}
END_TEST

Suite *
suite_draft(void)
{
	Suite *suite = suite_create("draft");
	TCase *tcase = tcase_create("draft");

	tcase_add_checked_fixture(tcase, start, stop);
	tcase_add_test(tcase, codes_as_it_was_counted);
	tcase_add_test(tcase, drafts_the_same_in_any_order);
	tcase_add_test(tcase, gives_every_theme_an_id_of_its_own);
	tcase_add_test(tcase, drafts_each_language_for_itself);
	tcase_add_test(tcase, drafts_nothing_out_of_too_little);
	suite_add_tcase(suite, tcase);
	return suite;
}
