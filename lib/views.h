#ifndef VIEWS_H
#define VIEWS_H

#include <stdbool.h>
#include <stddef.h>

#include "consultation.h"
#include "templates_list.h" /* generated */

struct error;
struct str;
struct view;
struct view_marker;
struct words;

/*
 * Door to ctemplate: all templates in all languages, loaded and frozen.  What a
 * view leaves undecided is an error when STRICT (tests, CI), and a log line and
 * nothing on the page otherwise.
 */
struct views;

/* Load every template of DIR; ERROR_SYSTEM names the file and what is wrong.  The
 * line end at the end of a file is not part of its template, so that one can
 * stand within a line. */
struct views *views_open(const char *dir, const struct words *words,
			 bool strict, struct error *err);
void views_close(struct views *views);

/* Fill TPL in LANGUAGE and add the result to OUT, which is untouched on
 * failure. */
bool view_render(const struct views *views, enum tpl tpl,
		 enum language language, const struct view *view,
		 struct str *out, struct error *err);

/* What TPL is filled with (view_source.h), in the order of its file; a marker
 * stands in the list as often as in the file.  So a test can fill every marker
 * of every template. */
const struct view_marker *views_markers(const struct views *views, enum tpl tpl,
					size_t *count);

#endif
