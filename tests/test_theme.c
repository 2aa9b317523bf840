#include "suites.h"

#include <string.h>

#include "answers_made.h"
#include "arena.h"
#include "coding/coding.h"
#include "str.h"
#include "text/lead_in.h"
#include "themes/theme.h"
#include "utf8.h"

static struct arena arena;
static struct theme_text answers[ANSWERS_MADE];

static void
start(void)
{
	const struct coding_answer *made = answers_made(&arena);

	for (size_t i = 0; i < ANSWERS_MADE; i++)
		answers[i] = (struct theme_text){ made[i].text,
						  tongue_of(made[i].language) };
}

static void
stop(void)
{
	arena_free(&arena);
}

static const char *
describe_one(const struct theme *theme)
{
	struct str out = { .arena = &arena };

	str_format(&out, "%s:", theme->label);
	for (size_t j = 0; j < theme->word_count; j++)
		str_format(&out, "%s%s", j == theme->enough_count ? " | " : " ",
			   theme->words[j]);
	str_char(&out, '\n');
	return out.text;
}

static const char *
describe(const struct themes *themes)
{
	struct str out = { .arena = &arena };

	str_text(&out, "");
	for (size_t i = 0; i < themes->count; i++)
		str_text(&out, describe_one(&themes->items[i]));
	return out.text;
}

static bool
has_word(const struct theme *theme, const char *word)
{
	for (size_t i = 0; i < theme->word_count; i++)
		if (!strcmp(theme->words[i], word))
			return true;
	return false;
}

/* The theme that has the word. */
static const struct theme *
theme_of(const struct themes *themes, const char *word)
{
	for (size_t i = 0; i < themes->count; i++)
		if (has_word(&themes->items[i], word))
			return &themes->items[i];
	ck_abort_msg("no theme has %s:\n%s", word, describe(themes));
	return NULL;
}

START_TEST(finds_the_matters_that_were_put_in)
{
	struct themes themes =
		theme_find(&arena, answers, ANSWERS_MADE, ANSWERS_MATTERS);

	ck_assert_uint_eq(themes.count, ANSWERS_MATTERS);
	for (size_t m = 0; m < ANSWERS_MATTERS; m++) {
		const struct theme *theme =
			theme_of(&themes, answers_words[m][0]);

		for (size_t i = 1; i < ANSWERS_WORDS; i++)
			ck_assert_msg(theme_of(&themes, answers_words[m][i]) ==
					      theme,
				      "%s", describe(&themes));
	}
}
END_TEST

static void
check_spans(const struct theme_span *a, size_t a_count,
	    const struct theme_span *b, size_t b_count)
{
	ck_assert_uint_eq(a_count, b_count);
	for (size_t i = 0; i < a_count; i++) {
		ck_assert_uint_eq(a[i].start, b[i].start);
		ck_assert_uint_eq(a[i].end, b[i].end);
	}
}

/* All that is told of an answer but its number. */
static void
check_same_answer(const struct theme_answer *a, const struct theme_answer *b)
{
	ck_assert_uint_eq(a->main, b->main);
	ck_assert_uint_eq(a->given_count, b->given_count);
	for (size_t i = 0; i < a->given_count; i++) {
		const struct theme_given *x = &a->given[i], *y = &b->given[i];

		ck_assert_uint_eq(x->theme, y->theme);
		ck_assert(x->weight == y->weight);
		check_spans(x->clauses, x->clause_count, y->clauses,
			    y->clause_count);
		check_spans(x->why, x->why_count, y->why, y->why_count);
	}
}

/* A theme, and the bytes of its quotations. */
static const char *
describe_whole(const struct theme *theme, const struct theme_text *texts)
{
	struct str out = { .arena = &arena };

	str_format(&out, "%s%zu:", describe_one(theme), theme->count);
	for (size_t i = 0; i < theme->term_count; i++)
		str_format(&out, " %s=%s", theme->terms[i], theme->stems[i]);
	for (size_t i = 0; i < theme->quote_count; i++) {
		struct theme_span span = theme->quotes[i].span;

		str_format(&out, "\n%.*s", (int)(span.end - span.start),
			   texts[theme->quotes[i].answer].text + span.start);
	}
	return out.text;
}

