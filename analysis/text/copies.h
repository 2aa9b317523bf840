#ifndef COPIES_H
#define COPIES_H

#include <stdbool.h>
#include <stddef.h>

#include "text/tongue.h"

struct arena;

/*
 * Answers that are copies of one another: copied letters, sent as they were or
 * with a line changed, and short answers that many give.
 *
 * Exact copies are the same text but for case, spacing and punctuation.  An answer
 * without a letter or digit is a copy of nothing.
 *
 * Near copies have in common, of all the runs of three words that follow one
 * another in either (runs.h), at least COPY_PERCENT in a hundred, and at least
 * COPY_RUNS_MIN: so an answer of fewer than eight words has none.  What counts is
 * the share of both texts, not of the shorter one.  A letter with as much of one's
 * own added, or cut in half, is a copy; one that is less than a quarter of an
 * answer is quoted there; of two letters of one length two fifths must be the same.
 *
 * Each text, the most sent first, is held against those that lead a group
 * (leaders.h) and joins one that it is near to, or leads one itself.  Texts that
 * one text is near to become one group if what it shares with them is to a third
 * the same; an answer that has two letters in it does not make them one.  So a near
 * copy is near to some text of its group, which need not be the template.
 * Answers in different languages are never copies.
 */
enum { COPY_PERCENT = 25, COPY_RUNS_MIN = 6 };

struct copies_answer {
	const char *text;
	enum tongue tongue;
};

struct copies_group {
	size_t template; /* the answer that stands for all: the first with the
			    text that most of the group sent; of equally many
			    the one that most joined; of equal ones the least by
			    its bytes.  A text is sent in the wording that most
			    used, of equally many the last by its bytes */
	size_t count;	 /* answers in the group, that one included */
	size_t exact;	 /* of them, whose text is the template's but for case,
			    spacing and punctuation, the template included */
};

struct copies {
	const struct copies_group *groups; /* by the bytes of the template, then
					      its language; one for each answer
					      that has no copies, too */
	size_t group_count;
	const size_t *group_of; /* for each answer */
	const bool *is_exact;	/* for each answer */
};

/* Group COUNT answers, exact copies alone or NEAR ones too.  But for the numbers
 * of the answers, the order in which they come makes no difference. */
struct copies copies_find(struct arena *arena,
			  const struct copies_answer *answers, size_t count,
			  bool near);

/* A stretch of words in which a copy differs from its template. */
struct copy_difference {
	size_t template_start,
		template_end;	     /* bytes; empty: only the copy has it */
	size_t copy_start, copy_end; /* empty: only the template has it */
};

/* Words that both have stand between two differences: fewer make them one. */
enum { COPY_APART = 3 };

/* Where COPY differs from TEMPLATE, in order: what is left out of the longest
 * sequence of words that both have, or all from the first difference to the last
 * where that would be long to find.  *COUNT is 0 when in nothing but case, spacing
 * and punctuation.  In the arena. */
const struct copy_difference *copy_differences(struct arena *arena,
					       const char *template,
					       const char *copy, size_t *count);

#endif
