#include "task_list.h"

static void
put_status(struct view *row, const struct task *task)
{
	struct view *tag;

	view_when(row, M_BARRED, task->is_barred);
	view_text(row, M_STATUS, task->status);
	view_when(row, M_PLAIN, !task->tag);
	if (!task->tag) {
		view_hide(row, M_TAG);
		return;
	}
	tag = view_section(row, M_TAG);
	if (*task->tag)
		view_text(view_section(tag, M_TAG_CLASS), M_TAG_CLASS,
			  task->tag);
	else
		view_hide(tag, M_TAG_CLASS);
}

static void
put_task(struct view *row, const struct task *task, size_t number)
{
	view_number(row, M_NUMBER, number);
	view_when(row, M_WITH_LINK, task->url);
	if (task->url) {
		struct view *link = view_section(row, M_LINK);

		view_text(link, M_URL, task->url);
		wording_put(link, M_TITLE, task->title);
		view_hide(row, M_NO_LINK);
	} else {
		view_hide(row, M_LINK);
		wording_put(view_section(row, M_NO_LINK), M_TITLE, task->title);
	}
	put_status(row, task);
}

void
task_list_put(struct view *view, enum marker slot, const struct task *tasks,
	      size_t count)
{
	struct view *list = view_include(view, slot, T_TASK_LIST);

	view_hide(list, M_TASK);
	for (size_t i = 0; i < count; i++)
		put_task(view_section(list, M_TASK), &tasks[i], i + 1);
}
