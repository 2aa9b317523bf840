#include "summary.h"

#include <string.h>

#include "app.h"
#include "arena.h"
#include "decimal.h"

static struct wording
label_of(const struct layout *layout, const struct option *option)
{
	return wording_phrase(&option->label, layout->language);
}

/* A line of a list: what was chosen, and what was said to it, if anything. */
static void
put_item(struct view *list, struct wording text, struct wording said)
{
	struct view *item = view_section(list, M_ITEM);

	wording_put(item, M_TEXT, text);
	if (said.text)
		wording_put(view_section(item, M_SAID), M_SAID, said);
	else
		view_hide(item, M_SAID);
}

static struct view *
put_list(struct view *view, enum marker slot, bool numbered)
{
	struct view *list = view_include(view, slot, T_PHRASES);

	view_hide(list, numbered ? M_BULLETS : M_NUMBERS);
	return view_section(list, numbered ? M_NUMBERS : M_BULLETS);
}

/* What was written beside the option that was chosen; none beside others. */
static struct wording
said_of(const struct option *option, const struct answer *answer)
{
	return wording_of(option->other ? answer->other : NULL);
}

static void
put_options(const struct layout *layout, struct view *view, enum marker slot,
	    const struct question *question, const struct answer *answer)
{
	struct view *list =
		put_list(view, slot, question->type == QUESTION_RANKING);

	for (size_t i = 0; i < answer->value_count; i++) {
		const struct option *option =
			question_option(question, answer->values[i]);

		put_item(list, label_of(layout, option),
			 said_of(option, answer));
	}
}

static void
put_option(const struct layout *layout, struct view *view, enum marker slot,
	   const struct question *question, const struct answer *answer)
{
	const struct option *option =
		question_option(question, answer->values[0]);
	struct wording said = said_of(option, answer);

	wording_put(view, slot, label_of(layout, option));
	if (said.text)
		wording_put(view, slot,
			    wording_of(arena_format(layout->arena, ": %s",
						    said.text)));
}

static void
put_rows(const struct layout *layout, struct view *view, enum marker slot,
	 const struct question *question, const struct answer *answer)
{
	struct view *list = put_list(view, slot, false);

	for (size_t i = 0; i < question->row_count; i++) {
		const char *value = answer->values[i];
		struct wording said =
			wording_of(layout_word(layout, W_NOT_ANSWERED));

		if (value)
			said = label_of(layout,
					question_option(question, value));
		put_item(list, label_of(layout, &question->rows[i]), said);
	}
}

static void
put_lines(const struct layout *layout, struct view *view, enum marker slot,
	  const struct question *question, const struct answer *answer)
{
	(void)layout;
	(void)question;
	wording_put_lines(view, slot, wording_of(answer->values[0]));
}

static void
put_number(const struct layout *layout, struct view *view, enum marker slot,
	   const struct question *question, const struct answer *answer)
{
	decimal number = 0;
	bool negative;

	(void)question;
	decimal_parse(answer->values[0], DECIMAL_PLACES, &number, &negative);
	wording_put(view, slot,
		    wording_of(decimal_shown(layout->arena, number)));
}

static void
put_date(const struct layout *layout, struct view *view, enum marker slot,
	 const struct question *question, const struct answer *answer)
{
	(void)question;
	wording_put(view, slot,
		    wording_of(word_day(layout->arena, layout->app->words,
					layout->language, answer->values[0])));
}

void
summary_put_answer(const struct layout *layout, struct view *view,
		   enum marker slot, const struct question *question,
		   const struct answer *answer)
{
	static void (*const puts[])(const struct layout *, struct view *,
				    enum marker, const struct question *,
				    const struct answer *) = {
		[QUESTION_RADIOS] = put_option,
		[QUESTION_CHECKBOXES] = put_options,
		[QUESTION_SELECT] = put_option,
		[QUESTION_TEXT] = put_lines,
		[QUESTION_LONG_TEXT] = put_lines,
		[QUESTION_EMAIL] = put_lines,
		[QUESTION_NUMBER] = put_number,
		[QUESTION_DATE] = put_date,
		[QUESTION_MATRIX] = put_rows,
		[QUESTION_RANKING] = put_options,
	};

	if (answer->value_count == 0)
		wording_put(view, slot,
			    wording_of(layout_word(layout, W_NOT_ANSWERED)));
	else
		puts[question->type](layout, view, slot, question, answer);
}
