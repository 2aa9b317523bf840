#include "page_tasks.h"

#include <string.h>

#include "app.h"
#include "arena.h"
#include "form.h"
#include "http.h"
#include "link.h"
#include "path.h"
#include "session.h"
#include "task_list.h"
#include "way.h"

/* What a state is called, and in which colour. */
static const struct {
	enum word word;
	const char *tag;
} states[] = {
	[PATH_NOT_STARTED] = { W_TASK_NOT_STARTED, "govuk-tag--teal" },
	[PATH_IN_PROGRESS] = { W_TASK_IN_PROGRESS, "govuk-tag--blue" },
	[PATH_COMPLETED] = { W_TASK_COMPLETED, NULL },
};

static struct task
task_of(const struct layout *layout, struct wording title, const char *url,
	enum path_state state)
{
	return (struct task){
		.title = title,
		.url = url,
		.status = layout_word(layout, states[state].word),
		.tag = states[state].tag,
	};
}

static enum path_state
about_state(const struct session *session, const char *unfit)
{
	if (!unfit || strcmp(unfit, form_about) != 0)
		return PATH_COMPLETED;
	return respondent_is_blank(&session->answers->respondent)
		       ? PATH_NOT_STARTED
		       : PATH_IN_PROGRESS;
}

/* The last task, which waits for all that is required. */
static struct task
check_task(const struct layout *layout, const char *unfit)
{
	struct wording title = wording_of(layout_word(layout, W_TASK_CHECK));

	if (!unfit)
		return task_of(layout, title,
			       link_place(layout->request, PLACE_CHECK),
			       PATH_NOT_STARTED);
	return (struct task){ .title = title,
			      .status = layout_word(layout, W_TASK_BARRED),
			      .is_barred = true };
}

/* The sections that ask anything, from COUNT on; how many tasks there are then. */
static size_t
add_sections(const struct layout *layout, const struct path *path,
	     struct task *tasks, size_t count)
{
	const struct consultation *consultation = layout->consultation;
	const struct question *at = consultation->questions;
	const struct question *end = at + consultation->question_count;

	for (; at < end; at = path_section_end(consultation, at)) {
		const struct question *page = path_section_page(path, at);

		if (page)
			tasks[count++] = task_of(
				layout,
				wording_phrase(&at->section, layout->language),
				link_step(layout->request, page->id, false),
				path_section_state(path, at));
	}
	return count;
}

void
page_tasks(const struct session *session, struct response *response)
{
	const struct request *request = session->request;
	const struct path path = path_of(request->arena, session->answers);
	const char *unfit = way_unfit(request, &path);
	struct layout layout = layout_new(session->app, request, T_TASKS);
	struct task *tasks;
	size_t count = 0;

	layout.consultation = session->consultation;
	layout.back = link_place(request, PLACE_CONSULTATION);
	layout.title = wording_of(layout_word(&layout, W_YOUR_RESPONSE));
	tasks = arena_array(layout.arena,
			    path_section_count(session->consultation) + 2,
			    sizeof(*tasks));
	tasks[count++] =
		task_of(&layout, wording_of(layout_word(&layout, W_ABOUT_YOU)),
			link_step(request, form_about, false),
			about_state(session, unfit));
	count = add_sections(&layout, &path, tasks, count);
	tasks[count++] = check_task(&layout, unfit);
	wording_put(layout.page, M_CONSULTATION,
		    wording_phrase(&session->consultation->title,
				   layout.language));
	task_list_put(layout.page, M_TASKS, tasks, count);
	layout_render(&layout, 200, response);
}
