#include "suites.h"

#include <string.h>

#include "arena.h"
#include "str.h"
#include "text/copies.h"
#include "text/corpus.h"

enum { ANSWER_COUNT = 6 };

static const struct corpus_answer answers[ANSWER_COUNT] = {
	{ "Siblings should stay together. Ofsted knows that siblings matter.",
	  TONGUE_EN },
	{ "My sibling saw the IRO. Directors don’t.", TONGUE_EN },
	{ "The IRO and Ofsted, on the 16th and 24 times.", TONGUE_EN },
	{ "Mae'r grant a'u teulu'r un fath", TONGUE_CY },
	{ "The grant is far-away from\nhome", TONGUE_EN },
	{ "…", TONGUE_EN },
};

static const struct term *
find_term(const struct corpus *corpus, enum tongue tongue, const char *stem)
{
	for (size_t i = 0; i < corpus->term_count; i++)
		if (corpus->terms[i].tongue == tongue &&
		    !strcmp(corpus->terms[i].stem, stem))
			return &corpus->terms[i];
	return NULL;
}

START_TEST(counts_words_by_stem)
{
	struct arena arena = { 0 };
	struct corpus corpus = corpus_read(&arena, answers, ANSWER_COUNT);
	const struct term *sibling = find_term(&corpus, TONGUE_EN, "sibl");

	ck_assert_ptr_nonnull(sibling);
	ck_assert_uint_eq(sibling->documents, 2);
	ck_assert_uint_eq(sibling->count, 3);
	arena_free(&arena);
}
END_TEST

START_TEST(shows_words_as_people_write_them)
{
	struct arena arena = { 0 };
	struct corpus corpus = corpus_read(&arena, answers, ANSWER_COUNT);

	ck_assert_str_eq(find_term(&corpus, TONGUE_EN, "iro")->surface, "IRO");
	ck_assert_str_eq(find_term(&corpus, TONGUE_EN, "ofst")->surface,
			 "Ofsted");
	ck_assert_str_eq(find_term(&corpus, TONGUE_EN, "director")->surface,
			 "directors");
	arena_free(&arena);
}
END_TEST

START_TEST(leaves_out_what_tells_nothing)
{
	struct arena arena = { 0 };
	struct corpus corpus = corpus_read(&arena, answers, ANSWER_COUNT);

	ck_assert_ptr_null(find_term(&corpus, TONGUE_EN, "the"));
	ck_assert_ptr_null(find_term(&corpus, TONGUE_EN, "don't"));
	ck_assert_ptr_null(find_term(&corpus, TONGUE_EN, "24"));
	ck_assert_ptr_nonnull(find_term(&corpus, TONGUE_EN, "16th"));
	ck_assert_ptr_null(find_term(&corpus, TONGUE_CY, "mae"));
	ck_assert_ptr_nonnull(find_term(&corpus, TONGUE_CY, "teulu"));
	ck_assert_uint_eq(corpus.documents[5].word_count, 0);
	arena_free(&arena);
}
END_TEST

START_TEST(keeps_the_languages_apart)
{
	struct arena arena = { 0 };
	struct corpus corpus = corpus_read(&arena, answers, ANSWER_COUNT);

	ck_assert_uint_eq(find_term(&corpus, TONGUE_CY, "grant")->documents, 1);
	ck_assert_uint_eq(find_term(&corpus, TONGUE_EN, "grant")->documents, 1);
	arena_free(&arena);
}
END_TEST

/* Terms in their order, each document's counts, as one text. */
static const char *
describe(struct arena *arena, const struct corpus *corpus, size_t shift)
{
	struct str out = { .arena = arena };

	for (size_t i = 0; i < corpus->term_count; i++)
		str_format(&out, "%s %s %zu %zu\n", corpus->terms[i].stem,
			   corpus->terms[i].surface, corpus->terms[i].documents,
			   corpus->terms[i].count);
	for (size_t i = 0; i < corpus->document_count; i++) {
		const struct corpus_document *document =
			&corpus->documents[(i + shift) %
					   corpus->document_count];

		for (size_t j = 0; j < document->term_count; j++)
			str_format(&out, "%zu*%zu ", document->terms[j].count,
				   document->terms[j].term);
	}
	return out.text;
}

