#include "example.h"

#include <stdbool.h>
#include <string.h>

#include "arena.h"
#include "text/sentence.h"
#include "text/stem.h"
#include "text/stopwords.h"
#include "text/tokenise.h"

static bool
is_among(const char *stem, const char *const *stems, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(stems[i], stem))
			return true;
	return false;
}

static struct example_sentence
read_sentence(struct arena *arena, struct stemmer *stemmer, enum tongue tongue,
	      const char *text)
{
	struct tokens tokens = tokenise(arena, text);
	const char **stems = arena_array(arena, tokens.count, sizeof(*stems));
	struct example_sentence sentence = { .stems = stems };

	for (size_t i = 0; i < tokens.count; i++) {
		struct token token = tokens.items[i];
		const char *word = token_word(arena, text + token.start,
					      token.end - token.start);
		const char *stem;

		if (!word[0] || !word[1] ||
		    stopword_of(tongue, word, strlen(word)) >= STOPWORD_PLAIN)
			continue;
		stem = stemmer_stem(stemmer, arena, tongue, word);
		if (!is_among(stem, stems, sentence.count))
			stems[sentence.count++] = stem;
	}
	sentence.needed = (sentence.count + 1) / 2;
	if (sentence.needed < EXAMPLE_WORDS_MIN)
		sentence.needed = EXAMPLE_WORDS_MIN;
	return sentence;
}

const struct example_sentence *
example_sentences(struct arena *arena, struct stemmer *stemmer,
		  enum tongue tongue, const char *text, size_t *count)
{
	struct sentences split = sentences_split(arena, text);
	struct example_sentence *sentences =
		arena_array(arena, split.count, sizeof(*sentences));

	*count = 0;
	for (size_t i = 0; i < split.count; i++) {
		const char *part =
			arena_copy(arena, text + split.items[i].start,
				   split.items[i].end - split.items[i].start);
		struct example_sentence sentence =
			read_sentence(arena, stemmer, tongue, part);

		if (sentence.count >= EXAMPLE_WORDS_MIN)
			sentences[(*count)++] = sentence;
	}
	return sentences;
}
