#include "page_question.h"

#include "arena.h"
#include "form.h"
#include "http.h"
#include "link.h"
#include "question_control.h"
#include "slug.h"

static void
put_explains(const struct form *form, const struct question *question,
	     struct view *view)
{
	const struct question *closed = NULL;

	if (question->explains)
		closed = consultation_question(form->consultation,
					       question->explains);
	if (closed)
		wording_put(view_section(view, M_EXPLAINS), M_EXPLAINS,
			    wording_phrase(&closed->title,
					   form->layout->language));
	else
		view_hide(view, M_EXPLAINS);
}

/* What is asked, before the guidance, where there is any. */
static void
put_title(const struct form *form, const struct question *question,
	  struct view *view, bool is_heading)
{
	struct view *title = view_section(view, M_TITLE);
	struct view *heading =
		view_section(title, is_heading ? M_HEADING : M_PLAIN);

	view_hide(title, is_heading ? M_PLAIN : M_HEADING);
	wording_put(heading, M_TITLE,
		    wording_phrase(&question->title, form->layout->language));
	view_when(heading, M_OPTIONAL, !question->required);
}

static void
put_about(const struct form *form, const struct question *question,
	  struct view *view)
{
	struct arena *arena = form->layout->arena;
	enum language language = form->layout->language;
	const struct document *document = question->about[language];
	const char *paragraph = question->about_paragraph, *url;
	struct view *about;

	if (!document) {
		view_hide(view, M_ABOUT);
		return;
	}
	about = view_section(view, M_ABOUT);
	url = link_document(form->layout->request, document->file);
	if (paragraph)
		url = arena_format(arena, "%s#paragraph-%s", url,
				   slug_of(arena, paragraph));
	view_text(about, M_URL, url);
	wording_put(about, M_ABOUT, wording_phrase(&document->title, language));
	if (paragraph)
		view_text(view_section(about, M_PARAGRAPH), M_PARAGRAPH,
			  paragraph);
	else
		view_hide(about, M_PARAGRAPH);
}

static void
put_why(const struct form *form, const struct question *question,
	struct view *view)
{
	const struct layout *layout = form->layout;

	if (phrase_is_empty(&question->why))
		view_hide(view, M_WHY);
	else
		control_put_details(view, M_WHY,
				    layout_word(layout, W_WHY_WE_ASK),
				    wording_phrase(&question->why,
						   layout->language));
}

/* The class of the words of a control that are a heading, or stand among
 * others. */
static const char *
label_class(const struct control *control, bool is_heading)
{
	switch (control->kind) {
	case CONTROL_SELECT:
	case CONTROL_INPUT:
	case CONTROL_TEXTAREA:
		return is_heading ? "govuk-label--l" : "govuk-label--m";
	default:
		return is_heading ? "govuk-fieldset__legend--l"
				  : "govuk-fieldset__legend--m";
	}
}

void
page_question(const struct form *form, const struct question *question,
	      struct view *view, bool is_heading)
{
	const struct consultation *consultation = form->consultation;
	struct control control = question_control(form, question), other;

	view_text(view, M_CAPTION_CLASS,
		  is_heading ? "govuk-caption-l" : "govuk-caption-m");
	view_number(view, M_NUMBER,
		    (size_t)(question - consultation->questions) + 1);
	view_number(view, M_COUNT, consultation->question_count);
	put_explains(form, question, view);
	put_about(form, question, view);
	control.is_heading = is_heading;
	control.label_class = label_class(&control, is_heading);
	if (phrase_is_empty(&question->guidance)) {
		view_hide(view, M_TITLE);
		view_hide(view, M_GUIDANCE);
	} else {
		put_title(form, question, view, is_heading);
		layout_prose(form->layout, view, M_GUIDANCE,
			     &question->guidance, is_heading ? 2 : 3);
		control.is_heading = false;
		control.label_class = "govuk-visually-hidden";
	}
	control_put(view, M_CONTROL, &control);
	if (question_control_other(form, question, &other))
		control_put(view, M_MORE, &other);
	else
		view_hide(view, M_MORE);
	put_why(form, question, view);
}
