#include "refusal.h"

#include <string.h>

#include "app.h"
#include "arena.h"
#include "form.h"
#include "http.h"
#include "later.h"
#include "layout.h"
#include "link.h"
#include "notice.h"
#include "path.h"
#include "session.h"
#include "summary.h"
#include "summary_list.h"

/* Not what was chosen on "About you", where the values are words of ours. */
static bool
is_typed(const struct field *field)
{
	static const char *const others[] = { FORM_STAMP,  FORM_SWITCH,
					      LATER_FIELD, VALIDATE_TRAP,
					      "capacity",  "type",
					      "contact",   "confidential",
					      "publish" };

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (strcmp(field->name, others[i]) == 0)
			return false;
	return true;
}

/* Whether NAME is that of PART of the date that FIRST is the day of. */
static bool
is_date_part(const char *first, const char *part, const char *name)
{
	size_t len = strcspn(first, ".");

	return strcmp(first + len, ".day") == 0 &&
	       strncmp(name, first, len) == 0 && strcmp(name + len, part) == 0;
}

/* How many fields from FIELD up to END are one text: the three of a date, which stand
 * together.  The names alone say so, for the questions may be out of reach. */
static size_t
typed_together(const struct field *field, const struct field *end)
{
	return end - field >= 3 &&
			       is_date_part(field->name, ".month",
					    field[1].name) &&
			       is_date_part(field->name, ".year", field[2].name)
		       ? 3
		       : 1;
}

/* What was typed into COUNT fields, as one text. */
static const char *
typed_text(struct arena *arena, const struct field *fields, size_t count)
{
	struct str text = { .arena = arena };

	str_text(&text, "");
	for (size_t i = 0; i < count; i++) {
		const char *part =
			validate_text(arena, fields[i].value, fields[i].len);

		if (*part && text.len > 0)
			str_char(&text, ' ');
		str_text(&text, part);
	}
	return text.text;
}

static void
put_typed(const struct layout *layout, const struct fields *fields)
{
	const struct field *end = fields ? fields->items + fields->count : NULL;
	struct view *typed = NULL;
	size_t count;

	view_hide(layout->page, M_TYPED);
	for (const struct field *at = fields ? fields->items : NULL; at < end;
	     at += count) {
		const char *text;

		count = typed_together(at, end);
		text = typed_text(layout->arena, at, count);
		if (!is_typed(at) || !*text)
			continue;
		if (!typed)
			typed = view_section(layout->page, M_TYPED);
		wording_put_lines(typed, M_TYPED, wording_of(text));
	}
}

static struct layout
begin(const struct refused *refused, enum word heading)
{
	struct layout layout =
		layout_new(refused->app, refused->request, T_AGAIN);

	layout.one_language = true;
	layout_heading(&layout, M_HEADING, heading);
	view_hide(layout.page, M_LINE);
	view_hide(layout.page, M_SAVED);
	view_hide(layout.page, M_TYPED);
	view_hide(layout.page, M_AGAIN);
	view_hide(layout.page, M_LINK);
	return layout;
}

static void
put_line(const struct layout *layout, const char *text)
{
	view_text(view_section(layout->page, M_LINE), M_TEXT, text);
}

static void
put_link(const struct layout *layout, enum word word, const char *url)
{
	struct view *link = view_section(layout->page, M_LINK);

	view_text(link, M_LINK, layout_word(layout, word));
	view_text(link, M_URL, url);
}

static struct view *
put_button(const struct layout *layout, enum word word, const char *action)
{
	struct view *again = view_section(layout->page, M_AGAIN);

	view_text(again, M_BUTTON, layout_word(layout, word));
	view_text(again, M_ACTION, action);
	view_hide(again, M_FIELD);
	return again;
}

/* A button that sends all fields again to where they came, with STAMP in the
 * place of theirs; whoever only went to the other language is there now. */
static void
put_again(const struct layout *layout, const struct refused *refused,
	  enum word word, const char *stamp)
{
	struct view *again =
		put_button(layout, word,
			   address_path(layout->arena,
					&refused->request->address));

	layout_field(again, FORM_STAMP, stamp);
	for (size_t i = 0; i < refused->fields->count; i++) {
		const struct field *field = &refused->fields->items[i];

		if (strcmp(field->name, FORM_STAMP) != 0 &&
		    strcmp(field->name, FORM_SWITCH) != 0)
			layout_field(again, field->name, field->value);
	}
}

void
refusal_forged(const struct refused *refused, const char *stamp,
	       struct response *response)
{
	struct layout layout = begin(refused, W_NOT_SAVED_YET);

	put_line(&layout, layout_word(&layout, W_NOT_SAVED_YET_TEXT));
	put_typed(&layout, refused->fields);
	put_again(&layout, refused, W_SAVE_MY_ANSWER, stamp);
	layout_render(&layout, 403, response);
}

void
refusal_lost(const struct refused *refused, struct response *response)
{
	struct layout layout = begin(refused, W_RESPONSE_LOST);

	put_line(&layout, layout_word(&layout, W_RESPONSE_LOST_TEXT));
	put_typed(&layout, refused->fields);
	put_button(&layout, W_START_AGAIN,
		   link_place(refused->request, PLACE_START));
	layout_render(&layout, 403, response);
}

