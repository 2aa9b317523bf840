#include "summary.h"

#include "app.h"
#include "arena.h"
#include "form.h"
#include "http.h"
#include "link.h"
#include "path.h"
#include "stated.h"
#include "summary_list.h"

/* A link that looks the same when it was followed: it may be wanted again. */
static struct action
change_action(const struct layout *layout, enum word word, const char *url,
	      struct wording of)
{
	return (struct action){
		.url = url,
		.text = layout_word(layout, word),
		.hidden = of,
		.class = "govuk-link--no-visited-state",
	};
}

/* The page that asks a question, at the question. */
static const char *
question_url(const struct layout *layout,
	     const struct consultation *consultation,
	     const struct question *question)
{
	const struct question *page = path_page(consultation, question);
	const char *url = link_step(layout->request, page->id, true);

	return page == question ? url
				: arena_format(layout->arena, "%s#%s", url,
					       question->id);
}

struct answer_list {
	const struct layout *layout;
	struct view *view; /* of answers.tpl */
	struct path path;
	bool links;
};

static void
put_row(const struct answer_list *list, const struct summary_list *rows,
	const struct question *question)
{
	const struct layout *layout = list->layout;
	const struct answers *answers = list->path.answers;
	struct wording title =
		wording_phrase(&question->title, layout->language);
	const struct action change =
		change_action(layout, W_CHANGE,
			      question_url(layout, answers->consultation,
					   question),
			      title);
	const struct summary_row row = {
		.key = title,
		.actions = &change,
		.action_count = list->links,
	};

	summary_put_answer(layout, summary_row(rows, &row), M_VALUE, question,
			   answers_get(answers, question));
}

/* What is asked; where nothing can be changed any more, also what was answered
 * before the path led elsewhere. */
static bool
is_shown(const struct answer_list *list, const struct question *question)
{
	return path_asks(&list->path, question) ||
	       (!list->links && form_answers(list->layout->arena, question,
					     list->path.answers));
}

/* The page after that of FIRST, before END, that asks anything, or NULL. */
static const struct question *
page_after(const struct answer_list *list, const struct question *first,
	   const struct question *end)
{
	const struct consultation *consultation =
		list->path.answers->consultation;
	const struct question *at = path_page_end(consultation, first);

	while (at < end && !path_asks(&list->path, at))
		at++;
	return at < end ? path_page(consultation, at) : NULL;
}

/* A list for what is shown from FIRST up to END, in a card where they are a
 * section; one of several pages can be gone through again. */
static struct summary_list
begin_section(const struct answer_list *list, const struct question *first,
	      const struct question *end)
{
	const struct layout *layout = list->layout;
	const struct consultation *consultation =
		list->path.answers->consultation;
	const struct question *section = path_section(consultation, first);
	struct action all;
	struct summary_card card = { .level = 3, .actions = &all };
	struct view *view = view_section(list->view, M_SECTION);

	if (!section)
		return summary_list(view, M_LIST);
	all = change_action(layout, W_CHANGE_ALL,
			    link_step(layout->request,
				      path_page(consultation, first)->id,
				      false),
			    wording_of(NULL));
	card.title = wording_phrase(&section->section, layout->language);
	card.action_count = list->links && page_after(list, first, end);
	return summary_card(view, M_LIST, &card);
}

/* The questions from AT up to END. */
static void
put_section(const struct answer_list *list, const struct question *at,
	    const struct question *end)
{
	struct summary_list rows;

	while (at < end && !is_shown(list, at))
		at++;
	if (at == end)
		return;
	rows = begin_section(list, at, end);
	for (; at < end; at++)
		if (is_shown(list, at))
			put_row(list, &rows, at);
}

void
summary_put_answers(const struct layout *layout, struct view *view,
		    enum marker slot, const struct answers *answers, bool links)
{
	const struct consultation *consultation = answers->consultation;
	const struct question *at = consultation->questions;
	const struct question *end = at + consultation->question_count;
	const struct answer_list list = {
		.layout = layout,
		.view = view_include(view, slot, T_ANSWERS),
		.path = path_of(layout->arena, answers),
		.links = links,
	};

	view_hide(list.view, M_SECTION);
	while (at < end) {
		const struct question *section = at;

		at = path_section_end(consultation, section);
		put_section(&list, section, at);
	}
}

struct about_list {
	const struct layout *layout;
	struct summary_list rows;
	bool links;
};

/* JOINED: to what the next row says of it, without a line between. */
static struct view *
about_row(const struct about_list *list, enum word word, bool joined)
{
	const struct layout *layout = list->layout;
	struct wording key = wording_of(layout_word(layout, word));
	const struct action change =
		change_action(layout, W_CHANGE,
			      link_step(layout->request, form_about, true),
			      key);
	const struct summary_row row = {
		.key = key,
		.actions = &change,
		.action_count = list->links,
		.class = joined ? "govuk-summary-list__row--no-border" : NULL,
	};

	return summary_row(&list->rows, &row);
}

static void
put_wording(const struct about_list *list, enum word word, struct wording value)
{
	if (!value.text)
		value = wording_of(layout_word(list->layout, W_NOT_GIVEN));
	wording_put(about_row(list, word, false), M_VALUE, value);
}

static void
put_word(const struct about_list *list, enum word word, enum word value)
{
	put_wording(list, word, wording_of(layout_word(list->layout, value)));
}

static void
put_confidential(const struct about_list *list,
		 const struct respondent *respondent)
{
	enum word confidential = stated_confidential(respondent->confidential);
	const char *reason = respondent->confidential == CONFIDENTIAL_YES
				     ? respondent->confidential_reason
				     : NULL;

	wording_put(about_row(list, W_ROW_CONFIDENTIAL, reason), M_VALUE,
		    wording_of(layout_word(list->layout, confidential)));
	if (reason)
		wording_put_lines(about_row(list, W_ROW_REASON, false), M_VALUE,
				  wording_of(reason));
}

void
summary_put_about(const struct layout *layout, struct view *view,
		  enum marker slot, const struct answers *answers, bool links)
{
	const struct respondent *respondent = &answers->respondent;
	const struct respondent_type *type = NULL;
	struct about_list list = { layout, summary_list(view, slot), links };

	if (respondent->type)
		type = consultation_respondent_type(answers->consultation,
						    respondent->type);
	put_word(&list, W_ROW_CAPACITY, stated_capacity(respondent->capacity));
	if (respondent->capacity == CAPACITY_ORGANISATION)
		put_wording(&list, W_ROW_ORGANISATION,
			    wording_of(respondent->organisation));
	if (respondent->capacity == CAPACITY_ORGANISATION &&
	    respondent->represents)
		wording_put_lines(about_row(&list, W_ROW_REPRESENTS, false),
				  M_VALUE, wording_of(respondent->represents));
	if (answers->consultation->respondent_type_count > 0)
		put_wording(&list, W_ROW_TYPE,
			    type ? wording_phrase(&type->label,
						  layout->language)
				 : wording_of(NULL));
	put_wording(&list, W_ROW_NAME, wording_of(respondent->name));
	put_wording(&list, W_ROW_EMAIL, wording_of(respondent->email));
	put_word(&list, W_ROW_CONTACT, stated_contact(respondent->contact));
	put_confidential(&list, respondent);
	put_word(&list, W_ROW_PUBLISH, stated_publish(respondent->publish));
}
