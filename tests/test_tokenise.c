#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "cases.h"
#include "str.h"
#include "text/tokenise.h"
#include "utf8.h"

static const char word_break_test[] =
	"/usr/share/unicode/auxiliary/WordBreakTest.txt";

START_TEST(finds_the_words_of_the_table)
{
	struct arena arena = { 0 };
	struct cases cases = cases_read(&arena, "tokenise.txt", 2);

	for (size_t i = 0; i < cases.count; i++) {
		const struct case_row *row = &cases.rows[i];
		struct str words = { .arena = &arena };
		size_t len;
		char *text = case_bytes(&arena, row->columns[0], &len);
		struct tokens tokens = tokenise(&arena, text);

		for (size_t j = 0; j < tokens.count; j++)
			str_format(&words, "%s[%s]", j ? " " : "",
				   token_word(&arena,
					      text + tokens.items[j].start,
					      tokens.items[j].end -
						      tokens.items[j].start));
		ck_assert_msg(!strcmp(words.text ? words.text : "",
				      case_bytes(&arena, row->columns[1],
						 &len)),
			      "tokenise.txt:%zu: found %s", row->line,
			      words.text);
	}
	arena_free(&arena);
}
END_TEST

START_TEST(leads_every_word_back_to_the_text)
{
	struct arena arena = { 0 };
	const char *text = "“Tŷ” isn’t TŶ.";
	struct tokens tokens = tokenise(&arena, text);

	ck_assert_uint_eq(tokens.count, 3);
	ck_assert_mem_eq(text + tokens.items[0].start, "Tŷ", 3);
	ck_assert_uint_eq(tokens.items[0].end - tokens.items[0].start, 3);
	ck_assert_mem_eq(text + tokens.items[1].start, "isn’t", 7);
	ck_assert_uint_eq(tokens.items[1].end - tokens.items[1].start, 7);
	ck_assert_str_eq(token_spelling(&arena, "Isn’t", 7), "Isn't");
	arena_free(&arena);
}
END_TEST

/* The words that LEN bytes have by BREAKS, against what tokenise finds. */
static void
check_words(struct arena *arena, const char *text, size_t len,
	    const char *breaks, const char *name)
{
	struct token *items =
		arena_array(arena, tokenise_most(len), sizeof(*items));
	size_t count = tokenise_into(text, len, arena_alloc(arena, len), items);
	size_t start = 0, found = 0;

	for (size_t end = 1; end <= len; end++) {
		bool is_word = false;

		if (end < len && !breaks[end])
			continue;
		for (size_t i = start; i < end; i++)
			is_word |= (text[i] & 0xc0) != 0x80 &&
				   (utf8_starts_letter(text + i) ||
				    utf8_starts_digit(text + i));
		if (is_word) {
			ck_assert_msg(found < count &&
					      items[found].start == start &&
					      items[found].end == end,
				      "differs on %s", name);
			found++;
		}
		start = end;
	}
	ck_assert_msg(found == count, "too many on %s", name);
}

/* All texts of five characters, one of each kind that ASCII has. */
START_TEST(goes_the_fast_way_to_the_same_words)
{
	static const char kinds[] = "a1_.',:; \r\n\v-\"";
	const size_t kind_count = sizeof(kinds) - 1;
	struct arena arena = { 0 };
	size_t total = 1;

	for (int i = 0; i < 5; i++)
		total *= kind_count;
	for (size_t number = 0; number < total; number++) {
		char text[6] = "", breaks[5];
		size_t rest = number;

		for (size_t i = 0; i < 5; i++, rest /= kind_count)
			text[i] = kinds[rest % kind_count];
		utf8_word_breaks(text, 5, breaks);
		check_words(&arena, text, 5, breaks, text);
		if (number % 1000 == 0)
			arena_free(&arena);
	}
	arena_free(&arena);
}
END_TEST

/* Three characters between letters: all of one of each kind that European languages
 * write, and of some that they do not. */
START_TEST(knows_the_letters_of_europe)
{
	static const char *const kinds[] = {
		"a", "1", "_", ".", ",",	" ", "'",
		"é", "ŵ", "Ⱥ", "×", "’",	"‘", "“",
		"–", "…", "£", "»", "\xc2\xa0", "²", "\xcc\x81",
		"·", "ß", "ȳ", "ə", "‛",	"•", "\xe2\x80\x8d",
	};
	const size_t kind_count = sizeof(kinds) / sizeof(*kinds);
	struct arena arena = { 0 };
	size_t total = kind_count * kind_count * kind_count;

	for (size_t number = 0; number < total; number++) {
		char text[16] = "a", breaks[16];
		size_t rest = number, len;

		for (size_t i = 0; i < 3; i++, rest /= kind_count)
			strcat(text, kinds[rest % kind_count]);
		strcat(text, "b");
		len = strlen(text);
		utf8_word_breaks(text, len, breaks);
		check_words(&arena, text, len, breaks, text);
		if (number % 1000 == 0)
			arena_free(&arena);
	}
	arena_free(&arena);
}
END_TEST

