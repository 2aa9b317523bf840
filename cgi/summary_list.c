#include "summary_list.h"

static void
put_action(struct view *view, const struct action *action, struct wording card)
{
	struct view *link = view_include(view, M_ACTION, T_SUMMARY_ACTION);
	struct view *hidden;

	view_optional(link, M_CLASS, M_CLASS, action->class);
	view_text(link, M_URL, action->url);
	view_text(link, M_ACTION, action->text);
	if (!action->hidden.text && !card.text) {
		view_hide(link, M_HIDDEN);
		return;
	}
	hidden = view_section(link, M_HIDDEN);
	wording_optional(hidden, M_OF, action->hidden);
	wording_optional(hidden, M_CARD, card);
}

/* Several of them as a list. */
static void
put_actions(struct view *view, const struct action *actions, size_t count,
	    struct wording card)
{
	struct view *list = view_section(view, M_LIST);

	for (size_t i = 0; i < count; i++)
		put_action(view_section(list, M_ITEM), &actions[i], card);
}

struct summary_list
summary_list(struct view *view, enum marker slot)
{
	struct summary_list list = {
		.view = view_include(view, slot, T_SUMMARY_LIST),
	};

	view_hide(list.view, M_ROW);
	return list;
}

static void
put_title_actions(struct view *view, const struct summary_card *card)
{
	struct view *actions;

	if (card->action_count == 0) {
		view_hide(view, M_ACTIONS);
		return;
	}
	actions = view_section(view, M_ACTIONS);
	view_hide(actions, M_ONE);
	view_hide(actions, M_LIST);
	if (card->action_count == 1)
		put_action(view_section(actions, M_ONE), card->actions,
			   card->title);
	else
		put_actions(actions, card->actions, card->action_count,
			    card->title);
}

struct summary_list
summary_card(struct view *view, enum marker slot,
	     const struct summary_card *card)
{
	enum marker heading = card->level == 3 ? M_H3 : M_H2;
	struct view *outer = view_include(view, slot, T_SUMMARY_CARD);
	struct summary_list list;

	view_hide(outer, M_H2);
	view_hide(outer, M_H3);
	wording_put(view_section(outer, heading), M_TITLE, card->title);
	put_title_actions(outer, card);
	list = summary_list(outer, M_CONTENT);
	list.card = card->title;
	return list;
}

struct view *
summary_row(const struct summary_list *list, const struct summary_row *row)
{
	struct view *view = view_section(list->view, M_ROW), *actions;

	view_when(view, M_NO_ACTIONS, list->acts && row->action_count == 0);
	view_optional(view, M_CLASS, M_CLASS, row->class);
	wording_put(view, M_KEY, row->key);
	if (row->action_count == 0) {
		view_hide(view, M_ACTIONS);
		return view;
	}
	actions = view_section(view, M_ACTIONS);
	view_hide(actions, M_ACTION);
	view_hide(actions, M_LIST);
	if (row->action_count == 1)
		put_action(actions, row->actions, list->card);
	else
		put_actions(actions, row->actions, row->action_count,
			    list->card);
	return view;
}
