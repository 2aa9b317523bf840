#include "pages.h"

#include <string.h>

#include "app.h"
#include "arena.h"
#include "blank.h"
#include "error.h"
#include "form.h"
#include "http.h"
#include "later.h"
#include "link.h"
#include "log.h"
#include "page_saved.h"
#include "page_step.h"
#include "page_tasks.h"
#include "path.h"
#include "visit.h"
#include "way.h"

/* What is stored for "About you", or for what PATH asks of a page. */
static struct fields
stored_fields(const struct session *session, const struct path *path,
	      const struct question *page)
{
	struct arena *arena = session->request->arena;
	const struct question *end;
	struct field *items = NULL;
	size_t count = 0;

	if (!page)
		return form_of_respondent(arena, &session->answers->respondent);
	end = path_page_end(session->consultation, page);
	for (const struct question *at = page; at < end; at++) {
		struct fields more = { 0 };

		if (path_asks(path, at))
			more = form_of_answer(arena, at,
					      answers_get(session->answers,
							  at));
		items = arena_grow(arena, items, count, count + more.count,
				   sizeof(*items));
		for (size_t i = 0; i < more.count; i++)
			items[count++] = more.items[i];
	}
	return (struct fields){ items, count };
}

static void
show(const struct session *session, const struct step *step,
     const struct path *path, struct response *response)
{
	const struct request *request = session->request;
	const struct faults fine = { 0 };
	struct fields fields = stored_fields(session, path, step->page);
	const char *stamp = session_stamp(session, request->address.id,
					  session->draft.revision);

	if (step->page && fields.count == 0 && !request->address.handle &&
	    !request->address.change &&
	    path_is_fixed(step->consultation, step->page))
		blank_render(step, session->edition, stamp, response);
	else
		page_step(step, &fields, &fine, stamp, response);
}

void
page_respond(struct app *app, const struct request *request,
	     struct response *response)
{
	struct session session;
	struct step step = { .app = app, .request = request };
	struct path path;

	if (!visit_get(app, request, &session, response))
		return;
	path = path_of(request->arena, session.answers);
	step.consultation = session.consultation;
	step.answers = session.answers;
	if (strcmp(request->address.id, form_tasks) == 0 &&
	    way_has_tasks(session.consultation))
		page_tasks(&session, response);
	else if (!form_page(session.consultation, request->address.id,
			    &step.page))
		page_error(app, request, 404, response);
	else if (step.page && !path_has_page(&path, step.page))
		visit_next(way_on(request, &path, step.page), response);
	else
		show(&session, &step, &path, response);
}

static void
add_faults(struct faults *faults, const struct faults *more)
{
	size_t room = sizeof(faults->items) / sizeof(faults->items[0]);

	for (size_t i = 0; i < more->count && faults->count < room; i++)
		faults->items[faults->count++] = more->items[i];
}

/* The questions of a page: those that are asked, and those that were asked when
 * the page was opened and are not any more, of which nothing is required. */
static bool
validate_page(const struct path *path, const struct fields *fields,
	      const struct question *page, struct answers *typed,
	      struct faults *faults)
{
	const struct consultation *consultation = typed->consultation;
	const struct question *end = path_page_end(consultation, page);
	bool fine = true;

	for (const struct question *at = page; at < end; at++) {
		struct faults found = { .arena = faults->arena };
		bool asked = path_asks(path, at);

		if (!asked && !form_sent(fields, at))
			continue;
		if (validate_answer(fields, at,
				    asked ? VALIDATE_FORM : VALIDATE_FILE,
				    &typed->items[at - consultation->questions],
				    &found))
			continue;
		add_faults(faults, &found);
		fine = false;
	}
	return fine;
}

/* What was sent, checked, in the place of what was stored. */
static bool
validate(const struct session *session, const struct fields *fields,
	 const struct question *page, struct answers *typed,
	 struct faults *faults)
{
	const struct consultation *consultation = session->consultation;
	const struct path path = path_of(faults->arena, session->answers);

	*typed = *session->answers;
	typed->items = arena_grow(faults->arena, session->answers->items,
				  consultation->question_count,
				  consultation->question_count + 1,
				  sizeof(*typed->items));
	return page ? validate_page(&path, fields, page, typed, faults)
		    : validate_respondent(fields, consultation, VALIDATE_FORM,
					  &typed->respondent, faults);
}

