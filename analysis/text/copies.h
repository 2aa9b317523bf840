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
 * Exact copies are the same text but for case, spacing and punctuation.  Near
 * copies are long enough to be no chance (COPY_WORDS_MIN words) and share at least
 * COPY_SHARE of their runs of COPY_RUN words with the group's template (Jaccard;
 * candidates by one-permutation MinHash, Li, Owen & Zhang 2012, each checked by
 * counting).  Answers in different languages are never copies.
 */
enum { COPY_RUNS_MIN = 6, COPY_PERCENT = 25 };

struct copies_answer {
	const char *text;
	enum tongue tongue;
};

struct copies_group {
	size_t template; /* the answer that stands for all: the text that most of
			    the group sent; of equally many the one least by its
			    bytes; of equal ones the first */
	size_t count;	 /* answers in the group, that one included */
	size_t exact;	 /* of them, whose text is the template's but for case,
			    spacing and punctuation, the template included */
};

struct copies {
	const struct copies_group *groups; /* by the folded text's bytes of the
					      template; one for each answer that
					      has no copies, too */
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

/* Where COPY differs from TEMPLATE, in order; *COUNT is 0 when in nothing but case,
 * spacing and punctuation.  In the arena. */
const struct copy_difference *copy_differences(struct arena *arena,
					       enum tongue tongue,
					       const char *template,
					       const char *copy, size_t *count);

#endif
