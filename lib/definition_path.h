#ifndef DEFINITION_PATH_H
#define DEFINITION_PATH_H

#include <stddef.h>

struct question;
struct reading;
struct yaml;

/*
 * The pages, sections and conditions of the questions in a definition file: the
 * keys section, page, same_page and show_if.
 */

/* Read them into the COUNT questions of LIST, whose other keys have been read. */
void definition_path(struct reading *reading, const struct yaml *list,
		     struct question *questions, size_t count);

#endif
