#ifndef SAMPLE_H
#define SAMPLE_H

#include "answers.h"

struct arena;
struct db;

/*
 * A small consultation for tests of the database: radios `approval`, long text
 * `approval_why` that explains it, checkboxes `routes`, text `place`; two
 * respondent types, `la` and `carer`.
 */
const struct consultation *sample_consultation(struct arena *arena,
					       const char *slug, moment opens,
					       moment closes);

/* One that opened a day ago and closes in a day, loaded as version 1; each has a
 * slug of its own. */
const struct consultation *sample_open(struct arena *arena);

/* Load it, with SOURCE as its definition, as the editor; its version. */
int sample_load(const struct consultation *consultation, const char *source);

/* Answers to it; NULL for not answered.  ROUTES are values by commas.  The
 * respondent is an individual who consents, without name, not confidential. */
struct answers *sample_answers(struct arena *arena,
			       const struct consultation *consultation,
			       const char *approval, const char *why,
			       const char *routes);

/* A connection, which the test closes. */
struct db *sample_db(const char *role);

/* Store a response as the keyer, received an hour ago by e-mail. */
void sample_receive(struct db *keyer, const struct answers *answers,
		    enum language language);

#endif
