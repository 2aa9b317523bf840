#ifndef ASSIGN_H
#define ASSIGN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/tongue.h"
#include "themes/passage.h"

struct arena;
struct bags;
struct keyterms;
struct mixture;
struct vocabulary;

/*
 * Which themes an answer has, and what in it says so.
 *
 * A word speaks for a theme by how much more often the theme's clauses hold it than
 * the others' do (themes/mixture.h); the evidence of a clause is the sum over its
 * words.  A clause with at least three known words gives the answer its best theme when
 * the evidence is above ASSIGN_CLAUSE_SHOWN (50 to 1), or above ASSIGN_CLAUSE_BARE where
 * the answer holds none of the theme's ten words: these are how a reader knows it.
 *
 * An answer without such a clause has one theme as a whole, the likeliest of those for
 * which all its words are evidence enough: above ASSIGN_WHOLE_TWICE where it holds two
 * of the theme's ten words, or the first, which names it best; ASSIGN_WHOLE_ONCE (4 to
 * 1) where it holds one, or ASSIGN_WHOLE_SHORT in an answer of one or two counting
 * words, which cannot say more; and ASSIGN_WHOLE_BARE (7 to 1) where it holds none.  An
 * answer that has no theme is "other".  Where there is one theme alone, every answer
 * with a known word has it.
 */
#define ASSIGN_CLAUSE_SHOWN 4.0
#define ASSIGN_CLAUSE_BARE 5.0
#define ASSIGN_WHOLE_TWICE 0.5
#define ASSIGN_WHOLE_ONCE 1.5
#define ASSIGN_WHOLE_SHORT 0.9
#define ASSIGN_WHOLE_BARE 2.0

struct assign_span {
	uint32_t start, end; /* bytes of the answer */
};

struct assigned_theme {
	uint32_t theme;
	double evidence; /* above 0; of all clauses that gave it */
	const struct assign_span *clauses, *words; /* the words are those that
						      speak for it, by place */
	size_t clause_count, word_count;
};

struct assigned {
	uint32_t main; /* the likeliest theme, one of THEMES if there is any;
			  CLUSTER_NONE when nothing speaks for one */
	const struct assigned_theme *themes; /* by number */
	size_t count;
};

struct assigner;

/* For themes that were fitted to BAGS and are told by KEYTERMS; the vocabulary and the
 * mixture must outlive it. */
struct assigner *assigner_new(struct arena *arena,
			      struct vocabulary *vocabulary,
			      const struct bags *bags,
			      const struct mixture *mixture,
			      const struct keyterms *keyterms);

/* The themes of one answer, in ARENA; its clauses are added to PASSAGES, unless
 * that is NULL, as those of answer number ANSWER. */
struct assigned assign_themes(struct assigner *assigner, struct arena *arena,
			      enum tongue tongue, const char *text,
			      size_t answer, struct passages *passages);

#endif
