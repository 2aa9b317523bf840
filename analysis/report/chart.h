#ifndef CHART_H
#define CHART_H

#include <stdbool.h>
#include <stddef.h>

#include "consultation.h"
#include "html.h"

struct arena;
struct error;
struct views;

/*
 * A horizontal bar chart as SVG: bars from zero, in the order given, each under
 * its label and with its figure at its end; the widest fills three fifths.  One
 * colour, and no meaning in colour alone.  Text does not shrink on a narrow screen,
 * for only the bars are relative to its width.  It says the same to a screen reader
 * as to the eye: "Agree: 68 (51%); Disagree: 40 (30%)".
 */
struct chart_bar {
	const char *label;
	size_t count;
	const char *figure; /* "68 (51%)" */
};

/* ERROR_SYSTEM when the template fails. */
bool chart_html(struct arena *arena, const struct views *views,
		enum language language, const struct chart_bar *bars,
		size_t count, struct html *html, struct error *err);

#endif
