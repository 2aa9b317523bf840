#ifndef MARKDOWN_H
#define MARKDOWN_H

#include <stddef.h>

#include "html.h"

struct arena;

/*
 * Door to cmark.  Markdown to HTML with GOV.UK classes on headings, paragraphs,
 * lists and links; raw HTML is dropped, links are http(s), mailto, tel or
 * relative.  HEADING is the level that `#` becomes (2..4).  A link that is a plain
 * name, such as "paper.pdf", leads to that file in the folder at the address FILES
 * (which ends in a slash).
 */
struct html markdown_html(struct arena *arena, const char *markdown,
			  int heading, const char *files);

/* Where the links lead that have neither a scheme nor a slash or "#" at their
 * beginning, as to "my%20paper.pdf#page=2": "my paper.pdf"; in their order, in the
 * arena. */
const char *const *markdown_links(struct arena *arena, const char *markdown,
				  size_t *count);

/* The text alone, paragraphs as lines; for descriptions in meta tags. */
char *markdown_text(struct arena *arena, const char *markdown);

#endif
