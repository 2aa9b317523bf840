#ifndef SUITES_H
#define SUITES_H

#include <check.h>

/*
 * Every suite of the unit tests; the list is made from the names of the files.
 */
#include "suites_list.h" /* generated */

extern const struct named_suite {
	const char *name; /* NULL after the last */
	Suite *(*make)(void);
} suites[];

#endif
