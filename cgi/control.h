#ifndef CONTROL_H
#define CONTROL_H

#include <stdbool.h>
#include <stddef.h>

#include "view.h"
#include "wording.h"

/*
 * The controls of a form and what stands around them, in the markup of GOV.UK
 * Frontend (tests/test_fixtures.c compares the two).  What is NULL or has no text
 * is left out.
 */
enum control_kind {
	CONTROL_RADIOS,
	CONTROL_CHECKBOXES,
	CONTROL_DATE,  /* of parts that are inputs */
	CONTROL_GROUP, /* of parts of any kind */
	CONTROL_SELECT,
	CONTROL_INPUT,
	CONTROL_TEXTAREA,
};

struct control;

/* One radio button, checkbox or option of a select. */
struct choice {
	const char *name;    /* NULL: that of the control */
	const char *divider; /* a word between choices, and nothing else */
	const char *id;	     /* NULL: made from that of the control */
	const char *value;
	struct wording label, hint;
	bool checked;
	bool exclusive;		       /* a checkbox that goes with no other */
	const struct control *reveals; /* to be answered when it is chosen */
	const struct control *reveals_also; /* below that one */
	/* The heading of those it stands with: a choice of the same text as the
	 * one before goes on under its heading. */
	struct wording group;
};

struct control {
	enum control_kind kind;
	const char *name;
	const char *id; /* NULL: the name */
	struct wording label, hint;
	const char *label_class;
	bool is_heading; /* the label is the heading of the page */
	bool optional;	 /* the label says so */
	const char *error;
	const char *described_by; /* ids of what else describes it */
	const struct choice *choices;
	size_t choice_count;
	bool still; /* the choices need no script: none reveals or excludes any */
	const struct control *parts;
	size_t part_count;
	const char *value; /* of a text */
	const char *class; /* of the element itself, as width */
	const char *autocomplete;
	const char *spellcheck; /* "true", "false" */
	const char *type;	/* of an input; NULL: "text" */
	const char *inputmode;
	size_t rows; /* of a textarea; 0: 5 */
	size_t max;  /* of a textarea that counts its characters */
	const char *max_message;
	bool count_in_welsh; /* or what else is not the script's English */
};

/* Put a control into {{>SLOT}}. */
void control_put(struct view *view, enum marker slot,
		 const struct control *control);

/* Put a text that opens when it is wanted into {{>SLOT}}. */
void control_put_details(struct view *view, enum marker slot, const char *title,
			 struct wording text);

/* What must be mended: LINK "#id" of the control, or NULL. */
struct complaint {
	const char *link, *text;
	const char *lang; /* of the text, unless that of the page */
};

struct error_summary {
	const char *title; /* NULL: "There is a problem" */
	const char *description;
	const struct complaint *complaints;
	size_t count;
	bool waits; /* it answers no mistake, so the focus is not moved to it */
};

/* Put an error summary into {{>SLOT}}. */
void control_put_summary(struct view *view, enum marker slot,
			 const struct error_summary *summary);

#endif
