#ifndef SUMMARY_LIST_H
#define SUMMARY_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "view.h"
#include "wording.h"

/*
 * A list of names and values, and the card that one can stand in, in the markup
 * of GOV.UK Frontend (tests/test_fixtures.c compares the two).
 */

/* A link at the end of a row or of a card's title; HIDDEN says to a screen reader
 * what it is for, in a card with the card's title. */
struct action {
	const char *url, *text;
	struct wording hidden;
	const char *class; /* NULL: none but a link's */
};

struct summary_row {
	struct wording key;
	const struct action *actions;
	size_t action_count;
	const char *class; /* NULL: none but a row's */
};

struct summary_list {
	struct view *view;
	struct wording card; /* the title of its card, if it stands in one */
	bool acts; /* any row has actions: the others say they have none */
};

/* Put an empty list into {{>SLOT}}. */
struct summary_list summary_list(struct view *view, enum marker slot);

struct summary_card {
	struct wording title;
	int level; /* of its heading: 2 or 3 */
	const struct action *actions;
	size_t action_count;
};

/* The same in a card. */
struct summary_list summary_card(struct view *view, enum marker slot,
				 const struct summary_card *card);

/* One more row; its {{>VALUE}} is for the caller to fill. */
struct view *summary_row(const struct summary_list *list,
			 const struct summary_row *row);

#endif
