#include "corpus.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "lexicon.h"
#include "sentence.h"
#include "stem.h"
#include "stopwords.h"
#include "tokenise.h"
#include "utf8.h"

/* One way of writing a word. */
struct spelling {
	const char *text; /* as written */
	const char *word; /* in lower case */
	enum stopword kind;
	size_t stem; /* in the lexicon of stems, or TERM_NONE */
	size_t count;
	size_t inside; /* not as the first word of a sentence */
};

struct reader {
	struct arena *arena;
	struct stemmer *stemmer;
	struct lexicon raw;	    /* words as they stand in the text */
	struct spelling *spellings; /* by number in RAW */
	size_t room;		    /* for spellings */
	struct lexicon stems;
};

static bool
has_letter(const char *word)
{
	for (const char *at = word; *at; at++)
		if ((*at & 0xc0) != 0x80 && utf8_starts_letter(at))
			return true;
	return false;
}

static enum stopword
word_kind(enum tongue tongue, const char *word, const char *stem)
{
	enum stopword kind = stopword_of(tongue, word);
	enum stopword stem_kind;

	if (utf8_utf16_units(stem) < 2 || !has_letter(stem))
		return STOPWORD_STOP;
	if (tongue != TONGUE_CY)
		return kind;
	/* What is tied to a Welsh word makes many forms of one stop word. */
	stem_kind = stopword_of(tongue, stem);
	return kind > stem_kind ? kind : stem_kind;
}

static struct spelling
spell(struct reader *reader, enum tongue tongue, const char *raw, size_t len)
{
	struct spelling spelling = {
		.text = token_spelling(reader->arena, raw, len),
		.word = token_word(reader->arena, raw, len),
		.stem = TERM_NONE,
	};
	const char *stem = stemmer_stem(reader->stemmer, reader->arena, tongue,
					spelling.word);

	spelling.kind = word_kind(tongue, spelling.word, stem);
	if (spelling.kind == STOPWORD_NONE)
		spelling.stem =
			lexicon_add(&reader->stems, tongue, stem, strlen(stem));
	return spelling;
}

/* The number of the spelling that stands at RAW. */
static size_t
read_word(struct reader *reader, enum tongue tongue, const char *raw,
	  size_t len)
{
	size_t number = lexicon_add(&reader->raw, tongue, raw, len);

	if (number == reader->room) {
		reader->room = number ? number * 2 : 256;
		reader->spellings =
			arena_grow(reader->arena, reader->spellings, number,
				   reader->room, sizeof(*reader->spellings));
	}
	if (!reader->spellings[number].text)
		reader->spellings[number] = spell(reader, tongue, raw, len);
	return number;
}

static bool
is_shouted(const char *text, const struct corpus_word *word)
{
	for (size_t i = word->start; i < word->end; i++)
		if (text[i] < 'A' || text[i] > 'Z')
			return false;
	return true;
}

/* Whether WORD, behind BEFORE, has its capital from where it stands: at the start
 * of a sentence or of something that is written like one, or among others that
 * are all in capitals. */
static bool
is_capital_place(const char *text, const struct corpus_word *before,
		 const struct corpus_word *word)
{
	if (!before || before->sentence != word->sentence)
		return true;
	for (size_t i = before->end; i < word->start; i++)
		if (strchr(":.!?\n", text[i]))
			return true;
	return is_shouted(text, before) && is_shouted(text, word);
}

/* The words, with the numbers of their spellings in place of terms. */
static struct corpus_word *
read_words(struct reader *reader, const struct corpus_answer *answer,
	   size_t *count)
{
	const char *text = answer->text;
	struct sentences sentences = sentences_split(reader->arena, text);
	struct tokens tokens = tokenise(reader->arena, text);
	struct corpus_word *words =
		arena_array(reader->arena, tokens.count, sizeof(*words));
	size_t sentence = 0;

	for (size_t i = 0; i < tokens.count; i++) {
		struct token token = tokens.items[i];
		size_t number =
			read_word(reader, answer->tongue, text + token.start,
				  token.end - token.start);
		struct spelling *spelling = &reader->spellings[number];

		while (token.start >= sentences.items[sentence].end)
			sentence++;
		words[i] = (struct corpus_word){
			.term = number,
			.start = token.start,
			.end = token.end,
			.sentence = sentence,
			.plain = spelling->kind == STOPWORD_PLAIN,
		};
		spelling->count++;
		if (!is_capital_place(text, i ? &words[i - 1] : NULL,
				      &words[i]))
			spelling->inside++;
	}
	*count = tokens.count;
	return words;
}

/* --- terms ---------------------------------------------------------------- */

struct sorted_stem {
	const struct lexicon_entry *entry;
	size_t number; /* in the lexicon of stems */
};

