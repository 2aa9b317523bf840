#include "suites.h"

#include <string.h>

#include "arena.h"
#include "cases.h"
#include "text/stem.h"
#include "text/stopwords.h"

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
	{ TONGUE_EN, "placement", STOPWORD_NONE },
	{ TONGUE_EN, "mae", STOPWORD_NONE },
	{ TONGUE_EN, "", STOPWORD_NONE },
	{ TONGUE_CY, "a", STOPWORD_STOP },
	{ TONGUE_CY, "ôl", STOPWORD_STOP },
	{ TONGUE_CY, "yr", STOPWORD_STOP },
	{ TONGUE_CY, "newydd", STOPWORD_PLAIN },
	{ TONGUE_CY, "plant", STOPWORD_NONE },
	{ TONGUE_CY, "the", STOPWORD_NONE },
};

START_TEST(knows_the_stop_words_of_each_language)
{
	ck_assert_int_eq(stopword_of(stops[_i].tongue, stops[_i].word),
			 stops[_i].kind);
}
END_TEST

/* Every word that the tables hold is found: they are in order. */
START_TEST(finds_the_first_and_last_of_every_letter)
{
	static const char *const english[] = {
		"about",       "between", "during",  "everything",
		"furthermore", "however", "myself",  "otherwise",
		"perhaps",     "weren't", "wouldn't"
	};
	static const char *const welsh[] = { "allan", "byddwn", "dylid",
					     "felly", "gyda",	"llawer",
					     "rhwng", "sydd",	"wrth",
					     "ynddo", "ynglŷn", "â" };

	for (size_t i = 0; i < sizeof(english) / sizeof(english[0]); i++)
		ck_assert_msg(stopword_of(TONGUE_EN, english[i]) ==
				      STOPWORD_STOP,
			      "%s", english[i]);
	for (size_t i = 0; i < sizeof(welsh) / sizeof(welsh[0]); i++)
		ck_assert_msg(stopword_of(TONGUE_CY, welsh[i]) ==
				      STOPWORD_STOP,
			      "%s", welsh[i]);
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
	tcase_add_test(tcase, finds_the_first_and_last_of_every_letter);
	suite_add_tcase(suite, tcase);
	return suite;
}
