#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "str.h"
#include "text/copies.h"
#include "text/fold.h"
#include "utf8.h"

#define LETTER                                                              \
	"I object to the closing of the library in Mill Lane. My children " \
	"go there after school, and there is no other warm place in the "   \
	"village where they can read and do their homework in peace. "      \
	"The bus to the town takes an hour, and it does not come on "       \
	"Saturdays. Please think of those who have no car."
#define OTHER                                                                \
	"We run the shop beside the bridge. Every lorry that turns in the "  \
	"yard breaks our kerb, and the council has mended it four times "    \
	"since spring. A sign at the roundabout would cost less than that, " \
	"so put one up before winter comes and the road freezes again."
#define PARAGRAPH                                                         \
	" In the name of all who signed below we ask you to publish the " \
	"figures on which this plan was built before anybody decides."
#define OWN                                                                    \
	" My own grandmother learned to read there when she was seventy, and " \
	"she still tells everyone about it at every birthday party."

struct answers {
	struct copies_answer items[64];
	size_t count;
};

static void
add(struct answers *answers, const char *text)
{
	answers->items[answers->count++] =
		(struct copies_answer){ text, TONGUE_EN };
}

/* Each group with two or more: its members' numbers, the template in brackets,
 * near copies with a tilde. */
static const char *
describe(struct arena *arena, const struct copies_answer *items, size_t count,
	 bool near)
{
	struct copies copies = copies_find(arena, items, count, near);
	struct str out = { .arena = arena };

	str_text(&out, "");
	for (size_t i = 0; i < copies.group_count; i++) {
		size_t exact = 0, members = 0;

		for (size_t j = 0; j < count; j++) {
			if (copies.group_of[j] != i)
				continue;
			members++;
			exact += copies.is_exact[j];
			if (copies.groups[i].count < 2)
				continue;
			str_format(&out,
				   copies.groups[i].template == j ? "[%zu]"
				   : copies.is_exact[j]		  ? " %zu"
								  : " ~%zu",
				   j);
		}
		ck_assert_uint_eq(members, copies.groups[i].count);
		ck_assert_uint_eq(exact, copies.groups[i].exact);
		if (members > 1)
			str_char(&out, ';');
	}
	return out.text;
}

/* Whether two texts, the first sent twice, are exact ("="), near ("~") or no
 * copies (""). */
static const char *
compare(const char *a, const char *b)
{
	static char result[4];
	struct arena arena = { 0 };
	const struct copies_answer items[] = { { a, TONGUE_EN },
					       { a, TONGUE_EN },
					       { b, TONGUE_EN } };
	struct copies copies = copies_find(&arena, items, 3, true);

	strcpy(result, copies.group_of[2] != copies.group_of[0] ? ""
		       : copies.is_exact[2]			? "="
								: "~");
	arena_free(&arena);
	return result;
}

static const struct {
	const char *a, *b, *result;
} pairs[] = {
	{ LETTER, LETTER, "=" },
	{ "I agree.", "  i AGREE!!\n\n", "=" },
	{ "I agree", "I agree ❤️", "=" },
	{ "It’s far", "It's far", "=" },
	{ "£5 – “no”", "5 no", "=" },
	{ "Caf\xc3\xa9 T\xc5\xb7", "Cafe\xcc\x81 TY\xcc\x82", "=" },
	{ "I agree", "I disagree", "" },
	/* Short answers are exact copies or none. */
	{ "I agree with every word of it", "I agree with every line of it",
	  "" },
	{ "I agree with this because it helps old people",
	  "I agree with this because it helps young people", "" },
	{ "one two three four five six seven eight",
	  "one two three four five six seven eight nine", "~" },
	{ "one two three four five six seven",
	  "one two three four five six seven eight", "" },
	{ LETTER, LETTER OWN, "~" },
	{ LETTER, "Dear Minister," OWN LETTER, "~" },
	{ LETTER, LETTER "\nYours, Ada Jones, 7 High Street, Leeds LS1", "~" },
	{ LETTER, LETTER " " OTHER, "~" },
	{ LETTER, LETTER OTHER " " OTHER OWN PARAGRAPH " " PARAGRAPH OWN, "~" },
	/* Half of a letter is a copy of it, a sentence is not. */
	{ LETTER,
	  "My children go there after school, and there is no other warm "
	  "place in the village where they can read and do their homework in "
	  "peace.",
	  "~" },
	{ LETTER, "The bus to the town takes an hour, and it does not come.",
	  "" },
	{ LETTER, OTHER, "" },
	{ LETTER PARAGRAPH, OTHER PARAGRAPH, "" },
	{ "no no no no no no no no no no no no",
	  "no no no no no no no no no no no", "" },
};

