#include "page_step.h"

#include "control.h"
#include "form.h"
#include "http.h"
#include "link.h"
#include "page_about.h"
#include "page_question.h"
#include "path.h"
#include "way.h"

static void
put_summary(const struct form *form)
{
	struct error_summary summary = { 0 };

	summary.count = form_complaints(form, &summary.complaints);
	if (summary.count > 0)
		control_put_summary(form->layout->page, M_ERROR_SUMMARY,
				    &summary);
	else
		view_hide(form->layout->page, M_ERROR_SUMMARY);
}

/* The title of a page of several questions, after that of their section. */
static void
put_heading(const struct form *form, const struct question *page)
{
	const struct question *section = path_section(form->consultation, page);
	enum language language = form->layout->language;
	struct view *heading = view_section(form->layout->page, M_HEADING);

	if (section)
		wording_put(view_section(heading, M_SECTION), M_SECTION,
			    wording_phrase(&section->section, language));
	else
		view_hide(heading, M_SECTION);
	wording_put(heading, M_HEADING, wording_phrase(&page->page, language));
}

static void
put_questions(const struct form *form, const struct step *step,
	      const struct path *path)
{
	const struct question *page = step->page;
	const struct question *end = path_page_end(step->consultation, page);
	bool is_heading = phrase_is_empty(&page->page);

	if (is_heading)
		view_hide(form->layout->page, M_HEADING);
	else
		put_heading(form, page);
	view_hide(form->layout->page, M_QUESTION);
	for (const struct question *at = page; at < end; at++)
		if (path_asks(path, at) || form_sent(form->fields, at))
			page_question(form, at,
				      view_section(form->layout->page,
						   M_QUESTION),
				      is_heading);
}

void
page_step(const struct step *step, const struct fields *fields,
	  const struct faults *faults, const char *stamp,
	  struct response *response)
{
	const struct request *request = step->request;
	const struct question *page = step->page;
	const struct path path = path_of(request->arena, step->answers);
	struct layout layout =
		layout_new(step->app, request, page ? T_QUESTION : T_ABOUT);
	const struct form form = { &layout, step->consultation, fields,
				   faults };

	layout.consultation = step->consultation;
	layout.back = way_back(request, &path, page);
	layout.faulty = faults->count > 0;
	layout.has_form = true;
	put_summary(&form);
	if (page) {
		layout.title = wording_phrase(phrase_is_empty(&page->page)
						      ? &page->title
						      : &page->page,
					      layout.language);
		put_questions(&form, step, &path);
	} else {
		layout.title = wording_of(layout_word(&layout, W_ABOUT_YOU));
		page_about(&form);
	}
	view_text(layout.page, M_ACTION,
		  link_step(request, request->address.id,
			    request->address.change));
	view_text(layout.page, M_STAMP, stamp);
	layout_render(&layout, layout.faulty ? 422 : 200, response);
}
