#include "page_step.h"

#include "control.h"
#include "form.h"
#include "http.h"
#include "link.h"
#include "page_about.h"
#include "page_question.h"

/* The page before this one, or the one that a change link came from. */
static const char *
back_of(const struct step *step)
{
	const struct request *request = step->request;
	const char *before =
		form_before(step->consultation, request->address.id);

	if (request->address.change)
		return link_place(request, PLACE_CHECK);
	return before ? link_step(request, before, false)
		      : link_place(request, PLACE_CONSULTATION);
}

static void
put_summary(const struct form *form)
{
	const struct complaint *complaints;
	size_t count = form_complaints(form, &complaints);

	if (count > 0)
		control_put_summary(form->layout->page, M_ERROR_SUMMARY, NULL,
				    complaints, count);
	else
		view_hide(form->layout->page, M_ERROR_SUMMARY);
}

static void
put_question(const struct form *form, const struct question *question)
{
	const struct consultation *consultation = form->consultation;
	struct view *page = form->layout->page;

	view_number(page, M_NUMBER,
		    (size_t)(question - consultation->questions) + 1);
	view_number(page, M_COUNT, consultation->question_count);
	page_question(form, question, view_section(page, M_QUESTION), true);
}

void
page_step(const struct step *step, const struct fields *fields,
	  const struct faults *faults, const char *stamp,
	  struct response *response)
{
	const struct request *request = step->request;
	struct layout layout =
		layout_new(step->app, request,
			   step->question ? T_QUESTION : T_ABOUT);
	const struct form form = { &layout, step->consultation, fields,
				   faults };

	layout.consultation = step->consultation;
	layout.back = back_of(step);
	layout.faulty = faults->count > 0;
	put_summary(&form);
	if (step->question) {
		layout.title =
			wording_phrase(&step->question->title, layout.language);
		put_question(&form, step->question);
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
