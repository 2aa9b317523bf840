#ifndef PAGE_QUESTION_H
#define PAGE_QUESTION_H

struct form;
struct question;

/*
 * One question on a page of its own.
 */

/* Fill the view of question.tpl, but for where it is sent and its stamp. */
void page_question(const struct form *form, const struct question *question);

#endif
