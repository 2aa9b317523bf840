#ifndef PAGE_QUESTION_H
#define PAGE_QUESTION_H

#include <stdbool.h>

struct form;
struct question;
struct view;

/*
 * One question of a page.
 */

/* Fill VIEW, the section QUESTION of question.tpl.  IS_HEADING: the question's
 * title is the heading of the page. */
void page_question(const struct form *form, const struct question *question,
		   struct view *view, bool is_heading);

#endif
