#include "label.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "str.h"
#include "text/corpus.h"
#include "text/lead_in.h"
#include "text/lexicon.h"
#include "text/tokenise.h"
#include "themes/factor.h"
#include "themes/grouping.h"
#include "themes/keyterm.h"
#include "themes/logarithm.h"
#include "themes/matrix.h"
#include "themes/phrase.h"
#include "utf8.h"

enum { PHRASE_WORDS = 3, PHRASE_TOKENS = 6, MANY_SENTENCES = 30 };

/* A phrase, however its words are bent. */
struct phrase_count {
	enum tongue tongue;
	size_t length;	     /* in words */
	size_t total;	     /* sentences that hold it */
	size_t last;	     /* row that was counted last, plus 1 */
	size_t nouns, verbs; /* how often what stands before leads in those */
	size_t *own;	     /* sentences of each theme that hold it */
};

/* One way of writing one of the phrases. */
struct writing {
	size_t phrase;
	struct phrase_writing way;
};

struct finder {
	struct arena *arena;
	const struct grouping *grouping;
	const struct keyterms *keyterms;
	struct lexicon phrases;
	struct phrase_count *counts; /* by number in PHRASES */
	size_t count_room;
	struct lexicon texts;	  /* number of the phrase, text */
	struct writing *writings; /* by number in TEXTS */
	size_t writing_room;
};

/* --- phrases in a row ----------------------------------------------------- */

static bool
ends_in_possessive(const struct corpus_document *document,
		   const struct corpus_word *word)
{
	const char *end = document->text + word->end;
	size_t len = word->end - word->start;

	if (len > 2 && !strncmp(end - 2, "'s", 2))
		return true;
	return len > 4 && !strncmp(end - 4, "’s", 4);
}

/* How many words COUNT tokens from INDEX make, a word with hyphens as one. */
static size_t
words_in(const struct corpus_document *document, size_t index, size_t count)
{
	size_t words = 1;

	for (size_t i = index + 1; i < index + count; i++)
		words += document->text[document->words[i].start - 1] != '-';
	return words;
}

/* Whether the word inside a phrase makes it a sentence: "is", "should", "they";
 * but "duty to inform" is a name. */
static bool
makes_sentence(struct arena *arena, const struct corpus_document *document,
	       const struct corpus_word *word)
{
	const char *text = token_word(arena, document->text + word->start,
				      word->end - word->start);

	return lead_in_of(TONGUE_EN, text) == LEAD_IN_VERB &&
	       strcmp(text, "to") != 0;
}

/* Whether LENGTH tokens from INDEX may stand as a phrase: they adjoin, cut no word
 * at its hyphen, and have no stop word at the ends. */
static bool
is_phrase(const struct corpus_document *document, size_t index, size_t length)
{
	const struct corpus_word *first = &document->words[index];
	const struct corpus_word *last = first + length - 1;

	if (first->term == TERM_NONE && !first->plain)
		return false;
	if (last->term == TERM_NONE || ends_in_possessive(document, last))
		return false;
	if (document->text[last->end] == '-' ||
	    (first->start && document->text[first->start - 1] == '-'))
		return false;
	for (size_t i = 0; i + 1 < length; i++)
		if (!corpus_adjoins(document, index + i))
			return false;
	return words_in(document, index, length) <= PHRASE_WORDS;
}

/* Whether a phrase has a telling word of the theme in it and reads as a name. */
static bool
may_be_label(const struct finder *finder, const struct keyterms *keyterms,
	     const struct corpus_document *document, size_t index,
	     size_t length)
{
	bool telling = false;

	for (size_t i = index; i < index + length; i++) {
		const struct corpus_word *word = &document->words[i];

		if (word->term == TERM_NONE &&
		    makes_sentence(finder->arena, document, word))
			return false;
		for (size_t j = 0; j < keyterms->term_count; j++)
			telling |= word->term == keyterms->terms[j];
	}
	return telling;
}

/* The stems of a phrase, and its other words as they are. */
static char *
phrase_key(const struct finder *finder, const struct corpus_document *document,
	   size_t index, size_t length)
{
	struct str key = { .arena = finder->arena };

	for (size_t i = index; i < index + length; i++) {
		const struct corpus_word *word = &document->words[i];

		if (i > index)
			str_char(&key, ' ');
		if (word->term != TERM_NONE)
			str_text(&key,
				 finder->grouping->corpus->terms[word->term]
					 .stem);
		else
			str_text(&key, token_word(finder->arena,
						  document->text + word->start,
						  word->end - word->start));
	}
	return key.text;
}

