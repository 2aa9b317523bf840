#include "bags.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "text/clause.h"
#include "text/vocabulary.h"

enum { DOCUMENTS_LEAST = 2, TEXTS_PER_DOCUMENT = 5000 };

/* A stem that may become a column. */
struct candidate {
	const char *text;
	uint32_t stem, documents, occurrences;
};

struct counting {
	uint32_t documents, occurrences;
	uint32_t last; /* the text that was counted last, plus 1 */
};

uint32_t
bags_documents_min(size_t count)
{
	size_t share = count / TEXTS_PER_DOCUMENT;

	return share > DOCUMENTS_LEAST ? (uint32_t)share : DOCUMENTS_LEAST;
}

struct stemmed
stemmed_of(struct arena *arena, const struct vocabulary *vocabulary,
	   const char *text, const struct word *words, size_t count)
{
	uint32_t *stems = arena_array(arena, count, sizeof(*stems));
	unsigned char *cut = arena_array(arena, count, 1);
	struct stemmed stemmed = { .stems = stems, .cut = cut };

	for (size_t i = 0; i < count; i++) {
		if (vocabulary_counts(vocabulary, &words[i]))
			stems[stemmed.count++] = words[i].stem;
		if (stemmed.count &&
		    clause_ends(vocabulary, text, words, count, i))
			cut[stemmed.count - 1] = 1;
	}
	return stemmed;
}

static void
count_stems(struct counting *counting, const struct stemmed *texts,
	    size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (uint32_t j = 0; j < texts[i].count; j++) {
			struct counting *stem = &counting[texts[i].stems[j]];

			stem->occurrences++;
			stem->documents += stem->last != i + 1;
			stem->last = (uint32_t)i + 1;
		}
}

static int
compare(const void *left, const void *right)
{
	const struct candidate *a = left, *b = right;

	if (a->documents != b->documents)
		return a->documents > b->documents ? -1 : 1;
	if (a->occurrences != b->occurrences)
		return a->occurrences > b->occurrences ? -1 : 1;
	return strcmp(a->text, b->text);
}

/* The stems that become columns, in order; COLUMN_OF leads from stem to column. */
static void
choose(struct bags *bags, struct arena *arena, struct arena *scratch,
       const struct vocabulary *vocabulary, const struct counting *counting,
       uint32_t *column_of)
{
	size_t size = vocabulary_size(vocabulary), found = 0;
	struct candidate *candidates =
		arena_array(scratch, size, sizeof(*candidates));
	uint32_t least = bags_documents_min(bags->count);
	uint32_t *stems, *documents, *occurrences;

	for (size_t i = 0; i < size; i++) {
		column_of[i] = COLUMN_NONE;
		if (counting[i].documents < least ||
		    counting[i].documents > bags->count / 2)
			continue;
		candidates[found++] = (struct candidate){
			vocabulary_text(vocabulary, (uint32_t)i), (uint32_t)i,
			counting[i].documents, counting[i].occurrences
		};
	}
	if (found)
		qsort(candidates, found, sizeof(*candidates), compare);
	bags->column_count =
		found < COLUMNS_MAX_THEMES ? found : COLUMNS_MAX_THEMES;
	stems = arena_array(arena, bags->column_count, sizeof(*stems));
	documents = arena_array(arena, bags->column_count, sizeof(*documents));
	occurrences =
		arena_array(arena, bags->column_count, sizeof(*occurrences));
	for (size_t i = 0; i < bags->column_count; i++) {
		column_of[candidates[i].stem] = (uint32_t)i;
		stems[i] = candidates[i].stem;
		documents[i] = candidates[i].documents;
		occurrences[i] = candidates[i].occurrences;
	}
	bags->stems = stems;
	bags->documents = documents;
	bags->occurrences = occurrences;
}

static int
compare_columns(const void *left, const void *right)
{
	uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;

	return a < b ? -1 : a > b;
}

/* Count the columns of a bag's sequence; SORTED has room for it. */
static void
count_words(struct arena *arena, struct bag *bag, uint32_t *sorted)
{
	struct bag_word *words;
	uint32_t known = 0, different = 0;

	for (uint32_t i = 0; i < bag->length; i++)
		if (bag->sequence[i] != COLUMN_NONE)
			sorted[known++] = bag->sequence[i];
	if (known)
		qsort(sorted, known, sizeof(*sorted), compare_columns);
	for (uint32_t i = 0; i < known; i++)
		different += !i || sorted[i] != sorted[i - 1];
	bag->words = words = arena_array(arena, different, sizeof(*words));
	for (uint32_t i = 0; i < known; i++) {
		if (!i || sorted[i] != sorted[i - 1])
			words[bag->word_count++].column = sorted[i];
		words[bag->word_count - 1].count++;
	}
}

