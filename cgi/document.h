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

/* Its media type; application/octet-stream for what is not known, so that no
 * document is ever run by a browser as a page of ours. */
const char *document_media(const char *name);

#endif