/* Whether no answer of the page that another page saved is lost for what TYPED
 * holds: none is stored yet, or the same. */
static bool
keeps_answers(const struct session *session, const struct question *page,
	      const struct answers *typed)
{
	struct arena *arena = session->request->arena;
	const struct question *end = path_page_end(session->consultation, page);

	for (const struct question *at = page; at < end; at++)
		if (form_answers(arena, at, session->answers) &&
		    form_differs(arena, at, session->answers, typed))
			return false;
	return true;
}

static bool
overwrites_nothing(const struct session *session, const struct question *page,
		   const struct answers *typed)
{
	struct arena *arena = session->request->arena;
	const char *before, *after;

	if (page)
		return keeps_answers(session, page, typed);
	before = respondent_json(arena, &session->answers->respondent);
	after = respondent_json(arena, &typed->respondent);
	return strcmp(before, after) == 0 ||
	       respondent_is_blank(&session->answers->respondent);
}

/* The page after this one, now that TYPED is saved over what was stored. */
static const char *
next_of(const struct session *session, const struct step *step,
	const struct answers *typed)
{
	const struct request *request = session->request;
	const struct path before = path_of(request->arena, step->answers);
	const struct path path = path_of(request->arena, typed);

	return request->address.change
		       ? way_on_after_change(request, &path, &before,
					     step->page)
		       : way_on(request, &path, step->page);
}

static void
save(struct session *session, const struct step *step,
     const struct fields *fields, struct answers *typed,
     struct response *response)
{
	const struct refused refused = { session->app, session->request,
					 fields };
	struct session stored = *session;
	enum save_result result;
	struct error err;

	session->answers = typed;
	if (!session_save(session, &result, &err) ||
	    (result != SAVE_STORED &&
	     !session_open(session->app, session->request, &stored, &err))) {
		if (err.kind == ERROR_MISSING) {
			refusal_lost(&refused, response);
			return;
		}
		log_line(LOG_LEVEL_ERROR, "%s", err.text);
		refusal_down(&refused, response);
		return;
	}
	if (result == SAVE_STORED && later_is_asked(fields))
		page_saved_show(session, fields_get(fields, FORM_STAMP)->value,
				response);
	else if (result == SAVE_STORED)
		visit_next(next_of(session, step, typed), response);
	else if (result == SAVE_CLOSED)
		visit_closed(session, fields, response);
	else if (stored.draft.reference)
		refusal_sent(&refused, &stored, response);
	else
		refusal_stale(&refused, &stored, step->page, typed, response);
}

static void
take(struct session *session, const struct step *step,
     const struct fields *fields, struct response *response)
{
	const struct request *request = session->request;
	const struct refused refused = { session->app, request, fields };
	const struct field *stamp = fields_get(fields, FORM_STAMP);
	struct faults faults = { .arena = request->arena };
	struct answers typed;
	int revision = session->draft.revision;

	if (!http_same_site(request) ||
	    !session_stamp_read(session, request->address.id,
				stamp ? stamp->value : NULL, &revision))
		refusal_forged(&refused,
			       session_stamp(session, request->address.id,
					     revision),
			       response);
	else if (form_switches(fields) ||
		 (!validate(session, fields, step->page, &typed, &faults) &&
		  !(later_is_asked(fields) && later_bears(fields, &faults))))
		page_step(step, fields, &faults, stamp->value, response);
	else if (revision != session->draft.revision &&
		 !overwrites_nothing(session, step->page, &typed))
		refusal_stale(&refused, session, step->page, &typed, response);
	else
		save(session, step, fields, &typed, response);
}

void
page_respond_save(struct app *app, const struct request *request,
		  struct response *response)
{
	struct session session;
	struct step step = { .app = app, .request = request };
	struct fields fields;

	if (!visit_post(app, request, &fields, &session, response))
		return;
	step.consultation = session.consultation;
	step.answers = session.answers;
	if (!form_page(session.consultation, request->address.id, &step.page)) {
		page_error(app, request, 404, response);
	} else if (session.draft.reference) {
		const struct refused refused = { app, request, &fields };

		refusal_sent(&refused, &session, response);
	} else {
		take(&session, &step, &fields, response);
	}
}
