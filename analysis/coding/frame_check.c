#include "frame_check.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "arena.h"
#include "utf8.h"

/* What is looked at, and found so far. */
struct check {
	struct arena *arena;
	const struct codeframe_question *question;
	size_t answers, other;
	const size_t *both; /* [a * THEME_COUNT + b]: answers with a and b */
	struct frame_finding *items;
	size_t count, room;
};

static void
add(struct check *check, enum frame_fault fault, size_t theme, size_t other,
    const char *sentence)
{
	if (check->count == check->room) {
		check->room = check->room * 2 + 8;
		check->items =
			arena_grow(check->arena, check->items, check->count,
				   check->room, sizeof(*check->items));
	}
	check->items[check->count++] =
		(struct frame_finding){ fault, theme, other, sentence };
}

/* --- counting ------------------------------------------------------------- */

static size_t
both(const struct check *check, size_t a, size_t b)
{
	return check->both[a * check->question->theme_count + b];
}

static size_t
size_of(const struct check *check, size_t theme)
{
	return both(check, theme, theme);
}

static void
count_answers(struct check *check, const struct coded_answer *coded)
{
	size_t themes = check->question->theme_count;
	size_t *pairs =
		arena_array(check->arena, themes * themes, sizeof(*pairs));
	size_t *own = arena_array(check->arena, themes, sizeof(*own));

	for (size_t i = 0; i < check->answers; i++) {
		size_t count = 0;

		for (size_t j = 0; j < coded[i].theme_count; j++) {
			size_t theme =
				codeframe_theme_index(check->question,
						      coded[i].themes[j].id);

			if (theme < themes)
				own[count++] = theme;
		}
		check->other += !count;
		for (size_t a = 0; a < count; a++)
			for (size_t b = 0; b < count; b++)
				pairs[own[a] * themes + own[b]]++;
	}
	check->both = pairs;
}

/* --- one theme ------------------------------------------------------------ */

static const char *
label_of(const struct check *check, size_t theme)
{
	return phrase_in(&check->question->themes[theme].label, LANGUAGE_EN,
			 NULL);
}

static void
check_theme(struct check *check, size_t theme)
{
	size_t size = size_of(check, theme),
	       none = check->question->theme_count;
	const char *label = label_of(check, theme);

	if (!size)
		add(check, FRAME_UNUSED, theme, none,
		    arena_format(
			    check->arena,
			    "no answer has \"%s\", for nobody used its "
			    "words: look in the answers how people say it, "
			    "or delete the theme",
			    label));
	else if (size == 1)
		add(check, FRAME_SMALL, theme, none,
		    arena_format(check->arena,
				 "only 1 answer has \"%s\": add words that "
				 "others use, or merge it with another theme",
				 label));
	else if (check->answers >= FRAME_ANSWERS_MIN &&
		 2 * size > check->answers)
		add(check, FRAME_LARGE, theme, none,
		    arena_format(
			    check->arena,
			    "%zu of %zu answers have \"%s\": perhaps it is "
			    "two themes; split it, or take away the word "
			    "that says least",
			    size, check->answers, label));
}

/* --- two themes ----------------------------------------------------------- */

static bool
is_pair(const struct check *check, size_t a, size_t b)
{
	const struct codeframe_question *question = check->question;
	const char *one = question->themes[a].stance;
	const char *two = question->themes[b].stance;

	return !codeframe_is_under(question, a, b) &&
	       !codeframe_is_under(question, b, a) &&
	       !(one && two && strcmp(one, two) != 0);
}

/* How many words two themes share, but for case. */
static size_t
shared_words(struct arena *arena, const struct codeframe_theme *a,
	     const struct codeframe_theme *b)
{
	size_t shared = 0;

	for (size_t i = 0; i < a->word_count; i++)
		for (size_t j = 0; j < b->word_count; j++)
			shared += !strcmp(utf8_fold(arena, a->words[i]),
					  utf8_fold(arena, b->words[j]));
	return shared;
}

static void
check_words(struct check *check, size_t a, size_t b)
{
	const struct codeframe_theme *one = &check->question->themes[a];
	const struct codeframe_theme *two = &check->question->themes[b];
	size_t shared = shared_words(check->arena, one, two);
	size_t fewer = one->word_count < two->word_count ? one->word_count
							 : two->word_count;

	if (fewer && 2 * shared > fewer)
		add(check, FRAME_WORDS, a, b,
		    arena_format(check->arena,
				 "\"%s\" and \"%s\" share %zu of their words: "
				 "leave each word where it says most, or merge "
				 "the two",
				 label_of(check, a), label_of(check, b),
				 shared));
}

static void
check_pair(struct check *check, size_t a, size_t b)
{
	size_t common = both(check, a, b);
	size_t either = size_of(check, a) + size_of(check, b) - common;
	size_t small = size_of(check, a) <= size_of(check, b) ? a : b;
	size_t large = small == a ? b : a;

	if (common && 2 * common >= either)
		add(check, FRAME_ALIKE, a, b,
		    arena_format(
			    check->arena,
			    "\"%s\" and \"%s\" are much alike, with %zu of "
			    "%zu answers in common: merge them, or take "
			    "away the words that find both",
			    label_of(check, a), label_of(check, b), common,
			    either));
	else if (common && 10 * common >= 9 * size_of(check, small))
		add(check, FRAME_INSIDE, small, large,
		    arena_format(check->arena,
				 "%zu of the %zu answers with \"%s\" have "
				 "\"%s\" too: put it there with \"under: %s\", "
				 "or merge the two",
				 common, size_of(check, small),
				 label_of(check, small), label_of(check, large),
				 check->question->themes[large].id));
	else
		check_words(check, a, b);
}

struct frame_findings
frame_check(struct arena *arena, const struct codeframe_question *question,
	    const struct coded_answer *coded, size_t count)
{
	struct check check = { .arena = arena,
			       .question = question,
			       .answers = count };
	size_t themes = question->theme_count;

	if (!themes || !count)
		return (struct frame_findings){ 0 };
	count_answers(&check, coded);
	for (size_t i = 0; i < themes; i++)
		check_theme(&check, i);
	for (size_t i = 0; i < themes; i++)
		for (size_t j = i + 1; j < themes; j++)
			if (is_pair(&check, i, j))
				check_pair(&check, i, j);
	if (count >= FRAME_ANSWERS_MIN && 3 * check.other > count)
		add(&check, FRAME_OTHER, themes, themes,
		    arena_format(
			    arena,
			    "%zu of %zu answers are in none of the themes: "
			    "read them, and add themes or words",
			    check.other, count));
	return (struct frame_findings){ check.items, check.count };
}
