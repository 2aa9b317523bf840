#ifndef DOCUMENT_H
#define DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct layout;

/*
 * What a document is, by the end of its name.
 */

/* "PDF": the end of the name in capitals; "" when it has none. */
char *document_type(struct arena *arena, const char *name);

/* "344 KB", in the language of the page. */
const char *document_size(const struct layout *layout, size_t bytes);

/* Its media type, of the kinds that a definition may name;
 * application/octet-stream for any other. */
const char *document_media(const char *name);

#endif