static enum tongue
tongue_of_word(const struct finder *finder, const struct corpus_word *last)
{
	return finder->grouping->corpus->terms[last->term].tongue;
}

/* --- counting ------------------------------------------------------------- */

static struct phrase_count *
phrase_at(struct finder *finder, size_t number)
{
	if (number >= finder->count_room) {
		size_t room = finder->count_room ? finder->count_room * 2 : 256;

		finder->counts = arena_grow(finder->arena, finder->counts,
					    finder->count_room, room,
					    sizeof(*finder->counts));
		finder->count_room = room;
	}
	if (!finder->counts[number].own)
		finder->counts[number].own =
			arena_array(finder->arena,
				    finder->grouping->theme_count,
				    sizeof(*finder->counts[number].own));
	return &finder->counts[number];
}

static void
count_writing(struct finder *finder, size_t phrase, const char *text)
{
	char *key = arena_format(finder->arena, "%zu %s", phrase, text);
	size_t number =
		lexicon_add(&finder->texts, TONGUE_EN, key, strlen(key));

	if (number >= finder->writing_room) {
		size_t room =
			finder->writing_room ? finder->writing_room * 2 : 256;

		finder->writings = arena_grow(finder->arena, finder->writings,
					      finder->writing_room, room,
					      sizeof(*finder->writings));
		finder->writing_room = room;
	}
	finder->writings[number].phrase = phrase;
	finder->writings[number].way.text = text;
	finder->writings[number].way.count++;
}

/* A phrase of a theme's own sentence that may become its label. */
static void
offer(struct finder *finder, size_t r, size_t index, size_t length)
{
	const struct corpus_document *document =
		&finder->grouping->corpus->documents
			 [finder->grouping->matrix->rows[r].document];
	char *key = phrase_key(finder, document, index, length);
	size_t number =
		lexicon_add(&finder->phrases,
			    tongue_of_word(finder,
					&document->words[index + length - 1]),
			    key, strlen(key));

	phrase_at(finder, number)->length = length;
	count_writing(finder, number,
		      phrase_text(finder->arena, document, index, length));
}

static void
count_lead_in(const struct finder *finder,
	      const struct corpus_document *document, size_t index,
	      struct phrase_count *phrase)
{
	const struct corpus_word *before = &document->words[index] - 1;
	enum lead_in lead_in;

	if (!index || !corpus_adjoins(document, index - 1))
		return;
	lead_in = lead_in_of(phrase->tongue,
			     token_word(finder->arena,
					document->text + before->start,
					before->end - before->start));
	phrase->nouns += lead_in == LEAD_IN_NOUN;
	phrase->verbs += lead_in == LEAD_IN_VERB;
}

static void
count(struct finder *finder, size_t r, size_t index, size_t length)
{
	const struct corpus_document *document =
		&finder->grouping->corpus->documents
			 [finder->grouping->matrix->rows[r].document];
	char *key = phrase_key(finder, document, index, length);
	size_t number =
		lexicon_find(&finder->phrases,
			     tongue_of_word(finder,
					 &document->words[index + length - 1]),
			     key, strlen(key));
	struct phrase_count *phrase;

	if (number == LEXICON_NONE)
		return;
	phrase = phrase_at(finder, number);
	if (phrase->last == r + 1)
		return;
	phrase->last = r + 1;
	phrase->total++;
	phrase->own[finder->grouping->mains[r]]++;
	count_lead_in(finder, document, index, phrase);
}

/* Offer, or count, every phrase of every sentence that has a theme. */
static void
each_phrase(struct finder *finder, bool offers)
{
	for (size_t r = 0; r < finder->grouping->matrix->row_count; r++) {
		const struct matrix_row *row =
			&finder->grouping->matrix->rows[r];
		const struct corpus_document *document =
			&finder->grouping->corpus->documents[row->document];
		size_t end = row->first_word + row->word_count;

		if (finder->grouping->mains[r] == THEME_NONE)
			continue;
		for (size_t i = row->first_word; i < end; i++)
			for (size_t n = 1; n <= PHRASE_TOKENS && i + n <= end;
			     n++) {
				if (!is_phrase(document, i, n))
					continue;
				if (!offers)
					count(finder, r, i, n);
				else if (may_be_label(
						 finder,
						 &finder->keyterms
							  [finder->grouping
								   ->mains[r]],
						 document, i, n))
					offer(finder, r, i, n);
			}
	}
}