static int
compare_stems(const void *left, const void *right)
{
	const struct lexicon_entry *a =
		((const struct sorted_stem *)left)->entry;
	const struct lexicon_entry *b =
		((const struct sorted_stem *)right)->entry;
	int order = strcmp(a->word, b->word);

	return order ? order : (int)a->tongue - (int)b->tongue;
}

/* Number the terms by their bytes; TERM_OF leads from stem to term. */
static struct term *
sort_terms(const struct reader *reader, size_t *term_of)
{
	struct arena *arena = reader->arena;
	size_t count = reader->stems.count;
	struct sorted_stem *sorted = arena_array(arena, count, sizeof(*sorted));
	struct term *terms = arena_array(arena, count, sizeof(*terms));

	for (size_t i = 0; i < count; i++)
		sorted[i] =
			(struct sorted_stem){ &reader->stems.entries[i], i };
	qsort(sorted, count, sizeof(*sorted), compare_stems);
	for (size_t i = 0; i < count; i++) {
		terms[i].stem = sorted[i].entry->word;
		terms[i].tongue = sorted[i].entry->tongue;
		term_of[sorted[i].number] = i;
	}
	return terms;
}

/* Whether A shows its stem better than B. */
static bool
is_better_surface(const struct spelling *a, const struct spelling *b)
{
	if (a->inside != b->inside)
		return a->inside > b->inside;
	if (a->count != b->count)
		return a->count > b->count;
	if (strcmp(a->word, b->word) != 0)
		return strcmp(a->word, b->word) < 0;
	/* Small letters come after capitals. */
	return strcmp(a->text, b->text) > 0;
}

static void
choose_surfaces(const struct reader *reader, const size_t *term_of,
		struct term *terms)
{
	const struct spelling **best =
		arena_array(reader->arena, reader->stems.count, sizeof(*best));

	for (size_t i = 0; i < reader->raw.count; i++) {
		const struct spelling *spelling = &reader->spellings[i];
		size_t term;

		if (spelling->stem == TERM_NONE)
			continue;
		term = term_of[spelling->stem];
		if (!best[term] || is_better_surface(spelling, best[term]))
			best[term] = spelling;
	}
	for (size_t i = 0; i < reader->stems.count; i++)
		terms[i].surface =
			best[i]->inside ? best[i]->text : best[i]->word;
}

static int
compare_numbers(const void *left, const void *right)
{
	const size_t a = *(const size_t *)left, b = *(const size_t *)right;

	return a < b ? -1 : a > b;
}

static void
count_terms(struct arena *arena, struct corpus_document *document,
	    struct term *terms)
{
	size_t *sorted =
		arena_array(arena, document->word_count, sizeof(*sorted));
	struct term_count *counts =
		arena_array(arena, document->word_count, sizeof(*counts));
	size_t count = 0;

	for (size_t i = 0; i < document->word_count; i++)
		if (document->words[i].term != TERM_NONE)
			sorted[count++] = document->words[i].term;
	qsort(sorted, count, sizeof(*sorted), compare_numbers);
	for (size_t i = 0; i < count; i++) {
		if (!i || sorted[i] != sorted[i - 1]) {
			counts[document->term_count++].term = sorted[i];
			terms[sorted[i]].documents++;
		}
		counts[document->term_count - 1].count++;
		terms[sorted[i]].count++;
	}
	document->terms = counts;
}

struct corpus
corpus_read(struct arena *arena, const struct corpus_answer *answers,
	    size_t count)
{
	struct reader reader = { .arena = arena,
				 .stemmer = stemmer_new(),
				 .raw.arena = arena,
				 .stems.arena = arena };
	struct corpus_document *documents =
		arena_array(arena, count, sizeof(*documents));
	struct corpus_word **words = arena_array(arena, count, sizeof(*words));
	struct term *terms;
	size_t *term_of;

	for (size_t i = 0; i < count; i++)
		words[i] = read_words(&reader, &answers[i],
				      &documents[i].word_count);
	stemmer_free(reader.stemmer);
	term_of = arena_array(arena, reader.stems.count, sizeof(*term_of));
	terms = sort_terms(&reader, term_of);
	choose_surfaces(&reader, term_of, terms);
	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < documents[i].word_count; j++) {
			size_t *term = &words[i][j].term;
			size_t stem = reader.spellings[*term].stem;

			*term = stem == TERM_NONE ? TERM_NONE : term_of[stem];
		}
		documents[i].text = answers[i].text;
		documents[i].words = words[i];
		count_terms(arena, &documents[i], terms);
	}
	return (struct corpus){ documents, count, terms, reader.stems.count };
}

bool
corpus_adjoins(const struct corpus_document *document, size_t index)
{
	const struct corpus_word *word = &document->words[index];

	return index + 1 < document->word_count &&
	       token_adjoins(document->text, word[0].end, word[1].start);
}
