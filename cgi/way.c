#include "way.h"

#include "form.h"
#include "http.h"
#include "link.h"
#include "validate.h"

bool
way_has_tasks(const struct consultation *consultation)
{
	return path_section_count(consultation) >= 2;
}

char *
way_start(const struct request *request,
	  const struct consultation *consultation)
{
	return link_step(request,
			 way_has_tasks(consultation) ? form_tasks : form_about,
			 false);
}

/* Whether the task list stands between two pages; NULL is none. */
static bool
is_apart(const struct consultation *consultation, const struct question *page,
	 const struct question *other)
{
	return way_has_tasks(consultation) &&
	       (!page || !other ||
		path_section(consultation, page) !=
			path_section(consultation, other));
}

/* --- back ------------------------------------------------------------- */

char *
way_back(const struct request *request, const struct path *path,
	 const struct question *page)
{
	const struct consultation *consultation = path->answers->consultation;
	const struct question *before = page ? path_before(path, page) : NULL;

	if (request->address.change)
		return link_place(request, PLACE_CHECK);
	if (is_apart(consultation, page, before))
		return link_step(request, form_tasks, false);
	if (!page)
		return link_place(request, PLACE_CONSULTATION);
	return link_step(request, before ? before->id : form_about, false);
}

char *
way_back_from_check(const struct request *request, const struct path *path)
{
	const struct question *last = path_before(path, NULL);

	if (way_has_tasks(path->answers->consultation))
		return link_step(request, form_tasks, false);
	return link_step(request, last ? last->id : form_about, false);
}

/* --- on --------------------------------------------------------------- */

char *
way_on(const struct request *request, const struct path *path,
       const struct question *page)
{
	const struct question *next = path_after(path, page);

	if (request->address.change)
		return link_place(request, PLACE_CHECK);
	if (is_apart(path->answers->consultation, page, next))
		return link_step(request, form_tasks, false);
	return next ? link_step(request, next->id, false)
		    : link_place(request, PLACE_CHECK);
}

/* Whether a page asks anything only of some, and has no answer yet. */
static bool
is_open(const struct path *path, const struct question *page)
{
	const struct question *end =
		path_page_end(path->answers->consultation, page);
	bool depends = false;

	for (const struct question *at = page; at < end; at++) {
		if (!path_asks(path, at))
			continue;
		if (answers_get(path->answers, at)->value_count > 0)
			return false;
		depends = depends || at->condition_count > 0;
	}
	return depends;
}

char *
way_on_after_change(const struct request *request, const struct path *path,
		    const struct path *before, const struct question *page)
{
	const struct question *next = path_news(path, before);

	if (!next && page && is_open(before, page)) {
		next = path_after(path, page);
		while (next && !is_open(path, next))
			next = path_after(path, next);
	}
	return next ? link_step(request, next->id, true)
		    : link_place(request, PLACE_CHECK);
}

/* --- what is missing -------------------------------------------------- */

static bool
fits(struct arena *arena, const struct answers *answers,
     const struct question *question)
{
	struct faults faults = { .arena = arena };
	struct answer answer;
	struct fields fields =
		form_of_answer(arena, question, answers_get(answers, question));

	return validate_answer(&fields, question, VALIDATE_FORM, &answer,
			       &faults);
}

const char *
way_unfit(const struct request *request, const struct path *path)
{
	const struct answers *answers = path->answers;
	const struct consultation *consultation = answers->consultation;
	struct arena *arena = request->arena;
	struct faults faults = { .arena = arena };
	struct respondent respondent;
	struct fields fields = form_of_respondent(arena, &answers->respondent);

	if (!validate_respondent(&fields, consultation, VALIDATE_FORM,
				 &respondent, &faults))
		return form_about;
	for (size_t i = 0; i < consultation->question_count; i++) {
		const struct question *question = &consultation->questions[i];

		if (path_asks(path, question) &&
		    !fits(arena, answers, question))
			return path_page(consultation, question)->id;
	}
	return NULL;
}
