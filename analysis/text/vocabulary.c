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
	size_t spelling_room;
	struct token *tokens; /* of the text that is being read */
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

static uint32_t spelling_add(struct vocabulary *vocabulary,
			     const struct lexicon_key *key);

/* Capitals and apostrophes of other kinds: what is known of the word in its plain
 * form holds for this spelling. */
static struct spelling
spell_otherwise(struct vocabulary *vocabulary, enum tongue tongue,
		const char *word)
{
	struct lexicon_key key =
		lexicon_key(&vocabulary->raw, tongue, word, strlen(word), 0);

	return vocabulary->spellings[spelling_add(vocabulary, &key)];
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

static struct spelling
spell(struct vocabulary *vocabulary, enum tongue tongue, const char *raw,
      size_t len)
{
	const char *word;

	if (is_plain(raw, len))
		return spell_plain(vocabulary, tongue, raw);
	word = token_word(vocabulary->arena, raw, len);
	if (!*word || !strcmp(word, raw))
		return spell_plain(vocabulary, tongue, raw);
	return spell_otherwise(vocabulary, tongue, word);
}

static void
make_room(struct vocabulary *vocabulary, size_t number)
{
	size_t room = vocabulary->spelling_room;

	if (number < room)
		return;
	room = room ? room * 2 : 256;
	vocabulary->spellings =
		arena_grow(vocabulary->arena, vocabulary->spellings, number,
			   room, sizeof(*vocabulary->spellings));
	vocabulary->counting =
		arena_grow(vocabulary->arena, vocabulary->counting, number,
			   room, sizeof(*vocabulary->counting));
	vocabulary->spelling_room = room;
}

/* The number of a spelling, which is understood when it is new. */
static uint32_t
spelling_add(struct vocabulary *vocabulary, const struct lexicon_key *key)
{
	size_t known = vocabulary->raw.count;
	size_t number = lexicon_add_key(&vocabulary->raw, key);
	const char *raw;
	struct spelling spelling;

	if (number < known)
		return (uint32_t)number;
	make_room(vocabulary, number);
	raw = vocabulary->raw.entries[number].word;
	spelling = spell(vocabulary, key->tongue, raw, key->len);
	spelling.raw = raw;
	vocabulary->spellings[number] = spelling;
	vocabulary->counting[number] =
		spelling.kind == STOPWORD_NONE ? spelling.stem : WORD_NONE;
	return (uint32_t)number;
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
	vocabulary->words =
		allocate(vocabulary->words, most, sizeof(*vocabulary->words));
	vocabulary->breaks = allocate(vocabulary->breaks, room, 1);
	vocabulary->text_room = room;
}

/* So many keys are made, and their memory sent for, before the first is used. */
enum { KEYS_AHEAD = 16 };

static void
read_tokens(struct vocabulary *vocabulary, enum tongue tongue, const char *text,
	    size_t len, size_t first, size_t count)
{
	struct lexicon_key keys[KEYS_AHEAD];

	for (size_t i = 0; i < count; i++) {
		struct token token = vocabulary->tokens[first + i];

		keys[i] = lexicon_key(&vocabulary->raw, tongue,
				      text + token.start,
				      token.end - token.start, len - token.end);
	}
	for (size_t i = 0; i < count; i++) {
		struct token token = vocabulary->tokens[first + i];
		uint32_t number = spelling_add(vocabulary, &keys[i]);

		vocabulary->words[first + i] =
			(struct word){ number, vocabulary->counting[number],
				       token.start, token.end };
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
	for (size_t i = 0; i < count; i += KEYS_AHEAD)
		read_tokens(vocabulary, tongue, text, len, i,
			    count - i < KEYS_AHEAD ? count - i : KEYS_AHEAD);
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
