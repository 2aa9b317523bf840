#ifndef FIGURES_H
#define FIGURES_H

#include <stdbool.h>
#include <stddef.h>

#include "consultation.h"
#include "report/store_tally.h"
#include "store_response.h"

struct arena;
struct codeframe;
struct db;
struct error;

/*
 * Everything that is counted for an outcome page, as it stood at one moment.  It
 * lives in the arena it was read into.
 */
struct figures {
	size_t responses, late;
	const struct channel_count *channels;
	size_t channel_count;
	struct tallies answered, asked, options, capacities, types, themes,
		splits;
	const struct codeframe *codeframe; /* NULL: no long answer to code */
	const char *reviewed_by;	   /* with a codeframe */
	moment reviewed_on;
	const struct quotations *quotations; /* one for each question */
	const char *const *receipts; /* of all responses, in their order */
	size_t receipt_count;
	struct ended ended;
};

/* Read them, as greenpaper_publisher.  ERROR_MISSING when there are long answers
 * and no codeframe, or some that the newest codeframe has not coded, or answers to
 * a question that CONSULTATION does not have. */
bool figures_read(struct db *db, struct arena *arena,
		  const struct consultation *consultation,
		  struct figures *figures, struct error *err);

/* The count with that question, theme and value (NULL: any question, no theme, no
 * value); 0 when there is none. */
size_t figures_count(const struct tallies *tallies, const char *question,
		     const char *theme, const char *value);

#endif
