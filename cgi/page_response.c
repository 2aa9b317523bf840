#include "pages.h"

#include <string.h>

#include "app.h"
#include "arena.h"
#include "edition.h"
#include "error.h"
#include "form.h"
#include "http.h"
#include "link.h"
#include "log.h"
#include "page_became.h"
#include "page_mail.h"
#include "store_consultation.h"
#include "summary.h"
#include "summary_list.h"
#include "visit.h"

static const char purpose[] = "response";

/* One's own response and all that the page says of it. */
struct own {
	const struct session *session;
	struct own_response response;
	struct answers *answers;
	const struct consultation *newest;
	bool published;
	struct mailing mailing;
	bool sent; /* it says what only the answer to a POST does */
};

static bool
read_own(const struct session *session, struct own *own, struct error *err)
{
	struct app *app = session->app;
	struct arena *arena = session->request->arena;
	struct db *db = app_db(app, err);
	struct stored_version stored;
	struct edition *edition;

	*own = (struct own){ .session = session };
	if (!db ||
	    !store_own_response(db, arena, session->hash, &own->response,
				err) ||
	    !store_consultation_get(db, arena, session->draft.slug, 0, &stored,
				    err))
		return false;
	edition = edition_of(app, &stored, err);
	if (!edition)
		return false;
	own->newest = edition->consultation;
	own->published = stored.outcome.published;
	own->answers = answers_new(arena, session->consultation);
	return respondent_from_json(arena, own->response.respondent,
				    &own->answers->respondent, err) &&
	       answers_from_json(arena, own->response.answers, own->answers,
				 err);
}

static bool
is_open(const struct own *own)
{
	return consultation_state_at(own->newest, own->session->request->now,
				     own->published) == CONSULTATION_OPEN;
}

static struct action
action_to(const struct layout *layout, enum word word, const char *url)
{
	return (struct action){ .text = layout_word(layout, word), .url = url };
}

/* ACTION may be NULL. */
static void
put_fact(const struct layout *layout, const struct summary_list *list,
	 enum word word, const char *value, const struct action *action)
{
	const struct summary_row row = {
		.key = wording_of(layout_word(layout, word)),
		.actions = action,
		.action_count = action != NULL,
	};

	wording_put(summary_row(list, &row), M_VALUE, wording_of(value));
}

/* What was sent; it can be withdrawn where it still stands. */
static void
put_facts(const struct layout *layout, const struct own *own)
{
	bool stands = !own->response.ended;
	const struct action withdraw =
		action_to(layout, W_WITHDRAW,
			  link_place(layout->request, PLACE_WITHDRAW));
	struct action receipt = action_to(layout, W_RECEIPT_WHAT, "#receipt");
	const struct summary_card card = {
		.title = wording_of(layout_word(layout, W_RESPONSE_AS_SENT)),
		.actions = &withdraw,
		.action_count = stands && is_open(own),
	};
	struct summary_list list = summary_card(layout->page, M_FACTS, &card);

	receipt.hidden = wording_of(layout_word(layout, W_ROW_RECEIPT));
	list.acts = stands;
	put_fact(layout, &list, W_ROW_REFERENCE, own->response.reference, NULL);
	put_fact(layout, &list, W_ROW_RECEIVED,
		 word_opening(layout->arena, layout->app->words,
			      layout->language, own->response.received_at),
		 NULL);
	put_fact(layout, &list, W_ROW_RECEIPT, own->response.receipt,
		 stands ? &receipt : NULL);
}

/* What is to take the place of what was sent. */
static void
put_changes(const struct layout *layout, const struct own *own)
{
	struct view *view = view_section(layout->page, M_CHANGING);
	const struct action actions[] = {
		action_to(layout, W_CHANGING_CONTINUE,
			  link_place(layout->request, PLACE_CHECK)),
		action_to(layout, W_CHANGING_DROP,
			  link_place(layout->request, PLACE_DELETE)),
	};
	const struct summary_card card = {
		.title = wording_of(layout_word(layout, W_CHANGES)),
		.actions = actions,
		.action_count = sizeof(actions) / sizeof(actions[0]),
	};
	const struct summary_list list = summary_card(view, M_CHANGES, &card);

	put_fact(layout, &list, W_ROW_STATE,
		 layout_word(layout, W_CHANGES_NOT_SENT), NULL);
	put_fact(layout, &list, W_ROW_SEND_BY,
		 word_closing(layout->arena, layout->app->words,
			      layout->language, own->newest->closes),
		 NULL);
}

static void
put_state(const struct layout *layout, const struct own *own)
{
	const char *ended = own->response.ended;

	view_hide(layout->page, M_CHANGING);
	view_hide(layout->page, M_ENDED);
	if (ended) {
		view_text(view_section(layout->page, M_ENDED), M_ENDED,
			  word_text(layout->arena, layout->app->words,
				    layout->language,
				    strcmp(ended, "withdrawn") == 0
					    ? W_RESPONSE_WITHDRAWN_ON
					    : W_RESPONSE_REPLACED_ON,
				    word_date(layout->arena, layout->app->words,
					      layout->language,
					      own->response.ended_at)));
	} else if (own->session->draft.amends) {
		put_changes(layout, own);
	}
}

