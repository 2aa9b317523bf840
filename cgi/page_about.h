#ifndef PAGE_ABOUT_H
#define PAGE_ABOUT_H

struct form;

/*
 * "About you": the page of the form that asks who answers, and what may be done
 * with the response.
 */

/* Fill the view of about.tpl, but for where it is sent and its stamp. */
void page_about(const struct form *form);

#endif
