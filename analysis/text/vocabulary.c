#include "vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "text/lexicon.h"
#include "text/stem.h"
#include "text/tokenise.h"
#include "utf8.h"

struct vocabulary {
	struct arena *arena;
	struct stemmer *stemmer;
	struct lexicon raw, stems;
	struct spelling *spellings; /* by number in RAW */
	uint32_t *counting; /* of each spelling: its stem, or WORD_NONE */
	size_t spelling_room, understood;
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
	vocabulary->raw.arena = vocabulary->stems.arena = arena;
	return vocabulary;
}

void
vocabulary_free(struct vocabulary *vocabulary)
{
	if (!vocabulary)
		return;
	stemmer_free(vocabulary->stemmer);
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

static struct spelling
spell_plain(struct vocabulary *vocabulary, enum tongue tongue, const char *word)
{
	const char *stem = stemmer_stem(vocabulary->stemmer, vocabulary->arena,
					tongue, word);

	return (struct spelling){
		.word = word,
		.stem = (uint32_t)lexicon_add(&vocabulary->stems, tongue, stem,
					      strlen(stem)),
		.kind = kind_of(tongue, word, stem),
	};
}

static void
make_room(struct vocabulary *vocabulary)
{
	size_t old = vocabulary->spelling_room, room = old ? old : 256;

	while (room < vocabulary->raw.count)
		room *= 2;
	if (room == old)
		return;
	vocabulary->spellings =
		arena_grow(vocabulary->arena, vocabulary->spellings, old, room,
			   sizeof(*vocabulary->spellings));
	vocabulary->counting =
		arena_grow(vocabulary->arena, vocabulary->counting, old, room,
			   sizeof(*vocabulary->counting));
	vocabulary->spelling_room = room;
}

/* Capitals and apostrophes of other kinds do not matter: what is known of the
 * word in its plain form holds for this spelling. */
static void
spell(struct vocabulary *vocabulary, size_t number)
{
	struct lexicon_entry entry = vocabulary->raw.entries[number];
	size_t len = strlen(entry.word), plain_number = number;
	const char *plain = entry.word;

	if (vocabulary->spellings[number].word)
		return;
	if (!is_plain(entry.word, len))
		plain = token_word(vocabulary->arena, entry.word, len);
	if (*plain && strcmp(plain, entry.word) != 0) {
		plain_number = lexicon_add(&vocabulary->raw, entry.tongue,
					   plain, strlen(plain));
		make_room(vocabulary);
		spell(vocabulary, plain_number);
	} else {
		vocabulary->spellings[number] =
			spell_plain(vocabulary, entry.tongue, entry.word);
	}
	vocabulary->spellings[number] = vocabulary->spellings[plain_number];
	vocabulary->counting[number] =
		vocabulary->spellings[number].kind == STOPWORD_NONE
			? vocabulary->spellings[number].stem
			: WORD_NONE;
}

/* Understand each spelling that is new. */
static void
spell_all(struct vocabulary *vocabulary)
{
	make_room(vocabulary);
	while (vocabulary->understood < vocabulary->raw.count)
		spell(vocabulary, vocabulary->understood++);
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

size_t
vocabulary_read(struct vocabulary *vocabulary, enum tongue tongue,
		const char *text, size_t len, const struct word **words)
{
	size_t count;

	make_text_room(vocabulary, len);
	count = tokenise_into(text, len, vocabulary->breaks,
			      vocabulary->tokens);
	lexicon_add_all(&vocabulary->raw, tongue, text, len, vocabulary->tokens,
			count, vocabulary->numbers);
	spell_all(vocabulary);
	for (size_t i = 0; i < count; i++) {
		uint32_t number = vocabulary->numbers[i];

		vocabulary->words[i] =
			(struct word){ number, vocabulary->counting[number],
				       vocabulary->tokens[i].start,
				       vocabulary->tokens[i].end };
	}
	*words = vocabulary->words;
	return count;
}

/* --- what was read -------------------------------------------------------- */

size_t
vocabulary_spelling_count(const struct vocabulary *vocabulary)
{
	return vocabulary->raw.count;
}

size_t
vocabulary_stem_count(const struct vocabulary *vocabulary)
{
	return vocabulary->stems.count;
}

const char *
vocabulary_raw(const struct vocabulary *vocabulary, uint32_t spelling)
{
	return vocabulary->raw.entries[spelling].word;
}

const struct spelling *
vocabulary_spelling(const struct vocabulary *vocabulary, uint32_t number)
{
	return &vocabulary->spellings[number];
}

const char *
vocabulary_stem(const struct vocabulary *vocabulary, uint32_t number)
{
	return vocabulary->stems.entries[number].word;
}

enum tongue
vocabulary_stem_tongue(const struct vocabulary *vocabulary, uint32_t number)
{
	return vocabulary->stems.entries[number].tongue;
}

uint32_t
vocabulary_find(struct vocabulary *vocabulary, enum tongue tongue,
		const char *raw, size_t len)
{
	struct arena scratch = { 0 };
	const char *stem = stemmer_stem(vocabulary->stemmer, &scratch, tongue,
					token_word(&scratch, raw, len));
	size_t number =
		lexicon_find(&vocabulary->stems, tongue, stem, strlen(stem));

	arena_free(&scratch);
	return number == LEXICON_NONE ? WORD_NONE : (uint32_t)number;
}
