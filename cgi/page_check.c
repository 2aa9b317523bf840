#include "pages.h"

#include "app.h"
#include "arena.h"
#include "control.h"
#include "error.h"
#include "form.h"
#include "http.h"
#include "later.h"
#include "layout.h"
#include "link.h"
#include "log.h"
#include "page_saved.h"
#include "path.h"
#include "summary.h"
#include "visit.h"
#include "way.h"

static const char purpose[] = "check";

/* What keeps it from being sent is said before anybody presses the button. */
static void
put_missing(const struct layout *layout, const struct path *path)
{
	const struct consultation *consultation = path->answers->consultation;
	const char *unfit = way_unfit(layout->request, path);
	const struct question *page =
		unfit ? consultation_question(consultation, unfit) : NULL;
	struct wording title = wording_of(layout_word(layout, W_ABOUT_YOU));
	struct complaint missing;

	if (!unfit) {
		view_hide(layout->page, M_ERROR_SUMMARY);
		return;
	}
	if (page)
		title = wording_phrase(phrase_is_empty(&page->page)
					       ? &page->title
					       : &page->page,
				       layout->language);
	missing = (struct complaint){
		.link = link_step(layout->request, unfit, false),
		.text = title.text,
		.lang = title.lang,
	};
	control_put_summary(
		layout->page, M_ERROR_SUMMARY,
		&(struct error_summary){
			.title = layout_word(layout, W_CHECK_MISSING),
			.description =
				layout_word(layout, W_CHECK_MISSING_TEXT),
			.complaints = &missing,
			.count = 1,
			.waits = true,
		});
}

static void
put_problem(const struct layout *layout, enum word problem)
{
	control_put_summary(layout->page, M_ERROR_SUMMARY,
			    &(struct error_summary){
				    .title = layout_word(layout,
							 W_CHECK_NOT_SENT),
				    .description = layout_word(layout, problem),
			    });
}

/* The page; PROBLEM says why nothing was sent, WORD_COUNT when nothing was. */
static void
show(const struct session *session, enum word problem, int status,
     struct response *response)
{
	const struct request *request = session->request;
	const struct path path = path_of(request->arena, session->answers);
	struct layout layout = layout_new(session->app, request, T_CHECK);

	layout.consultation = session->consultation;
	layout.back = way_back_from_check(request, &path);
	layout.title = wording_of(layout_word(&layout, W_CHECK_YOUR_ANSWERS));
	layout.faulty = problem != WORD_COUNT;
	if (problem == WORD_COUNT)
		put_missing(&layout, &path);
	else
		put_problem(&layout, problem);
	wording_put(layout.page, M_CONSULTATION,
		    wording_phrase(&session->consultation->title,
				   layout.language));
	summary_put_about(&layout, layout.page, M_ABOUT, session->answers,
			  true);
	summary_put_answers(&layout, layout.page, M_ANSWERS, session->answers,
			    true);
	view_text(layout.page, M_PRIVACY, link_place(request, PLACE_PRIVACY));
	view_text(layout.page, M_ACTION, link_place(request, PLACE_CHECK));
	view_text(layout.page, M_STAMP,
		  session_stamp(session, purpose, session->draft.revision));
	layout_render(&layout, status, response);
}

void
page_check(struct app *app, const struct request *request,
	   struct response *response)
{
	struct session session;

	if (visit_get(app, request, &session, response))
		show(&session, WORD_COUNT, 200, response);
}

static void
answer_submitted(struct session *session, const struct fields *fields,
		 const struct submitted *submitted, struct response *response)
{
	const struct refused refused = { session->app, session->request,
					 fields };
	struct error err;

	switch (submitted->result) {
	case SUBMIT_STORED:
	case SUBMIT_REPLAYED:
		session->draft.submission_id = submitted->submission_id;
		visit_next(session_receipt(session), response);
		break;
	case SUBMIT_CONFLICT:
		session->draft.submission_id = submitted->submission_id;
		session->draft.reference = submitted->reference;
		refusal_sent(&refused, session, response);
		break;
	case SUBMIT_CLOSED:
		visit_closed(session, fields, response);
		break;
	case SUBMIT_STALE:
		if (session_open(session->app, session->request, session, &err))
			show(session, W_CHECK_CHANGED, 409, response);
		else
			refusal_down(&refused, response);
		break;
	case SUBMIT_MISSING:
		refusal_lost(&refused, response);
	}
}

static void
submit(struct session *session, const struct fields *fields,
       struct response *response)
{
	struct app *app = session->app;
	const struct request *request = session->request;
	const struct refused refused = { app, request, fields };
	struct submitted submitted;
	struct error err;
	struct db *db = app_db(app, &err);

	if (db &&
	    store_draft_submit(db, request->arena, session->hash,
			       session->draft.revision,
			       path_answers(request->arena, session->answers),
			       &submitted, &err)) {
		answer_submitted(session, fields, &submitted, response);
		return;
	}
	log_line(LOG_LEVEL_ERROR, "%s", err.text);
	refusal_down(&refused, response);
}

void
page_check_submit(struct app *app, const struct request *request,
		  struct response *response)
{
	struct session session;
	struct fields fields;
	const struct field *stamp;
	struct path path;
	const char *unfit;
	int revision;

	if (!visit_post(app, request, &fields, &session, response))
		return;
	if (session.draft.reference) {
		visit_next(session_receipt(&session), response);
		return;
	}
	stamp = fields_get(&fields, FORM_STAMP);
	path = path_of(request->arena, session.answers);
	unfit = way_unfit(request, &path);
	if (!http_same_site(request) ||
	    !session_stamp_read(&session, purpose, stamp ? stamp->value : NULL,
				&revision))
		show(&session, W_CHECK_EXPIRED, 403, response);
	else if (later_is_asked(&fields))
		page_saved_show(&session, stamp->value, response);
	else if (revision != session.draft.revision)
		show(&session, W_CHECK_CHANGED, 409, response);
	else if (unfit)
		visit_next(link_step(request, unfit, false), response);
	else
		submit(&session, &fields, response);
}