/* Answer I of those there are is answer I * step of those in another order. */
START_TEST(finds_the_same_in_any_order)
{
	struct theme_text given[ANSWERS_MADE], shuffled[ANSWERS_MADE];
	size_t step = (size_t)_i;
	struct themes a, b;

	/* Some of them came twice. */
	memcpy(given, answers, sizeof(given));
	for (size_t i = 0; i < 10; i++)
		given[i * 11 + 1].text =
			arena_format(&arena, "%s!", given[i * 11].text);
	for (size_t i = 0; i < ANSWERS_MADE; i++)
		shuffled[i * step % ANSWERS_MADE] = given[i];
	a = theme_find(&arena, given, ANSWERS_MADE, 7);
	b = theme_find(&arena, shuffled, ANSWERS_MADE, 7);
	ck_assert_uint_eq(a.count, b.count);
	for (size_t i = 0; i < a.count; i++)
		ck_assert_str_eq(describe_whole(&a.items[i], given),
				 describe_whole(&b.items[i], shuffled));
	for (size_t i = 0; i < ANSWERS_MADE; i++)
		check_same_answer(&a.answers[i],
				  &b.answers[i * step % ANSWERS_MADE]);
}
END_TEST

static bool
is_inside(struct theme_span span, const struct theme_given *given)
{
	for (size_t i = 0; i < given->clause_count; i++)
		if (given->clauses[i].start <= span.start &&
		    span.end <= given->clauses[i].end)
			return true;
	return false;
}

/* The themes of one answer; how many of them are theme THEME. */
static size_t
check_answer(const struct theme_answer *answer, const char *text, size_t theme)
{
	double sum = 0;
	size_t found = 0, mains = 0;

	for (size_t i = 0; i < answer->given_count; i++) {
		const struct theme_given *given = &answer->given[i];

		ck_assert(!i || given[-1].theme < given->theme);
		ck_assert(given->weight > 0);
		ck_assert_uint_gt(given->clause_count, 0);
		for (size_t j = 0; j < given->clause_count; j++)
			ck_assert_uint_le(given->clauses[j].end, strlen(text));
		for (size_t j = 0; j < given->why_count; j++)
			ck_assert(is_inside(given->why[j], given));
		sum += given->weight;
		mains += given->theme == answer->main;
		found += given->theme == theme;
	}
	ck_assert_uint_eq(mains, answer->given_count > 0);
	ck_assert(!answer->given_count || (sum > 1 - 1e-9 && sum < 1 + 1e-9));
	return found;
}

START_TEST(says_why_in_the_bytes_of_each_answer)
{
	struct themes themes =
		theme_find(&arena, answers, ANSWERS_MADE, (size_t)_i);

	ck_assert_uint_eq(themes.answer_count, ANSWERS_MADE);
	ck_assert_uint_gt(themes.count, 0);
	for (size_t k = 0; k < themes.count; k++) {
		const struct theme *theme = &themes.items[k];
		size_t count = 0;

		for (size_t i = 0; i < ANSWERS_MADE; i++)
			count += check_answer(&themes.answers[i],
					      answers[i].text, k);
		ck_assert_uint_eq(theme->count, count);
		ck_assert_uint_gt(theme->quote_count, 0);
		for (size_t i = 0; i < theme->quote_count; i++) {
			struct theme_quote quote = theme->quotes[i];

			ck_assert_uint_lt(quote.span.start, quote.span.end);
			ck_assert_uint_le(quote.span.end,
					  strlen(answers[quote.answer].text));
		}
	}
}
END_TEST

