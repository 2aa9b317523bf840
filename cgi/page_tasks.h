#ifndef PAGE_TASKS_H
#define PAGE_TASKS_H

struct response;
struct session;

/*
 * The task list of a form with sections: where each of them leads, and how far it
 * is.
 */
void page_tasks(const struct session *session, struct response *response);

#endif
