#include "page_saved.h"

#include <string.h>

#include "app.h"
#include "arena.h"
#include "edition.h"
#include "error.h"
#include "form.h"
#include "http.h"
#include "link.h"
#include "log.h"
#include "page_mail.h"
#include "pages.h"
#include "visit.h"

static const char purpose[] = "saved";

struct saving {
	const struct session *session;
	const char *code; /* NULL: the page offers to make one */
	struct mailing mailing;
	bool sent; /* it says what only the answer to a POST does */
};

/* When the draft is deleted, unless it is sent. */
static moment
kept_until(const struct session *session)
{
	struct error err;
	const struct consultation *newest =
		edition_newest(session->app, session->request, &err);

	return (newest ? newest : session->consultation)->closes + DRAFT_KEPT_S;
}

static void
put_code(const struct layout *layout, const struct saving *saving)
{
	const struct session *session = saving->session;
	struct view *view;

	if (saving->code) {
		view_hide(layout->page, M_GET_CODE);
		view = view_section(layout->page, M_CODE);
		view_text(view, M_CODE, saving->code);
		view_text(view, M_RETURN,
			  link_place(layout->request, PLACE_RETURN));
		return;
	}
	view_hide(layout->page, M_CODE);
	view = view_section(layout->page, M_GET_CODE);
	view_text(view, M_ACTION, link_place(layout->request, PLACE_SAVED));
	view_text(view, M_STAMP,
		  session_stamp(session, purpose, session->draft.revision));
}

static void
show(const struct saving *saving, int status, struct response *response)
{
	const struct session *session = saving->session;
	const struct request *request = session->request;
	struct layout layout = layout_new(session->app, request, T_SAVED);

	layout.consultation = session->consultation;
	layout.one_language = saving->sent;
	layout.title = wording_of(layout_word(&layout, W_SAVED_HEADING));
	wording_put(layout.page, M_CONSULTATION,
		    wording_phrase(&session->consultation->title,
				   layout.language));
	view_text(layout.page, M_KEPT_UNTIL,
		  word_text(layout.arena, layout.app->words, layout.language,
			    W_KEPT_UNTIL,
			    word_date(layout.arena, layout.app->words,
				      layout.language, kept_until(session))));
	put_code(&layout, saving);
	page_mail_put(&layout, session, &saving->mailing, purpose, PLACE_SAVED);
	view_text(layout.page, M_CONTINUE, visit_resume(session));
	view_text(layout.page, M_DELETE, link_place(request, PLACE_DELETE));
	layout_render(&layout, status, response);
}

void
page_saved_show(const struct session *session, const char *seed,
		struct response *response)
{
	struct saving saving = { .session = session, .sent = true };
	char code[CODE_TEXT + 1];
	struct error err;

	if (session_code(session, seed, code, &err))
		saving.code = code;
	else
		log_line(LOG_LEVEL_ERROR, "%s", err.text);
	show(&saving, 200, response);
}

void
page_saved(struct app *app, const struct request *request,
	   struct response *response)
{
	struct session session;
	const struct saving saving = { .session = &session };

	if (visit_get(app, request, &session, response))
		show(&saving, 200, response);
}

/* The link is made of the stamp and the address: another press of the button sends
 * no second letter. */
static void
mail_link(const struct session *session, const struct fields *fields,
	  struct response *response)
{
	const struct request *request = session->request;
	const struct token_key *key = session->app->key;
	struct saving saving = { .session = session };
	char invite[HANDLE_TEXT + 1];
	unsigned char hash[HASH_BYTES];
	struct letter letter;

	if (page_mail_read(session, fields, &saving.mailing)) {
		const char *seed =
			arena_format(request->arena, "%s %s",
				     fields_get(fields, FORM_STAMP)->value,
				     saving.mailing.typed);

		invite_make(key, session->draft.slug, seed, invite);
		invite_hash(key, session->draft.slug, invite, hash);
		letter = letter_link(session,
				     link_invite(request, session->app->origin,
						 invite),
				     kept_until(session));
		if (!page_mail_send(session, fields, "link", &letter, hash,
				    &saving.mailing, response))
			return;
	}
	saving.sent = saving.mailing.to;
	show(&saving, saving.mailing.error ? 422 : 200, response);
}

void
page_saved_send(struct app *app, const struct request *request,
		struct response *response)
{
	struct session session;
	struct fields fields;
	struct saving saving = { .session = &session };
	const struct field *wish;

	if (!visit_post(app, request, &fields, &session, response))
		return;
	wish = fields_get(&fields, "form-do");
	if (session.draft.reference) {
		visit_next(visit_resume(&session), response);
	} else if (!visit_is_stamped(&session, &fields, purpose)) {
		page_mail_keep(&session, &fields, &saving.mailing);
		saving.mailing.unstamped = true;
		show(&saving, 403, response);
	} else if (form_switches(&fields)) {
		page_mail_keep(&session, &fields, &saving.mailing);
		show(&saving, 200, response);
	} else if (wish && strcmp(wish->value, "mail") == 0 && app->origin) {
		mail_link(&session, &fields, response);
	} else {
		page_saved_show(&session,
				fields_get(&fields, FORM_STAMP)->value,
				response);
	}
}
