#include "report/choices.h"

#include <string.h>

#include "arena.h"
#include "coding/codeframe.h"
#include "report/chart.h"
#include "report/figures.h"
#include "report/report.h"
#include "str.h"

struct choices
choices_begin(const struct report *report, const struct question *question)
{
	const struct figures *figures = report->figures;
	size_t asked = figures_count(&figures->asked, question->id, NULL, NULL);
	bool routed = asked > 0 || question->condition_count > 0;

	return (struct choices){
		.answered = figures_count(&figures->answered, question->id,
					  NULL, NULL),
		.asked = routed ? asked : figures->responses,
		.routed = routed,
	};
}

/* Stable: equals stay in their order. */
static void
sort_by_count(struct choice *items, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct choice item = items[i];
		size_t place = i;

		for (; place && items[place - 1].count < item.count; place--)
			items[place] = items[place - 1];
		items[place] = item;
	}
}

struct choices
choices_options(const struct report *report, const struct question *question)
{
	const struct tallies *tallies = &report->figures->options;
	struct choices choices = choices_begin(report, question);

	choices.items = arena_array(report->arena,
				    question->option_count + tallies->count,
				    sizeof(struct choice));
	choices.decimals = TALLY_WHOLE;
	choices.several = question->type == QUESTION_CHECKBOXES;
	for (size_t i = 0; i < question->option_count; i++) {
		const struct option *option = &question->options[i];

		choices.items[choices.count++] = (struct choice){
			.id = option->value,
			.label = wording_phrase(&option->label,
						report->language),
			.count = figures_count(tallies, question->id, NULL,
					       option->value),
		};
	}
	for (size_t i = 0; i < tallies->count; i++) {
		const struct tally *tally = &tallies->items[i];

		if (strcmp(tally->question, question->id) == 0 &&
		    !question_option(question, tally->value))
			choices.items[choices.count++] = (struct choice){
				.id = tally->value,
				.label = wording_of(tally->value),
				.count = tally->count,
			};
	}
	choices.named = choices.count;
	return choices;
}

static void
sort_by_id(struct choice *items, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct choice item = items[i];
		size_t place = i;

		for (; place && strcmp(items[place - 1].id, item.id) > 0;
		     place--)
			items[place] = items[place - 1];
		items[place] = item;
	}
}

static struct choice
theme_choice(const struct report *report, const struct question *question,
	     const char *id, struct wording label)
{
	return (struct choice){
		.id = id,
		.label = label,
		.count = figures_count(&report->figures->themes, question->id,
				       id, NULL),
	};
}

/* "Parent: child", where both are in one language. */
static struct wording
label_of(const struct report *report, const struct codeframe_question *frame,
	 size_t index)
{
	const struct codeframe_theme *theme = &frame->themes[index];
	struct wording label = wording_phrase(&theme->label, report->language);
	size_t parent = codeframe_theme_index(frame, theme->under);
	struct wording above;

	if (parent == frame->theme_count)
		return label;
	above = label_of(report, frame, parent);
	if (!above.lang == !label.lang)
		label.text = arena_format(report->arena, "%s: %s", above.text,
					  label.text);
	return label;
}

/* Put what stands under PARENT (NULL: under none) behind it in its order, each
 * with its own. */
static void
put_under(const char *parent, const struct choice *sorted, size_t count,
	  struct choices *choices)
{
	for (size_t i = 0; i < count; i++) {
		const char *under = sorted[i].theme->under;

		if (!parent != !under || (parent && strcmp(parent, under) != 0))
			continue;
		choices->items[choices->count++] = sorted[i];
		put_under(sorted[i].id, sorted, count, choices);
	}
}

struct choices
choices_themes(const struct report *report, const struct question *question)
{
	const struct codeframe *codeframe = report->figures->codeframe;
	const struct codeframe_question *frame =
		codeframe ? codeframe_question(codeframe, question->id) : NULL;
	struct choices choices = choices_begin(report, question);
	struct choice other, *sorted;

	choices.decimals = TALLY_TENTHS;
	choices.several = true;
	if (!frame)
		return choices;
	choices.items = arena_array(report->arena, frame->theme_count + 1,
				    sizeof(struct choice));
	sorted =
		arena_array(report->arena, frame->theme_count, sizeof(*sorted));
	for (size_t i = 0; i < frame->theme_count; i++) {
		const struct codeframe_theme *theme = &frame->themes[i];

		sorted[i] = theme_choice(report, question, theme->id,
					 label_of(report, frame, i));
		sorted[i].theme = theme;
	}
	sort_by_id(sorted, frame->theme_count);
	sort_by_count(sorted, frame->theme_count);
	put_under(NULL, sorted, frame->theme_count, &choices);
	choices.named = choices.count;
	other = theme_choice(report, question, CODEFRAME_OTHER,
			     report_heading(report, W_THEME_OTHER));
	if (other.count)
		choices.items[choices.count++] = other;
	return choices;
}

static const char *
percent(const struct report *report, const struct choices *choices,
	const struct choice *choice)
{
	return arena_format(report->arena, "%s%%",
			    tally_text(report->arena, choice->count,
				       choices->answered, choices->decimals));
}

const char *
choices_top(const struct report *report, const struct choices *choices,
	    size_t *count)
{
	struct str top = { .arena = report->arena };
	size_t largest = 1;

	*count = 0;
	for (size_t i = 0; i < choices->named; i++)
		if (choices->items[i].count > largest)
			largest = choices->items[i].count;
	for (size_t i = 0; i < choices->named; i++)
		if (choices->items[i].count == largest)
			str_format(&top, "%s%s, %s", (*count)++ ? "; " : "",
				   choices->items[i].label.text,
				   percent(report, choices,
					   &choices->items[i]));
	return top.text;
}

bool
choices_chart(const struct report *report, const struct choices *choices,
	      struct html *html, struct error *err)
{
	struct choice *sorted =
		arena_grow(report->arena, choices->items, choices->count,
			   choices->count, sizeof(*sorted));
	struct chart_bar *bars =
		arena_array(report->arena, choices->count, sizeof(*bars));

	sort_by_count(sorted, choices->named);
	for (size_t i = 0; i < choices->count; i++)
		bars[i] = (struct chart_bar){
			.label = sorted[i].label.text,
			.count = sorted[i].count,
			.figure = arena_format(
				report->arena, "%s (%s)",
				word_digits(report->arena, sorted[i].count),
				percent(report, choices, &sorted[i])),
		};
	return chart_html(report->arena, report->views, report->language, bars,
			  choices->count, html, err);
}

bool
choices_miss_100(const struct report *report, const struct choices *choices)
{
	size_t *counts =
		arena_array(report->arena, choices->count + 1, sizeof(*counts));

	for (size_t i = 0; i < choices->count; i++)
		counts[i] = choices->items[i].count;
	counts[choices->count] = choices->asked - choices->answered;
	return tally_misses_100(counts, choices->count, choices->answered,
				choices->decimals) ||
	       tally_misses_100(counts, choices->count + 1, choices->asked,
				choices->decimals);
}
