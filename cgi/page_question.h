#ifndef PAGE_QUESTION_H
#define PAGE_QUESTION_H

#include <stdbool.h>

struct form;
struct question;
struct view;

/*
 * One question, alone on its page or among others.
 */

/* Fill VIEW, a section QUESTION of a page; IS_HEADING: what is asked is the
 * heading of that page. */
void page_question(const struct form *form, const struct question *question,
		   struct view *view, bool is_heading);

#endif
