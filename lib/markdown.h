#ifndef MARKDOWN_H
#define MARKDOWN_H

#include "html.h"

struct arena;

/*
 * Door to cmark.  Markdown to HTML with GOV.UK classes on headings, paragraphs,
 * lists and links; raw HTML is dropped, links are http(s), mailto, tel or
 * relative.  HEADING is the level that `#` becomes (2..4).
 */
struct html markdown_html(struct arena *arena, const char *markdown,
			  int heading);

/* The text alone, paragraphs as lines; for descriptions in meta tags. */
char *markdown_text(struct arena *arena, const char *markdown);

#endif
