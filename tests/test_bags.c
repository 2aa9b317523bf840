#include "suites.h"

#include "arena.h"
#include "bags_made.h"
#include "str.h"
#include "text/vocabulary.h"
#include "themes/surface.h"

static struct arena arena;
static struct vocabulary *vocabulary;

static void
start(void)
{
	vocabulary = vocabulary_new(&arena);
}

static void
stop(void)
{
	vocabulary_free(vocabulary);
	arena_free(&arena);
}

static const struct {
	size_t texts;
	uint32_t least;
} leasts[] = { { 0, 2 },     { 14999, 2 },  { 15000, 3 }, { 19999, 3 },
	       { 20000, 4 }, { 50000, 10 }, { 55000, 11 } };

START_TEST(wants_a_word_in_more_texts_the_more_there_are)
{
	ck_assert_uint_eq(bags_documents_min(leasts[_i].texts),
			  leasts[_i].least);
}
END_TEST

/* The car is in three texts of six; dog, cat and tree are in two, of which tree comes
 * three times; the train is in one and the road in four. */
static const char *const six[] = {
	"The car on the road: a dog, a tree.",
	"Cars on the road. Trees and trees!",
	"A cat; a train and a road",
	"The dog and the car.",
	"Cats on roads.",
	"",
};

/* A bag as its words, "." behind each that ends a clause. */
static const char *
describe(const struct bags *bags, size_t index)
{
	const struct bag *bag = &bags->items[index];
	struct str out = { .arena = &arena };

	str_text(&out, "");
	for (uint32_t i = 0; i < bag->length; i++)
		str_format(&out, "%s%s%s", i ? " " : "",
			   bag->sequence[i] == COLUMN_NONE
				   ? "-"
				   : vocabulary_text(
					     vocabulary,
					     bags->stems[bag->sequence[i]]),
			   bag->cut[i] ? "." : "");
	str_text(&out, " |");
	for (uint32_t i = 0; i < bag->word_count; i++)
		str_format(&out, " %u*%u", bag->words[i].column,
			   bag->words[i].count);
	return out.text;
}

START_TEST(counts_the_words_that_tell_texts_apart)
{
	struct bags bags = bags_read(&arena, vocabulary, six, 6);
	static const char *const stems[] = { "car", "tree", "cat", "dog" };
	static const uint32_t documents[] = { 3, 2, 2, 2 };
	static const uint32_t occurrences[] = { 3, 3, 2, 2 };

	ck_assert_uint_eq(bags.count, 6);
	ck_assert_uint_eq(bags.column_count, 4);
	for (size_t i = 0; i < 4; i++) {
		ck_assert_str_eq(vocabulary_text(vocabulary, bags.stems[i]),
				 stems[i]);
		ck_assert_uint_eq(bags.documents[i], documents[i]);
		ck_assert_uint_eq(bags.occurrences[i], occurrences[i]);
	}
	ck_assert_str_eq(describe(&bags, 0), "car - dog tree. | 0*1 1*1 3*1");
	ck_assert_str_eq(describe(&bags, 1), "car -. tree tree. | 0*1 1*2");
	ck_assert_str_eq(describe(&bags, 2), "cat. - -. | 2*1");
	ck_assert_str_eq(describe(&bags, 5), " |");
}
END_TEST

/* "people" may be anybody: it is no column, yet its stem is known to phrases. */
START_TEST(leaves_general_words_out)
{
	static const char *const texts[] = { "Young people drive cars",
					     "Young people; no cars.", "Roads",
					     "Roads", "Old" };
	struct bags bags = bags_read(&arena, vocabulary, texts, 5);
	const struct word *words;

	ck_assert_str_eq(describe(&bags, 0), "young - car. | 0*1 2*1");
	ck_assert_str_eq(describe(&bags, 1), "young. car. | 0*1 2*1");
	vocabulary_read(vocabulary, TONGUE_EN, texts[0], strlen(texts[0]),
			&words);
	ck_assert_uint_ne(words[1].stem, WORD_NONE);
}
END_TEST

/* Where "person" does not count, the stem is shown by what does. */
START_TEST(shows_a_stem_by_a_word_that_counts)
{
	static const char text[] = "Person, person, person: personal data";
	struct surfaces surfaces = { .arena = &arena };
	const struct word *words;
	size_t count = vocabulary_read(vocabulary, TONGUE_EN, text,
				       strlen(text), &words);
	uint32_t stem = words[0].stem;

	ck_assert_uint_eq(words[3].stem, stem);
	surface_count(&surfaces, vocabulary, words, count);
	ck_assert_str_eq(surface_choose(&surfaces, vocabulary)[stem],
			 "personal");
}
END_TEST

START_TEST(splits_texts_into_their_clauses)
{
	static const char *const texts[] = { "ab.-a", "", "b", "a.b.c." };
	struct bags bags = bags_made(&arena, texts, 4);
	const uint32_t *owners;
	struct bags clauses = bags_split(&arena, &bags, &owners);
	static const uint32_t expected[] = { 0, 0, 1, 2, 3, 3, 3 };
	static const uint32_t lengths[] = { 2, 2, 0, 1, 1, 1, 1 };

	ck_assert_uint_eq(clauses.count, 7);
	ck_assert_uint_eq(clauses.column_count, bags.column_count);
	for (size_t i = 0; i < 7; i++) {
		ck_assert_uint_eq(owners[i], expected[i]);
		ck_assert_uint_eq(clauses.items[i].length, lengths[i]);
	}
	ck_assert_ptr_eq(clauses.items[1].sequence, bags.items[0].sequence + 2);
	ck_assert_uint_eq(clauses.items[1].word_count, 1);
	/* "a" is in three clauses of two texts, which the columns are told by. */
	ck_assert_uint_eq(bags.documents[0], 2);
	ck_assert_ptr_eq(clauses.documents, bags.documents);
	ck_assert_uint_eq(clauses.occurrences[0], 3);
	ck_assert_uint_eq(bags_split(&arena, &bags, NULL).count, 7);
}
END_TEST

Suite *
suite_bags(void)
{
	Suite *suite = suite_create("bags");
	TCase *tcase = tcase_create("bags");

	tcase_add_checked_fixture(tcase, start, stop);
	tcase_add_loop_test(tcase,
			    wants_a_word_in_more_texts_the_more_there_are, 0,
			    sizeof(leasts) / sizeof(leasts[0]));
	tcase_add_test(tcase, counts_the_words_that_tell_texts_apart);
	tcase_add_test(tcase, leaves_general_words_out);
	tcase_add_test(tcase, shows_a_stem_by_a_word_that_counts);
	tcase_add_test(tcase, splits_texts_into_their_clauses);
	suite_add_tcase(suite, tcase);
	return suite;
}
