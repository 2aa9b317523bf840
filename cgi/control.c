#include "control.h"

#include <string.h>

#include "arena.h"
#include "str.h"

static const char *
id_of(const struct control *control)
{
	return control->id ? control->id : control->name;
}

/* A section that holds one text, both named MARKER. */
static void
put_optional(struct view *view, enum marker marker, const char *text)
{
	if (text)
		view_text(view_section(view, marker), marker, text);
	else
		view_hide(view, marker);
}

/* A section that holds one slot, both named MARKER. */
static void
put_wording(struct view *view, enum marker marker, struct wording wording)
{
	if (wording.text)
		wording_put(view_section(view, marker), marker, wording);
	else
		view_hide(view, marker);
}

static void
add_id(struct str *ids, const char *id, const char *end)
{
	str_format(ids, "%s%s%s", ids->len ? " " : "", id, end);
}

/* The ids of all that describes the control, in GOV.UK's order. */
static void
put_described_by(struct view *view, const struct control *control)
{
	struct arena arena = { 0 };
	struct str ids = { .arena = &arena };

	if (control->max)
		add_id(&ids, id_of(control), "-info");
	if (control->described_by)
		add_id(&ids, control->described_by, "");
	if (control->hint.text)
		add_id(&ids, id_of(control), "-hint");
	if (control->error)
		add_id(&ids, id_of(control), "-error");
	put_optional(view, M_DESCRIBED_BY, ids.text);
	arena_free(&arena);
}

static void
put_label(struct view *view, const struct control *control)
{
	view_when(view, M_HEADING, control->is_heading);
	view_when(view, M_PLAIN, !control->is_heading);
	view_when(view, M_OPTIONAL, control->optional);
	put_optional(view, M_LABEL_CLASS, control->label_class);
	wording_put(view, M_LABEL, control->label);
}

static void
put_hint_and_error(struct view *view, enum marker slot,
		   const struct control *control)
{
	struct view *hint = view_include(view, slot, T_HINT);

	view_text(hint, M_ID, id_of(control));
	put_wording(hint, M_HINT, control->hint);
	put_optional(hint, M_ERROR, control->error);
}

static void
put_choice(struct view *view, const struct control *control, size_t number)
{
	const struct choice *choice = &control->choices[number];
	struct view *item = view_section(view, M_CHOICE);
	struct arena arena = { 0 };
	const char *id = choice->id ? choice->id : id_of(control);

	if (!choice->id && number > 0)
		id = arena_format(&arena, "%s-%zu", id, number + 1);
	view_text(item, M_CHOICE_ID, id);
	view_text(item, M_VALUE, choice->value);
	view_when(item, M_CHECKED, choice->checked);
	wording_put(item, M_LABEL, choice->label);
	put_wording(item, M_CHOICE_HINT, choice->hint);
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
put_run(struct view *view, const struct control *control, size_t from,
	size_t to)
{
	struct view *items =
		view_include(view, M_CHOICES,
			     control->kind == CONTROL_RADIOS ? T_RADIOS
							     : T_CHECKBOXES);

	view_text(items, M_NAME, control->name);
	view_hide(items, M_CHOICE);
	for (size_t i = from; i < to; i++)
		put_choice(items, control, i);
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
put_groups(struct view *view, const struct control *control)
{
	struct view *groups = view_include(view, M_CHOICES, T_CHOICE_GROUPS);

	put_hint_and_error(groups, M_HINT, control);
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
		view_hide(put_run(run, control, from, to), M_HINT);
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
put_items(struct view *view, const struct control *control)
{
	if (has_groups(control))
		put_groups(view, control);
	else
		put_hint_and_error(put_run(view, control, 0,
					   control->choice_count),
				   M_HINT, control);
}

static void
put_choices(struct view *view, enum marker slot, const struct control *control)
{
	struct view *group = view_include(view, slot, T_CHOICES);
	struct view *fieldset;

	view_when(group, M_ERROR, control->error);
	if (!control->label.text) {
		view_hide(group, M_FIELDSET);
		put_items(view_section(group, M_BARE), control);
		return;
	}
	view_hide(group, M_BARE);
	fieldset = view_section(group, M_FIELDSET);
	put_described_by(fieldset, control);
	put_label(fieldset, control);
	put_items(fieldset, control);
}

/* What inputs and textareas have in common. */
static struct view *
put_text(struct view *view, enum marker slot, enum tpl tpl,
	 const struct control *control)
{
	struct view *text = view_include(view, slot, tpl);
	struct view *label = view_include(text, M_LABEL, T_LABEL);

	view_text(label, M_ID, id_of(control));
	put_label(label, control);
	put_hint_and_error(text, M_HINT, control);
	view_when(text, M_ERROR, control->error);
	view_text(text, M_ID, id_of(control));
	view_text(text, M_NAME, control->name);
	put_described_by(text, control);
	put_optional(text, M_CLASS, control->class);
	put_optional(text, M_AUTOCOMPLETE, control->autocomplete);
	put_optional(text, M_SPELLCHECK, control->spellcheck);
	return text;
}

static void
put_input(struct view *view, enum marker slot, const struct control *control)
{
	struct view *input = put_text(view, slot, T_INPUT, control);

	view_text(input, M_TYPE, control->type ? control->type : "text");
	put_optional(input, M_VALUE, control->value);
}

static void
put_textarea(struct view *view, enum marker slot, const struct control *control)
{
	struct view *area = put_text(view, slot, T_TEXTAREA, control);
	struct view *count;

	view_number(area, M_ROWS, control->rows ? control->rows : 5);
	view_text(area, M_VALUE, control->value ? control->value : "");
	if (!control->max) {
		view_hide(area, M_COUNT);
		return;
	}
	count = view_section(area, M_COUNT);
	view_number(count, M_MAX, control->max);
	view_text(count, M_COUNT, control->max_message);
	view_when(count, M_COUNT_WORDS, control->count_in_welsh);
}

void
control_put(struct view *view, enum marker slot, const struct control *control)
{
	static void (*const puts[])(struct view *, enum marker,
				    const struct control *) = {
		[CONTROL_RADIOS] = put_choices,
		[CONTROL_CHECKBOXES] = put_choices,
		[CONTROL_INPUT] = put_input,
		[CONTROL_TEXTAREA] = put_textarea,
	};

	puts[control->kind](view, slot, control);
}

static void
put_complaint(struct view *list, const struct complaint *complaint)
{
	struct view *fault = view_section(list, M_FAULT);

	view_text(fault, M_TEXT, complaint->text);
	view_when(fault, M_PLAIN, !complaint->link);
	if (complaint->link)
		view_text(view_section(fault, M_LINK), M_URL, complaint->link);
	else
		view_hide(fault, M_LINK);
}

void
control_put_summary(struct view *view, enum marker slot,
		    const char *description, const struct complaint *complaints,
		    size_t count)
{
	struct view *summary = view_include(view, slot, T_ERROR_SUMMARY);
	struct view *list;

	put_optional(summary, M_DESCRIPTION, description);
	if (count == 0) {
		view_hide(summary, M_LIST);
		return;
	}
	list = view_section(summary, M_LIST);
	for (size_t i = 0; i < count; i++)
		put_complaint(list, &complaints[i]);
}
