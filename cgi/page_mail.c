#include "page_mail.h"

#include <string.h>

#include "app.h"
#include "control.h"
#include "email.h"
#include "error.h"
#include "http.h"
#include "link.h"
#include "log.h"
#include "refusal.h"
#include "session.h"

static const char field_name[] = "email";

static const char *
session_word(const struct session *session, enum word word)
{
	return word_in(session->app->words, session->request->address.language,
		       word);
}

void
page_mail_keep(const struct session *session, const struct fields *fields,
	       struct mailing *mailing)
{
	const struct field *field = fields_get(fields, field_name);

	mailing->typed = field ? validate_text(session->request->arena,
					       field->value, field->len)
			       : "";
}

bool
page_mail_read(const struct session *session, const struct fields *fields,
	       struct mailing *mailing)
{
	page_mail_keep(session, fields, mailing);
	if (email_is_shaped(mailing->typed) &&
	    strlen(mailing->typed) <= EMAIL_BYTES_MAX)
		return true;
	mailing->error = session_word(session, W_EMAIL_FORMAT);
	return false;
}

bool
page_mail_send(const struct session *session, const struct fields *fields,
	       const char *kind, const struct letter *letter,
	       const unsigned char *link_hash, struct mailing *mailing,
	       struct response *response)
{
	const struct refused refused = { session->app, session->request,
					 fields };
	const struct draft_mail mail = {
		.kind = kind,
		.link_hash = link_hash,
		.language = session->request->address.language,
		.address = mailing->typed,
		.subject = letter->subject,
		.body = letter->body,
	};
	enum mail_result result;
	struct error err;
	struct db *db = app_db(session->app, &err);

	if (!db || !store_draft_mail(db, session->hash, &mail, &result, &err)) {
		log_line(LOG_LEVEL_ERROR, "%s", err.text);
		refusal_down(&refused, response);
		return false;
	}
	if (result == MAIL_MISSING) {
		refusal_lost(&refused, response);
		return false;
	}
	if (result == MAIL_ENOUGH) {
		mailing->error = session_word(session, W_EMAIL_ENOUGH);
		return true;
	}
	mailing->to = mailing->typed;
	mailing->typed = NULL;
	return true;
}

static void
put_control(const struct layout *layout, struct view *view,
	    const struct mailing *mailing)
{
	const struct control control = {
		.kind = CONTROL_INPUT,
		.name = field_name,
		.label = wording_of(layout_word(layout, W_YOUR_EMAIL)),
		.hint = wording_of(layout_word(layout, W_EMAIL_LINK_HINT)),
		.error = mailing->error,
		.value = mailing->typed,
		.type = "email",
		.autocomplete = "email",
		.spellcheck = "false",
	};

	control_put(view, M_CONTROL, &control);
}

static void
put_problem(struct layout *layout, const struct mailing *mailing)
{
	const struct complaint complaint = { "#email", mailing->error, NULL };
	const struct error_summary refused = { .complaints = &complaint,
					       .count = 1 };
	const struct error_summary expired = {
		.description = layout_word(layout, W_PAGE_EXPIRED)
	};

	layout->faulty = mailing->error || mailing->unstamped;
	if (layout->faulty)
		control_put_summary(layout->page, M_ERROR_SUMMARY,
				    mailing->error ? &refused : &expired);
	else
		view_hide(layout->page, M_ERROR_SUMMARY);
}

void
page_mail_put(struct layout *layout, const struct session *session,
	      const struct mailing *mailing, const char *purpose,
	      enum place place)
{
	struct view *view;

	if (mailing->to)
		view_text(view_section(layout->page, M_SENT), M_SENT,
			  word_text(layout->arena, layout->app->words,
				    layout->language, W_EMAIL_QUEUED,
				    mailing->to));
	else
		view_hide(layout->page, M_SENT);
	put_problem(layout, mailing);
	if (!purpose || !layout->app->origin) {
		view_hide(layout->page, M_EMAIL);
		return;
	}
	layout->has_form = true;
	view = view_section(layout->page, M_EMAIL);
	put_control(layout, view, mailing);
	view_text(view, M_ACTION, link_place(layout->request, place));
	view_text(view, M_STAMP,
		  session_stamp(session, purpose, session->draft.revision));
}
