#include "telling.h"

#include <stdbool.h>
#include <string.h>

#include "arena.h"
#include "coding/codeframe.h"
#include "text/stopwords.h"
#include "text/tokenise.h"

struct telling {
	struct arena *arena;
	const char **words;
	size_t count, room;
};

static void
add(struct telling *telling, const char *word)
{
	if (telling->count == telling->room) {
		telling->room = telling->room * 2 + 16;
		telling->words = arena_grow(telling->arena, telling->words,
					    telling->count, telling->room,
					    sizeof(*telling->words));
	}
	telling->words[telling->count++] = word;
}

static bool
says_something(const char *word)
{
	for (int language = 0; language < LANGUAGE_COUNT; language++)
		if (stopword_of(tongue_of((enum language)language), word,
				strlen(word)) >= STOPWORD_PLAIN)
			return false;
	return word[0] && word[1];
}

static void
add_example(struct telling *telling, const char *text)
{
	struct tokens tokens = tokenise(telling->arena, text);

	for (size_t i = 0; i < tokens.count; i++) {
		struct token token = tokens.items[i];
		const char *word =
			token_word(telling->arena, text + token.start,
				   token.end - token.start);

		if (says_something(word))
			add(telling, word);
	}
}

static void
add_theme(struct telling *telling, const struct codeframe_theme *theme)
{
	for (size_t i = 0; i < theme->word_count; i++)
		add(telling, theme->words[i]);
	for (size_t i = 0; i < theme->example_count; i++)
		add_example(telling, theme->examples[i]);
}

const char *const *
telling_words(struct arena *arena, const struct codeframe_question *question,
	      size_t index, size_t *count)
{
	struct telling telling = { .arena = arena };

	add_theme(&telling, &question->themes[index]);
	for (size_t i = 0; i < question->theme_count; i++)
		if (codeframe_is_under(question, i, index))
			add_theme(&telling, &question->themes[i]);
	*count = telling.count;
	return telling.words;
}
