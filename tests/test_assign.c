#include "suites.h"

#include <string.h>

#include "arena.h"
#include "bags_made.h"
#include "str.h"
#include "text/vocabulary.h"
#include "themes/assign.h"
#include "themes/cluster.h"
#include "themes/keyterm.h"
#include "themes/mixture.h"

static struct arena arena;
static struct vocabulary *vocabulary;
static struct assigner *assigner;

/* Theme 0 is about buses, 1 about dogs, 2 about books, 3 about bread; the town is in
 * all of them. */
static const char *const sets[][6] = {
	{ "bus", "fare", "driver", "ticket", "seat", "town" },
	{ "dog", "lead", "park", "kennel", "collar", "town" },
	{ "book", "novel", "shelf", "reader", "poem", "town" },
	{ "bread", "cheese", "stall", "trader", "butter", "town" },
};
enum { THEMES = 4, EACH = 30, TEXTS = THEMES * EACH };

/* Words that say little for theme 0: so many texts of it hold them, from its text
 * FIRST on, and so many of theme 1, from its text FIRST_OTHER on. */
static const struct {
	const char *words;
	uint32_t first, count, first_other, others;
} faint[] = {
	{ "lawn hedge", 0, 14, 0, 3 },	/* each is evidence of 1.6 */
	{ "pond shed", 14, 7, 3, 3 },	/* 1.0 */
	{ "gate garden", 21, 3, 6, 2 }, /* each .6 */
};

/* What tells each theme to a reader; the hedge and seats do not. */
static const char *const told[THEMES][KEYTERM_WORDS] = {
	{ "shed", "bus", "fare", "driver", "ticket", "lawn", "pond", "gate",
	  "garden" },
	{ "dog", "lead", "park" },
	{ "book", "novel" },
	{ "bread", "cheese" },
};

static const char *
make_text(uint32_t number)
{
	uint32_t theme = number % THEMES, skip = number / THEMES;
	const char *const *set = sets[theme];
	const char *text = arena_format(&arena, "%s %s %s", set[skip % 6],
					set[(skip + 1 + skip / 6) % 6],
					set[(skip + 4) % 6]);

	for (size_t i = 0; i < sizeof(faint) / sizeof(faint[0]); i++) {
		uint32_t first = theme ? faint[i].first_other : faint[i].first;
		uint32_t count = theme ? faint[i].others : faint[i].count;

		if (theme < 2 && skip >= first && skip < first + count)
			text = arena_format(&arena, "%s %s", text,
					    faint[i].words);
	}
	return text;
}

static struct keyterms *
make_keyterms(const struct bags *bags)
{
	struct keyterms *keyterms =
		arena_array(&arena, THEMES, sizeof(*keyterms));

	for (size_t k = 0; k < THEMES; k++)
		for (const char *const *word = told[k]; *word; word++)
			keyterms[k].columns[keyterms[k].count++] =
				bags_column(bags, vocabulary, *word);
	return keyterms;
}

static void
start(void)
{
	const char *texts[TEXTS];
	uint32_t themes[TEXTS];
	const struct mixture_start known = { .themes = themes,
					     .theme_count = THEMES,
					     .rounds_max = 5 };
	static struct bags bags;
	static struct mixture mixture;
	struct bags clauses;
	const uint32_t *owners;

	for (uint32_t i = 0; i < TEXTS; i++) {
		themes[i] = i % THEMES;
		texts[i] = make_text(i);
	}
	vocabulary = vocabulary_new(&arena);
	bags = bags_read(&arena, vocabulary, texts, TEXTS);
	clauses = bags_split(&arena, &bags, &owners);
	mixture = mixture_fit(&arena, &bags, &known);
	mixture = mixture_refine(&arena, &clauses, owners, &mixture);
	assigner = assigner_new(&arena, vocabulary, &bags, &mixture,
				make_keyterms(&bags));
}

static void
stop(void)
{
	vocabulary_free(vocabulary);
	arena_free(&arena);
}

static void
add_spans(struct str *out, const char *text, const struct assign_span *spans,
	  size_t count)
{
	for (size_t i = 0; i < count; i++)
		str_format(out, " [%.*s]", (int)(spans[i].end - spans[i].start),
			   text + spans[i].start);
}

/* "main N" and, of each theme, "; N: [clause] … ← [word] …". */
static const char *
describe(const struct assigned *assigned, const char *text)
{
	struct str out = { .arena = &arena };

	if (assigned->main == CLUSTER_NONE)
		str_text(&out, "other");
	else
		str_format(&out, "main %u", assigned->main);
	for (size_t i = 0; i < assigned->count; i++) {
		const struct assigned_theme *theme = &assigned->themes[i];

		ck_assert_double_gt(theme->evidence, 0);
		str_format(&out, "; %u:", theme->theme);
		add_spans(&out, text, theme->clauses, theme->clause_count);
		str_text(&out, " <-");
		add_spans(&out, text, theme->words, theme->word_count);
	}
	return out.text;
}

