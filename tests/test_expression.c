#include "suites.h"

#include <string.h>

#include "arena.h"
#include "str.h"
#include "text/vocabulary.h"
#include "themes/cluster.h"
#include "themes/expression.h"
#include "themes/passage.h"

enum { PASSAGES_MAX = 40 };

static struct arena arena;
static struct vocabulary *vocabulary;
static struct passage items[PASSAGES_MAX];
static struct passages passages;
static const char *words; /* that tell the themes */

static void
start(void)
{
	vocabulary = vocabulary_new(&arena);
	passages = (struct passages){ items, 0, PASSAGES_MAX };
	words = "";
}

static void
stop(void)
{
	vocabulary_free(vocabulary);
	arena_free(&arena);
}

/* TIMES clauses that are all of TEXT. */
static void
add(const char *text, enum tongue tongue, uint32_t theme, size_t times)
{
	const struct word *read;

	vocabulary_read(vocabulary, tongue, text, strlen(text), &read);
	while (times--) {
		items[passages.count] = (struct passage){
			.text = text,
			.tongue = tongue,
			.end = (uint32_t)strlen(text),
			.theme = theme,
			.evidence = 1,
			.answer = passages.count,
		};
		passages.count++;
	}
}

/* The expressions of two themes, both told by WORDS. */
static struct expressions
find(enum tongue tongue)
{
	size_t size = vocabulary_size(vocabulary);
	unsigned char *telling = arena_array(&arena, size * 2, 1);

	for (const char *word = words; *word;) {
		size_t len = strcspn(word, " ");
		uint32_t stem = vocabulary_find(vocabulary, tongue, word, len);

		telling[stem * 2] = telling[stem * 2 + 1] = 1;
		word += len + (word[len] == ' ');
	}
	return expression_find(&arena, vocabulary, &passages, telling, size, 2);
}

/* "text own/total" of each expression of theme THEME. */
static const char *
describe(const struct expressions *expressions, uint32_t theme)
{
	struct str out = { .arena = &arena };

	str_text(&out, "");
	for (size_t i = 0; i < expressions->count; i++) {
		const struct expression *one = &expressions->items[i];

		if (one->theme == theme)
			str_format(&out, "%s%s %zu/%zu", out.len ? ", " : "",
				   one->text, one->own, one->total);
	}
	return out.text;
}

static const struct {
	enum tongue tongue;
	const char *text, *telling, *expressions;
} texts[] = {
	/* One to three words with a telling one, none a stop word at its end. */
	{ TONGUE_EN, "We want the bus stop shelter here", "stop",
	  "bus stop 3/3, bus stop shelter 3/3, stop 3/3, stop shelter 3/3" },
	{ TONGUE_EN, "It is a duty to inform", "duty",
	  "duty 3/3, duty to inform 3/3" },
	{ TONGUE_EN, "There is a lack of buses", "buses",
	  "buses 3/3, lack of buses 3/3" },
	/* A hyphen makes one word of two, which is never cut. */
	{ TONGUE_EN, "A low-cost heat-pump scheme is", "pump",
	  "heat-pump 3/3, heat-pump scheme 3/3, low-cost heat-pump 3/3, "
	  "low-cost heat-pump scheme 3/3" },
	/* Nothing goes over a mark, nothing ends in a possessive. */
	{ TONGUE_EN, "A bus, fare", "bus fare", "bus 3/3, fare 3/3" },
	{ TONGUE_EN, "The children's bus", "bus children",
	  "bus 3/3, children's bus 3/3" },
	{ TONGUE_EN, "The people’s bus", "bus", "bus 3/3, people's bus 3/3" },
	{ TONGUE_EN, "Within 24 miles", "miles", "miles 3/3" },
	/* No capital that is only that of a sentence. */
	{ TONGUE_EN, "Bus lanes", "bus lanes",
	  "bus 3/3, bus lanes 3/3, lanes 3/3" },
	{ TONGUE_EN, "The Town Council", "council",
	  "Council 3/3, Town Council 3/3" },
	{ TONGUE_EN, "Nothing that tells", "", "" },
	{ TONGUE_CY, "Mae’r bws yn hwyr", "bws", "bws 3/3, bws yn hwyr 3/3" },
	{ TONGUE_NONE, "the bus", "bus", "bus 3/3, the bus 3/3" },
};

START_TEST(finds_what_people_write)
{
	struct expressions found;

	add(texts[_i].text, texts[_i].tongue, 0, 3);
	words = texts[_i].telling;
	found = find(texts[_i].tongue);
	ck_assert_str_eq(describe(&found, 0), texts[_i].expressions);
	ck_assert_str_eq(describe(&found, 1), "");
}
END_TEST

