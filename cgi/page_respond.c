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
#include "visit.h"

static struct fields
stored_fields(const struct session *session, const struct question *question)
{
	struct arena *arena = session->request->arena;

	if (!question)
		return form_of_respondent(arena, &session->answers->respondent);
	return form_of_answer(arena, question,
			      answers_get(session->answers, question));
}

void
page_respond(struct app *app, const struct request *request,
	     struct response *response)
{
	struct session session;
	struct step step = { .app = app, .request = request };
	const struct faults fine = { 0 };
	struct fields fields;
	const char *stamp;

	if (!visit_get(app, request, &session, response))
		return;
	step.consultation = session.consultation;
	if (!form_page(session.consultation, request->address.id,
		       &step.question)) {
		page_error(app, request, 404, response);
		return;
	}
	stamp = session_stamp(&session, request->address.id,
			      session.draft.revision);
	fields = stored_fields(&session, step.question);
	if (step.question && fields.count == 0 && !request->address.handle &&
	    !request->address.change)
		blank_render(&step, session.edition, stamp, response);
	else
		page_step(&step, &fields, &fine, stamp, response);
}

/* What was sent, checked, in the place of what was stored. */
static bool
validate(const struct session *session, const struct fields *fields,
	 const struct question *question, struct answers *typed,
	 struct faults *faults)
{
	const struct consultation *consultation = session->consultation;

	*typed = *session->answers;
	typed->items = arena_grow(faults->arena, session->answers->items,
				  consultation->question_count,
				  consultation->question_count + 1,
				  sizeof(*typed->items));
	if (!question)
		return validate_respondent(fields, consultation, VALIDATE_FORM,
					   &typed->respondent, faults);
	return validate_answer(
		fields, question, VALIDATE_FORM,
		&typed->items[question - consultation->questions], faults);
}

/* Whether what TYPED holds for the page overwrites nothing that another page
 * saved: nothing is stored there yet, or the same. */
static bool
overwrites_nothing(const struct session *session,
		   const struct question *question, const struct answers *typed)
{
	struct arena *arena = session->request->arena;
	const struct respondent nobody = { 0 };
	const char *before, *after;

	if (question) {
		before = answers_json(arena, session->answers);
		after = answers_json(arena, typed);
		return answers_get(session->answers, question)->value_count ==
			       0 ||
		       strcmp(before, after) == 0;
	}
	before = respondent_json(arena, &session->answers->respondent);
	after = respondent_json(arena, &typed->respondent);
	return strcmp(before, after) == 0 ||
	       strcmp(before, respondent_json(arena, &nobody)) == 0;
}

/* The page after this one; a change link comes back to where it was. */
static const char *
next_of(const struct session *session)
{
	const struct request *request = session->request;
	const char *next =
		form_after(session->consultation, request->address.id);

	return next && !request->address.change
		       ? link_step(request, next, false)
		       : link_place(request, PLACE_CHECK);
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
		visit_next(next_of(session), response);
	else if (result == SAVE_CLOSED)
		visit_closed(session, fields, response);
	else if (stored.draft.reference)
		refusal_sent(&refused, &stored, response);
	else
		refusal_stale(&refused, &stored, step->question, typed,
			      response);
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
	else if (!validate(session, fields, step->question, &typed, &faults) &&
		 !(later_is_asked(fields) && later_bears(fields, &faults)))
		page_step(step, fields, &faults, stamp->value, response);
	else if (revision != session->draft.revision &&
		 !overwrites_nothing(session, step->question, &typed))
		refusal_stale(&refused, session, step->question, &typed,
			      response);
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
	if (!form_page(session.consultation, request->address.id,
		       &step.question)) {
		page_error(app, request, 404, response);
	} else if (session.draft.reference) {
		const struct refused refused = { app, request, &fields };

		refusal_sent(&refused, &session, response);
	} else {
		take(&session, &step, &fields, response);
	}
}