START_TEST(tells_copies_from_others)
{
	ck_assert_str_eq(compare(pairs[_i].a, pairs[_i].b), pairs[_i].result);
}
END_TEST

START_TEST(finds_only_exact_copies_when_asked)
{
	struct arena arena = { 0 };
	struct answers answers = { .count = 0 };

	add(&answers, LETTER);
	add(&answers, LETTER OWN);
	add(&answers, LETTER "!");
	ck_assert_str_eq(describe(&arena, answers.items, 3, false), " 0[2];");
	ck_assert_str_eq(describe(&arena, answers.items, 3, true), " 0 ~1[2];");
	arena_free(&arena);
}
END_TEST

START_TEST(takes_what_has_no_word_for_a_copy_of_nothing)
{
	static const char *const texts[] = { "",       "",	"…", "…",
					     " \n\t",  " \n\t", "👍", "👍",
					     "❤️", "❤️" };
	struct arena arena = { 0 };
	struct answers answers = { .count = 0 };

	for (size_t i = 0; i < 10; i++)
		add(&answers, texts[i]);
	ck_assert_str_eq(describe(&arena, answers.items, 10, true), "");
	ck_assert_uint_eq(
		copies_find(&arena, answers.items, 10, true).group_count, 10);
	ck_assert_uint_eq(copies_find(&arena, NULL, 0, true).group_count, 0);
	arena_free(&arena);
}
END_TEST

START_TEST(keeps_languages_apart)
{
	struct arena arena = { 0 };
	const struct copies_answer items[] = { { LETTER, TONGUE_EN },
					       { LETTER, TONGUE_CY },
					       { LETTER OWN, TONGUE_EN },
					       { LETTER OWN, TONGUE_CY } };
	struct copies copies = copies_find(&arena, items, 4, true);

	ck_assert_uint_eq(copies.group_count, 2);
	ck_assert_uint_eq(copies.group_of[0], copies.group_of[2]);
	ck_assert_uint_eq(copies.group_of[1], copies.group_of[3]);
	ck_assert(tongue_of(LANGUAGE_EN) == TONGUE_EN);
	arena_free(&arena);
}
END_TEST

START_TEST(lets_the_text_that_most_sent_stand_for_all)
{
	struct arena arena = { 0 };
	struct answers answers = { .count = 0 };

	add(&answers, LETTER OWN);
	add(&answers, "OK: " LETTER);
	add(&answers, LETTER PARAGRAPH);
	add(&answers, "OK! " LETTER);
	add(&answers, "ok: " LETTER);
	add(&answers, "OK: " LETTER);
	ck_assert_str_eq(describe(&arena, answers.items, 6, true),
			 " ~0[1] ~2 3 4 5;");
	arena_free(&arena);
}
END_TEST

START_TEST(does_not_join_two_letters_that_one_answer_holds)
{
	struct arena arena = { 0 };
	struct answers answers = { .count = 0 };
	struct copies copies;

	for (size_t i = 0; i < 2; i++) {
		add(&answers, LETTER);
		add(&answers, OTHER);
	}
	add(&answers, LETTER " " OTHER);
	copies = copies_find(&arena, answers.items, 5, true);
	ck_assert_uint_eq(copies.group_count, 2);
	ck_assert_uint_eq(copies.groups[copies.group_of[4]].count, 3);
	arena_free(&arena);
}
END_TEST

