#ifndef TELLING_CHART_H
#define TELLING_CHART_H

#include <stdbool.h>

struct arena;
struct error;
struct str;
struct telling;
struct views;
struct words;

/*
 * Telling words as an SVG file: for each side its words, each with two bars, one
 * solid for the group and one in outline for the rest, as wide as the share of
 * their answers that hold it, and both shares as figures.  No meaning in colour;
 * all that is drawn stands in its description too.
 */

/* Add the file to OUT.  GROUP is what the group is called.  ERROR_SYSTEM when the
 * template fails. */
bool telling_chart(struct arena *arena, const struct views *views,
		   const struct words *words, const struct telling *telling,
		   const char *group, struct str *out, struct error *err);

#endif
