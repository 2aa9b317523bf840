#include "text/concordance.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "error.h"
#include "nearest.h"
#include "text/tokenise.h"
#include "text/vocabulary.h"

struct phrase_sought {
	const char *text;
	const uint32_t *stems[LANGUAGE_COUNT]; /* of its words */
	size_t word_count;
	bool found;
};

struct concordance {
	struct arena *arena;
	struct vocabulary *vocabulary;
	struct phrase_sought *phrases;
	size_t phrase_count;
	bool *used; /* by number: a spelling that stood in a text */
	size_t used_room;
	struct concordance_hit *hits;
	size_t room;
};

static uint32_t
stem_of(const struct vocabulary *vocabulary, const struct word *word)
{
	return vocabulary_spelling(vocabulary, word->spelling)->stem;
}

/* The numbers of its stems as they are in LANGUAGE. */
static void
learn_phrase(struct concordance *concordance, struct phrase_sought *phrase,
	     enum language language)
{
	struct vocabulary *vocabulary = concordance->vocabulary;
	const struct word *words;
	size_t count =
		vocabulary_read(vocabulary, tongue_of(language), phrase->text,
				strlen(phrase->text), &words);
	uint32_t *stems =
		arena_array(concordance->arena, count, sizeof(*stems));

	for (size_t i = 0; i < count; i++)
		stems[i] = stem_of(vocabulary, &words[i]);
	phrase->stems[language] = stems;
	phrase->word_count = count;
}

struct concordance *
concordance_new(struct arena *arena, const char *const phrases[], size_t count,
		struct error *err)
{
	struct concordance *concordance =
		arena_alloc(arena, sizeof(*concordance));

	*concordance = (struct concordance){
		.arena = arena,
		.vocabulary = vocabulary_new(arena),
		.phrases = arena_array(arena, count,
				       sizeof(*concordance->phrases)),
		.phrase_count = count,
	};
	for (size_t i = 0; i < count; i++) {
		struct phrase_sought *phrase = &concordance->phrases[i];

		phrase->text = phrases[i];
		for (int l = 0; l < LANGUAGE_COUNT; l++)
			learn_phrase(concordance, phrase, (enum language)l);
		if (phrase->word_count)
			continue;
		error_set(err, ERROR_INPUT,
			  "\"%s\" has no letter or digit to look for",
			  phrase->text);
		concordance_free(concordance);
		return NULL;
	}
	return concordance;
}

void
concordance_free(struct concordance *concordance)
{
	if (concordance)
		vocabulary_free(concordance->vocabulary);
}

/* --- finding -------------------------------------------------------------- */

struct place {
	enum language language;
	const char *text;
	const struct word *words;
	size_t count;
};

/* Whether PHRASE stands in a text from word INDEX on. */
static bool
stands_at(const struct vocabulary *vocabulary,
	  const struct phrase_sought *phrase, const struct place *place,
	  size_t index)
{
	const struct word *words = place->words + index;

	if (phrase->word_count > place->count - index)
		return false;
	for (size_t i = 0; i < phrase->word_count; i++)
		if (stem_of(vocabulary, &words[i]) !=
			    phrase->stems[place->language][i] ||
		    (i && !token_adjoins(place->text, words[i - 1].end,
					 words[i].start)))
			return false;
	return true;
}

/* How many words of the longest phrase that stands there; 0: none does. */
static size_t
longest_at(const struct concordance *concordance, bool *here,
	   const struct place *place, size_t index)
{
	size_t longest = 0;

	for (size_t i = 0; i < concordance->phrase_count; i++) {
		const struct phrase_sought *phrase = &concordance->phrases[i];

		if (!stands_at(concordance->vocabulary, phrase, place, index))
			continue;
		here[i] = true;
		if (phrase->word_count > longest)
			longest = phrase->word_count;
	}
	return longest;
}

static void
add_hit(struct concordance *concordance, size_t count, size_t start, size_t end)
{
	if (count == concordance->room) {
		concordance->room = count ? count * 2 : 16;
		concordance->hits =
			arena_grow(concordance->arena, concordance->hits, count,
				   concordance->room,
				   sizeof(*concordance->hits));
	}
	concordance->hits[count] = (struct concordance_hit){ start, end };
}

/* Note what can be meant by a word that nobody used. */
static void
note_spellings(struct concordance *concordance, const struct place *place)
{
	size_t size = vocabulary_size(concordance->vocabulary);

	if (size > concordance->used_room) {
		concordance->used =
			arena_grow(concordance->arena, concordance->used,
				   concordance->used_room, size * 2,
				   sizeof(bool));
		concordance->used_room = size * 2;
	}
	for (size_t i = 0; i < place->count; i++)
		concordance->used[place->words[i].spelling] = true;
}

size_t
concordance_find(struct concordance *concordance, enum language language,
		 const char *text, const struct concordance_hit **hits)
{
	struct place place = { .language = language, .text = text };
	struct arena scratch = { 0 };
	bool *here =
		arena_array(&scratch, concordance->phrase_count, sizeof(*here));
	bool all = true;
	size_t count = 0, behind = 0;

	place.count =
		vocabulary_read(concordance->vocabulary, tongue_of(language),
				text, strlen(text), &place.words);
	note_spellings(concordance, &place);
	for (size_t i = 0; i < place.count; i++) {
		size_t words = longest_at(concordance, here, &place, i);

		if (!words || i < behind)
			continue;
		behind = i + words;
		add_hit(concordance, count++, place.words[i].start,
			place.words[behind - 1].end);
	}
	for (size_t i = 0; i < concordance->phrase_count; i++) {
		all = all && here[i];
		concordance->phrases[i].found |= here[i];
	}
	arena_free(&scratch);
	*hits = concordance->hits;
	return all ? count : 0;
}

/* --- what was not found --------------------------------------------------- */

bool
concordance_found(const struct concordance *concordance, size_t index)
{
	return concordance->phrases[index].found;
}

static int
compare_words(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

const char *
concordance_nearest(const struct concordance *concordance, struct arena *arena,
		    size_t index)
{
	const struct vocabulary *vocabulary = concordance->vocabulary;
	const struct phrase_sought *phrase = &concordance->phrases[index];
	const char **words =
		arena_array(arena, concordance->used_room + 1, sizeof(*words));
	size_t count = 0;

	if (phrase->word_count != 1)
		return NULL;
	for (size_t i = 0; i < concordance->used_room; i++)
		if (concordance->used[i])
			words[count++] =
				vocabulary_text(vocabulary,
						vocabulary_spelling(vocabulary,
								    (uint32_t)i)
							->word);
	/* nearest() takes the first of several; their order here is chance. */
	qsort(words, count, sizeof(*words), compare_words);
	return nearest(token_word(arena, phrase->text, strlen(phrase->text)),
		       words);
}
