#include "summary.h"

#include "app.h"
#include "arena.h"
#include "form.h"
#include "http.h"
#include "link.h"
#include "path.h"
#include "stated.h"

struct view *
summary_list(struct view *view, enum marker slot)
{
	struct view *list = view_include(view, slot, T_SUMMARY_LIST);

	view_hide(list, M_ROW);
	return list;
}

struct view *
summary_row(struct view *list, struct wording key, const struct action *action)
{
	struct view *row = view_section(list, M_ROW), *link;

	wording_put(row, M_KEY, key);
	if (!action) {
		view_hide(row, M_ACTION);
		return row;
	}
	link = view_section(row, M_ACTION);
	view_text(link, M_URL, action->url);
	view_text(link, M_ACTION, action->text);
	if (action->hidden.text)
		wording_put(view_section(link, M_HIDDEN), M_HIDDEN,
			    action->hidden);
	else
		view_hide(link, M_HIDDEN);
	return row;
}

static struct action
change_action(const struct layout *layout, const char *id, struct wording of)
{
	return (struct action){
		.url = link_step(layout->request, id, true),
		.text = layout_word(layout, W_CHANGE),
		.hidden = of,
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
put_row(const struct answer_list *list, struct view *rows,
	const struct question *question)
{
	const struct layout *layout = list->layout;
	const struct answers *answers = list->path.answers;
	struct wording title =
		wording_phrase(&question->title, layout->language);
	struct action change = {
		.url = question_url(layout, answers->consultation, question),
		.text = layout_word(layout, W_CHANGE),
		.hidden = title,
	};

	summary_put_answer(layout,
			   summary_row(rows, title,
				       list->links ? &change : NULL),
			   M_VALUE, question, answers_get(answers, question));
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

/* The questions from FROM up to END, under the title of their section. */
static void
put_section(const struct answer_list *list, const struct question *from,
	    const struct question *end)
{
	struct view *section = NULL, *rows = NULL;

	for (const struct question *at = from; at < end; at++) {
		if (!is_shown(list, at))
			continue;
		if (!section) {
			section = view_section(list->view, M_SECTION);
			rows = summary_list(section, M_LIST);
		}
		put_row(list, rows, at);
	}
	if (!section)
		return;
	if (phrase_is_empty(&from->section))
		view_hide(section, M_HEADING);
	else
		wording_put(view_section(section, M_HEADING), M_HEADING,
			    wording_phrase(&from->section,
					   list->layout->language));
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
	struct view *view;
	bool links;
};

static struct view *
about_row(const struct about_list *list, enum word word)
{
	struct wording key = wording_of(layout_word(list->layout, word));
	struct action change = change_action(list->layout, form_about, key);

	return summary_row(list->view, key, list->links ? &change : NULL);
}

static void
put_wording(const struct about_list *list, enum word word, struct wording value)
{
	if (!value.text)
		value = wording_of(layout_word(list->layout, W_NOT_GIVEN));
	wording_put(about_row(list, word), M_VALUE, value);
}

static void
put_word(const struct about_list *list, enum word word, enum word value)
{
	put_wording(list, word, wording_of(layout_word(list->layout, value)));
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
		wording_put_lines(about_row(&list, W_ROW_REPRESENTS), M_VALUE,
				  respondent->represents);
	if (answers->consultation->respondent_type_count > 0)
		put_wording(&list, W_ROW_TYPE,
			    type ? wording_phrase(&type->label,
						  layout->language)
				 : wording_of(NULL));
	put_wording(&list, W_ROW_NAME, wording_of(respondent->name));
	put_wording(&list, W_ROW_EMAIL, wording_of(respondent->email));
	put_word(&list, W_ROW_CONTACT, stated_contact(respondent->contact));
	put_word(&list, W_ROW_CONFIDENTIAL,
		 stated_confidential(respondent->confidential));
	if (respondent->confidential == CONFIDENTIAL_YES &&
	    respondent->confidential_reason)
		wording_put_lines(about_row(&list, W_ROW_REASON), M_VALUE,
				  respondent->confidential_reason);
	put_word(&list, W_ROW_PUBLISH, stated_publish(respondent->publish));
}