static const struct {
	const char *text, *assigned;
} answers[] = {
	{ "", "other" },
	{ "…", "other" },
	{ "Nothing known of the moon", "other" },
	/* Three known words and more than 100 to 1. */
	{ "(The fares of Bus, and “the Driver”!)",
	  "main 0; 0: [The fares of Bus, and “the Driver] <- [fares] [Bus] "
	  "[Driver]" },
	/* Fewer: the whole answer has its likeliest theme. */
	{ "The dog", "main 1; 1: [The dog] <- [dog]" },
	{ "A dog. A park", "main 1; 1: [A dog. A park] <- [dog] [park]" },
	/* What says little is enough in a short answer with one of the ten words, … */
	{ "The pond", "main 0; 0: [The pond] <- [pond]" },
	{ "The hedge", "main 0" },
	{ "The gate", "main 0" },
	/* … or when it says more, … */
	{ "A lawn here, somewhere, somehow and mostly green",
	  "main 0; 0: [A lawn here, somewhere, somehow and mostly green] <- "
	  "[lawn]" },
	{ "A pond here, somewhere, somehow and mostly green", "main 0" },
	/* … or is the first of the ten, … */
	{ "A shed here, somewhere, somehow and mostly green",
	  "main 0; 0: [A shed here, somewhere, somehow and mostly green] <- "
	  "[shed]" },
	{ "A hedge here, somewhere, somehow and mostly green", "main 0" },
	/* … or when there are two. */
	{ "A gate, a garden, somehow and mostly green",
	  "main 0; 0: [A gate, a garden, somehow and mostly green] <- [gate] "
	  "[garden]" },
	{ "A gate, a gate, somehow and mostly green", "main 0" },
	/* Without any of the ten words it takes much. */
	{ "A seat, a hedge, mostly green",
	  "main 0; 0: [A seat, a hedge, mostly green] <- [seat] [hedge]" },
	/* So it does for a clause: 4.8 is not enough without any, and with one it is. */
	{ "Hedge, hedge, hedge. Dog, lead, park.",
	  "main 1; 1: [Dog, lead, park] <- [Dog] [lead] [park]" },
	{ "Lawn, lawn, lawn. Dog, lead, park.",
	  "main 1; 0: [Lawn, lawn, lawn] <- [Lawn] [lawn] [lawn]; 1: [Dog, "
	  "lead, park] <- [Dog] [lead] [park]" },
	/* What is said of each theme is likeliest of one, and no reason. */
	{ "The town", "main 2" },
	/* Two clauses, two themes; the larger is the main one. */
	{ "Bus, seat and ticket, but the dog has no lead in the park or "
	  "kennel in the town",
	  "main 1; 0: [Bus, seat and ticket] <- [Bus] [seat] [ticket]; 1: [but "
	  "the dog has no lead in the park or kennel in the town] <- [dog] "
	  "[lead] [park] [kennel]" },
	/* A clause that says little is nobody's beside one that says much. */
	{ "Bus, seat, ticket, fare. A dog. Driver! Driver, seat, bus.",
	  "main 0; 0: [Bus, seat, ticket, fare] [Driver, seat, bus] <- [Bus] "
	  "[seat] [ticket] [fare] [Driver] [seat] [bus]" },
};

enum { ANSWERS = sizeof(answers) / sizeof(answers[0]) };

START_TEST(gives_an_answer_what_its_clauses_say)
{
	const char *text = answers[_i].text;
	struct assigned assigned =
		assign_themes(assigner, &arena, TONGUE_EN, text, 0, NULL);

	ck_assert_str_eq(describe(&assigned, text), answers[_i].assigned);
	/* Another language has none of these words. */
	assigned = assign_themes(assigner, &arena, TONGUE_FR, text, 0, NULL);
	ck_assert_uint_eq(assigned.main, CLUSTER_NONE);
}
END_TEST

START_TEST(collects_the_clauses_of_answers)
{
	const char *text = answers[ANSWERS - 1].text;
	struct passages passages = { 0 };

	for (size_t i = 0; i < 300; i++)
		assign_themes(assigner, &arena, TONGUE_EN, text, i, &passages);
	ck_assert_uint_eq(passages.count, 1200);
	for (size_t i = 0; i < 1200; i++) {
		const struct passage *passage = &passages.items[i];

		ck_assert_ptr_eq(passage->text, text);
		ck_assert_int_eq(passage->tongue, TONGUE_EN);
		ck_assert_uint_eq(passage->answer, i / 4);
		ck_assert_uint_eq(passage->theme, i % 4 % 3 ? CLUSTER_NONE : 0);
	}
	ck_assert_uint_eq(passages.items[5].start, 25);
	ck_assert_uint_eq(passages.items[5].end, 30);
	ck_assert_double_gt((double)passages.items[0].evidence,
			    ASSIGN_CLAUSE_SHOWN);
}
END_TEST

Suite *
suite_assign(void)
{
	Suite *suite = suite_create("assign");
	TCase *tcase = tcase_create("assign");

	tcase_add_checked_fixture(tcase, start, stop);
	tcase_add_loop_test(tcase, gives_an_answer_what_its_clauses_say, 0,
			    ANSWERS);
	tcase_add_test(tcase, collects_the_clauses_of_answers);
	suite_add_tcase(suite, tcase);
	return suite;
}