static void
put_answers(const struct layout *layout, const struct own *own)
{
	struct view *view;

	if (own->response.ended) {
		view_hide(layout->page, M_ANSWERS);
		return;
	}
	view = view_section(layout->page, M_ANSWERS);
	summary_put_about(layout, view, M_ABOUT, own->answers, false);
	summary_put_answers(layout, view, M_ANSWERS, own->answers, false);
}

/* --- what can still be done ---------------------------------------------- */

static void
put_change(const struct layout *layout, const struct own *own)
{
	const struct session *session = own->session;
	bool stands = !own->response.ended, open = stands && is_open(own);
	struct view *view;

	view_when(layout->page, M_CLOSED, stands && !open);
	view_hide(layout->page, M_CHANGE);
	if (open && !session->draft.amends) {
		view = view_section(layout->page, M_CHANGE);
		view_text(view, M_ACTION,
			  link_place(layout->request, PLACE_RESPONSE));
		view_text(view, M_STAMP,
			  session_stamp(session, purpose,
					session->draft.revision));
	}
}

static void
show(const struct own *own, int status, struct response *response)
{
	const struct session *session = own->session;
	const struct request *request = session->request;
	struct layout layout = layout_new(session->app, request, T_RESPONSE);
	struct error err;

	layout.consultation = session->consultation;
	layout.one_language = own->sent;
	layout.title = wording_of(layout_word(&layout, W_YOUR_RESPONSE));
	wording_put(layout.page, M_CONSULTATION,
		    wording_phrase(&session->consultation->title,
				   layout.language));
	put_state(&layout, own);
	put_facts(&layout, own);
	view_hide(layout.page, M_BECAME);
	if (own->published && !own->response.ended &&
	    !page_became(&layout, own->newest, session->hash, &err)) {
		page_failure(session->app, request, &err, response);
		return;
	}
	put_answers(&layout, own);
	put_change(&layout, own);
	page_mail_put(&layout, session, &own->mailing,
		      own->response.ended ? NULL : purpose, PLACE_RESPONSE);
	view_when(layout.page, M_RECEIPT, !own->response.ended);
	view_text(layout.page, M_CONSULTATION_URL,
		  link_place(request, PLACE_CONSULTATION));
	layout_render(&layout, status, response);
}

/* Read it; false when RESPONSE has been given. */
static bool
find(const struct session *session, struct own *own, struct response *response)
{
	struct error err;

	if (read_own(session, own, &err))
		return true;
	if (err.kind == ERROR_MISSING)
		visit_next(visit_resume(session), response);
	else
		page_failure(session->app, session->request, &err, response);
	return false;
}

void
page_response(struct app *app, const struct request *request,
	      struct response *response)
{
	struct session session;
	struct own own;

	if (visit_own(app, request, &session, response) &&
	    find(&session, &own, response))
		show(&own, 200, response);
}

static void
reopen(const struct session *session, const struct fields *fields,
       struct response *response)
{
	const struct refused refused = { session->app, session->request,
					 fields };
	enum own_result result;
	struct error err;
	struct db *db = app_db(session->app, &err);

	if (!db || !store_draft_reopen(db, session->hash, &result, &err)) {
		log_line(LOG_LEVEL_ERROR, "%s", err.text);
		refusal_down(&refused, response);
	} else {
		visit_next(link_place(session->request,
				      result == OWN_DONE || result == OWN_UNSENT
					      ? PLACE_CHECK
					      : PLACE_RESPONSE),
			   response);
	}
}

static void
mail_copy(struct own *own, const struct fields *fields,
	  struct response *response)
{
	const struct session *session = own->session;
	struct letter letter;

	if (page_mail_read(session, fields, &own->mailing)) {
		letter = letter_copy(session, &own->response, own->answers);
		if (!page_mail_send(session, fields, "copy", &letter, NULL,
				    &own->mailing, response))
			return;
	}
	own->sent = own->mailing.to;
	show(own, own->mailing.error ? 422 : 200, response);
}

void
page_response_send(struct app *app, const struct request *request,
		   struct response *response)
{
	struct session session;
	struct fields fields;
	const struct field *wish;
	struct own own;

	if (!visit_own_post(app, request, &fields, &session, response) ||
	    !find(&session, &own, response))
		return;
	wish = fields_get(&fields, "form-do");
	if (!visit_is_stamped(&session, &fields, purpose)) {
		page_mail_keep(&session, &fields, &own.mailing);
		own.mailing.unstamped = true;
		show(&own, 403, response);
	} else if (form_switches(&fields)) {
		page_mail_keep(&session, &fields, &own.mailing);
		show(&own, 200, response);
	} else if (wish && strcmp(wish->value, "mail") == 0 && app->origin &&
		   !own.response.ended) {
		mail_copy(&own, &fields, response);
	} else {
		reopen(&session, &fields, response);
	}
}
