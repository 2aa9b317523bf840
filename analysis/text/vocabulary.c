#include "vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "text/lexicon.h"
#include "text/stem.h"
#include "text/tokenise.h"
#include "utf8.h"

/*
 * The note beside a spelling: 0 while nothing is known of it, then its stem or
 * WORD_NONE, two more, so that neither is 0.
 */
#define NOTE_OF(stem) ((stem) + 2)
#define STEM_OF(note) ((note)-2)

struct vocabulary {
	struct arena *arena;
	struct arena scratch; /* of the word that is being understood */
	struct stemmer *stemmer;
	struct lexicon lexicon;
	struct spelling *spellings; /* by number */
	uint32_t *notes;	    /* of each */
	size_t spelling_room;
	struct token *tokens;	  /* of the text that is being read */
	struct lexicon_hit *hits; /* of their spellings */
	struct word *words;
	char *breaks;
	size_t text_room; /* bytes of a text that they have room for */
};

struct vocabulary *
vocabulary_new(struct arena *arena)
{
	struct vocabulary *vocabulary = arena_alloc(arena, sizeof(*vocabulary));

	vocabulary->arena = arena;
	vocabulary->stemmer = stemmer_new();
	vocabulary->lexicon.arena = arena;
	return vocabulary;
}

void
vocabulary_free(struct vocabulary *vocabulary)
{
	if (!vocabulary)
		return;
	stemmer_free(vocabulary->stemmer);
	arena_free(&vocabulary->scratch);
	free(vocabulary->tokens);
	free(vocabulary->hits);
	free(vocabulary->words);
	free(vocabulary->breaks);
}

/* --- spellings ------------------------------------------------------------ */

static bool
has_letter(const char *word, size_t len)
{
	for (const char *at = word; at < word + len; at++)
		if ((*at & 0xc0) != 0x80 && utf8_starts_letter(at))
			return true;
	return false;
}

/* What a word with that stem says of what a text is about. */
static enum stopword
kind_of(enum tongue tongue, const char *word, size_t len, const char *stem,
	size_t stem_len)
{
	enum stopword kind = stopword_of(tongue, word, len);
	enum stopword stem_kind;

	if (utf8_utf16_units(stem, stem_len) < 2 || !has_letter(stem, stem_len))
		return STOPWORD_STOP;
	if (tongue != TONGUE_CY)
		return kind;
	/* What is tied to a Welsh word makes many forms of one stop word. */
	stem_kind = stopword_of(tongue, stem, stem_len);
	return kind > stem_kind ? kind : stem_kind;
}

/* Whether it is lower case already, by its bytes. */
static bool
is_plain(const char *word, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)word[i] >= 0x80 ||
		    (word[i] >= 'A' && word[i] <= 'Z'))
			return false;
	return true;
}

static void
make_room(struct vocabulary *vocabulary)
{
	size_t old = vocabulary->spelling_room, room = old ? old : 256;
	struct spelling *spellings = vocabulary->spellings;
	uint32_t *notes = vocabulary->notes;

	while (room < vocabulary->lexicon.count)
		room *= 2;
	if (room == old)
		return;
	vocabulary->spellings = arena_grow(vocabulary->arena, spellings, old,
					   room, sizeof(*spellings));
	vocabulary->notes =
		arena_grow(vocabulary->arena, notes, old, room, sizeof(*notes));
	arena_release(vocabulary->arena, spellings);
	arena_release(vocabulary->arena, notes);
	vocabulary->spelling_room = room;
}

/* The number of a word that need not have been read. */
static uint32_t
number_of(struct vocabulary *vocabulary, enum tongue tongue, const char *word,
	  size_t len)
{
	size_t number = lexicon_add(&vocabulary->lexicon, tongue, word, len);

	make_room(vocabulary);
	return (uint32_t)number;
}

/* What is known of a word in its plain form. */
static struct spelling
understand_plain(struct vocabulary *vocabulary, enum tongue tongue,
		 uint32_t number, const char *word, size_t len)
{
	struct spelling known = { .word = number };
	size_t stem_len;
	const char *stem =
		stemmer_find(vocabulary->stemmer, &vocabulary->scratch, tongue,
			     word, len, &stem_len);

	known.kind = kind_of(tongue, word, len, stem, stem_len);
	known.stem = number_of(vocabulary, tongue, stem, stem_len);
	return known;
}

static void
note(struct vocabulary *vocabulary, enum tongue tongue, uint32_t number,
     const char *spelling, size_t len, const struct spelling *known)
{
	uint32_t stem = known->kind < STOPWORD_PLAIN ? known->stem : WORD_NONE;

	vocabulary->spellings[number] = *known;
	vocabulary->notes[number] = NOTE_OF(stem);
	lexicon_note(&vocabulary->lexicon, tongue, spelling, len,
		     NOTE_OF(stem));
}