/* Each character of two bytes between two letters, two digits and alone. */
START_TEST(knows_every_letter_of_two_bytes)
{
	struct arena arena = { 0 };

	for (unsigned character = 0x80; character < 0x800; character++) {
		char text[32], breaks[32];
		int len = snprintf(text, sizeof(text), "a%c%cb 1%c%c2 %c%c",
				   (char)(0xc0 | character >> 6),
				   (char)(0x80 | (character & 0x3f)),
				   (char)(0xc0 | character >> 6),
				   (char)(0x80 | (character & 0x3f)),
				   (char)(0xc0 | character >> 6),
				   (char)(0x80 | (character & 0x3f)));

		utf8_word_breaks(text, (size_t)len, breaks);
		check_words(&arena, text, (size_t)len, breaks, text);
	}
	arena_free(&arena);
}
END_TEST

static void
add_character(struct str *text, unsigned long character)
{
	if (character < 0x80) {
		str_char(text, (char)character);
	} else if (character < 0x800) {
		str_char(text, (char)(0xc0 | character >> 6));
		str_char(text, (char)(0x80 | (character & 0x3f)));
	} else if (character < 0x10000) {
		str_char(text, (char)(0xe0 | character >> 12));
		str_char(text, (char)(0x80 | (character >> 6 & 0x3f)));
		str_char(text, (char)(0x80 | (character & 0x3f)));
	} else {
		str_char(text, (char)(0xf0 | character >> 18));
		str_char(text, (char)(0x80 | (character >> 12 & 0x3f)));
		str_char(text, (char)(0x80 | (character >> 6 & 0x3f)));
		str_char(text, (char)(0x80 | (character & 0x3f)));
	}
}

/* One line of Unicode's file: "÷ 0001 × 0308 ÷", a break where ÷ stands. */
static void
check_unicode_line(struct arena *arena, char *line)
{
	struct str text = { .arena = arena }, expected = { .arena = arena };
	char *place = NULL, *found, *name = arena_string(arena, line);

	for (char *word = strtok_r(line, " \t", &place);
	     word && *word != '#' && *word != '\n';
	     word = strtok_r(NULL, " \t", &place)) {
		size_t before = text.len;

		if (!strcmp(word, "÷") || !strcmp(word, "×")) {
			str_char(&expected, !strcmp(word, "÷"));
			continue;
		}
		add_character(&text, strtoul(word, NULL, 16));
		for (; before + 1 < text.len; before++)
			str_char(&expected, 0);
	}
	found = arena_alloc(arena, text.len);
	utf8_word_breaks(text.text, text.len, found);
	ck_assert_msg(!memcmp(found + 1, expected.text + 1, text.len - 1),
		      "differs on %s", name);
	/* A NUL ends what a text may hold. */
	if (strlen(text.text) == text.len)
		check_words(arena, text.text, text.len, expected.text, name);
}

START_TEST(breaks_where_unicode_says)
{
	struct arena arena = { 0 };
	FILE *file = fopen(word_break_test, "r");
	char line[2048];
	size_t count = 0;

	ck_assert_msg(file != NULL, "%s is missing: install unicode-data",
		      word_break_test);
	while (fgets(line, sizeof(line), file)) {
		if (*line == '#')
			continue;
		check_unicode_line(&arena, line);
		count++;
	}
	fclose(file);
	ck_assert_uint_gt(count, 1000);
	arena_free(&arena);
}
END_TEST

Suite *
suite_tokenise(void)
{
	Suite *suite = suite_create("tokenise");
	TCase *tcase = tcase_create("tokenise");

	tcase_add_test(tcase, finds_the_words_of_the_table);
	tcase_add_test(tcase, leads_every_word_back_to_the_text);
	tcase_add_test(tcase, goes_the_fast_way_to_the_same_words);
	tcase_add_test(tcase, knows_the_letters_of_europe);
	tcase_add_test(tcase, knows_every_letter_of_two_bytes);
	tcase_add_test(tcase, breaks_where_unicode_says);
	suite_add_tcase(suite, tcase);
	return suite;
}
