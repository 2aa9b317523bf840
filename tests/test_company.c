#include "suites.h"

#include <stdbool.h>
#include <string.h>

#include "arena.h"
#include "bags_made.h"
#include "themes/company.h"

enum { TEXTS = 40, LEN = 45, WORDS = 6 };

static const uint32_t wanted[] = { 4, 0, 2, 1 };
enum { WANTED = sizeof(wanted) / sizeof(wanted[0]) };

struct counted {
	uint32_t single[WANTED], both[WANTED][WANTED], windows;
};

/* Every window of one text, one after another. */
static void
count_windows(struct counted *counted, const char *text)
{
	size_t len = strlen(text), first = 0;

	do {
		size_t left = len - first;
		size_t width = left < COMPANY_WINDOW ? left : COMPANY_WINDOW;
		bool has[WANTED];

		for (size_t i = 0; i < WANTED; i++)
			has[i] = memchr(text + first, 'a' + (int)wanted[i],
					width) != NULL;
		for (size_t i = 0; i < WANTED; i++) {
			counted->single[i] += has[i] ? 1 : 0;
			for (size_t j = i + 1; j < WANTED; j++)
				counted->both[i][j] += has[i] && has[j];
		}
		counted->windows++;
		first++;
	} while (first + COMPANY_WINDOW <= len);
}

static const char *
draw_text(struct arena *arena, uint64_t *state)
{
	uint32_t len = drawn(state, LEN);
	char *text = arena_alloc(arena, LEN + 1);

	for (uint32_t i = 0; i < len; i++) {
		uint32_t letter = drawn(state, 3 * WORDS);

		text[i] = letter < WORDS ? (char)('a' + letter) : '-';
	}
	text[len] = '\0';
	return text;
}

START_TEST(counts_what_windows_hold)
{
	struct arena arena = { 0 };
	const char *texts[TEXTS];
	struct counted counted = { 0 };
	uint64_t state = (uint64_t)_i;
	struct bags bags;
	struct company company;

	for (size_t i = 0; i < TEXTS; i++) {
		texts[i] = draw_text(&arena, &state);
		count_windows(&counted, texts[i]);
	}
	bags = bags_made(&arena, texts, TEXTS);
	company = company_count(&arena, &bags, wanted, WANTED);
	ck_assert_uint_eq(company.count, WANTED);
	ck_assert_double_eq(company.windows, counted.windows);
	ck_assert_uint_eq(company.places[3], COLUMN_NONE);
	for (size_t i = 0; i < WANTED; i++) {
		ck_assert_uint_eq(company.places[wanted[i]], i);
		ck_assert_uint_eq(company.single[i], counted.single[i]);
		for (size_t j = i + 1; j < WANTED; j++)
			ck_assert_uint_eq(company.both[i * WANTED + j],
					  counted.both[i][j]);
	}
	arena_free(&arena);
}
END_TEST

/* Of 16 windows each word is in 8; both are in so many. */
static const struct {
	uint32_t both;
	double value;
} values[] = {
	{ 0, -1 },
	{ 1, -0.726848 }, /* .1 of 16: (ln .00625 + ln 4) / -ln .00625 */
	{ 4, -0.301309 }, /* 2.2 of 16 */
	{ 8, 0.288182 },  /* 5.454416 of 16 */
};

START_TEST(lowers_what_was_seen_seldom)
{
	static const uint32_t places[] = { 1, 0 }, single[] = { 8, 8 };
	const uint32_t both[] = { 0, values[_i].both, 0, 0 };
	const struct company company = { places, 2, single, both, 16 };

	ck_assert_double_eq_tol(company_value(&company, 0, 1), values[_i].value,
				1e-6);
	ck_assert_double_eq(company_value(&company, 0, 1),
			    company_value(&company, 1, 0));
}
END_TEST

Suite *
suite_company(void)
{
	Suite *suite = suite_create("company");
	TCase *tcase = tcase_create("company");

	tcase_add_loop_test(tcase, counts_what_windows_hold, 0, 6);
	tcase_add_loop_test(tcase, lowers_what_was_seen_seldom, 0,
			    sizeof(values) / sizeof(values[0]));
	suite_add_tcase(suite, tcase);
	return suite;
}