START_TEST(names_themes_by_what_people_wrote)
{
	for (size_t wanted = 1; wanted < 12; wanted++) {
		struct themes themes =
			theme_find(&arena, answers, ANSWERS_MADE, wanted);

		ck_assert_uint_le(themes.count, wanted);
		for (size_t i = 0; i < themes.count; i++) {
			const char *label =
				utf8_fold(&arena, themes.items[i].label);
			bool written = false;

			for (size_t j = 0; j < ANSWERS_MADE; j++)
				written |= strstr(utf8_fold(&arena,
							    answers[j].text),
						  label) != NULL;
			ck_assert_msg(written, "nobody wrote %s", label);
			for (size_t j = 0; j < i; j++)
				ck_assert_str_ne(
					utf8_fold(&arena,
						  themes.items[j].label),
					label);
		}
	}
}
END_TEST

/* A letter is too long to be what several people thought of alone. */
static const char letter[] =
	"The bus to the villages must stay. Its driver knows every pupil, and "
	"whoever has no car takes it to the market, to the library and to the "
	"doctor; without it the stall of many a trader will be empty.";

/* Copy NUMBER of the letter: as it is, with other spaces, with other marks, with
 * a line of somebody's own. */
static const char *
copy_of_letter(size_t number)
{
	switch (number % 4) {
	case 1:
		return arena_format(&arena, "  %s\n", letter);
	case 2:
		return arena_format(&arena, "%.*s!", (int)strlen(letter) - 1,
				    letter);
	case 3:
		return arena_format(&arena, "%s I am %zu years old.", letter,
				    20 + number % 60);
	default:
		return letter;
	}
}

/* The made answers and COUNT more. */
static struct themes
find_with(const struct theme_text *more, size_t count, size_t wanted)
{
	size_t total = ANSWERS_MADE + count;
	struct theme_text *all = arena_array(&arena, total, sizeof(*all));

	memcpy(all, answers, sizeof(answers));
	memcpy(all + ANSWERS_MADE, more, count * sizeof(*more));
	return theme_find(&arena, all, total, wanted);
}

START_TEST(hears_a_copied_letter_once)
{
	enum { COPIES = 200 };
	struct theme_text copies[COPIES];
	struct themes alone, flooded;
	const struct theme_answer *answer;

	for (size_t i = 0; i < COPIES; i++)
		copies[i] = (struct theme_text){ copy_of_letter(i), TONGUE_EN };
	alone = find_with(copies, 1, 6);
	flooded = find_with(copies, COPIES, 6);
	ck_assert_uint_eq(flooded.count, alone.count);
	for (size_t i = 0; i < alone.count; i++)
		ck_assert_ptr_nonnull(strstr(describe(&flooded),
					     describe_one(&alone.items[i])));
	/* It is counted as often as it came, and says whose copies they are. */
	answer = &flooded.answers[ANSWERS_MADE];
	ck_assert_uint_ne(answer->main, THEME_NONE);
	ck_assert_uint_gt(flooded.items[answer->main].count, COPIES);
	for (size_t i = 1; i < COPIES; i++)
		ck_assert_uint_eq(answer[i].copy_of, ANSWERS_MADE);
}
END_TEST

/* What many people answer shortly, they may have thought of each alone: it weighs
 * more than one answer, and drowns none. */
START_TEST(hears_the_others_beside_a_short_answer)
{
	enum { COPIES = 3000 };
	static struct theme_text copies[COPIES];
	struct themes flooded;

	for (size_t i = 0; i < COPIES; i++)
		copies[i] =
			(struct theme_text){ "The dog on a lead in the park.",
					     TONGUE_EN };
	flooded = find_with(copies, COPIES, ANSWERS_MATTERS);
	ck_assert_uint_eq(flooded.count, ANSWERS_MATTERS);
	for (size_t m = 0; m < ANSWERS_MATTERS; m++)
		for (size_t i = 1; i < ANSWERS_WORDS; i++)
			ck_assert_ptr_eq(theme_of(&flooded,
						  answers_words[m][i]),
					 theme_of(&flooded,
						  answers_words[m][0]));
	ck_assert_ptr_eq(theme_of(&flooded, "dog"), &flooded.items[0]);
	ck_assert_uint_gt(flooded.items[0].count, COPIES);
	ck_assert_uint_lt(flooded.items[1].count, ANSWERS_MADE);
}
END_TEST

