#include "nominee.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "text/lexicon.h"
#include "text/vocabulary.h"
#include "themes/passage.h"
#include "themes/reading.h"

enum {
	PASSAGES_READ = 1000, /* the strongest of each theme */
	FEW_PASSAGES = 30,
};

int
material_tells(const struct material *material, const struct reading *reading,
	       size_t index, size_t count, uint32_t theme)
{
	int most = 0;

	for (size_t i = index; i < index + count; i++) {
		uint32_t stem = reading->words[i].stem;

		if (stem < material->size &&
		    vocabulary_counts(reading->vocabulary,
				      &reading->words[i])) {
			int told =
				material->telling[stem * material->theme_count +
						  theme];

			most = told > most ? told : most;
		}
	}
	return most;
}

/* Those of one theme while they are counted. */
struct nominees {
	struct lexicon lexicon; /* of their keys */
	struct nominee *items;
	size_t count, room;
};

/* A passage of the theme at hand, to be ordered by how strongly it speaks. */
struct strong {
	float evidence;
	size_t index;
};

static int
compare_strong(const void *left, const void *right)
{
	const struct strong *a = left, *b = right;

	if (a->evidence != b->evidence)
		return a->evidence > b->evidence ? -1 : 1;
	return a->index < b->index ? -1 : 1;
}

static void
nominate(struct nominees *nominees, const struct reading *reading, size_t index,
	 size_t count, size_t words, size_t passage)
{
	struct lexicon *lexicon = &nominees->lexicon;
	char key[READING_KEY_BYTES];
	size_t len = reading_key(reading, index, count, key);
	size_t number = lexicon_add(lexicon, TONGUE_NONE, key, len);
	struct nominee *nominee;

	if (number == nominees->room) {
		nominees->room = number ? number * 2 : 1024;
		nominees->items = arena_grow(lexicon->arena, nominees->items,
					     nominees->count, nominees->room,
					     sizeof(*nominees->items));
	}
	nominee = &nominees->items[number];
	if (number == nominees->count) {
		nominees->count++;
		nominee->first = reading_stem(reading, index);
		nominee->bytes = lexicon->entries[number].word;
		nominee->token_count = count;
		nominee->word_count = words;
	}
	nominee->own += nominee->last != passage + 1;
	nominee->last = passage + 1;
}

static int
compare_nominees(const void *left, const void *right)
{
	const struct nominee *a = left, *b = right;

	if (a->own != b->own)
		return a->own > b->own ? -1 : 1;
	if (a->word_count != b->word_count)
		return a->word_count > b->word_count ? -1 : 1;
	return strcmp(a->bytes, b->bytes);
}

static size_t
strongest(const struct material *material, struct arena *scratch,
	  uint32_t theme, struct strong **result)
{
	const struct passages *passages = material->passages;
	struct strong *strong =
		arena_array(scratch, passages->count, sizeof(*strong));
	size_t count = 0;

	for (size_t i = 0; i < passages->count; i++)
		if (passages->items[i].theme == theme)
			strong[count++] =
				(struct strong){ passages->items[i].evidence,
						 i };
	if (count)
		qsort(strong, count, sizeof(*strong), compare_strong);
	*result = strong;
	return count;
}

/* The expressions of THEME in its passage number PASSAGE. */
static void
nominate_all(struct nominees *nominees, const struct material *material,
	     const struct reading *reading, uint32_t theme, size_t passage)
{
	for (size_t i = 0; i < reading->count; i++)
		for (size_t n = 1;
		     n <= READING_TOKENS_MAX && i + n <= reading->count; n++) {
			size_t words = reading_words(reading, i, n);

			if (words &&
			    material_tells(material, reading, i, n, theme))
				nominate(nominees, reading, i, n, words,
					 passage);
		}
}

/* Those of at least LEAST passages, the most frequent first; how many. */
static size_t
keep_frequent(struct nominees *nominees, size_t least)
{
	size_t count = 0;

	for (size_t i = 0; i < nominees->count; i++)
		if (nominees->items[i].own >= least)
			nominees->items[count++] = nominees->items[i];
	if (count)
		qsort(nominees->items, count, sizeof(*nominees->items),
		      compare_nominees);
	return count < NOMINEES_MAX ? count : NOMINEES_MAX;
}

size_t
nominee_find(const struct material *material, struct arena *arena,
	     uint32_t theme, struct nominee kept[NOMINEES_MAX])
{
	struct arena scratch = { 0 };
	struct nominees nominees = { .lexicon.arena = &scratch };
	struct strong *strong;
	size_t size = strongest(material, &scratch, theme, &strong), count;

	for (size_t p = 0; p < size && p < PASSAGES_READ; p++) {
		struct reading reading =
			reading_of(material->vocabulary,
				   &material->passages->items[strong[p].index]);

		nominate_all(&nominees, material, &reading, theme, p);
	}
	count = keep_frequent(&nominees, size < FEW_PASSAGES ? NOMINEE_LEAST - 1
							     : NOMINEE_LEAST);
	for (size_t i = 0; i < count; i++) {
		kept[i] = nominees.items[i];
		kept[i].bytes = arena_string(arena, kept[i].bytes);
	}
	arena_free(&scratch);
	return count;
}
