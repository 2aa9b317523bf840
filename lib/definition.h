#ifndef DEFINITION_H
#define DEFINITION_H

#include <stdbool.h>
#include <stddef.h>

struct consultation;
struct error;
struct problems;

/*
 * The definition file (greenpaper-consultation(5)) and struct consultation.
 */

/* Read LEN bytes of a definition.  The result lives in the arena of PROBLEMS;
 * NULL when there is any problem, and every one has been added. */
const struct consultation *definition_parse(const char *bytes, size_t len,
					    struct problems *problems);

/* Whether a document may have that name: a plain one, of a kind that browsers
 * show or save. */
bool definition_names_document(const char *file);

#endif
