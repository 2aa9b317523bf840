#include "page_about.h"

#include "app.h"
#include "arena.h"
#include "consultation.h"
#include "control.h"
#include "form.h"
#include "http.h"
#include "link.h"

static const char legend[] = "govuk-fieldset__legend--m";
static const char label[] = "govuk-label--m";

static struct wording
word_wording(const struct form *form, enum word word)
{
	return wording_of(layout_word(form->layout, word));
}

/* A choice between the words that the answers are kept in. */
static struct choice
choice_of(const struct form *form, const char *name, const char *value,
	  enum word word)
{
	return (struct choice){
		.value = value,
		.label = word_wording(form, word),
		.checked = form_has(form, name, value),
	};
}

static struct control
text_of(const struct form *form, enum control_kind kind, const char *name,
	enum word word)
{
	return (struct control){
		.kind = kind,
		.name = name,
		.label = word_wording(form, word),
		.value = form_value(form, name),
		.error = form_error(form, name),
	};
}

static struct control
radios_of(const struct form *form, const char *name, enum word word,
	  const struct choice *choices, size_t count)
{
	return (struct control){
		.kind = CONTROL_RADIOS,
		.name = name,
		.label = word_wording(form, word),
		.label_class = legend,
		.error = form_error(form, name),
		.choices = choices,
		.choice_count = count,
	};
}

static void
put_capacity(const struct form *form)
{
	struct control organisation =
		text_of(form, CONTROL_INPUT, "organisation",
			W_ORGANISATION_NAME);
	struct control represents =
		text_of(form, CONTROL_TEXTAREA, "represents",
			W_REPRESENTS_QUESTION);
	struct choice choices[] = {
		choice_of(form, "capacity", capacity_word(CAPACITY_INDIVIDUAL),
			  W_CAPACITY_INDIVIDUAL),
		choice_of(form, "capacity",
			  capacity_word(CAPACITY_ORGANISATION),
			  W_CAPACITY_ORGANISATION),
	};
	struct control capacity =
		radios_of(form, "capacity", W_CAPACITY_QUESTION, choices, 2);

	organisation.autocomplete = "organization";
	represents.optional = true;
	represents.rows = 3;
	represents.hint = word_wording(form, W_REPRESENTS_HINT);
	choices[1].reveals = &organisation;
	choices[1].reveals_also = &represents;
	control_put(form->layout->page, M_CAPACITY, &capacity);
}

static void
put_type(const struct form *form)
{
	const struct consultation *consultation = form->consultation;
	size_t count = consultation->respondent_type_count;
	struct choice *choices =
		arena_array(form->layout->arena, count, sizeof(*choices));
	struct control type =
		radios_of(form, "type", W_TYPE_QUESTION, choices, count);

	if (count == 0) {
		view_hide(form->layout->page, M_TYPE);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		const struct respondent_type *item =
			&consultation->respondent_types[i];

		choices[i].value = item->id;
		choices[i].label =
			wording_phrase(&item->label, form->layout->language);
		choices[i].group =
			wording_phrase(&item->group, form->layout->language);
		choices[i].checked = form_has(form, "type", item->id);
	}
	type.optional = true;
	control_put(form->layout->page, M_TYPE, &type);
}

static void
put_name_and_email(const struct form *form)
{
	struct control name = text_of(form, CONTROL_INPUT, "name", W_YOUR_NAME);
	struct control email =
		text_of(form, CONTROL_INPUT, "email", W_YOUR_EMAIL);

	name.label_class = email.label_class = label;
	name.optional = email.optional = true;
	name.autocomplete = "name";
	name.spellcheck = email.spellcheck = "false";
	email.type = "email";
	email.autocomplete = "email";
	name.hint = word_wording(form, W_NAME_HINT);
	email.hint = word_wording(form, W_EMAIL_HINT);
	control_put(form->layout->page, M_NAME, &name);
	control_put(form->layout->page, M_EMAIL, &email);
}

static void
put_contact(const struct form *form)
{
	const struct choice choices[] = {
		choice_of(form, "contact", contact_word(CONTACT_YES),
			  W_CONTACT_YES),
		choice_of(form, "contact", contact_word(CONTACT_NO),
			  W_CONTACT_NO),
	};
	struct control contact =
		radios_of(form, "contact", W_CONTACT_QUESTION, choices, 2);

	control_put(form->layout->page, M_CONTACT, &contact);
}

/* What is in the field that no person sees, so that it is told once more. */
static void
put_trap(const struct form *form)
{
	const char *value = form_value(form, VALIDATE_TRAP);
	struct view *page = form->layout->page;

	view_text(page, M_TRAP, VALIDATE_TRAP);
	if (value)
		view_text(view_section(page, M_TRAPPED), M_VALUE, value);
	else
		view_hide(page, M_TRAPPED);
}

static void
put_confidential(const struct form *form)
{
	struct control reason =
		text_of(form, CONTROL_TEXTAREA, "confidential_reason",
			W_CONFIDENTIAL_REASON);
	struct choice choices[] = {
		choice_of(form, "confidential",
			  confidential_word(CONFIDENTIAL_NO), W_NO),
		choice_of(form, "confidential",
			  confidential_word(CONFIDENTIAL_YES), W_YES),
	};
	struct control confidential =
		radios_of(form, "confidential", W_CONFIDENTIAL_QUESTION,
			  choices, 2);

	reason.rows = 3;
	choices[1].reveals = &reason;
	control_put(form->layout->page, M_CONFIDENTIAL, &confidential);
}

static void
put_publish(const struct form *form)
{
	const struct choice choices[] = {
		choice_of(form, "publish", publish_word(PUBLISH_WITH_NAME),
			  W_PUBLISH_WITH_NAME),
		choice_of(form, "publish", publish_word(PUBLISH_WITHOUT_NAME),
			  W_PUBLISH_WITHOUT_NAME),
		choice_of(form, "publish", publish_word(PUBLISH_NOT_AT_ALL),
			  W_PUBLISH_NOT_AT_ALL),
	};
	struct control publish =
		radios_of(form, "publish", W_PUBLISH_QUESTION, choices, 3);

	control_put(form->layout->page, M_PUBLISH, &publish);
}

void
page_about(const struct form *form)
{
	const struct layout *layout = form->layout;

	wording_put(layout->page, M_CONSULTATION,
		    wording_phrase(&form->consultation->title,
				   layout->language));
	put_capacity(form);
	put_type(form);
	put_name_and_email(form);
	put_contact(form);
	put_trap(form);
	put_confidential(form);
	put_publish(form);
	view_text(layout->page, M_PRIVACY,
		  link_place(layout->request, PLACE_PRIVACY));
}
