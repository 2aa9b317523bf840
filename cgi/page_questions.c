#include "pages.h"

#include "app.h"
#include "arena.h"
#include "edition.h"
#include "error.h"
#include "http.h"
#include "layout.h"
#include "link.h"
#include "notice.h"

static void
put_phrase(const struct layout *layout, struct view *view, enum marker slot,
	   const struct phrase *phrase)
{
	wording_put(view, slot, wording_phrase(phrase, layout->language));
}

/* How to answer without the form, where that is possible. */
static void
put_how(const struct layout *layout, const struct consultation *consultation)
{
	if (consultation->respond_email || consultation->respond_post)
		notice_put_ways(view_section(layout->page, M_HOW), consultation,
				layout->arena);
	else
		view_hide(layout->page, M_HOW);
}

static void
put_types(const struct layout *layout, const struct consultation *consultation)
{
	struct view *types;

	if (consultation->respondent_type_count == 0) {
		view_hide(layout->page, M_TYPES);
		return;
	}
	types = view_section(layout->page, M_TYPES);
	for (size_t i = 0; i < consultation->respondent_type_count; i++) {
		const struct respondent_type *type =
			&consultation->respondent_types[i];
		struct view *view = view_section(types, M_TYPE);
		bool begins = i == 0 || !type->goes_on;

		view_when(view, M_COMMA, i > 0 && !begins);
		view_when(view, M_SEMICOLON, i > 0 && begins);
		if (begins && !phrase_is_empty(&type->group))
			put_phrase(layout, view_section(view, M_GROUP), M_GROUP,
				   &type->group);
		else
			view_hide(view, M_GROUP);
		put_phrase(layout, view, M_LABEL, &type->label);
	}
}

static void
put_options(const struct layout *layout, struct view *view,
	    const struct question *question)
{
	struct view *options;

	if (!question_is_closed(question)) {
		view_hide(view, M_OPTIONS);
		return;
	}
	options = view_section(view, M_OPTIONS);
	view_text(options, M_HOW_MANY,
		  layout_word(layout, question->type == QUESTION_RADIOS
					      ? W_CHOOSE_ONE
					      : W_CHOOSE_ANY));
	for (size_t i = 0; i < question->option_count; i++)
		put_phrase(layout, view_section(options, M_OPTION), M_LABEL,
			   &question->options[i].label);
}

static void
put_question(const struct layout *layout, const struct question *question,
	     size_t number)
{
	struct view *view = view_section(layout->page, M_QUESTION);

	view_number(view, M_NUMBER, number);
	put_phrase(layout, view, M_TITLE, &question->title);
	view_when(view, M_OPTIONAL, !question->required);
	if (phrase_is_empty(&question->hint))
		view_hide(view, M_HINT);
	else
		put_phrase(layout, view_section(view, M_HINT), M_HINT,
			   &question->hint);
	put_options(layout, view, question);
	if (question_is_text(question))
		view_text(view_section(view, M_LIMIT), M_LIMIT,
			  word_number(layout->arena, layout->app->words,
				      layout->language, W_CHARACTERS_LIMIT,
				      question->max));
	else
		view_hide(view, M_LIMIT);
}

void
page_questions(struct app *app, const struct request *request,
	       struct response *response)
{
	struct layout layout = layout_new(app, request, T_QUESTIONS);
	const struct consultation *consultation;
	struct error err;

	consultation = edition_newest(app, request, &err);
	if (!consultation) {
		page_failure(app, request, &err, response);
		return;
	}
	layout.consultation = consultation;
	layout.title = wording_of(layout_word(&layout, W_ALL_THE_QUESTIONS));
	put_phrase(&layout, layout.page, M_TITLE, &consultation->title);
	put_how(&layout, consultation);
	put_types(&layout, consultation);
	view_hide(layout.page, M_QUESTION);
	for (size_t i = 0; i < consultation->question_count; i++)
		put_question(&layout, &consultation->questions[i], i + 1);
	view_text(layout.page, M_URL, link_place(request, PLACE_CONSULTATION));
	layout_render(&layout, 200, response);
	response->cacheable = true;
}
