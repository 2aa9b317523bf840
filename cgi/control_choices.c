#include "control_part.h"

#include <string.h>

#include "arena.h"

/* Its hint; where no fieldset says what describes the group, each of a group of
 * checkboxes says it. */
static void
put_described_by(struct view *item, const struct control *control,
		 const struct choice *choice, const char *id)
{
	struct arena arena = { 0 };
	const char *group = NULL, *hint = NULL;

	if (!control->label.text && control->kind == CONTROL_CHECKBOXES)
		group = control_description(&arena, control);
	if (choice->hint.text)
		hint = arena_format(&arena, "%s-item-hint", id);
	if (group && hint)
		hint = arena_format(&arena, "%s %s", group, hint);
	view_optional(item, M_DESCRIBED_BY, M_DESCRIBED_BY,
		      hint ? hint : group);
	arena_free(&arena);
}

static void
put_item(struct view *view, const struct control *control, size_t number)
{
	const struct choice *choice = &control->choices[number];
	struct view *item = view_section(view, M_ITEM);
	struct arena arena = { 0 };
	const char *id = choice->id ? choice->id : control_id(control);

	if (!choice->id && number > 0)
		id = arena_format(&arena, "%s-%zu", id, number + 1);
	view_text(item, M_CHOICE_ID, id);
	view_text(item, M_NAME, choice->name ? choice->name : control->name);
	view_text(item, M_VALUE, choice->value);
	put_described_by(item, control, choice, id);
	view_when(item, M_CHECKED, choice->checked);
	view_when(item, M_EXCLUSIVE, choice->exclusive);
	wording_put(item, M_LABEL, choice->label);
	wording_optional(item, M_CHOICE_HINT, choice->hint);
	view_hide(item, M_REVEALS);
	if (choice->reveals) {
		struct view *reveals = view_section(item, M_REVEALS);

		view_when(reveals, M_UNCHECKED, !choice->checked);
		control_put(reveals, M_REVEALED, choice->reveals);
		if (choice->reveals_also)
			control_put(reveals, M_REVEALED, choice->reveals_also);
	}
	arena_free(&arena);
}

/* The choices from FROM to before TO; HINT of the result is to be filled. */
static struct view *
put_run(struct view *view, enum marker slot, const struct control *control,
	size_t from, size_t to)
{
	struct view *items =
		view_include(view, slot,
			     control->kind == CONTROL_RADIOS ? T_RADIOS
							     : T_CHECKBOXES);

	view_when(items, M_MODULE, !control->still);
	view_hide(items, M_CHOICE);
	for (size_t i = from; i < to; i++) {
		struct view *choice = view_section(items, M_CHOICE);

		view_optional(choice, M_DIVIDER, M_DIVIDER,
			      control->choices[i].divider);
		if (control->choices[i].divider)
			view_hide(choice, M_ITEM);
		else
			put_item(choice, control, i);
	}
	return items;
}

static bool
is_same_group(const struct choice *a, const struct choice *b)
{
	if (!a->group.text || !b->group.text)
		return a->group.text == b->group.text;
	return strcmp(a->group.text, b->group.text) == 0;
}

/* Each group in a fieldset of its own; what has none stands bare. */
static void
put_groups(struct view *view, enum marker slot, const struct control *control)
{
	struct view *groups = view_include(view, slot, T_CHOICE_GROUPS);

	control_hint(groups, M_HINT, control);
	for (size_t from = 0, to; from < control->choice_count; from = to) {
		const struct choice *first = &control->choices[from];
		struct view *part = view_section(groups, M_PART);
		struct view *run;

		for (to = from + 1; to < control->choice_count &&
				    is_same_group(&control->choices[to], first);
		     to++)
			;
		view_hide(part, first->group.text ? M_BARE : M_GROUP);
		run = view_section(part, first->group.text ? M_GROUP : M_BARE);
		if (first->group.text)
			wording_put(run, M_TITLE, first->group);
		view_hide(put_run(run, M_CHOICES, control, from, to), M_HINT);
	}
}

static bool
has_groups(const struct control *control)
{
	for (size_t i = 0; i < control->choice_count; i++)
		if (control->choices[i].group.text)
			return true;
	return false;
}

static void
put_choices(struct view *view, enum marker slot, const struct control *control)
{
	if (has_groups(control))
		put_groups(view, slot, control);
	else
		control_hint(put_run(view, slot, control, 0,
				     control->choice_count),
			     M_HINT, control);
}

static void
put_date(struct view *view, enum marker slot, const struct control *control)
{
	struct view *date = view_include(view, slot, T_DATE);

	control_hint(date, M_HINT, control);
	view_text(date, M_ID, control_id(control));
	view_hide(date, M_PART);
	for (size_t i = 0; i < control->part_count; i++) {
		const struct control *part = &control->parts[i];
		struct view *item = view_section(date, M_PART);

		view_text(item, M_PART_ID, control_id(part));
		view_text(item, M_NAME, part->name);
		wording_put(item, M_LABEL, part->label);
		view_when(item, M_ERROR, part->error);
		view_optional(item, M_CLASS, M_CLASS, part->class);
		view_optional(item, M_VALUE, M_VALUE, part->value);
		view_optional(item, M_AUTOCOMPLETE, M_AUTOCOMPLETE,
			      part->autocomplete);
	}
}

static void
put_parts(struct view *view, enum marker slot, const struct control *control)
{
	struct view *group = view_include(view, slot, T_GROUP);

	control_hint(group, M_HINT, control);
	view_hide(group, M_PART);
	for (size_t i = 0; i < control->part_count; i++)
		control_put(group, M_PART, &control->parts[i]);
}

static void
put_content(struct view *view, const struct control *control)
{
	if (control->kind == CONTROL_DATE)
		put_date(view, M_CHOICES, control);
	else if (control->kind == CONTROL_GROUP)
		put_parts(view, M_CHOICES, control);
	else
		put_choices(view, M_CHOICES, control);
}

void
control_put_group(struct view *view, enum marker slot,
		  const struct control *control)
{
	struct view *group = view_include(view, slot, T_CHOICES);
	struct view *fieldset;

	view_when(group, M_ERROR, control->error);
	if (!control->label.text) {
		view_hide(group, M_FIELDSET);
		put_content(view_section(group, M_BARE), control);
		return;
	}
	view_hide(group, M_BARE);
	fieldset = view_section(group, M_FIELDSET);
	view_when(fieldset, M_ROLE, control->kind == CONTROL_DATE);
	control_described_by(fieldset, control);
	control_label(fieldset, control);
	put_content(fieldset, control);
}

void
control_put_select(struct view *view, enum marker slot,
		   const struct control *control)
{
	struct view *select = control_named(view, slot, T_SELECT, control);

	view_hide(select, M_CHOICE);
	for (size_t i = 0; i < control->choice_count; i++) {
		const struct choice *choice = &control->choices[i];
		struct view *option = view_section(select, M_CHOICE);

		view_optional(option, M_VALUE, M_VALUE, choice->value);
		view_when(option, M_CHECKED, choice->checked);
		view_optional(option, M_LANG, M_LANG, choice->label.lang);
		view_text(option, M_LABEL, choice->label.text);
	}
}
