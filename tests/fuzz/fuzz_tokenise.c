/*
 * Whatever is written: words stand in it in order, the fast way through ASCII
 * finds those that libunistring does, a word read is found again, and each stands
 * in one sentence.
 *
 * With: lib/arena.c lib/utf8.c analysis/text/elision.c analysis/text/lexicon.c
 * With: analysis/text/sentence.c analysis/text/stem.c analysis/text/stopwords.c
 * With: analysis/text/tokenise.c analysis/text/tongue.c
 * With: analysis/text/vocabulary.c analysis/text/welsh.c lib/consultation.c
 * With: build/gen/stopwords_list.c build/gen/welsh_list.c
 * Seeds: tests/fuzz/tokenise
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "arena.h"
#include "text/sentence.h"
#include "text/tokenise.h"
#include "text/vocabulary.h"
#include "utf8.h"

static bool
has_letter_or_digit(const char *text, size_t start, size_t end)
{
	for (size_t i = start; i < end; i++)
		if ((text[i] & 0xc0) != 0x80 && (utf8_starts_letter(text + i) ||
						 utf8_starts_digit(text + i)))
			return true;
	return false;
}

/* The words as libunistring alone finds them. */
static void
check_tokens(struct arena *arena, const char *text, size_t len)
{
	struct tokens tokens = tokenise(arena, text);
	char *breaks = arena_alloc(arena, len + 1);
	size_t found = 0, start = 0;

	utf8_word_breaks(text, len, breaks);
	for (size_t i = 1; i <= len; i++) {
		if (i < len && !breaks[i])
			continue;
		if (has_letter_or_digit(text, start, i)) {
			assert(found < tokens.count);
			assert(tokens.items[found].start == start);
			assert(tokens.items[found].end == i);
			found++;
		}
		start = i;
	}
	assert(found == tokens.count);
}

static void
check_words(struct arena *arena, enum tongue tongue, const char *text,
	    size_t len)
{
	struct vocabulary *vocabulary = vocabulary_new(arena);
	const struct word *words;
	size_t count = vocabulary_read(vocabulary, tongue, text, len, &words);
	size_t size = vocabulary_size(vocabulary), end = 0;

	for (size_t i = 0; i < count; i++) {
		const struct spelling *spelling =
			vocabulary_spelling(vocabulary, words[i].spelling);

		assert(words[i].start >= end && words[i].end > words[i].start);
		end = words[i].end;
		assert(end <= len && words[i].spelling < size);
		assert(spelling->word < size && spelling->stem < size);
		assert(words[i].stem == WORD_NONE ||
		       words[i].stem == spelling->stem);
		assert(vocabulary_find(vocabulary, tongue,
				       text + words[i].start,
				       end - words[i].start) == spelling->stem);
	}
	assert(vocabulary_size(vocabulary) == size);
	assert(vocabulary_read(vocabulary, tongue, text, len, &words) == count);
	assert(vocabulary_size(vocabulary) == size);
	vocabulary_free(vocabulary);
}

static void
check_sentences(struct arena *arena, const char *text, size_t len)
{
	struct sentences sentences = sentences_split(arena, text);
	struct tokens tokens = tokenise(arena, text);
	size_t end = 0, token = 0;

	for (size_t i = 0; i < sentences.count; i++) {
		const struct sentence *one = &sentences.items[i];

		assert(one->start >= end && one->end > one->start);
		end = one->end;
		assert(end <= len);
		for (; token < tokens.count && tokens.items[token].start < end;
		     token++)
			assert(tokens.items[token].start >= one->start &&
			       tokens.items[token].end <= end);
	}
	assert(token == tokens.count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

/* The first byte says the language; the text ends where it is no UTF-8. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct arena arena = { 0 };
	enum tongue tongue = len ? data[0] % TONGUE_COUNT : TONGUE_NONE;
	size_t valid = len ? len - 1 : 0;
	const char *text;

	if (len)
		utf8_check((const char *)data + 1, len - 1, &valid);
	text = arena_copy(&arena, len ? (const char *)data + 1 : "", valid);
	check_tokens(&arena, text, valid);
	check_words(&arena, tongue, text, valid);
	check_sentences(&arena, text, valid);
	arena_free(&arena);
	return 0;
}
