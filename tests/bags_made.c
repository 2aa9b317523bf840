#include "bags_made.h"

#include <stdbool.h>
#include <string.h>

#include "arena.h"
#include "text/vocabulary.h"

enum { LETTERS = 26 };

static struct bag
make_bag(struct arena *arena, const char *text)
{
	size_t room = strlen(text);
	uint32_t *sequence = arena_array(arena, room, sizeof(*sequence));
	unsigned char *cut = arena_array(arena, room, 1);
	struct bag_word *words = arena_array(arena, LETTERS, sizeof(*words));
	struct bag bag = { .sequence = sequence, .cut = cut, .words = words };
	uint32_t counts[LETTERS] = { 0 };

	for (; *text; text++) {
		if (*text == '.') {
			cut[bag.length - 1] = 1;
			continue;
		}
		sequence[bag.length++] =
			*text == '-' ? COLUMN_NONE : (uint32_t)(*text - 'a');
		if (*text != '-')
			counts[*text - 'a']++;
	}
	for (uint32_t c = 0; c < LETTERS; c++)
		if (counts[c])
			words[bag.word_count++] =
				(struct bag_word){ c, counts[c] };
	return bag;
}

struct bags
bags_made(struct arena *arena, const char *const *texts, size_t count)
{
	struct bag *items = arena_array(arena, count, sizeof(*items));
	uint32_t *stems = arena_array(arena, LETTERS, sizeof(*stems));
	uint32_t *documents = arena_array(arena, LETTERS, sizeof(*documents));
	uint32_t *occurrences =
		arena_array(arena, LETTERS, sizeof(*occurrences));
	struct bags bags = { items, count, stems, documents, occurrences, 0 };

	for (size_t i = 0; i < count; i++) {
		items[i] = make_bag(arena, texts[i]);
		for (uint32_t j = 0; j < items[i].word_count; j++) {
			struct bag_word word = items[i].words[j];

			documents[word.column]++;
			occurrences[word.column] += word.count;
			if (word.column >= bags.column_count)
				bags.column_count = word.column + 1;
		}
	}
	for (uint32_t c = 0; c < LETTERS; c++)
		stems[c] = c;
	return bags;
}

struct bags
bags_read(struct arena *arena, struct vocabulary *vocabulary,
	  const char *const *texts, size_t count)
{
	struct stemmed *stemmed = arena_array(arena, count, sizeof(*stemmed));

	for (size_t i = 0; i < count; i++) {
		const struct word *words;
		size_t len = strlen(texts[i]);
		size_t read = vocabulary_read(vocabulary, TONGUE_EN, texts[i],
					      len, &words);

		stemmed[i] =
			stemmed_of(arena, vocabulary, texts[i], words, read);
	}
	return bags_make(arena, vocabulary, stemmed, count);
}

uint32_t
bags_column(const struct bags *bags, struct vocabulary *vocabulary,
	    const char *word)
{
	uint32_t stem =
		vocabulary_find(vocabulary, TONGUE_EN, word, strlen(word));

	for (uint32_t c = 0; c < bags->column_count; c++)
		if (bags->stems[c] == stem)
			return c;
	return COLUMN_NONE;
}

/* A linear congruential generator (Knuth's MMIX); its high bits. */
uint32_t
drawn(uint64_t *state, uint32_t below)
{
	*state = *state * UINT64_C(6364136223846793005) +
		 UINT64_C(1442695040888963407);
	return (uint32_t)(*state >> 33) % below;
}