/* Two clauses are enough in a theme of few, three it takes in one of thirty. */
START_TEST(wants_more_than_one_clause)
{
	struct expressions found;

	words = "bus tram";
	add("a bus", TONGUE_EN, 0, 1);
	add("a tram", TONGUE_EN, 0, 2);
	found = find(TONGUE_EN);
	ck_assert_str_eq(describe(&found, 0), "tram 2/2");
	add("a bus", TONGUE_EN, 0, 2);
	add("nothing", TONGUE_EN, 0, 25);
	found = find(TONGUE_EN);
	ck_assert_str_eq(describe(&found, 0), "bus 3/3");
}
END_TEST

/* However the words are bent, once a clause, everywhere. */
START_TEST(counts_expressions_in_all_clauses)
{
	struct expressions found;

	words = "bus";
	add("a late bus and late buses", TONGUE_EN, 0, 2);
	add("late bus", TONGUE_EN, 0, 2);
	add("the late bus", TONGUE_EN, 1, 1);
	add("a late bus", TONGUE_EN, CLUSTER_NONE, 1);
	add("the bus is late", TONGUE_EN, CLUSTER_NONE, 1);
	found = find(TONGUE_EN);
	ck_assert_str_eq(describe(&found, 0), "bus 4/7, late bus 4/6");
	ck_assert_str_eq(describe(&found, 1), "");
}
END_TEST

START_TEST(writes_it_as_most_do)
{
	struct expressions found;

	words = "council";
	add("the Town Council", TONGUE_EN, 0, 2);
	add("our town council", TONGUE_EN, 0, 3);
	add("Councils", TONGUE_EN, 0, 9);
	found = find(TONGUE_EN);
	/* Capitals at the start of a sentence say nothing. */
	ck_assert_str_eq(describe(&found, 0),
			 "council 14/14, town council 5/5");
}
END_TEST

static const struct expression *
named(const struct expressions *expressions, const char *text)
{
	for (size_t i = 0; i < expressions->count; i++)
		if (!strcmp(expressions->items[i].text, text))
			return &expressions->items[i];
	ck_abort_msg("no expression %s", text);
	return NULL;
}

/* 1: a telling word; 2: one of the ten that tell the theme. */
START_TEST(knows_the_words_that_tell_the_theme)
{
	struct expressions found;
	unsigned char telling[64] = { 0 };

	add("the late bus", TONGUE_EN, 0, 2);
	ck_assert_uint_le(vocabulary_size(vocabulary), sizeof(telling));
	telling[vocabulary_find(vocabulary, TONGUE_EN, "bus", 3)] = 2;
	telling[vocabulary_find(vocabulary, TONGUE_EN, "late", 4)] = 1;
	found = expression_find(&arena, vocabulary, &passages, telling,
				vocabulary_size(vocabulary), 1);
	ck_assert_str_eq(describe(&found, 0), "bus 2/2, late bus 2/2");
	ck_assert(found.items[0].has_keyterm);
	ck_assert(found.items[1].has_keyterm);
}
END_TEST

START_TEST(knows_what_leads_an_expression_in)
{
	struct expressions found;
	const struct expression *one;

	words = "plan inform";
	add("the plan", TONGUE_EN, 0, 2);
	add("they plan", TONGUE_EN, 0, 3);
	add("plan", TONGUE_EN, 0, 1);
	add("a duty to inform", TONGUE_EN, 0, 3);
	add("parents should inform", TONGUE_EN, 0, 3);
	found = find(TONGUE_EN);
	one = named(&found, "plan");
	ck_assert_uint_eq(one->nouns, 2);
	ck_assert_uint_eq(one->verbs, 3);
	/* In "plan to inform" it stands for itself as well. */
	add("the plan to inform", TONGUE_EN, 0, 1);
	/* Beside another noun or a number it does not. */
	add("a plan inspector", TONGUE_EN, 0, 1);
	add("17 plans", TONGUE_EN, 0, 1);
	found = find(TONGUE_EN);
	one = named(&found, "plan");
	ck_assert_uint_eq(one->own, 9);
	ck_assert_uint_eq(one->heads, 7);
	one = named(&found, "duty to inform");
	ck_assert(!one->is_sentence);
	ck_assert_uint_eq(one->word_count, 3);
	ck_assert_uint_eq(one->stem_count, 3);
	ck_assert_uint_eq(one->stems[2],
			  vocabulary_find(vocabulary, TONGUE_EN, "inform", 6));
	ck_assert(named(&found, "parents should inform")->is_sentence);
}
END_TEST

Suite *
suite_expression(void)
{
	Suite *suite = suite_create("expression");
	TCase *tcase = tcase_create("expression");

	tcase_add_checked_fixture(tcase, start, stop);
	tcase_add_loop_test(tcase, finds_what_people_write, 0,
			    sizeof(texts) / sizeof(texts[0]));
	tcase_add_test(tcase, wants_more_than_one_clause);
	tcase_add_test(tcase, counts_expressions_in_all_clauses);
	tcase_add_test(tcase, writes_it_as_most_do);
	tcase_add_test(tcase, knows_the_words_that_tell_the_theme);
	tcase_add_test(tcase, knows_what_leads_an_expression_in);
	suite_add_tcase(suite, tcase);
	return suite;
}
