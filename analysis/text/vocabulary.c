#include "vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "text/lexicon.h"
#include "text/stem.h"
#include "text/tokenise.h"
#include "utf8.h"

#define NOT_COUNTED WORD_NONE

struct vocabulary {
	struct arena *arena;
	struct arena scratch; /* of the word that is being understood */
	struct stemmer *stemmer;
	struct lexicon lexicon;
	struct spelling *spellings; /* by number */
	uint32_t *counting; /* of each: 0 when nothing is known of it yet,
				NOT_COUNTED, or its stem + 1 */
	size_t spelling_room;
	struct token *tokens; /* of the text that is being read */
	uint32_t *numbers;    /* of their spellings */
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
	free(vocabulary->numbers);
	free(vocabulary->words);
	free(vocabulary->breaks);
}

/* --- spellings ------------------------------------------------------------ */

static bool
has_letter(const char *word)
{
	for (const char *at = word; *at; at++)
		if ((*at & 0xc0) != 0x80 && utf8_starts_letter(at))
			return true;
	return false;
}

/* What a word with that stem says of what a text is about. */
static enum stopword
kind_of(enum tongue tongue, const char *word, const char *stem)
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
	uint32_t *counting = vocabulary->counting;

	while (room < vocabulary->lexicon.count)
		room *= 2;
	if (room == old)
		return;
	vocabulary->spellings = arena_grow(vocabulary->arena, spellings, old,
					   room, sizeof(*spellings));
	vocabulary->counting = arena_grow(vocabulary->arena, counting, old,
					  room, sizeof(*counting));
	arena_release(vocabulary->arena, spellings);
	arena_release(vocabulary->arena, counting);
	vocabulary->spelling_room = room;
}

/* The number of a word of LANGUAGE that need not have been read. */
static uint32_t
number_of(struct vocabulary *vocabulary, enum tongue tongue, const char *word)
{
	size_t number =
		lexicon_add(&vocabulary->lexicon, tongue, word, strlen(word));

	make_room(vocabulary);
	return (uint32_t)number;
}

/* The plain form of a spelling, itself if it is plain: capitals and apostrophes
 * of other kinds do not matter. */
static const char *
plain_form(struct vocabulary *vocabulary, const char *spelling)
{
	const char *word;

	if (is_plain(spelling, strlen(spelling)))
		return spelling;
	word = token_word(&vocabulary->scratch, spelling, strlen(spelling));
	return *word ? word : spelling;
}

/* What is known of the plain form of a word holds for all its spellings. */
static void
understand(struct vocabulary *vocabulary, uint32_t number)
{
	enum tongue tongue = vocabulary->lexicon.entries[number].tongue;
	const char *spelling = vocabulary->lexicon.entries[number].word;
	const char *word = plain_form(vocabulary, spelling);
	struct spelling known = { .word = number };
	const char *stem;

	if (vocabulary->counting[number])
		return;
	if (strcmp(word, spelling) != 0) {
		known.word = number_of(vocabulary, tongue, word);
		understand(vocabulary, known.word);
		known = vocabulary->spellings[known.word];
	} else {
		stem = stemmer_stem(vocabulary->stemmer, &vocabulary->scratch,
				    tongue, word);
		known.stem = number_of(vocabulary, tongue, stem);
		known.kind = kind_of(tongue, word, stem);
	}
	vocabulary->spellings[number] = known;
	vocabulary->counting[number] =
		known.kind == STOPWORD_NONE ? known.stem + 1 : NOT_COUNTED;
	arena_empty(&vocabulary->scratch);
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
	vocabulary->numbers = allocate(vocabulary->numbers, most,
				       sizeof(*vocabulary->numbers));
	vocabulary->words =
		allocate(vocabulary->words, most, sizeof(*vocabulary->words));
	vocabulary->breaks = allocate(vocabulary->breaks, room, 1);
	vocabulary->text_room = room;
}

static uint32_t
stem_counted(const struct vocabulary *vocabulary, uint32_t number)
{
	uint32_t counting = vocabulary->counting[number];

	return counting == NOT_COUNTED ? WORD_NONE : counting - 1;
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
			vocabulary->tokens, count, vocabulary->numbers);
	make_room(vocabulary);
	for (size_t i = 0; i < count; i++) {
		uint32_t number = vocabulary->numbers[i];

		if (!vocabulary->counting[number])
			understand(vocabulary, number);
		vocabulary->words[i] =
			(struct word){ number, stem_counted(vocabulary, number),
				       vocabulary->tokens[i].start,
				       vocabulary->tokens[i].end };
	}
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
