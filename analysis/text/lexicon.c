#include "lexicon.h"

#include <stdbool.h>
#include <string.h>

#include "arena.h"
#include "text/tokenise.h"

/*
 * A word of up to INLINE_MAX bytes stands in the slot, NULs behind it and its
 * language in the last byte; of a longer one a hash and a mark.
 */
enum { INLINE_MAX = 15, MARK_LONG = 0x80, POOL_BYTES = 2048 };

struct key {
	uint64_t bytes[2], hash;
};

struct lexicon_slot {
	uint64_t bytes[2];
	uint32_t number; /* + 1; 0: empty */
	uint32_t note;
};

/* Multiply and fold: every bit of the key reaches the low ones. */
static uint64_t
mix(uint64_t a, uint64_t b)
{
	uint64_t hash = a * UINT64_C(0x9e3779b97f4a7c15);

	hash = (hash ^ hash >> 32 ^ b) * UINT64_C(0xbf58476d1ce4e5b9);
	return hash ^ hash >> 29;
}

/* At most eight bytes of a word, of which READABLE may be read. */
static uint64_t
load(const char *word, size_t len, size_t readable)
{
	uint64_t value = 0;

	if (readable < 8) {
		memcpy(&value, word, len);
		return value;
	}
	memcpy(&value, word, 8);
	return len < 8 ? value & ~(~UINT64_C(0) << 8 * len) : value;
}

static uint64_t
hash_long(const char *word, size_t len)
{
	uint64_t hash = len;

	for (size_t i = 0; i < len; i += 8)
		hash = mix(hash, load(word + i, len - i, len - i));
	return hash;
}

/* The key of LEN bytes of a word, behind which AFTER bytes may be read. */
static struct key
key_of(enum tongue tongue, const char *word, size_t len, size_t after)
{
	struct key key = { 0 };

	if (len > INLINE_MAX) {
		key.bytes[0] = hash_long(word, len);
		key.bytes[1] = (uint64_t)MARK_LONG << 56;
	} else {
		key.bytes[0] = load(word, len, len + after);
		if (len > 8)
			key.bytes[1] = load(word + 8, len - 8, len + after - 8);
	}
	key.bytes[1] |= (uint64_t)tongue << 56;
	key.hash = mix(key.bytes[0], key.bytes[1]);
	return key;
}

static bool
is_same(const struct lexicon *lexicon, const struct lexicon_slot *slot,
	const struct key *key, const char *word, size_t len)
{
	const char *known;

	if (slot->bytes[0] != key->bytes[0] || slot->bytes[1] != key->bytes[1])
		return false;
	if (len <= INLINE_MAX)
		return true;
	known = lexicon->entries[slot->number - 1].word;
	return !strncmp(known, word, len) && !known[len];
}

/* The slot where the word stands or would stand. */
static struct lexicon_slot *
slot_of(const struct lexicon *lexicon, const struct key *key, const char *word,
	size_t len)
{
	size_t mask = lexicon->slot_count - 1;
	size_t at = (size_t)key->hash & mask;

	while (lexicon->slots[at].number &&
	       !is_same(lexicon, &lexicon->slots[at], key, word, len))
		at = (at + 1) & mask;
	return &lexicon->slots[at];
}

static void
make_entry_room(struct lexicon *lexicon)
{
	struct lexicon_entry *old = lexicon->entries;

	lexicon->room = lexicon->room ? lexicon->room * 2 : 256;
	lexicon->entries = arena_grow(lexicon->arena, old, lexicon->count,
				      lexicon->room, sizeof(*old));
	arena_release(lexicon->arena, old);
}

/* Every word moves to where it is looked for among twice as many slots. */
static void
make_slot_room(struct lexicon *lexicon)
{
	struct lexicon_slot *old = lexicon->slots;
	size_t old_count = lexicon->slot_count, mask;

	lexicon->slot_count = old_count ? old_count * 2 : 512;
	lexicon->slots = arena_array(lexicon->arena, lexicon->slot_count,
				     sizeof(*lexicon->slots));
	mask = lexicon->slot_count - 1;
	for (size_t i = 0; i < old_count; i++) {
		size_t at =
			(size_t)mix(old[i].bytes[0], old[i].bytes[1]) & mask;

		if (!old[i].number)
			continue;
		while (lexicon->slots[at].number)
			at = (at + 1) & mask;
		lexicon->slots[at] = old[i];
	}
	arena_release(lexicon->arena, old);
}