static struct bag
fill(struct arena *arena, const struct stemmed *text, const uint32_t *column_of,
     uint32_t *sorted)
{
	uint32_t *sequence = arena_array(arena, text->count, sizeof(*sequence));
	struct bag bag = { .sequence = sequence,
			   .cut = text->cut,
			   .length = text->count };

	for (uint32_t i = 0; i < text->count; i++)
		sequence[i] = column_of[text->stems[i]];
	count_words(arena, &bag, sorted);
	return bag;
}

struct bags
bags_make(struct arena *arena, const struct vocabulary *vocabulary,
	  const struct stemmed *texts, size_t count)
{
	struct arena scratch = { 0 };
	size_t size = vocabulary_size(vocabulary);
	struct counting *counting =
		arena_array(&scratch, size, sizeof(*counting));
	uint32_t *column_of = arena_array(&scratch, size, sizeof(*column_of));
	struct bag *items = arena_array(arena, count, sizeof(*items));
	struct bags bags = { .items = items, .count = count };
	uint32_t longest = 0, *sorted;

	count_stems(counting, texts, count);
	choose(&bags, arena, &scratch, vocabulary, counting, column_of);
	for (size_t i = 0; i < count; i++)
		longest = texts[i].count > longest ? texts[i].count : longest;
	sorted = arena_array(&scratch, longest, sizeof(*sorted));
	for (size_t i = 0; i < count; i++)
		items[i] = fill(arena, &texts[i], column_of, sorted);
	arena_free(&scratch);
	return bags;
}

struct bag_columns
bag_columns_make(struct arena *arena, const struct vocabulary *vocabulary,
		 const struct bags *bags)
{
	size_t known = vocabulary_size(vocabulary);
	uint32_t *of = arena_array(arena, known, sizeof(*of));

	memset(of, 0xff, known * sizeof(*of));
	for (size_t i = 0; i < bags->column_count; i++)
		of[bags->stems[i]] = (uint32_t)i;
	return (struct bag_columns){ vocabulary, of, known };
}

uint32_t
bag_columns_find(const struct bag_columns *columns, const struct word *word)
{
	return vocabulary_counts(columns->vocabulary, word) &&
			       word->stem < columns->known
		       ? columns->of[word->stem]
		       : COLUMN_NONE;
}

/* --- clauses -------------------------------------------------------------- */

static size_t
count_clauses(const struct bag *bag)
{
	size_t count = 1;

	for (uint32_t i = 0; i + 1 < bag->length; i++)
		count += bag->cut[i];
	return count;
}

/* Add the clauses of one bag to ITEMS; how many they are. */
static size_t
split(struct arena *arena, const struct bag *bag, struct bag *items,
      uint32_t *sorted)
{
	uint32_t start = 0;
	size_t count = 0;

	if (count_clauses(bag) == 1) {
		items[0] = *bag;
		return 1;
	}
	for (uint32_t i = 0; i < bag->length; i++) {
		if (!bag->cut[i] && i + 1 < bag->length)
			continue;
		items[count] = (struct bag){ .sequence = bag->sequence + start,
					     .cut = bag->cut + start,
					     .length = i + 1 - start };
		count_words(arena, &items[count++], sorted);
		start = i + 1;
	}
	return count;
}

struct bags
bags_split(struct arena *arena, const struct bags *bags,
	   const uint32_t **owners)
{
	struct arena scratch = { 0 };
	struct bags clauses = *bags;
	struct bag *items;
	uint32_t *owner, longest = 0;
	uint32_t *sorted;

	clauses.count = 0;
	for (size_t i = 0; i < bags->count; i++) {
		clauses.count += count_clauses(&bags->items[i]);
		longest = bags->items[i].length > longest
				  ? bags->items[i].length
				  : longest;
	}
	sorted = arena_array(&scratch, longest, sizeof(*sorted));
	clauses.items = items =
		arena_array(arena, clauses.count, sizeof(*items));
	owner = arena_array(arena, clauses.count, sizeof(*owner));
	for (size_t i = 0, at = 0; i < bags->count; i++) {
		size_t count =
			split(arena, &bags->items[i], items + at, sorted);

		for (size_t j = 0; j < count; j++)
			owner[at++] = (uint32_t)i;
	}
	if (owners)
		*owners = owner;
	arena_free(&scratch);
	return clauses;
}
