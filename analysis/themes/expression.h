#ifndef EXPRESSION_H
#define EXPRESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/tongue.h"
#include "themes/reading.h"

struct arena;
struct passages;
struct vocabulary;

/*
 * Expressions: one to three words as people write them, a word with hyphens as one,
 * nothing but spaces and hyphens between them and no stop word at an end, however
 * their words are bent.  Only those count that may say something of a theme: they
 * have one of the theme's telling words, and stand in three of its clauses
 * (two where it has few; nominee.h).
 */
struct expression {
	uint32_t theme;
	const char *text; /* as it is written most often in the theme, but for
			     the capital at the start of a sentence */
	enum tongue tongue;
	size_t word_count;
	uint32_t stems[READING_TOKENS_MAX]; /* of its tokens, stop words too */
	size_t stem_count;
	size_t own, total; /* clauses of the theme, and of all, that hold it */
	size_t nouns,
		verbs;	  /* of those of the theme: before it stands what leads
				 in the one or the other (text/lead_in.h) */
	size_t heads;	  /* of those of the theme: what follows is no word
				 that it may only describe, and no number
				 counts it */
	bool has_keyterm; /* one of the words that tell the theme */
	bool is_sentence; /* "is", "should" or "they" stands inside */
};

struct expressions {
	const struct expression
		*items; /* by theme; within it by own, falling, then
				       by text */
	size_t count;
};

/* The expressions of each of THEME_COUNT themes.  TELLING has, of stem s and theme k,
 * at [s * theme_count + k] 1 when the stem is a telling word of it, 2 when it is one of
 * its keyterms; SIZE is how many
 * stems it knows.  In the arena. */
struct expressions expression_find(struct arena *arena,
				   struct vocabulary *vocabulary,
				   const struct passages *passages,
				   const unsigned char *telling, size_t size,
				   size_t theme_count);

#endif
