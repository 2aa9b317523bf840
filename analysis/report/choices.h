#ifndef CHOICES_H
#define CHOICES_H

#include <stdbool.h>
#include <stddef.h>

#include "consultation.h"
#include "html.h"
#include "report/tally.h"
#include "wording.h"

struct codeframe_theme;
struct error;
struct report;

/*
 * What can be counted of the answers to one question: its options or its themes,
 * each with how many answers have it.
 */
struct choice {
	const char *id; /* value of the option, or id of the theme */
	struct wording label;
	const struct codeframe_theme *theme; /* NULL: an option, or "other" */
	size_t count;
};

struct choices {
	struct choice *items;
	size_t count;
	size_t named; /* how many of them say something; "other" stands behind */
	size_t answered; /* who answered the question */
	size_t asked;	 /* of whom it was asked: all responses, or fewer */
	bool routed;	 /* it is asked of some alone */
	enum tally_decimals decimals;
	bool several; /* one answer can count in more than one */
};

/* Nothing counted but who was asked and who answered. */
struct choices choices_begin(const struct report *report,
			     const struct question *question);

/* The options in the order of the form, then values of earlier versions in byte
 * order. */
struct choices choices_options(const struct report *report,
			       const struct question *question);

/* The themes of the codeframe, the most frequent first, ties by id, each followed
 * by those under it, as "Parent: Child", in the same order; "other" last and only
 * when an answer has it.  None without a codeframe. */
struct choices choices_themes(const struct report *report,
			      const struct question *question);

/* "Agree, 40%; Disagree, 40%": what was chosen most, "other" apart; NULL when
 * nothing was.  *COUNT is how many there are. */
const char *choices_top(const struct report *report,
			const struct choices *choices, size_t *count);

/* A bar for each, the largest first and "other" last. */
bool choices_chart(const struct report *report, const struct choices *choices,
		   struct html *html, struct error *err);

/* Whether the rounded shares of those who answered, or of those asked with those who
 * did not answer, miss 100. */
bool choices_miss_100(const struct report *report,
		      const struct choices *choices);

#endif