/* Two halves of one letter lead, and the whole letter shows that they are one. */
START_TEST(joins_what_one_copy_shows_to_be_the_same)
{
	struct arena arena = { 0 };
	struct answers answers = { .count = 0 };

	for (size_t i = 0; i < 3; i++)
		add(&answers, LETTER PARAGRAPH OWN OWN);
	for (size_t i = 0; i < 2; i++)
		add(&answers, "We " PARAGRAPH LETTER);
	add(&answers, LETTER);
	ck_assert_str_eq(describe(&arena, answers.items, 6, true),
			 "[0] 1 2 ~3 ~4 ~5;");
	arena_free(&arena);
}
END_TEST

/* --- many made answers ---------------------------------------------------- */

static size_t
chance(uint32_t *state, size_t below)
{
	*state = *state * 1664525 + 1013904223;
	return (*state >> 8) % below;
}

/* WORDS made words, each changed with a chance of one in EVERY. */
static char *
make_text(struct arena *arena, uint32_t letter, size_t words, uint32_t *state,
	  size_t every)
{
	struct str out = { .arena = arena };

	for (size_t i = 0; i < words; i++) {
		uint32_t word = (uint32_t)chance(&letter, 500);

		if (chance(state, every) == 0)
			word = 500 + (uint32_t)chance(state, 500);
		str_format(&out, "%sw%u", i ? " " : "", word);
	}
	return out.text;
}

enum { MADE = 600, MADE_LETTERS = 12 };

/* A group by its members' texts, which are sorted: independent of numbers. */
static const char *
portrait(struct arena *arena, const struct copies_answer *items,
	 const size_t *order, const struct copies *copies)
{
	struct str out = { .arena = arena };

	for (size_t i = 0; i < MADE; i++) {
		size_t at = order[i], group = copies->group_of[at];

		str_format(&out, "%zu %d %s\n", group, copies->is_exact[at],
			   items[copies->groups[group].template].text);
	}
	return out.text;
}

START_TEST(finds_the_same_groups_in_any_order)
{
	struct arena arena = { 0 };
	struct copies_answer items[MADE], shuffled[MADE];
	size_t order[MADE];
	uint32_t state = 7;
	const char *expected;
	struct copies copies;

	for (size_t i = 0; i < MADE; i++) {
		uint32_t letter = (uint32_t)chance(&state, MADE_LETTERS);

		items[i] = (struct copies_answer){
			make_text(&arena, letter, 60, &state, 8), TONGUE_EN
		};
		order[i] = i;
	}
	copies = copies_find(&arena, items, MADE, true);
	ck_assert_uint_lt(copies.group_count, 2 * MADE_LETTERS);
	expected = portrait(&arena, items, order, &copies);
	for (int round = 0; round < 5; round++) {
		for (size_t i = MADE; i-- > 1;) {
			size_t other = chance(&state, i + 1), at = order[i];

			order[i] = order[other];
			order[other] = at;
		}
		for (size_t i = 0; i < MADE; i++)
			shuffled[order[i]] = items[i];
		copies = copies_find(&arena, shuffled, MADE, true);
		ck_assert_str_eq(portrait(&arena, shuffled, order, &copies),
				 expected);
	}
	arena_free(&arena);
}
END_TEST

START_TEST(finds_nearly_all_copies_and_no_others)
{
	struct arena arena = { 0 };
	struct copies_answer items[MADE];
	uint32_t state = 3, letters[MADE];
	size_t right = 0, wrong = 0, missed = 0;
	struct copies copies;

	for (size_t i = 0; i < MADE; i++) {
		letters[i] = (uint32_t)chance(&state, MADE_LETTERS);
		items[i] = (struct copies_answer){
			make_text(&arena, letters[i], 120, &state,
				  chance(&state, 100) + 8),
			TONGUE_EN
		};
	}
	copies = copies_find(&arena, items, MADE, true);
	for (size_t i = 0; i < MADE; i++)
		for (size_t j = 0; j < i; j++) {
			bool together =
				copies.group_of[i] == copies.group_of[j];
			bool same = letters[i] == letters[j];

			right += together && same;
			wrong += together && !same;
			missed += !together && same;
		}
	ck_assert_uint_gt(right, 0);
	ck_assert_uint_eq(wrong, 0);
	ck_assert_uint_lt(1000 * missed, right);
	arena_free(&arena);
}
END_TEST

