#include "pages.h"

#include <string.h>

#include "app.h"
#include "control.h"
#include "edition.h"
#include "error.h"
#include "form.h"
#include "http.h"
#include "layout.h"
#include "link.h"
#include "page_notice.h"
#include "visit.h"

static const char field_name[] = "code";

static void
put_control(const struct layout *layout, const char *typed, const char *error)
{
	const struct complaint complaint = { "#code", error, NULL };
	const struct error_summary summary = { .complaints = &complaint,
					       .count = 1 };
	const struct control control = {
		.kind = CONTROL_INPUT,
		.name = field_name,
		.label = wording_of(layout_word(layout, W_CODE_LABEL)),
		.hint = wording_of(layout_word(layout, W_CODE_HINT)),
		.error = error,
		.value = typed,
		.class = "govuk-input--width-20",
		.autocomplete = "off",
		.spellcheck = "false",
	};

	control_put(layout->page, M_CONTROL, &control);
	if (error)
		control_put_summary(layout->page, M_ERROR_SUMMARY, &summary);
	else
		view_hide(layout->page, M_ERROR_SUMMARY);
}

/* The form; WORD_COUNT: nothing is wrong. */
static void
show(struct app *app, const struct request *request, const char *typed,
     enum word problem, struct response *response)
{
	struct layout layout = layout_new(app, request, T_RETURN);
	const struct consultation *consultation;
	struct error err;

	consultation = edition_newest(app, request, &err);
	if (!consultation) {
		page_failure(app, request, &err, response);
		return;
	}
	layout.consultation = consultation;
	layout.back = link_place(request, PLACE_CONSULTATION);
	layout.faulty = problem != WORD_COUNT;
	layout.has_form = true;
	layout_heading(&layout, M_HEADING, W_RETURN_TO_SAVED);
	wording_put(layout.page, M_CONSULTATION,
		    wording_phrase(&consultation->title, layout.language));
	put_control(&layout, typed,
		    layout.faulty ? layout_word(&layout, problem) : NULL);
	view_text(layout.page, M_ACTION, link_place(request, PLACE_RETURN));
	layout_render(&layout, layout.faulty ? 422 : 200, response);
}

void
page_return(struct app *app, const struct request *request,
	    struct response *response)
{
	show(app, request, NULL, WORD_COUNT, response);
}

/* As page_start does: the first address names the handle, so that a browser that
 * keeps no cookie can go on with it. */
static void
arrive(struct app *app, const struct request *request, const char *handle,
       struct response *response)
{
	struct request with = *request;
	struct session session;
	struct error err;

	with.address.handle = handle;
	if (!session_open(app, &with, &session, &err)) {
		page_failure(app, request, &err, response);
		return;
	}
	response->set_cookie =
		session_cookie(request->arena, request->address.slug, handle);
	visit_next(session.draft.amends && !session_is_open(&session)
			   ? link_place(&with, PLACE_RESPONSE)
			   : visit_resume(&session),
		   response);
}

/* --- another response in this browser ------------------------------------ */

static const char wish_name[] = "form-do", wish_leave[] = "leave";

static bool
leaves(const struct fields *fields)
{
	const struct field *wish = fields_get(fields, wish_name);

	return wish && strcmp(wish->value, wish_leave) == 0;
}

/* Which of the two responses to go on with; the button sends what was TYPED, or
 * NULL, once more. */
static void
choose(struct app *app, const struct request *request, const char *typed,
       struct response *response)
{
	const struct field fields[] = {
		{ wish_name, wish_leave, strlen(wish_leave) },
		{ field_name, typed, typed ? strlen(typed) : 0 },
	};
	struct notice notice = {
		.heading = W_HELD_HEADING,
		.text = W_HELD_TEXT,
		.button = W_HELD_BUTTON,
		.fields = { fields, typed ? 2 : 1 },
		.link = W_HELD_LINK,
		.last = true,
	};
	struct session session;
	struct error err;