START_TEST(looks_for_no_themes_in_few_that_differ)
{
	struct theme_text same[100];

	for (size_t i = 0; i < 100; i++)
		same[i] = answers[i % (THEME_ANSWERS_MIN - 1)];
	ck_assert_uint_eq(theme_find(&arena, same, 100, 0).count, 0);
	ck_assert_uint_gt(theme_find(&arena, answers, 100, 0).count, 0);
}
END_TEST

static const struct {
	const char *texts[4];
	size_t differ;
} differing[] = {
	{ { "Buses!", "buses", "BUSES", " Buses." }, 1 },
	{ { "Buses", "Trains", "", " " }, 2 },
	{ { "…", "👍", "-", "\n" }, 0 },
	{ { "a b c d e f g h i j", "a b c d e f g h i k", "a", "A" }, 3 },
};

START_TEST(counts_answers_that_differ)
{
	struct theme_text four[4];

	for (size_t i = 0; i < 4; i++)
		four[i] = (struct theme_text){ differing[_i].texts[i],
					       TONGUE_EN };
	ck_assert_uint_eq(theme_answers_differ(four, 4), differing[_i].differ);
}
END_TEST

static char *
repeat(const char *text, size_t times)
{
	struct str out = { .arena = &arena };

	while (times--)
		str_text(&out, text);
	return out.text;
}

/* Each with the made answers, and alone. */
START_TEST(bears_what_nobody_should_write)
{
	const char *const odd[] = {
		"",
		" \t\n",
		"bus",
		"…;!?",
		"👍👍🎉",
		"ΑΒΓ абв 漢字 ไทย العربية",
		repeat("x", 60000),
		repeat("\n", 30000),
		repeat(". ", 30000),
		repeat("but ", 20000),
		repeat("bus dog tree ", 5000),
		repeat("bus-", 5000),
		repeat("́", 3000),
	};
	struct theme_text more[sizeof(odd) / sizeof(*odd)];
	size_t count = sizeof(odd) / sizeof(*odd);

	for (size_t i = 0; i < count; i++)
		more[i] = (struct theme_text){ odd[i], TONGUE_EN };
	for (size_t wanted = 0; wanted <= THEME_WANTED_MAX; wanted += 25) {
		struct themes themes = find_with(more, count, wanted);

		for (size_t i = 0; i < count; i++)
			check_answer(&themes.answers[ANSWERS_MADE + i], odd[i],
				     0);
		themes = theme_find(&arena, more, count, wanted);
		for (size_t i = 0; i < count; i++)
			check_answer(&themes.answers[i], odd[i], 0);
	}
}
END_TEST

START_TEST(finds_nothing_in_nothing)
{
	static const struct theme_text odd[] = {
		{ "…", TONGUE_EN },
		{ "the of and", TONGUE_EN },
		{ "16", TONGUE_EN },
		{ "dog", TONGUE_EN },
	};

	ck_assert_uint_eq(theme_find(&arena, NULL, 0, 3).count, 0);
	ck_assert_uint_eq(theme_find(&arena, odd, 4, 3).count, 0);
	ck_assert_uint_eq(theme_find(&arena, answers, 1, 1).count, 0);
}
END_TEST

