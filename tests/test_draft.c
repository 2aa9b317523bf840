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
	const struct proposal_wish wish = { .themes = wanted };

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
	static const char *const matters[][4] = {
		{ "bws", "tocyn", "gyrrwr", "amserlen" },
		{ "llyfrgell", "nofel", "silff", "darllenydd" }
	};
	struct coding_answer *both =
		arena_array(&arena, ANSWERS_MADE + welsh, sizeof(*both));

	memcpy(both, answers, ANSWERS_MADE * sizeof(*both));
	for (size_t i = 0; i < welsh; i++) {
		const char *const *words = matters[i % 2];

		both[ANSWERS_MADE + i] = (struct coding_answer){
			arena_format(&arena,
				     "Mae'r %s a'r %s yn dda, rhif %zu.",
				     words[i / 2 % 4], words[(i / 2 + 1) % 4],
				     i),
			LANGUAGE_CY, NULL
		};
	}
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

/* --- again ---------------------------------------------------------------- */

/* The answers in two parts: those about neither of the first two matters, whose
 * number is returned, and the others behind them. */
static size_t
without_two(struct coding_answer *parted)
{
	size_t early = 0, late = ANSWERS_MADE;

	for (size_t i = 0; i < ANSWERS_MADE; i++) {
		bool about = false;

		for (size_t j = 0; j < 2 * ANSWERS_WORDS; j++)
			about = about || strstr(answers[i].text,
						answers_words[j % 2][j / 2]);
		parted[about ? --late : early++] = answers[i];
	}
	return early;
}

static struct codeframe_question
renew(const struct codeframe_question *old, const struct coding_answer *all,
      size_t count)
{
	struct codeframe codeframe = { .questions = old, .question_count = 1 };
	int64_t *responses = arena_array(&arena, count, sizeof(*responses));
	const struct proposal_wish wish = { 0 };

	for (size_t i = 0; i < count; i++)
		responses[i] = (int64_t)i;
	draft_remember(&arena, &codeframe);
	return draft_renewed(&arena, &codeframe, old,
			     &(struct measured){ .answers = all,
						 .responses = responses,
						 .count = count },
			     &wish);
}

START_TEST(marks_what_later_answers_are_about)
{
	struct coding_answer all[ANSWERS_MADE];
	size_t early = without_two(all);
	struct codeframe_question first = draft(all, early, 0), second;
	size_t fresh = 0;

	second = renew(&first, all, ANSWERS_MADE);
	ck_assert_uint_gt(second.theme_count, first.theme_count);
	ck_assert_uint_eq(second.seen, ANSWERS_MADE);
	for (size_t i = 0; i < second.theme_count; i++) {
		fresh += second.themes[i].is_new;
		ck_assert_int_eq(second.themes[i].is_new,
				 i >= first.theme_count);
		if (i < first.theme_count)
			ck_assert_str_eq(second.themes[i].id,
					 first.themes[i].id);
	}
	ck_assert_uint_ge(fresh, 1);
	/* The same answers again bring nothing. */
	ck_assert_uint_eq(renew(&second, all, ANSWERS_MADE).theme_count,
			  second.theme_count);
}
END_TEST

START_TEST(does_not_propose_again_what_was_deleted)
{
	struct codeframe_question first = draft(answers, ANSWERS_MADE, 0);
	struct codeframe_question left = first;
	struct codeframe codeframe = { .questions = &first,
				       .question_count = 1 };
	const struct measured measured = { .answers = answers,
					   .count = ANSWERS_MADE };
	const struct proposal_wish wish = { 0 };
	struct codeframe_question again;

	ck_assert_uint_ge(first.theme_count, 3);
	draft_remember(&arena, &codeframe);
	ck_assert_uint_eq(codeframe.proposal_count, first.theme_count);
	draft_remember(&arena, &codeframe);
	ck_assert_uint_eq(codeframe.proposal_count, first.theme_count);
	left.theme_count = 1;
	left.seen = 0;
	again = draft_renewed(&arena, &codeframe, &left, &measured, &wish);
	ck_assert_uint_eq(again.theme_count, 1);
	/* Without its memory it would. */
	codeframe.proposal_count = 0;
	again = draft_renewed(&arena, &codeframe, &left, &measured, &wish);
	ck_assert_uint_gt(again.theme_count, 1);
	again = draft_renewed(&arena, &codeframe, &left, &measured, NULL);
	ck_assert_uint_eq(again.theme_count, 1);
}
END_TEST

START_TEST(splits_by_what_people_chose)
{
	static const struct option options[] = {
		{ .value = "for", .label.text = { "For" } },
		{ .value = "against", .label.text = { "Against" } }
	};
	static const struct question side = { .id = "side",
					      .type = QUESTION_RADIOS,
					      .options = options,
					      .option_count = 2 };
	struct coding_answer said[ANSWERS_MADE];
	const struct measured measured = { .answers = said,
					   .count = ANSWERS_MADE,
					   .explained = &side };
	const struct proposal_wish wish = { .by_stance = true };
	struct codeframe_question question;

	memcpy(said, answers, sizeof(said));
	for (size_t i = 0; i < ANSWERS_MADE; i++)
		said[i].choices = i % 2 ? "for" : "against";
	question = draft_question(&arena, "why", &measured, &wish);
	ck_assert_uint_ge(question.theme_count, 4);
	for (size_t i = 0; i < question.theme_count; i++) {
		const struct codeframe_theme *theme = &question.themes[i];
		size_t own = strcmp(theme->stance, "for") == 0 ? 0 : 1;
		const char *label = theme->label.text[LANGUAGE_EN];

		ck_assert_uint_eq(theme->split[own], theme->size);
		ck_assert_uint_eq(theme->split[1 - own] + theme->split[2], 0);
		ck_assert_ptr_nonnull(
			strstr(label, own ? "(Against)" : "(For)"));
	}
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
	ck_assert_uint_eq(proposal_answers_differ(same, 10), 1);
	question = draft(answers, 19, 0);
	ck_assert_uint_eq(question.theme_count, 0);
	question = draft(NULL, 0, 0);
	ck_assert_uint_eq(question.answers, 0);
	ck_assert_uint_eq(proposal_answers_differ(NULL, 0), 0);
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
	tcase_add_test(tcase, marks_what_later_answers_are_about);
	tcase_add_test(tcase, does_not_propose_again_what_was_deleted);
	tcase_add_test(tcase, splits_by_what_people_chose);
	tcase_add_test(tcase, drafts_nothing_out_of_too_little);
	suite_add_tcase(suite, tcase);
	return suite;
}
