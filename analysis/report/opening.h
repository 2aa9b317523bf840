#ifndef OPENING_H
#define OPENING_H

#include "consultation.h"

struct arena;
struct figures;
struct outcome;
struct words;

/*
 * The counted sentences that open an outcome, as plain text: "There were 135
 * online responses. Over 250 people came to 5 events."  Who came to an event is
 * never added to the responses.
 */
char *opening_text(struct arena *arena, const struct words *words,
		   enum language language, const struct figures *figures,
		   const struct outcome *outcome);

/* The second of them alone; NULL when there were no events. */
char *opening_events(struct arena *arena, const struct words *words,
		     enum language language, const struct outcome *outcome);

#endif
