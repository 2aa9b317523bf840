#include "control.h"

#include "arena.h"
#include "control_part.h"
#include "str.h"

const char *
control_id(const struct control *control)
{
	return control->id ? control->id : control->name;
}

static void
add_id(struct str *ids, const char *id, const char *end)
{
	str_format(ids, "%s%s%s", ids->len ? " " : "", id, end);
}

const char *
control_description(struct arena *arena, const struct control *control)
{
	struct str ids = { .arena = arena };

	if (control->max)
		add_id(&ids, control_id(control), "-info");
	if (control->described_by)
		add_id(&ids, control->described_by, "");
	if (control->hint.text)
		add_id(&ids, control_id(control), "-hint");
	if (control->error)
		add_id(&ids, control_id(control), "-error");
	return ids.text;
}

void
control_described_by(struct view *view, const struct control *control)
{
	struct arena arena = { 0 };

	view_optional(view, M_DESCRIBED_BY, M_DESCRIBED_BY,
		      control_description(&arena, control));
	arena_free(&arena);
}

void
control_label(struct view *view, const struct control *control)
{
	view_when(view, M_HEADING, control->is_heading);
	view_when(view, M_PLAIN, !control->is_heading);
	view_when(view, M_OPTIONAL, control->optional);
	view_optional(view, M_LABEL_CLASS, M_LABEL_CLASS, control->label_class);
	wording_put(view, M_LABEL, control->label);
}

void
control_hint(struct view *view, enum marker slot, const struct control *control)
{
	struct view *hint = view_include(view, slot, T_HINT);

	view_text(hint, M_ID, control_id(control));
	wording_optional(hint, M_HINT, control->hint);
	view_optional(hint, M_ERROR, M_ERROR, control->error);
}

struct view *
control_named(struct view *view, enum marker slot, enum tpl tpl,
	      const struct control *control)
{
	struct view *named = view_include(view, slot, tpl);
	struct view *label = view_include(named, M_LABEL, T_LABEL);

	view_text(label, M_ID, control_id(control));
	control_label(label, control);
	control_hint(named, M_HINT, control);
	view_when(named, M_ERROR, control->error);
	view_text(named, M_ID, control_id(control));
	view_text(named, M_NAME, control->name);
	control_described_by(named, control);
	view_optional(named, M_CLASS, M_CLASS, control->class);
	return named;
}

/* What inputs and textareas have in common. */
static struct view *
put_text(struct view *view, enum marker slot, enum tpl tpl,
	 const struct control *control)
{
	struct view *text = control_named(view, slot, tpl, control);

	view_optional(text, M_AUTOCOMPLETE, M_AUTOCOMPLETE,
		      control->autocomplete);
	view_optional(text, M_SPELLCHECK, M_SPELLCHECK, control->spellcheck);
	return text;
}

static void
put_input(struct view *view, enum marker slot, const struct control *control)
{
	struct view *input = put_text(view, slot, T_INPUT, control);

	view_text(input, M_TYPE, control->type ? control->type : "text");
	view_optional(input, M_INPUTMODE, M_INPUTMODE, control->inputmode);
	view_optional(input, M_VALUE, M_VALUE, control->value);
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
		[CONTROL_RADIOS] = control_put_group,
		[CONTROL_CHECKBOXES] = control_put_group,
		[CONTROL_DATE] = control_put_group,
		[CONTROL_GROUP] = control_put_group,
		[CONTROL_SELECT] = control_put_select,
		[CONTROL_INPUT] = put_input,
		[CONTROL_TEXTAREA] = put_textarea,
	};

	puts[control->kind](view, slot, control);
}

void
control_put_details(struct view *view, enum marker slot, const char *title,
		    struct wording text)
{
	struct view *details = view_include(view, slot, T_DETAILS);

	view_text(details, M_TITLE, title);
	wording_put(details, M_TEXT, text);
}

static void
put_complaint(struct view *list, const struct complaint *complaint)
{
	const struct wording text = { complaint->text, complaint->lang };
	struct view *fault = view_section(list, M_FAULT), *link;

	if (complaint->link) {
		view_hide(fault, M_PLAIN);
		link = view_section(fault, M_LINK);
		view_text(link, M_URL, complaint->link);
		wording_put(link, M_TEXT, text);
	} else {
		view_hide(fault, M_LINK);
		wording_put(view_section(fault, M_PLAIN), M_TEXT, text);
	}
}

void
control_put_summary(struct view *view, enum marker slot,
		    const struct error_summary *summary)
{
	struct view *box = view_include(view, slot, T_ERROR_SUMMARY);
	struct view *list;

	view_when(box, M_WAITS, summary->waits);
	view_when(box, M_PLAIN, !summary->title);
	view_optional(box, M_TITLE, M_TITLE, summary->title);
	view_optional(box, M_DESCRIPTION, M_DESCRIPTION, summary->description);
	if (summary->count == 0) {
		view_hide(box, M_LIST);
		return;
	}
	list = view_section(box, M_LIST);
	for (size_t i = 0; i < summary->count; i++)
		put_complaint(list, &summary->complaints[i]);
}
