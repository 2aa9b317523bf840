#ifndef CODEFRAME_PARTS_H
#define CODEFRAME_PARTS_H

struct codeframe_theme;
struct question;
struct reading;
struct yaml;

/*
 * The parts of codeframe_parse: codeframe.c reads the file, codeframe_theme.c a
 * theme as it stands there.
 */
struct theme_place {
	struct reading *reading;
	const char *what;		  /* "question approval_why, theme 2" */
	const struct yaml *list, *map;	  /* the question's themes; this one */
	const struct question *explained; /* closed question, or NULL */
};

/* Read it; what is wrong with it alone is added to the problems. */
void codeframe_theme_read(const struct theme_place *place,
			  struct codeframe_theme *theme);

/* The value of KEY, or NULL where nothing was written behind it. */
const struct yaml *codeframe_written(const struct yaml *map, const char *key);

#endif
