#ifndef TASK_LIST_H
#define TASK_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "view.h"
#include "wording.h"

/*
 * GOV.UK's task list.
 */
struct task {
	struct wording title;
	const char *url;    /* NULL: it leads nowhere yet */
	const char *status; /* in words */
	const char *tag;    /* their colour; "": a tag's own; NULL: no tag */
	bool is_barred;	    /* it cannot be started yet */
};

/* Put a list into {{>SLOT}}. */
void task_list_put(struct view *view, enum marker slot,
		   const struct task *tasks, size_t count);

#endif