START_TEST(bears_texts_without_end)
{
	struct arena arena = { 0 };
	struct answers answers = { .count = 0 };
	char *lines = arena_alloc(&arena, 30001);
	char *letters = arena_alloc(&arena, 60002);
	struct str words = { .arena = &arena };
	uint32_t state = 1;

	memset(lines, '\n', 30000);
	memset(letters, 'a', 60000);
	add(&answers, lines);
	add(&answers, lines);
	add(&answers, letters);
	add(&answers, arena_string(&arena, letters));
	letters[60000] = 'b';
	add(&answers, letters);
	str_text(&words, make_text(&arena, 5, 50000, &state, 1000));
	add(&answers, arena_string(&arena, words.text));
	str_text(&words, " one more");
	add(&answers, words.text);
	/* 60,000 letters became one longer before they were read. */
	ck_assert_str_eq(describe(&arena, answers.items, answers.count, true),
			 "[2] 4;[5] ~6;");
	arena_free(&arena);
}
END_TEST

/* Very many with one beginning that is not enough to make them copies: what is
 * remembered of it is bounded. */
START_TEST(bears_very_many_that_begin_alike)
{
	enum { COUNT = 3000 };
	struct arena arena = { 0 };
	struct copies_answer *items =
		arena_array(&arena, COUNT, sizeof(*items));
	uint32_t state = 1;

	for (size_t i = 0; i < COUNT; i++)
		items[i] = (struct copies_answer){
			arena_format(&arena,
				     "I am writing to you about the plan "
				     "because I think that %s",
				     make_text(&arena, (uint32_t)i + 100, 60,
					       &state, 1000)),
			TONGUE_EN
		};
	ck_assert_str_eq(describe(&arena, items, COUNT, true), "");
	arena_free(&arena);
}
END_TEST

/* --- folding -------------------------------------------------------------- */

static const char *const folded[] = {
	"",
	" ",
	"a",
	"  Leading, and trailing!  ",
	"eight..8 and more than eight bytes, on both sides of it.",
	"ABCDEFGH IJKLMNOP QRSTUVWXYZ @[`{ /09:",
	"12345678 1234567  123456   12345    1234     ",
	"a-b--c---d----e-----f------g-------h",
	"It’s “quoted” – £5 … \xc2\xa0 done.",
	"’’’’’’’’’",
	"x’",
	"naïve café, ΣΊΣΥΦΟΣ, Ŵyr",
	"é",
	"a\xcc\x81 \xcc\x81 b",
	"=\xcc\xb8 5 \xe2\x83\xa3",
	"İSTANBUL İSTANBUL İSTANBUL",
	"\xe2\x80\xa8line\xe2\x80\x8fs\xe2\x80\x90",
	"tab\tand\nlines\r\n\x7f",
};

START_TEST(folds_fast_as_folds_well)
{
	struct arena arena = { 0 };
	struct fold fold = { 0 };

	/* One after the other, a long one in between. */
	for (size_t i = 0; i < sizeof(folded) / sizeof(*folded); i++) {
		const char *expected = utf8_fold(&arena, folded[i]);

		fold_read(&fold, folded[i]);
		ck_assert_uint_eq(fold.len, strlen(expected));
		ck_assert_mem_eq(fold.text, expected, fold.len);
		ck_assert_int_eq(fold.text[fold.len], ' ');
	}
	fold_free(&fold);
	arena_free(&arena);
}
END_TEST

/* --- differences ---------------------------------------------------------- */