void
refusal_down(const struct refused *refused, struct response *response)
{
	bool sending = refused->request->address.place == PLACE_CHECK;
	const struct field *stamp = fields_get(refused->fields, FORM_STAMP);
	struct layout layout = begin(refused, sending ? W_NOT_CONFIRMED_SENT
						      : W_NOT_CONFIRMED);

	put_line(&layout,
		 layout_word(&layout, sending ? W_NOT_CONFIRMED_SENT_TEXT
					      : W_NOT_CONFIRMED_TEXT));
	put_line(&layout, layout_word(&layout, W_PRESS_AGAIN));
	put_typed(&layout, refused->fields);
	put_again(&layout, refused, W_TRY_AGAIN, stamp ? stamp->value : "");
	layout_render(&layout, 503, response);
	response->retry_after = "10";
}

/* Two versions of a page: what is saved, and what was typed. */
struct versions {
	const struct question *page; /* NULL: "About you" */
	const struct answers *saved, *typed;
};

/* Those answers of a page that are not the same in both versions. */
static void
put_differing(const struct layout *layout, struct view *view, enum marker slot,
	      const struct versions *versions, const struct answers *answers)
{
	const struct question *end =
		path_page_end(answers->consultation, versions->page);
	const struct summary_list list = summary_list(view, slot);

	for (const struct question *at = versions->page; at < end; at++) {
		const struct summary_row row = {
			.key = wording_phrase(&at->title, layout->language),
		};

		if (form_differs(layout->arena, at, versions->saved,
				 versions->typed))
			summary_put_answer(layout, summary_row(&list, &row),
					   M_VALUE, at,
					   answers_get(answers, at));
	}
}

/* One version into a section and its slot. */
static void
put_version(const struct layout *layout, enum marker section,
	    const struct versions *versions, const struct answers *answers)
{
	struct view *view = view_section(layout->page, section);
	const struct question *page = versions->page;

	if (!page)
		summary_put_about(layout, view, section, answers, false);
	else if (path_page_end(answers->consultation, page) == page + 1)
		summary_put_answer(layout, view, section, page,
				   answers_get(answers, page));
	else
		put_differing(layout, view, section, versions, answers);
}

void
refusal_stale(const struct refused *refused, const struct session *session,
	      const struct question *page, const struct answers *typed,
	      struct response *response)
{
	const struct request *request = refused->request;
	const struct versions versions = { page, session->answers, typed };
	struct layout layout = begin(refused, W_CHANGED_ELSEWHERE);

	put_line(&layout, layout_word(&layout, W_CHANGED_ELSEWHERE_TEXT));
	put_version(&layout, M_SAVED, &versions, session->answers);
	put_version(&layout, M_TYPED, &versions, typed);
	put_again(&layout, refused, W_SAVE_WHAT_I_TYPED,
		  session_stamp(session, request->address.id,
				session->draft.revision));
	put_link(&layout, W_KEEP_WHAT_IS_SAVED,
		 address_path(layout.arena, &request->address));
	layout_render(&layout, 409, response);
}

void
refusal_sent(const struct refused *refused, const struct session *session,
	     struct response *response)
{
	struct layout layout = begin(refused, W_ALREADY_SENT);

	put_line(&layout,
		 word_text(layout.arena, layout.app->words, layout.language,
			   W_ALREADY_SENT_TEXT, session->draft.reference));
	put_line(&layout, layout_word(&layout, W_ALREADY_SENT_MORE));
	put_typed(&layout, refused->fields);
	put_link(&layout, W_SEE_CONFIRMATION, session_receipt(session));
	layout_render(&layout, 409, response);
}

/* All that a draft holds, so that its writer can take it along. */
static void
put_saved(const struct layout *layout, const struct answers *saved)
{
	struct view *view;

	if (!saved || (strcmp(answers_json(layout->arena, saved), "{}") == 0 &&
		       respondent_is_blank(&saved->respondent))) {
		view_hide(layout->page, M_SAVED);
		return;
	}
	view = view_section(layout->page, M_SAVED);
	summary_put_about(layout, view, M_ABOUT, saved, false);
	summary_put_answers(layout, view, M_ANSWERS, saved, false);
}

/* Where a response may go that comes too late here; CONSULTATION NULL: nowhere. */
static void
put_ways(const struct layout *layout, const struct consultation *consultation)
{
	if (consultation && notice_has_ways(consultation))
		notice_put_ways(layout, view_section(layout->page, M_WAYS),
				consultation);
	else
		view_hide(layout->page, M_WAYS);
}

void
refusal_closed(const struct refused *refused, const struct answers *saved,
	       const struct consultation *consultation,
	       struct response *response)
{
	const struct request *request = refused->request;
	struct layout layout = layout_new(refused->app, request, T_CLOSED);
	bool opens = request->now < consultation->opens;

	layout.consultation = consultation;
	layout.one_language = true;
	layout_heading(&layout, M_HEADING,
		       opens ? W_NOT_OPEN_YET : W_HAS_CLOSED);
	wording_put(layout.page, M_CONSULTATION,
		    wording_phrase(&consultation->title, layout.language));
	view_hide(layout.page, M_RAN);
	view_hide(layout.page, M_OPENS);
	notice_put_opening(&layout,
			   view_section(layout.page, opens ? M_OPENS : M_RAN),
			   consultation);
	put_typed(&layout, refused->fields);
	put_saved(&layout, saved);
	put_ways(&layout, opens ? NULL : consultation);
	notice_put_enquiries(&layout, M_ENQUIRIES, consultation);
	view_text(layout.page, M_URL, link_place(request, PLACE_CONSULTATION));
	layout_render(&layout, opens ? 404 : 410, response);
}
