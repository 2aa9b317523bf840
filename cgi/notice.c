#include "notice.h"

#include "app.h"
#include "arena.h"
#include "consultation.h"
#include "moment.h"

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

static void
put_link(struct view *contact, enum marker marker, const char *scheme,
	 const char *text, struct arena *arena)
{
	struct view *section;

	if (!text) {
		view_hide(contact, marker);
		return;
	}
	section = view_section(contact, marker);
	view_text(section, marker, text);
	view_text(section, M_URL, arena_format(arena, "%s:%s", scheme, text));
}

void
notice_put_ways(struct view *view, const struct consultation *consultation,
		struct arena *arena)
{
	put_link(view, M_EMAIL, "mailto", consultation->respond_email, arena);
	view_hide(view, M_POST);
	if (consultation->respond_post)
		wording_put_lines(view_section(view, M_POST), M_ADDRESS,
				  consultation->respond_post);
}

static bool
is_given(const struct contact *contact)
{
	return contact->name || contact->email || contact->phone;
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

		if (!is_given(contact))
			continue;
		if (!enquiries)
			enquiries =
				view_include(layout->page, slot, T_ENQUIRIES);
		view = view_section(enquiries, M_CONTACT);
		view_text(view, M_HEADING,
			  layout_word(layout, contacts[i].heading));
		if (contact->name)
			view_text(view_section(view, M_NAME), M_NAME,
				  contact->name);
		else
			view_hide(view, M_NAME);
		put_link(view, M_EMAIL, "mailto", contact->email,
			 layout->arena);
		put_link(view, M_PHONE, "tel", contact->phone, layout->arena);
	}
}