START_TEST(numbers_terms_the_same_in_any_order)
{
	struct arena arena = { 0 };
	struct corpus corpus = corpus_read(&arena, answers, ANSWER_COUNT);
	const char *expected = describe(&arena, &corpus, 0);

	for (size_t shift = 1; shift < ANSWER_COUNT; shift++) {
		struct corpus_answer shifted[ANSWER_COUNT];

		for (size_t i = 0; i < ANSWER_COUNT; i++)
			shifted[(i + shift) % ANSWER_COUNT] = answers[i];
		corpus = corpus_read(&arena, shifted, ANSWER_COUNT);
		ck_assert_str_eq(describe(&arena, &corpus, shift), expected);
	}
	arena_free(&arena);
}
END_TEST

START_TEST(knows_which_words_adjoin)
{
	struct arena arena = { 0 };
	struct corpus corpus = corpus_read(&arena, answers, ANSWER_COUNT);

	/* together. Ofsted */
	ck_assert(corpus_adjoins(&corpus.documents[0], 0));
	ck_assert(!corpus_adjoins(&corpus.documents[0], 3));
	/* far-away from\nhome */
	for (size_t i = 0; i < 6; i++)
		ck_assert(corpus_adjoins(&corpus.documents[4], i));
	ck_assert(!corpus_adjoins(&corpus.documents[4], 6));
	arena_free(&arena);
}
END_TEST

START_TEST(reads_very_many_words)
{
	struct arena arena = { 0 };
	struct str text = { .arena = &arena };
	struct corpus_answer answer = { .tongue = TONGUE_EN };
	struct corpus corpus;

	for (int i = 0; i < 5000; i++)
		str_format(&text, "word%dx ", i % 3000);
	answer.text = text.text;
	corpus = corpus_read(&arena, &answer, 1);
	ck_assert_uint_eq(corpus.term_count, 3000);
	ck_assert_uint_eq(corpus.documents[0].word_count, 5000);
	ck_assert_uint_eq(corpus_read(&arena, NULL, 0).term_count, 0);
	arena_free(&arena);
}
END_TEST

START_TEST(folds_copies_to_one)
{
	static const struct copies_answer sent[] = {
		{ "Yes, I agree!", TONGUE_EN }, { "No", TONGUE_EN },
		{ "yes i agree", TONGUE_EN },	{ "NO.", TONGUE_CY },
		{ "Yes, I agree!", TONGUE_EN }, { "?", TONGUE_EN },
	};
	struct arena arena = { 0 };
	struct copies copies = copies_find(&arena, sent, 6, false);

	ck_assert_uint_eq(copies.group_count, 4);
	ck_assert_uint_eq(copies.group_of[0], copies.group_of[2]);
	ck_assert_uint_eq(copies.group_of[0], copies.group_of[4]);
	ck_assert_uint_ne(copies.group_of[1], copies.group_of[3]);
	ck_assert_uint_eq(copies.groups[copies.group_of[0]].count, 3);
	ck_assert_uint_eq(copies.groups[copies.group_of[0]].template, 0);
	arena_free(&arena);
}
END_TEST

Suite *
suite_corpus(void)
{
	Suite *suite = suite_create("corpus");
	TCase *tcase = tcase_create("corpus");

	tcase_add_test(tcase, counts_words_by_stem);
	tcase_add_test(tcase, shows_words_as_people_write_them);
	tcase_add_test(tcase, leaves_out_what_tells_nothing);
	tcase_add_test(tcase, keeps_the_languages_apart);
	tcase_add_test(tcase, numbers_terms_the_same_in_any_order);
	tcase_add_test(tcase, knows_which_words_adjoin);
	tcase_add_test(tcase, reads_very_many_words);
	tcase_add_test(tcase, folds_copies_to_one);
	suite_add_tcase(suite, tcase);
	return suite;
}