/* At most every other slot is taken. */
static void
make_room(struct lexicon *lexicon)
{
	if (lexicon->count == lexicon->room)
		make_entry_room(lexicon);
	if (lexicon->count * 2 >= lexicon->slot_count)
		make_slot_room(lexicon);
}

/* A copy of a word; words lie side by side. */
static const char *
keep(struct lexicon *lexicon, const char *word, size_t len)
{
	char *copy;

	if (lexicon->pool_left <= len) {
		lexicon->pool_left = len < POOL_BYTES ? POOL_BYTES : len + 1;
		lexicon->pool = arena_alloc(lexicon->arena, lexicon->pool_left);
	}
	copy = lexicon->pool;
	memcpy(copy, word, len);
	lexicon->pool += len + 1;
	lexicon->pool_left -= len + 1;
	return copy;
}

static struct lexicon_slot *
add(struct lexicon *lexicon, enum tongue tongue, const struct key *key,
    const char *word, size_t len)
{
	struct lexicon_slot *slot;

	make_room(lexicon);
	slot = slot_of(lexicon, key, word, len);
	if (slot->number)
		return slot;
	lexicon->entries[lexicon->count] =
		(struct lexicon_entry){ keep(lexicon, word, len), tongue };
	memcpy(slot->bytes, key->bytes, sizeof(slot->bytes));
	slot->number = (uint32_t)++lexicon->count;
	return slot;
}

size_t
lexicon_add(struct lexicon *lexicon, enum tongue tongue, const char *word,
	    size_t len)
{
	struct key key = key_of(tongue, word, len, 0);

	return (size_t)add(lexicon, tongue, &key, word, len)->number - 1;
}

void
lexicon_note(struct lexicon *lexicon, enum tongue tongue, const char *word,
	     size_t len, uint32_t note)
{
	struct key key = key_of(tongue, word, len, 0);

	slot_of(lexicon, &key, word, len)->note = note;
}

/* So many keys are made, and their memory sent for, before the first is used. */
enum { KEYS_AHEAD = 64 };

static struct lexicon_hit
add_fast(struct lexicon *lexicon, enum tongue tongue, const struct key *key,
	 const char *word, size_t len)
{
	const struct lexicon_slot *slot;

	if (lexicon->slot_count && len <= INLINE_MAX) {
		slot = &lexicon->slots[key->hash & (lexicon->slot_count - 1)];
		if (slot->bytes[0] == key->bytes[0] &&
		    slot->bytes[1] == key->bytes[1] && slot->number)
			return (struct lexicon_hit){ slot->number - 1,
						     slot->note };
	}
	slot = add(lexicon, tongue, key, word, len);
	return (struct lexicon_hit){ slot->number - 1, slot->note };
}

static void
add_some(struct lexicon *lexicon, enum tongue tongue, const char *text,
	 size_t len, const struct token *words, size_t count,
	 struct lexicon_hit *hits)
{
	struct key keys[KEYS_AHEAD];

	for (size_t i = 0; i < count; i++) {
		keys[i] = key_of(tongue, text + words[i].start,
				 words[i].end - words[i].start,
				 len - words[i].end);
		if (lexicon->slot_count)
			__builtin_prefetch(
				&lexicon->slots[keys[i].hash &
						(lexicon->slot_count - 1)]);
	}
	for (size_t i = 0; i < count; i++)
		hits[i] = add_fast(lexicon, tongue, &keys[i],
				   text + words[i].start,
				   words[i].end - words[i].start);
}

void
lexicon_add_all(struct lexicon *lexicon, enum tongue tongue, const char *text,
		size_t len, const struct token *words, size_t count,
		struct lexicon_hit *hits)
{
	for (size_t i = 0; i < count; i += KEYS_AHEAD)
		add_some(lexicon, tongue, text, len, words + i,
			 count - i < KEYS_AHEAD ? count - i : KEYS_AHEAD,
			 hits + i);
}

size_t
lexicon_find(const struct lexicon *lexicon, enum tongue tongue,
	     const char *word, size_t len)
{
	struct key key = key_of(tongue, word, len, 0);
	const struct lexicon_slot *slot;

	if (!lexicon->slot_count)
		return LEXICON_NONE;
	slot = slot_of(lexicon, &key, word, len);
	return slot->number ? slot->number - 1 : LEXICON_NONE;
}
