#include "suites.h"

#include <string.h>

#include "arena.h"
#include "str.h"
#include "text/clause.h"

static const struct {
	enum tongue tongue;
	const char *text, *clauses; /* "|" between clauses */
} texts[] = {
	{ TONGUE_EN, "Buses", "Buses" },
	{ TONGUE_EN, "Fares rise; buses go. Why? Pay! More…less",
	  "Fares rise|buses go|Why|Pay|More|less" },
	{ TONGUE_EN, "The bus\nand the train", "The bus|and the train" },
	{ TONGUE_EN, "Good, but late: more cars - fewer trains",
	  "Good|but late more cars fewer trains" },
	{ TONGUE_EN, "Fine However dear Although WHILE while",
	  "Fine|However dear|Although|WHILE|while" },
	{ TONGUE_EN, "It costs 3.50 at example.org",
	  "It costs 3.50 at example.org" },
	{ TONGUE_CY, "Da iawn ond drud, er hynny da",
	  "Da iawn|ond drud|er hynny da" },
	/* A word turns a text in its own language alone. */
	{ TONGUE_EN, "tra ond er", "tra ond er" },
	{ TONGUE_CY, "but while", "but while" },
	{ TONGUE_NONE, "good but late. Gone", "good but late|Gone" },
};

START_TEST(cuts_a_text_where_it_turns)
{
	struct arena arena = { 0 };
	struct vocabulary *vocabulary = vocabulary_new(&arena);
	struct str out = { .arena = &arena };
	const char *text = texts[_i].text;
	const struct word *words;
	size_t count = vocabulary_read(vocabulary, texts[_i].tongue, text,
				       strlen(text), &words);

	for (size_t i = 0; i < count; i++) {
		bool ends = clause_ends(vocabulary, text, words, count, i);

		str_format(&out, "%.*s%s", (int)(words[i].end - words[i].start),
			   text + words[i].start,
			   i + 1 == count ? (ends ? "" : "no end")
			   : ends	  ? "|"
					  : " ");
	}
	ck_assert_str_eq(out.text, texts[_i].clauses);
	vocabulary_free(vocabulary);
	arena_free(&arena);
}
END_TEST

Suite *
suite_clause(void)
{
	Suite *suite = suite_create("clause");
	TCase *tcase = tcase_create("clause");

	tcase_add_loop_test(tcase, cuts_a_text_where_it_turns, 0,
			    sizeof(texts) / sizeof(texts[0]));
	suite_add_tcase(suite, tcase);
	return suite;
}
