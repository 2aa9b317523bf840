#include "suites.h"

#include <string.h>

#include "arena.h"
#include "str.h"
#include "text/lexicon.h"
#include "text/tokenise.h"
#include "text/vocabulary.h"

/* The words of a text, each with its stem or "-". */
static char *
read_text(struct arena *arena, struct vocabulary *vocabulary,
	  enum tongue tongue, const char *text)
{
	struct str out = { .arena = arena };
	const struct word *words;
	size_t count =
		vocabulary_read(vocabulary, tongue, text, strlen(text), &words);

	str_text(&out, "");
	for (size_t i = 0; i < count; i++)
		str_format(&out, "%s%.*s=%s", i ? " " : "",
			   (int)(words[i].end - words[i].start),
			   text + words[i].start,
			   words[i].stem == WORD_NONE
				   ? "-"
				   : vocabulary_text(vocabulary,
						     words[i].stem));
	return out.text;
}

static const struct {
	enum tongue tongue;
	const char *text, *words;
} texts[] = {
	{ TONGUE_EN, "", "" },
	{ TONGUE_EN, "The siblings’ SIBLING, 24 times.",
	  "The=- siblings=sibl SIBLING=sibl 24=- times=time" },
	{ TONGUE_EN, "Children didn’t, didn't see 16th x",
	  "Children=children didn’t=- didn't=- see=- 16th=16th x=-" },
	{ TONGUE_CY, "Mae'r teuluoedd, a’r teulu yn grant.",
	  "Mae'r=- teuluoedd=teulu a’r=- teulu=teulu yn=- grant=grant" },
	{ TONGUE_EN,
	  "antidisestablishmentarianisms Antidisestablishmentarianism",
	  "antidisestablishmentarianisms=antidisestablishmentarian "
	  "Antidisestablishmentarianism=antidisestablishmentarian" },
};

START_TEST(reads_words_and_their_stems)
{
	struct arena arena = { 0 };
	struct vocabulary *vocabulary = vocabulary_new(&arena);

	ck_assert_str_eq(read_text(&arena, vocabulary, texts[_i].tongue,
				   texts[_i].text),
			 texts[_i].words);
	/* And again, when all of it is known. */
	ck_assert_str_eq(read_text(&arena, vocabulary, texts[_i].tongue,
				   texts[_i].text),
			 texts[_i].words);
	vocabulary_free(vocabulary);
	arena_free(&arena);
}
END_TEST

START_TEST(knows_again_what_it_read)
{
	struct arena arena = { 0 };
	struct vocabulary *vocabulary = vocabulary_new(&arena);
	const struct word *words;
	size_t count = vocabulary_read(vocabulary, TONGUE_EN,
				       "Placing the Places.", 19, &words);
	const struct spelling *spelling;

	ck_assert_uint_eq(count, 3);
	ck_assert_uint_eq(words[0].stem, words[2].stem);
	ck_assert_uint_ne(words[0].spelling, words[2].spelling);
	spelling = vocabulary_spelling(vocabulary, words[2].spelling);
	ck_assert_str_eq(vocabulary_text(vocabulary, words[2].spelling),
			 "Places");
	ck_assert_str_eq(vocabulary_text(vocabulary, spelling->word), "places");
	ck_assert_uint_eq(vocabulary_find(vocabulary, TONGUE_EN, "PLACED", 6),
			  words[0].stem);
	ck_assert_uint_eq(vocabulary_find(vocabulary, TONGUE_FR, "placed", 6),
			  WORD_NONE);
	ck_assert_uint_eq(vocabulary_find(vocabulary, TONGUE_EN, "home", 4),
			  WORD_NONE);
	vocabulary_free(vocabulary);
	arena_free(&arena);
}
END_TEST

START_TEST(keeps_languages_apart)
{
	struct arena arena = { 0 };
	struct vocabulary *vocabulary = vocabulary_new(&arena);
	const struct word *words;
	uint32_t english;

	vocabulary_read(vocabulary, TONGUE_EN, "grant", 5, &words);
	english = words[0].stem;
	vocabulary_read(vocabulary, TONGUE_CY, "grant", 5, &words);
	ck_assert_uint_ne(words[0].stem, english);
	ck_assert_str_eq(vocabulary_text(vocabulary, words[0].stem), "grant");
	ck_assert_uint_eq(vocabulary_tongue(vocabulary, words[0].stem),
			  TONGUE_CY);
	ck_assert_uint_eq(vocabulary_tongue(vocabulary, english), TONGUE_EN);
	vocabulary_free(vocabulary);
	arena_free(&arena);
}
END_TEST

START_TEST(reads_very_many_words)
{
	struct arena arena = { 0 };
	struct str text = { .arena = &arena };
	struct vocabulary *vocabulary = vocabulary_new(&arena);
	const struct word *words;

	for (int i = 0; i < 5000; i++)
		str_format(&text, "word%dx ", i % 3000);
	ck_assert_uint_eq(vocabulary_read(vocabulary, TONGUE_EN, text.text,
					  text.len, &words),
			  5000);
	ck_assert_uint_eq(vocabulary_size(vocabulary), 3000);
	for (size_t i = 3000; i < 5000; i++)
		ck_assert_uint_eq(words[i].stem, words[i - 3000].stem);
	vocabulary_free(vocabulary);
	arena_free(&arena);
}
END_TEST

/* What one look at LEN bytes of a word finds. */
static struct lexicon_hit
look_up(struct lexicon *lexicon, enum tongue tongue, const char *word,
	size_t len)
{
	const struct token whole = { 0, (uint32_t)len };
	struct lexicon_hit hit;

	lexicon_add_all(lexicon, tongue, word, len, &whole, 1, &hit);
	return hit;
}

/* Words of every length that a slot treats in its own way, enough of them for the
 * table to grow several times, and the notes beside them. */
START_TEST(keeps_words_of_every_length_apart)
{
	struct arena arena = { 0 };
	struct lexicon lexicon = { .arena = &arena };
	char word[48];
	struct lexicon_hit hit;

	for (int round = 0; round < 2; round++)
		for (size_t number = 0; number < 47 * 40; number++) {
			size_t len = number / 40 + 1;
			enum tongue tongue = number % 2 ? TONGUE_EN : TONGUE_CY;

			memset(word, 'a' + (int)(number % 40 / 2), len);
			ck_assert_uint_eq(lexicon_add(&lexicon, tongue, word,
						      len),
					  number);
			ck_assert_uint_eq(lexicon_find(&lexicon, tongue, word,
						       len),
					  number);
			ck_assert_uint_eq(lexicon_find(&lexicon, TONGUE_FR,
						       word, len),
					  LEXICON_NONE);
			hit = look_up(&lexicon, tongue, word, len);
			ck_assert_uint_eq(hit.number, number);
			ck_assert_uint_eq(hit.note, round ? number + 7 : 0);
			lexicon_note(&lexicon, tongue, word, len,
				     (uint32_t)number + 7);
		}
	arena_free(&arena);
}
END_TEST

Suite *
suite_vocabulary(void)
{
	Suite *suite = suite_create("vocabulary");
	TCase *tcase = tcase_create("vocabulary");

	tcase_add_loop_test(tcase, reads_words_and_their_stems, 0,
			    sizeof(texts) / sizeof(texts[0]));
	tcase_add_test(tcase, knows_again_what_it_read);
	tcase_add_test(tcase, keeps_languages_apart);
	tcase_add_test(tcase, reads_very_many_words);
	tcase_add_test(tcase, keeps_words_of_every_length_apart);
	suite_add_tcase(suite, tcase);
	return suite;
}