/* Learn what a spelling of LEN bytes is.  Capitals and apostrophes of other kinds
 * do not matter: what is known of the plain form holds for all its spellings. */
static void
understand(struct vocabulary *vocabulary, enum tongue tongue, uint32_t number,
	   const char *spelling, size_t len)
{
	const char *word = spelling;
	size_t word_len = len;
	struct spelling known;

	if (vocabulary->notes[number])
		return;
	if (!is_plain(spelling, len)) {
		word = token_word(&vocabulary->scratch, spelling, len);
		word_len = strlen(word);
	}
	if (!word_len || (word_len == len && !memcmp(word, spelling, len))) {
		known = understand_plain(vocabulary, tongue, number, spelling,
					 len);
	} else {
		uint32_t plain = number_of(vocabulary, tongue, word, word_len);

		understand(vocabulary, tongue, plain, word, word_len);
		known = vocabulary->spellings[plain];
	}
	note(vocabulary, tongue, number, spelling, len, &known);
}

/* --- texts ---------------------------------------------------------------- */

static void *
allocate(void *old, size_t count, size_t size)
{
	void *place;

	free(old);
	place = calloc(count, size);
	if (!place)
		abort();
	return place;
}

static void
make_text_room(struct vocabulary *vocabulary, size_t len)
{
	size_t room = vocabulary->text_room ? vocabulary->text_room : 4096;
	size_t most;

	if (len < vocabulary->text_room)
		return;
	while (room <= len)
		room *= 2;
	most = tokenise_most(room);
	vocabulary->tokens =
		allocate(vocabulary->tokens, most, sizeof(*vocabulary->tokens));
	vocabulary->hits =
		allocate(vocabulary->hits, most, sizeof(*vocabulary->hits));
	vocabulary->words =
		allocate(vocabulary->words, most, sizeof(*vocabulary->words));
	vocabulary->breaks = allocate(vocabulary->breaks, room, 1);
	vocabulary->text_room = room;
}

/* Learn what is new among the words that were looked up. */
static void
understand_new(struct vocabulary *vocabulary, enum tongue tongue,
	       const char *text, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct lexicon_hit *hit = &vocabulary->hits[i];
		struct token token = vocabulary->tokens[i];

		if (hit->note)
			continue;
		understand(vocabulary, tongue, hit->number, text + token.start,
			   token.end - token.start);
		arena_empty(&vocabulary->scratch);
		hit->note = vocabulary->notes[hit->number];
	}
}

size_t
vocabulary_read(struct vocabulary *vocabulary, enum tongue tongue,
		const char *text, size_t len, const struct word **words)
{
	size_t count;

	make_text_room(vocabulary, len);
	count = tokenise_into(text, len, vocabulary->breaks,
			      vocabulary->tokens);
	lexicon_add_all(&vocabulary->lexicon, tongue, text, len,
			vocabulary->tokens, count, vocabulary->hits);
	make_room(vocabulary);
	understand_new(vocabulary, tongue, text, count);
	for (size_t i = 0; i < count; i++)
		vocabulary->words[i] =
			(struct word){ vocabulary->hits[i].number,
				       STEM_OF(vocabulary->hits[i].note),
				       vocabulary->tokens[i].start,
				       vocabulary->tokens[i].end };
	*words = vocabulary->words;
	return count;
}

/* --- what was read -------------------------------------------------------- */

size_t
vocabulary_size(const struct vocabulary *vocabulary)
{
	return vocabulary->lexicon.count;
}

const char *
vocabulary_text(const struct vocabulary *vocabulary, uint32_t number)
{
	return vocabulary->lexicon.entries[number].word;
}

enum tongue
vocabulary_tongue(const struct vocabulary *vocabulary, uint32_t number)
{
	return vocabulary->lexicon.entries[number].tongue;
}

const struct spelling *
vocabulary_spelling(const struct vocabulary *vocabulary, uint32_t spelling)
{
	return &vocabulary->spellings[spelling];
}

bool
vocabulary_counts(const struct vocabulary *vocabulary, const struct word *word)
{
	return word->stem != WORD_NONE &&
	       vocabulary->spellings[word->spelling].kind == STOPWORD_NONE;
}

uint32_t
vocabulary_find(struct vocabulary *vocabulary, enum tongue tongue,
		const char *raw, size_t len)
{
	struct arena scratch = { 0 };
	const char *stem = stemmer_stem(vocabulary->stemmer, &scratch, tongue,
					token_word(&scratch, raw, len));
	size_t number =
		lexicon_find(&vocabulary->lexicon, tongue, stem, strlen(stem));

	arena_free(&scratch);
	return number == LEXICON_NONE ? WORD_NONE : (uint32_t)number;
}
