#ifndef CODEFRAME_THEME_H
#define CODEFRAME_THEME_H

#include "coding/codeframe.h"

struct question;
struct reading;
struct yaml;

/*
 * A theme as it stands in the file.  For codeframe.c alone.
 */
struct theme_place {
	struct reading *reading;
	const char *what;		  /* "question approval_why, theme 2" */
	const struct yaml *list, *map;	  /* the question's themes; this one */
	const struct question *explained; /* closed question, or NULL */
};

/* What is wrong with it alone is added to the problems. */
struct codeframe_theme codeframe_theme_read(const struct theme_place *place);

/* The value of KEY, or NULL where nothing was written behind it. */
const struct yaml *codeframe_written(const struct yaml *map, const char *key);

#endif
