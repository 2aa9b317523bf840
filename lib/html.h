#ifndef HTML_H
#define HTML_H

/*
 * HTML that we made ourselves and may stand in a page unescaped.  Only
 * markdown.c and analysis/report/chart.c make one (walls.sh checks it), and
 * view_html() is the only way to put one in a page.
 */
struct html {
	const char *text;
};

#endif
