#include "notice.h"

#include <string.h>

#include "app.h"
#include "arena.h"
#include "consultation.h"
#include "moment.h"
#include "str.h"

void
notice_put_dates(const struct layout *layout, struct view *view,
		 const struct consultation *consultation)
{
	wording_put_dates(view, layout->arena, layout->app->words,
			  layout->language, consultation);
}

static const char *
opening_words(const struct layout *layout,
	      const struct consultation *consultation)
{
	struct moment_parts parts;
	bool at_midnight;

	moment_parts(consultation->opens, &parts);
	at_midnight = parts.hour == 0 && parts.minute == 0;
	return layout_word(layout, at_midnight ? W_OPENS_ON : W_OPENS_AT);
}

void
notice_put_opening(const struct layout *layout, struct view *view,
		   const struct consultation *consultation)
{
	view_text(view, M_OPENS_WORDS, opening_words(layout, consultation));
	notice_put_dates(layout, view, consultation);
}

const char *
notice_opening(const struct layout *layout,
	       const struct consultation *consultation)
{
	return arena_format(layout->arena, "%s %s",
			    opening_words(layout, consultation),
			    word_opening(layout->arena, layout->app->words,
					 layout->language,
					 consultation->opens));
}

/* The digits of a telephone number, which is written with blanks. */
static const char *
digits_of(struct arena *arena, const char *phone)
{
	struct str digits = { .arena = arena };

	str_text(&digits, "");
	for (; *phone; phone++)
		if (strchr("+0123456789", *phone))
			str_char(&digits, *phone);
	return digits.text;
}

static void
put_link(struct view *contact, enum marker marker, const char *text,
	 const char *url)
{
	struct view *section = view_section(contact, marker);

	view_text(section, marker, text);
	view_text(section, M_URL, url);
}

static void
put_email(struct view *contact, const char *email, struct arena *arena)
{
	if (email)
		put_link(contact, M_EMAIL, email,
			 arena_format(arena, "mailto:%s", email));
	else
		view_hide(contact, M_EMAIL);
}

static void
put_phone(struct view *contact, const char *phone, struct arena *arena)
{
	if (phone)
		put_link(contact, M_PHONE, phone,
			 arena_format(arena, "tel:%s",
				      digits_of(arena, phone)));
	else
		view_hide(contact, M_PHONE);
}

bool
notice_has_ways(const struct consultation *consultation)
{
	return consultation->respond_email ||
	       !phrase_is_empty(&consultation->respond_post);
}

void
notice_put_ways(const struct layout *layout, struct view *view,
		const struct consultation *consultation)
{
	struct wording post =
		wording_phrase(&consultation->respond_post, layout->language);

	put_email(view, consultation->respond_email, layout->arena);
	if (post.text)
		wording_put_lines(view_section(view, M_POST), M_ADDRESS, post);
	else
		view_hide(view, M_POST);
}

void
notice_put_enquiries(const struct layout *layout, enum marker slot,
		     const struct consultation *consultation)
{
	const struct {
		const struct contact *contact;
		enum word heading;
	} contacts[] = {
		{ &consultation->policy_enquiries, W_ENQUIRIES_POLICY },
		{ &consultation->process_enquiries, W_ENQUIRIES_PROCESS },
	};
	struct view *enquiries = NULL;

	view_hide(layout->page, slot);
	for (size_t i = 0; i < sizeof(contacts) / sizeof(contacts[0]); i++) {
		const struct contact *contact = contacts[i].contact;
		struct view *view;

		if (!contact_is_given(contact))
			continue;
		if (!enquiries)
			enquiries =
				view_include(layout->page, slot, T_ENQUIRIES);
		view = view_section(enquiries, M_CONTACT);
		view_text(view, M_HEADING,
			  layout_word(layout, contacts[i].heading));
		wording_optional(view, M_NAME,
				 wording_phrase(&contact->name,
						layout->language));
		put_email(view, contact->email, layout->arena);
		put_phone(view, contact->phone, layout->arena);
	}
}