	if (!session_open(app, request, &session, &err)) {
		page_failure(app, request, &err, response);
		return;
	}
	notice.consultation = session.consultation;
	notice.url = visit_resume(&session);
	page_notice(app, request, &notice, 200, response);
}

/* --- a code -------------------------------------------------------------- */

/* Whatever was typed is looked for, so that each answer takes as long. */
static void
find_code(struct app *app, const struct request *request, const char *typed,
	  bool leaves, struct response *response)
{
	char code[CODE_SYMBOLS + 1], handle[HANDLE_TEXT + 1];
	unsigned char hash[HASH_BYTES];
	enum return_result result;
	struct error err;

	code_hash(app->key, request->address.slug,
		  code_read(typed, code) ? code : typed, hash);
	if (!session_return(app, request, hash, leaves, handle, &result, &err))
		page_failure(app, request, &err, response);
	else if (result == RETURN_MISSING)
		show(app, request, typed, W_CODE_UNKNOWN, response);
	else if (result == RETURN_HELD)
		choose(app, request, typed, response);
	else
		arrive(app, request, handle, response);
}

/* It needs no stamp: whoever has the code may come from anywhere but another
 * site, which could slip its own draft under somebody's answers. */
void
page_return_send(struct app *app, const struct request *request,
		 struct response *response)
{
	const struct field *field;
	struct fields fields;
	const char *typed;

	if (!http_same_site(request)) {
		page_error(app, request, 403, response);
		return;
	}
	if (!visit_fields(app, request, &fields, response))
		return;
	field = fields_get(&fields, field_name);
	typed = field ? validate_text(request->arena, field->value, field->len)
		      : "";
	if (form_switches(&fields))
		show(app, request, typed, WORD_COUNT, response);
	else if (*typed)
		find_code(app, request, typed, leaves(&fields), response);
	else
		show(app, request, NULL, W_ENTER_CODE, response);
}

/* --- a mailed link ------------------------------------------------------- */

/* What reads people's letters for them follows links: a GET gives nothing. */
void
page_link(struct app *app, const struct request *request,
	  struct response *response)
{
	struct error err;
	const struct notice notice = {
		.consultation = edition_newest(app, request, &err),
		.heading = W_LINK_HEADING,
		.text = W_LINK_TEXT,
		.button = W_RETURN_BUTTON,
		.link = W_TO_THE_CONSULTATION,
		.url = link_place(request, PLACE_CONSULTATION),
	};

	if (notice.consultation)
		page_notice(app, request, &notice, 200, response);
	else
		page_failure(app, request, &err, response);
}

void
page_link_send(struct app *app, const struct request *request,
	       struct response *response)
{
	char handle[HANDLE_TEXT + 1];
	unsigned char hash[HASH_BYTES];
	enum return_result result;
	struct fields fields;
	struct error err;
	const struct notice gone = {
		.consultation = edition_newest(app, request, &err),
		.heading = W_LINK_GONE,
		.text = W_LINK_GONE_TEXT,
		.button = WORD_COUNT,
		.link = W_TO_THE_CONSULTATION,
		.url = link_place(request, PLACE_CONSULTATION),
		.last = true,
	};

	if (!http_same_site(request)) {
		page_error(app, request, 403, response);
		return;
	}
	if (!gone.consultation) {
		page_failure(app, request, &err, response);
		return;
	}
	if (!visit_fields(app, request, &fields, response))
		return;
	invite_hash(app->key, request->address.slug, request->address.token,
		    hash);
	if (!session_return(app, request, hash, leaves(&fields), handle,
			    &result, &err))
		page_failure(app, request, &err, response);
	else if (result == RETURN_MISSING)
		page_notice(app, request, &gone, 404, response);
	else if (result == RETURN_HELD)
		choose(app, request, NULL, response);
	else
		arrive(app, request, handle, response);
}