static const struct {
	const char *template, *copy, *differences;
} changes[] = {
	{ "One two three.", "one TWO, three", "" },
	{ "", "", "" },
	{ "Don't go", "don t go!", "" },
	{ "I strongly agree with it", "I agree with it", "-strongly+|" },
	{ "I agree with it", "I strongly agree with it", "-+strongly|" },
	{ "I agree with it", "I agree with it. Not here!", "-+Not here|" },
	{ "The old mill is a lovely place for us",
	  "Our old mill is a lovely "
	  "place for you",
	  "-The+Our|-us+you|" },
	/* Two words between them are too few to show. */
	{ "a b c d e f g h", "a x c d y f g h", "-b c d e+x c d y|" },
	{ "a b c d e f g h", "a x c d e y g h", "-b+x|-f+y|" },
	{ "all of it", "nothing", "-all of it+nothing|" },
	{ "", "new", "-+new|" },
	{ "gone", "…", "-gone+|" },
	{ "a b c p q r d e f", "p q r a b c d e f", "-a b c+|-+a b c|" },
	{ "caf\xc3\xa9 is shut", "bar is shut", "-caf\xc3\xa9+bar|" },
};

static const char *
list_differences(struct arena *arena, const char *template, const char *copy)
{
	size_t count;
	const struct copy_difference *differences =
		copy_differences(arena, template, copy, &count);
	struct str out = { .arena = arena };

	str_text(&out, "");
	for (size_t i = 0; i < count; i++) {
		const struct copy_difference *at = &differences[i];

		str_char(&out, '-');
		str_add(&out, template + at->template_start,
			at->template_end - at->template_start);
		str_char(&out, '+');
		str_add(&out, copy + at->copy_start,
			at->copy_end - at->copy_start);
		str_char(&out, '|');
	}
	return out.text;
}

START_TEST(shows_what_was_changed)
{
	struct arena arena = { 0 };

	ck_assert_str_eq(list_differences(&arena, changes[_i].template,
					  changes[_i].copy),
			 changes[_i].differences);
	arena_free(&arena);
}
END_TEST

START_TEST(shows_one_difference_where_many_would_take_long)
{
	struct arena arena = { 0 };
	uint32_t state = 1;
	const char *a = arena_format(&arena, "begin %s end",
				     make_text(&arena, 1, 3000, &state, 10));
	const char *b = arena_format(&arena, "begin %s end",
				     make_text(&arena, 1, 3000, &state, 10));
	size_t count;

	copy_differences(&arena, a, b, &count);
	ck_assert_uint_eq(count, 1);
	arena_free(&arena);
}
END_TEST

Suite *
suite_copies(void)
{
	Suite *suite = suite_create("copies");
	TCase *finding = tcase_create("finding");
	TCase *differences = tcase_create("differences");

	tcase_add_loop_test(finding, tells_copies_from_others, 0,
			    sizeof(pairs) / sizeof(*pairs));
	tcase_add_test(finding, finds_only_exact_copies_when_asked);
	tcase_add_test(finding, takes_what_has_no_word_for_a_copy_of_nothing);
	tcase_add_test(finding, keeps_languages_apart);
	tcase_add_test(finding, lets_the_text_that_most_sent_stand_for_all);
	tcase_add_test(finding,
		       does_not_join_two_letters_that_one_answer_holds);
	tcase_add_test(finding, joins_what_one_copy_shows_to_be_the_same);
	tcase_add_test(finding, finds_the_same_groups_in_any_order);
	tcase_add_test(finding, finds_nearly_all_copies_and_no_others);
	tcase_add_test(finding, bears_texts_without_end);
	tcase_add_test(finding, bears_very_many_that_begin_alike);
	tcase_add_test(finding, folds_fast_as_folds_well);
	suite_add_tcase(suite, finding);
	tcase_add_loop_test(differences, shows_what_was_changed, 0,
			    sizeof(changes) / sizeof(*changes));
	tcase_add_test(differences,
		       shows_one_difference_where_many_would_take_long);
	suite_add_tcase(suite, differences);
	return suite;
}
