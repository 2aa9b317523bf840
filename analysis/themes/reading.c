#include "reading.h"

#include <string.h>

#include "text/tokenise.h"
#include "text/vocabulary.h"
#include "themes/passage.h"

struct reading
reading_of(struct vocabulary *vocabulary, const struct passage *passage)
{
	struct reading reading = { .vocabulary = vocabulary,
				   .text = passage->text + passage->start };

	reading.count =
		vocabulary_read(vocabulary, passage->tongue, reading.text,
				passage->end - passage->start, &reading.words);
	return reading;
}

static bool
ends_in_possessive(const struct reading *reading, size_t index)
{
	const struct word *word = &reading->words[index];
	const char *end = reading->text + word->end;
	size_t len = word->end - word->start;

	if (len > 2 && !strncmp(end - 2, "'s", 2))
		return true;
	return len > 4 && !strncmp(end - 4, "’s", 4);
}

bool
reading_is_tied(const struct reading *reading, size_t index)
{
	return index + 1 < reading->count &&
	       reading->words[index + 1].start ==
		       reading->words[index].end + 1 &&
	       reading->text[reading->words[index].end] == '-';
}

enum stopword
reading_kind(const struct reading *reading, size_t index)
{
	return vocabulary_spelling(reading->vocabulary,
				   reading->words[index].spelling)
		->kind;
}

size_t
reading_words(const struct reading *reading, size_t index, size_t count)
{
	size_t last = index + count - 1, words = 1;

	if (reading_kind(reading, index) == STOPWORD_STOP ||
	    reading->words[last].stem == WORD_NONE ||
	    ends_in_possessive(reading, last) ||
	    reading_is_tied(reading, last) ||
	    (index && reading_is_tied(reading, index - 1)))
		return 0;
	for (size_t i = index; i < last; i++) {
		if (!token_adjoins(reading->text, reading->words[i].end,
				   reading->words[i + 1].start))
			return 0;
		words += !reading_is_tied(reading, i);
	}
	return words <= READING_WORDS_MAX ? words : 0;
}

const char *
reading_word(const struct reading *reading, size_t index)
{
	const struct vocabulary *vocabulary = reading->vocabulary;

	return vocabulary_text(
		vocabulary,
		vocabulary_spelling(vocabulary, reading->words[index].spelling)
			->word);
}

uint32_t
reading_stem(const struct reading *reading, size_t index)
{
	return vocabulary_spelling(reading->vocabulary,
				   reading->words[index].spelling)
		->stem;
}

/* Seven bits a byte, none of them 0. */
size_t
reading_key(const struct reading *reading, size_t index, size_t count,
	    char key[READING_KEY_BYTES])
{
	size_t len = 0;

	for (size_t i = index; i < index + count; i++) {
		uint32_t stem = reading_stem(reading, i);

		for (int j = 0; j < 5; j++, stem >>= 7)
			key[len++] = (char)(0x80 | (stem & 0x7f));
	}
	return len;
}
