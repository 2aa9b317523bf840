#include "collocation.h"

#include <string.h>

#include "arena.h"
#include "text/corpus.h"
#include "text/lexicon.h"
#include "themes/grouping.h"
#include "themes/matrix.h"
#include "themes/phrase.h"

/* In how many sentences the terms stand, alone and side by side. */
struct counts {
	size_t words[KEYTERM_WORDS];
	size_t pairs[KEYTERM_WORDS][KEYTERM_WORDS];
	size_t own[KEYTERM_WORDS][KEYTERM_WORDS]; /* of the theme */
};

/* Which of the terms it is, or KEYTERM_WORDS. */
static size_t
index_of(const struct keyterms *keyterms, size_t term)
{
	for (size_t i = 0; i < keyterms->term_count; i++)
		if (keyterms->terms[i] == term)
			return i;
	return KEYTERM_WORDS;
}

static void
count_row(const struct corpus *corpus, const struct matrix_row *row, bool own,
	  const struct keyterms *keyterms, struct counts *counts)
{
	const struct corpus_document *document =
		&corpus->documents[row->document];
	size_t end = row->first_word + row->word_count;
	bool words[KEYTERM_WORDS + 1] = { false };
	bool pairs[KEYTERM_WORDS + 1][KEYTERM_WORDS + 1] = { { false } };

	for (size_t i = row->first_word; i < end; i++) {
		size_t first = index_of(keyterms, document->words[i].term);

		words[first] = true;
		if (first < KEYTERM_WORDS && i + 1 < end &&
		    corpus_adjoins(document, i))
			pairs[first]
			     [index_of(keyterms, document->words[i + 1].term)] =
				     true;
	}
	for (size_t i = 0; i < KEYTERM_WORDS; i++) {
		counts->words[i] += words[i];
		for (size_t j = 0; j < KEYTERM_WORDS; j++) {
			counts->pairs[i][j] += pairs[i][j];
			counts->own[i][j] += own && pairs[i][j];
		}
	}
}

/* Of the pairs whose terms are free, the one that most sentences have. */
static bool
next_pair(const struct counts *counts, size_t enough, const bool *taken,
	  size_t *first, size_t *second)
{
	size_t most = 1;

	for (size_t i = enough; i < KEYTERM_WORDS; i++)
		for (size_t j = enough; j < KEYTERM_WORDS; j++) {
			size_t together = counts->pairs[i][j];
			size_t rarer = counts->words[i] < counts->words[j]
					       ? counts->words[i]
					       : counts->words[j];

			if (i == j || taken[i] || taken[j] ||
			    together <= most || 2 * together < rarer)
				continue;
			most = together;
			*first = i;
			*second = j;
		}
	return most > 1;
}

/* The most frequent of the texts, which COUNTS counts. */
static const char *
most_frequent(const struct lexicon *texts, const size_t *counts)
{
	struct phrase_writing best = { 0 };

	for (size_t i = 0; i < texts->count; i++) {
		const struct phrase_writing way = { texts->entries[i].word,
						    counts[i] };

		if (!best.text || phrase_is_better(&way, &best))
			best = way;
	}
	return best.text;
}

/* The way that the terms FIRST and SECOND are written side by side most often. */
static char *
find_writing(struct arena *arena, const struct corpus *corpus, size_t first,
	     size_t second)
{
	struct arena scratch = { 0 };
	struct lexicon texts = { .arena = &scratch };
	size_t *counts = NULL, room = 0;
	char *result;

	for (size_t i = 0; i < corpus->document_count; i++) {
		const struct corpus_document *document = &corpus->documents[i];

		for (size_t j = 0; j + 1 < document->word_count; j++) {
			const char *text;
			size_t number;

			if (document->words[j].term != first ||
			    document->words[j + 1].term != second ||
			    !corpus_adjoins(document, j))
				continue;
			text = phrase_text(&scratch, document, j, 2);
			number = lexicon_add(&texts, TONGUE_EN, text,
					     strlen(text));
			if (number == room) {
				room = room ? room * 2 : 16;
				counts = arena_grow(&scratch, counts, number,
						    room, sizeof(*counts));
			}
			counts[number]++;
		}
	}
	result = arena_string(arena, most_frequent(&texts, counts));
	arena_free(&scratch);
	return result;
}

size_t
collocation_find(struct arena *arena, const struct grouping *grouping,
		 const struct keyterms *keyterms, size_t theme,
		 struct collocation found[COLLOCATIONS_MAX])
{
	const struct corpus *corpus = grouping->corpus;
	struct counts counts = { 0 };
	bool taken[KEYTERM_WORDS] = { false };
	size_t count = 0, i, j;

	for (size_t r = 0; r < grouping->matrix->row_count; r++)
		count_row(corpus, &grouping->matrix->rows[r],
			  grouping->mains[r] == theme, keyterms, &counts);
	while (next_pair(&counts, keyterms->enough, taken, &i, &j)) {
		size_t together = counts.pairs[i][j];

		taken[i] = taken[j] = true;
		found[count++] = (struct collocation){
			.first = i,
			.second = j,
			.text = find_writing(arena, corpus, keyterms->terms[i],
					     keyterms->terms[j]),
			.enough = keyterm_is_enough(counts.own[i][j], together),
			.keeps_first = 2 * together < counts.words[i],
			.keeps_second = 2 * together < counts.words[j],
		};
	}
	return count;
}
