#include "suites.h"

#include <string.h>

#include "arena.h"
#include "cases.h"
#include "stopwords_list.h"
#include "text/stem.h"
#include "text/stopwords.h"
#include "text/tokenise.h"

START_TEST(stems_the_words_of_the_table)
{
	struct arena arena = { 0 };
	struct cases cases = cases_read(&arena, "stem.txt", 3);
	struct stemmer *stemmer = stemmer_new();

	for (size_t i = 0; i < cases.count; i++) {
		const struct case_row *row = &cases.rows[i];
		enum tongue tongue;
		const char *stem;

		ck_assert(tongue_from_code(row->columns[0], &tongue));
		stem = stemmer_stem(stemmer, &arena, tongue, row->columns[1]);
		ck_assert_msg(!strcmp(stem, row->columns[2]),
			      "stem.txt:%zu: found %s", row->line, stem);
	}
	stemmer_free(stemmer);
	arena_free(&arena);
}
END_TEST

static const struct {
	enum tongue tongue;
	const char *word;
	enum stopword kind;
} stops[] = {
	{ TONGUE_EN, "a", STOPWORD_STOP },
	{ TONGUE_EN, "yourselves", STOPWORD_STOP },
	{ TONGUE_EN, "didn't", STOPWORD_STOP },
	{ TONGUE_EN, "able", STOPWORD_PLAIN },
	{ TONGUE_EN, "small", STOPWORD_PLAIN },
	{ TONGUE_EN, "years", STOPWORD_PLAIN },
	{ TONGUE_EN, "people", STOPWORD_GENERAL },
	{ TONGUE_EN, "areas", STOPWORD_GENERAL },
	{ TONGUE_EN, "placement", STOPWORD_NONE },
	{ TONGUE_EN, "mae", STOPWORD_NONE },
	{ TONGUE_EN, "", STOPWORD_NONE },
	{ TONGUE_CY, "a", STOPWORD_STOP },
	{ TONGUE_CY, "ôl", STOPWORD_STOP },
	{ TONGUE_CY, "yr", STOPWORD_STOP },
	{ TONGUE_CY, "newydd", STOPWORD_PLAIN },
	{ TONGUE_CY, "plant", STOPWORD_NONE },
	{ TONGUE_CY, "the", STOPWORD_NONE },
	{ TONGUE_CY, "wedi'u", STOPWORD_STOP },
	{ TONGUE_FR, "l'école", STOPWORD_NONE },
	{ TONGUE_FR, "d'une", STOPWORD_STOP },
	{ TONGUE_FR, "aujourd'hui", STOPWORD_STOP },
	{ TONGUE_SR, "није", STOPWORD_STOP },
	{ TONGUE_NONE, "the", STOPWORD_NONE },
};

START_TEST(knows_the_stop_words_of_each_language)
{
	ck_assert_int_eq(stopword_of(stops[_i].tongue, stops[_i].word,
				     strlen(stops[_i].word)),
			 stops[_i].kind);
}
END_TEST

/* What a table of pairs shows of one language. */
static void
check_pairs(const char *name, bool meet)
{
	struct arena arena = { 0 };
	struct cases cases = cases_read(&arena, name, 2);
	struct stemmer *stemmer = stemmer_new();

	for (size_t i = 0; i < cases.count; i++) {
		const struct case_row *row = &cases.rows[i];
		const char *stem = stemmer_stem(stemmer, &arena, TONGUE_CY,
						row->columns[0]);
		const char *other =
			meet ? row->columns[1]
			     : stemmer_stem(stemmer, &arena, TONGUE_CY,
					    row->columns[1]);

		ck_assert_msg(!strcmp(stem, other) == meet, "%s:%zu: found %s",
			      name, row->line, stem);
	}
	stemmer_free(stemmer);
	arena_free(&arena);
}

START_TEST(brings_the_forms_of_a_welsh_word_together)
{
	check_pairs("welsh.txt", true);
}
END_TEST

START_TEST(keeps_unlike_welsh_words_apart)
{
	check_pairs("welsh_apart.txt", false);
}
END_TEST

START_TEST(leaves_what_is_too_long_for_a_welsh_word)
{
	struct arena arena = { 0 };
	struct stemmer *stemmer = stemmer_new();
	char word[4096];

	for (size_t len = 1; len < sizeof(word); len++) {
		const char *stem;

		memset(word, 'c', len);
		word[len] = '\0';
		stem = stemmer_stem(stemmer, &arena, TONGUE_CY, word);
		ck_assert_uint_le(strlen(stem), len);
		ck_assert(len <= 64 || !strcmp(stem, word));
	}
	stemmer_free(stemmer);
	arena_free(&arena);
}
END_TEST

/* A word of a list is one that a text can give: lower case, composed, one word by
 * Unicode's rules; and it is found, so the list is in order. */
static void
check_list(struct arena *arena, enum tongue tongue, const char *word,
	   enum stopword kind)
{
	struct tokens tokens = tokenise(arena, word);

	ck_assert_msg(!strcmp(word, token_word(arena, word, strlen(word))),
		      "%s: %s", tongue_code(tongue), word);
	ck_assert_msg(tokens.count == 1 && !tokens.items[0].start &&
			      tokens.items[0].end == strlen(word),
		      "%s: %s", tongue_code(tongue), word);
	ck_assert_msg(stopword_of(tongue, word, strlen(word)) == kind, "%s: %s",
		      tongue_code(tongue), word);
}

START_TEST(has_a_stemmer_and_a_list_for_every_language)
{
	enum tongue tongue = (enum tongue)_i;
	const struct stopwords_list *list = &stopwords_lists[tongue];
	struct arena arena = { 0 };
	struct stemmer *stemmer = stemmer_new();
	size_t stop_words = 0;

	ck_assert_str_eq(stemmer_stem(stemmer, &arena, tongue, "1"), "1");
	for (size_t i = 0; i < list->count; i++) {
		const struct stopwords_word *word = &list->words[i];

		check_list(&arena, tongue, word->text, word->kind);
		stop_words += word->kind == STOPWORD_STOP;
	}
	ck_assert_uint_ge(stop_words, tongue == TONGUE_NONE ? 0 : 120);
	stemmer_free(stemmer);
	arena_free(&arena);
}
END_TEST

Suite *
suite_stem(void)
{
	Suite *suite = suite_create("stem");
	TCase *tcase = tcase_create("stem");

	tcase_add_test(tcase, stems_the_words_of_the_table);
	tcase_add_loop_test(tcase, knows_the_stop_words_of_each_language, 0,
			    sizeof(stops) / sizeof(stops[0]));
	tcase_add_test(tcase, brings_the_forms_of_a_welsh_word_together);
	tcase_add_test(tcase, keeps_unlike_welsh_words_apart);
	tcase_add_test(tcase, leaves_what_is_too_long_for_a_welsh_word);
	tcase_add_loop_test(tcase, has_a_stemmer_and_a_list_for_every_language,
			    0, TONGUE_COUNT);
	suite_add_tcase(suite, tcase);
	return suite;
}
