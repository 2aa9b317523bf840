#ifndef DOCUMENTS_H
#define DOCUMENTS_H

#include <stddef.h>

struct problems;

/*
 * The documents that a definition names, as they stand beside it.
 */
enum { DOCUMENT_BYTES_MAX = 20 * 1024 * 1024 };

/* Add a problem for each document that does not stand beside the definition
 * PROBLEMS->path of LEN BYTES, for each paragraph that a question is about and an
 * HTML document has nothing with the id of, and for each link in Markdown to a file
 * that is none of the documents.  What else may be wrong with the definition is
 * not looked at. */
void documents_check(const char *bytes, size_t len, struct problems *problems);

#endif