START_TEST(begins_a_label_with_a_capital_of_its_language)
{
	static const struct theme_text welsh[] = {
		{ "ŵyn mynydd ar y bryniau gwyrdd", TONGUE_CY },
		{ "Gwelais ŵyn mynydd ar fryniau gwyrdd", TONGUE_CY },
		{ "Mae ŵyn mynydd ar y bryniau", TONGUE_CY },
		{ "Prynais ŵyn mynydd o'r bryniau gwyrdd", TONGUE_CY },
		{ "Y trên hwyr o'r orsaf", TONGUE_CY },
		{ "Mae'r trên hwyr yn yr orsaf oer", TONGUE_CY },
		{ "Trên hwyr eto yn yr orsaf oer", TONGUE_CY },
		{ "Daeth trên hwyr i'r orsaf oer", TONGUE_CY },
	};
	struct themes themes = theme_find(&arena, welsh, 8, 2);
	bool found = false;

	for (size_t k = 0; k < themes.count; k++)
		found = found || !strcmp(themes.items[k].label, "Ŵyn mynydd");
	ck_assert(found);
}
END_TEST

static const struct {
	size_t answers, themes;
} numbers[] = {
	{ 0, 0 },    { 19, 0 },	   { 20, 2 },	  { 50, 5 },	 { 100, 9 },
	{ 135, 10 }, { 1000, 14 }, { 10000, 18 }, { 30000, 20 }, { 900000, 20 },
};

START_TEST(looks_for_more_themes_in_more_answers)
{
	ck_assert_uint_eq(theme_count_for(numbers[_i].answers),
			  numbers[_i].themes);
}
END_TEST

static const struct {
	enum tongue tongue;
	const char *word;
	enum lead_in lead_in;
} lead_ins[] = {
	{ TONGUE_EN, "a", LEAD_IN_NOUN },
	{ TONGUE_EN, "your", LEAD_IN_NOUN },
	{ TONGUE_EN, "without", LEAD_IN_NOUN },
	{ TONGUE_EN, "they", LEAD_IN_VERB },
	{ TONGUE_EN, "am", LEAD_IN_VERB },
	{ TONGUE_EN, "you've", LEAD_IN_VERB },
	{ TONGUE_EN, "and", LEAD_IN_NOTHING },
	{ TONGUE_CY, "a", LEAD_IN_NOTHING },
};

START_TEST(knows_what_a_word_leads_in)
{
	ck_assert_int_eq(lead_in_of(lead_ins[_i].tongue, lead_ins[_i].word),
			 lead_ins[_i].lead_in);
}
END_TEST

Suite *
suite_theme(void)
{
	Suite *suite = suite_create("theme");
	TCase *tcase = tcase_create("theme");

	tcase_add_checked_fixture(tcase, start, stop);
	tcase_add_test(tcase, finds_the_matters_that_were_put_in);
	tcase_add_loop_test(tcase, finds_the_same_in_any_order, 7, 8);
	tcase_add_loop_test(tcase, finds_the_same_in_any_order, 119, 120);
	tcase_add_loop_test(tcase, says_why_in_the_bytes_of_each_answer, 1, 13);
	tcase_add_test(tcase, names_themes_by_what_people_wrote);
	tcase_add_test(tcase, hears_a_copied_letter_once);
	tcase_add_test(tcase, hears_the_others_beside_a_short_answer);
	tcase_add_test(tcase, looks_for_no_themes_in_few_that_differ);
	tcase_add_loop_test(tcase, counts_answers_that_differ, 0,
			    sizeof(differing) / sizeof(differing[0]));
	tcase_add_test(tcase, bears_what_nobody_should_write);
	tcase_add_test(tcase, finds_nothing_in_nothing);
	tcase_add_test(tcase, begins_a_label_with_a_capital_of_its_language);
	tcase_add_loop_test(tcase, looks_for_more_themes_in_more_answers, 0,
			    sizeof(numbers) / sizeof(numbers[0]));
	tcase_add_loop_test(tcase, knows_what_a_word_leads_in, 0,
			    sizeof(lead_ins) / sizeof(lead_ins[0]));
	suite_add_tcase(suite, tcase);
	return suite;
}
