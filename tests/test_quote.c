#include "suites.h"

#include <string.h>

#include "arena.h"
#include "str.h"
#include "themes/quote.h"

static struct arena arena;

static const char *const words[] = { "bus", "fares", "bus stop" };

static const char letter[] =
	"Every bus and every fare is a matter for the whole town to settle.";

static const struct quote_source sources[] = {
	{ "The bus fares are much too high for a family of five.", TONGUE_EN,
	  "A parent" },
	{ "The bus fares are much too high for a family of four.", TONGUE_EN,
	  NULL },
	{ "Nothing on this page is about the matter that was asked.", TONGUE_EN,
	  NULL },
	{ "Cheaper fares!", TONGUE_EN, NULL },
	{ letter, TONGUE_EN, NULL },
	{ letter, TONGUE_EN, "A council" },
	{ "I have written about many things over the years and the council "
	  "never once replied to any of them, which is a shame because some of "
	  "them were good.  My bus stop was taken away in March and nobody "
	  "told the driver.  There are also the potholes, the street lights, "
	  "the bins, the benches, the swings, the pond and the noise at night "
	  "from the yard behind the old brewery.",
	  TONGUE_EN, NULL },
};

enum { SOURCES = sizeof(sources) / sizeof(sources[0]) };

static void
stop(void)
{
	arena_free(&arena);
}

static const char *
describe(const struct quote *quotes, size_t count)
{
	struct str out = { .arena = &arena };

	str_text(&out, "");
	for (size_t i = 0; i < count; i++)
		str_format(&out, "%s %s (%s)\n", quotes[i].whole ? "=" : "~",
			   quotes[i].text,
			   quotes[i].source->attribution
				   ? quotes[i].source->attribution
				   : "-");
	return out.text;
}

START_TEST(picks_what_is_close_and_unlike)
{
	struct quote quotes[SOURCES];
	size_t count =
		quote_pick(&arena, sources, SOURCES, words, 3, SOURCES, quotes);

	/* The letter that two people sent comes last, under the first of its
	 * attributions; what is off the point or too short never comes. */
	ck_assert_str_eq(
		describe(quotes, count),
		"= The bus fares are much too high for a family of five. (A "
		"parent)\n"
		"~ My bus stop was taken away in March and nobody told the "
		"driver. (-)\n"
		"= The bus fares are much too high for a family of four. "
		"(-)\n"
		"= Every bus and every fare is a matter for the whole town to "
		"settle. (-)\n");
}
END_TEST

START_TEST(picks_no_more_than_wanted)
{
	struct quote quote;

	ck_assert_uint_eq(quote_pick(&arena, sources, SOURCES, words, 3, 1,
				     &quote),
			  1);
	ck_assert_uint_eq(quote_pick(&arena, sources, SOURCES, words, 3, 0,
				     NULL),
			  0);
	ck_assert_uint_eq(quote_pick(&arena, NULL, 0, words, 3, 1, &quote), 0);
}
END_TEST

START_TEST(picks_the_same_in_any_order)
{
	struct quote quotes[SOURCES];
	size_t count =
		quote_pick(&arena, sources, SOURCES, words, 3, SOURCES, quotes);
	const char *expected = describe(quotes, count);

	for (size_t shift = 1; shift < SOURCES; shift++) {
		struct quote_source shifted[SOURCES];

		for (size_t i = 0; i < SOURCES; i++)
			shifted[(i + shift) % SOURCES] = sources[i];
		count = quote_pick(&arena, shifted, SOURCES, words, 3, SOURCES,
				   quotes);
		ck_assert_str_eq(describe(quotes, count), expected);
	}
}
END_TEST

/* Three of ten words in every way there is: many are as close as others, but for
 * how their sums are rounded, and that must not go by who came first. */
START_TEST(rounds_the_same_in_any_order)
{
	static const char *const ten[] = { "apple",   "birch", "cedar",
					   "dogwood", "elder", "fir",
					   "grape",   "hazel", "ivy",
					   "juniper" };
	enum { MADE = 120, WANTED = 20 };
	struct quote_source made[MADE], turned[MADE];
	struct quote quotes[WANTED];
	const char *expected;
	size_t count = 0;

	for (size_t i = 0; i < 10; i++)
		for (size_t j = i + 1; j < 10; j++)
			for (size_t k = j + 1; k < 10; k++)
				made[count++] = (struct quote_source){
					.text = arena_format(
						&arena,
						"and the %s and the %s and the "
						"%s",
						ten[k], ten[i], ten[j]),
					.tongue = TONGUE_EN
				};
	ck_assert_uint_eq(count, MADE);
	expected = describe(quotes, quote_pick(&arena, made, MADE, ten, 10,
					       WANTED, quotes));
	for (size_t shift = 7; shift < MADE; shift += 7) {
		for (size_t i = 0; i < MADE; i++)
			turned[(i * 7 + shift) % MADE] = made[i];
		ck_assert_str_eq(describe(quotes,
					  quote_pick(&arena, turned, MADE, ten,
						     10, WANTED, quotes)),
				 expected);
	}
}
END_TEST

START_TEST(quotes_welsh_by_its_own_words)
{
	static const char *const welsh[] = { "bws" };
	const struct quote_source source = {
		"Mae'r bws i'r ysgol yn hwyr bob dydd o'r wythnos.", TONGUE_CY,
		NULL
	};
	struct quote quote;

	ck_assert_uint_eq(quote_pick(&arena, &source, 1, welsh, 1, 1, &quote),
			  1);
	ck_assert_str_eq(quote.text, source.text);
}
END_TEST

Suite *
suite_quote(void)
{
	Suite *suite = suite_create("quote");
	TCase *tcase = tcase_create("quote");

	tcase_add_checked_fixture(tcase, NULL, stop);
	tcase_add_test(tcase, picks_what_is_close_and_unlike);
	tcase_add_test(tcase, picks_no_more_than_wanted);
	tcase_add_test(tcase, picks_the_same_in_any_order);
	tcase_add_test(tcase, rounds_the_same_in_any_order);
	tcase_add_test(tcase, quotes_welsh_by_its_own_words);
	suite_add_tcase(suite, tcase);
	return suite;
}
