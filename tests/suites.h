#ifndef SUITES_H
#define SUITES_H

#include <check.h>

/*
 * Every suite of the unit tests; the list is made from the names of the files.
 */
#include "suites_list.h" /* generated */

extern Suite *(*const suites[])(void);

#endif
