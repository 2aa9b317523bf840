#include "lexicon.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "arena.h"

/* FNV-1a, 64 bits (Fowler, Noll & Vo). */
static uint64_t
hash(enum tongue tongue, const char *word, size_t len)
{
	uint64_t value = UINT64_C(14695981039346656037) ^ (uint64_t)tongue;

	for (size_t i = 0; i < len; i++) {
		value ^= (unsigned char)word[i];
		value *= UINT64_C(1099511628211);
	}
	return value;
}

static bool
is_entry(const struct lexicon_entry *entry, enum tongue tongue,
	 const char *word, size_t len)
{
	return entry->tongue == tongue &&
	       !strncmp(entry->word, word, len) && !entry->word[len];
}

/* The slot where the word stands or would stand. */
static size_t
slot_of(const struct lexicon *lexicon, enum tongue tongue, const char *word,
	size_t len)
{
	size_t mask = lexicon->slot_count - 1;
	size_t slot = (size_t)hash(tongue, word, len) & mask;

	while (lexicon->slots[slot] &&
	       !is_entry(&lexicon->entries[lexicon->slots[slot] - 1], tongue,
			 word, len))
		slot = (slot + 1) & mask;
	return slot;
}

static void
make_room(struct lexicon *lexicon)
{
	if (lexicon->count < lexicon->room)
		return;
	lexicon->room = lexicon->room ? lexicon->room * 2 : 256;
	lexicon->entries =
		arena_grow(lexicon->arena, lexicon->entries, lexicon->count,
			   lexicon->room, sizeof(*lexicon->entries));
	lexicon->slot_count = lexicon->room * 2;
	lexicon->slots = arena_array(lexicon->arena, lexicon->slot_count,
				     sizeof(*lexicon->slots));
	for (size_t i = 0; i < lexicon->count; i++) {
		const struct lexicon_entry *entry = &lexicon->entries[i];

		lexicon->slots[slot_of(lexicon, entry->tongue, entry->word,
				       strlen(entry->word))] = i + 1;
	}
}

size_t
lexicon_add(struct lexicon *lexicon, enum tongue tongue, const char *word,
	    size_t len)
{
	size_t slot;

	make_room(lexicon);
	slot = slot_of(lexicon, tongue, word, len);
	if (!lexicon->slots[slot]) {
		lexicon->entries[lexicon->count] = (struct lexicon_entry){
			arena_copy(lexicon->arena, word, len), tongue
		};
		lexicon->slots[slot] = ++lexicon->count;
	}
	return lexicon->slots[slot] - 1;
}

size_t
lexicon_find(const struct lexicon *lexicon, enum tongue tongue,
	     const char *word, size_t len)
{
	size_t slot;

	if (!lexicon->slot_count)
		return LEXICON_NONE;
	slot = slot_of(lexicon, tongue, word, len);
	return lexicon->slots[slot] ? lexicon->slots[slot] - 1 : LEXICON_NONE;
}