/* --- choosing ------------------------------------------------------------- */

/* Whether a phrase names a thing, as far as one can see: mostly led in like one,
 * and a single word at least once. */
static bool
is_name(const struct phrase_count *phrase)
{
	if (phrase->tongue != TONGUE_EN)
		return true;
	if (phrase->length == 1 && !phrase->nouns)
		return false;
	return phrase->nouns >= phrase->verbs;
}

/* ln of the odds of COUNT in SIZE, half added to each side. */
static double
log_odds(size_t count, size_t size)
{
	return logarithm(((double)count + 0.5) /
			 ((double)(size - count) + 0.5));
}

static double
score(const struct finder *finder, const struct phrase_count *phrase,
      size_t theme, size_t sentences)
{
	size_t own = phrase->own[theme];
	size_t size = finder->grouping->sizes[theme];

	return logarithm(1 + (double)own) *
	       (log_odds(own, size) -
		log_odds(phrase->total - own, sentences - size)) *
	       (double)phrase->length;
}

/* The way each phrase is written most often. */
static const char **
choose_writings(const struct finder *finder)
{
	const struct phrase_writing **best =
		arena_array(finder->arena, finder->phrases.count,
			    sizeof(*best));
	const char **texts = arena_array(finder->arena, finder->phrases.count,
					 sizeof(*texts));

	for (size_t i = 0; i < finder->texts.count; i++) {
		const struct writing *writing = &finder->writings[i];
		const struct phrase_writing **before = &best[writing->phrase];

		if (!*before || phrase_is_better(&writing->way, *before))
			*before = &writing->way;
	}
	for (size_t i = 0; i < finder->phrases.count; i++)
		texts[i] = best[i]->text;
	return texts;
}

/* The best phrase whose text is not USED; NULL if there is none. */
static const char *
choose(const struct finder *finder, const char *const *texts, size_t theme,
       size_t sentences, struct lexicon *used)
{
	size_t size = finder->grouping->sizes[theme];
	size_t least = size < MANY_SENTENCES ? 2 : 3;
	const char *best = NULL;
	double best_score = 0;

	for (size_t i = 0; i < finder->phrases.count; i++) {
		const struct phrase_count *phrase = &finder->counts[i];
		double value;
		char *fold;

		if (phrase->own[theme] < least || !is_name(phrase))
			continue;
		value = score(finder, phrase, theme, sentences);
		if (value < best_score ||
		    (value == best_score &&
		     (!best || strcmp(texts[i], best) >= 0)))
			continue;
		fold = utf8_fold(used->arena, texts[i]);
		if (lexicon_find(used, TONGUE_EN, fold, strlen(fold)) !=
		    LEXICON_NONE)
			continue;
		best = texts[i];
		best_score = value;
	}
	return best;
}

/* Themes by size, falling, then as they come. */
static size_t *
by_size(struct arena *arena, const struct grouping *grouping)
{
	const size_t *sizes = grouping->sizes;
	size_t *order =
		arena_array(arena, grouping->theme_count, sizeof(*order));

	for (size_t i = 0; i < grouping->theme_count; i++) {
		size_t at = i;

		for (; at && sizes[order[at - 1]] < sizes[i]; at--)
			order[at] = order[at - 1];
		order[at] = i;
	}
	return order;
}

const char **
label_find(struct arena *arena, const struct grouping *grouping,
	   const struct keyterms *keyterms)
{
	struct arena scratch = { 0 };
	struct finder finder = { .arena = &scratch,
				 .grouping = grouping,
				 .keyterms = keyterms,
				 .phrases.arena = &scratch,
				 .texts.arena = &scratch };
	struct lexicon used = { .arena = &scratch };
	size_t *order = by_size(&scratch, grouping);
	size_t theme_count = grouping->theme_count, sentences = 0;
	const char **labels = arena_array(arena, theme_count, sizeof(*labels));
	const char **texts;

	each_phrase(&finder, true);
	each_phrase(&finder, false);
	texts = choose_writings(&finder);
	for (size_t k = 0; k < theme_count; k++)
		sentences += grouping->sizes[k];
	for (size_t i = 0; i < theme_count; i++) {
		const char *label =
			choose(&finder, texts, order[i], sentences, &used);
		char *fold;

		if (!label)
			continue;
		fold = utf8_fold(&scratch, label);
		lexicon_add(&used, TONGUE_EN, fold, strlen(fold));
		labels[order[i]] = arena_string(arena, label);
	}
	arena_free(&scratch);
	return labels;
}
