#ifndef ASSIGN_H
#define ASSIGN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/tongue.h"
#include "themes/passage.h"

struct arena;
struct bags;
struct mixture;
struct vocabulary;

/*
 * Which themes an answer has, and what in it says so.
 *
 * A word speaks for a theme by how much more often the theme's clauses hold it than
 * the others' do (themes/mixture.h); the evidence of a clause is the sum over its
 * words.  A clause with at least three known words whose evidence for its best theme is
 * above ASSIGN_EVIDENCE_MIN (50 to 1) gives the answer that theme.  An answer without
 * such a clause has its likeliest theme as a whole, if the evidence of all its words is
 * above ASSIGN_EVIDENCE_WHOLE (4 to 1) or, in an answer of one or two counting words,
 * which cannot say more, above ASSIGN_EVIDENCE_SHORT.  One that has none is "other".
 * Where there is one theme alone, every answer with a known word has it.
 */
#define ASSIGN_EVIDENCE_MIN 4.0
#define ASSIGN_EVIDENCE_WHOLE 1.5
#define ASSIGN_EVIDENCE_SHORT 0.9

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

/* For themes that were fitted to BAGS; all three must outlive it. */
struct assigner *assigner_new(struct arena *arena,
			      struct vocabulary *vocabulary,
			      const struct bags *bags,
			      const struct mixture *mixture);

/* The themes of one answer, in ARENA; its clauses are added to PASSAGES, unless
 * that is NULL, as those of answer number ANSWER. */
struct assigned assign_themes(struct assigner *assigner, struct arena *arena,
			      enum tongue tongue, const char *text,
			      size_t answer, struct passages *passages);

#endif
