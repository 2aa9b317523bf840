#ifndef HTML_H
#define HTML_H

#include <stddef.h>

struct str;

/*
 * HTML that we made ourselves and may stand in a page unescaped.  Only
 * markdown.c and analysis/report/chart.c make one (walls.sh checks it), and
 * view_html() is the only way to put one in a page.
 */
struct html {
	const char *text;
};

/* The character reference that BYTE must be written as in HTML text and in quoted
 * attributes ("&amp;" and four more), or NULL: it may stand as it is. */
const char *html_reference(char byte);

/* Add TEXT, escaped by html_reference. */
void html_add(struct str *out, const char *text);

#endif
