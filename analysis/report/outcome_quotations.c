#include "report/outcome_quotations.h"

#include <string.h>

#include "arena.h"
#include "coding/codeframe.h"
#include "coding/telling.h"
#include "report/choices.h"
#include "report/figures.h"
#include "report/report.h"
#include "themes/quote.h"
#include "view.h"

enum { QUOTATIONS_MAX = 3 }; /* of each theme */

/* Who is quoted, as far as may be told. */
static struct wording
writer(const struct report *report, const struct quotation *quotation)
{
	static const enum word words[] = {
		[CAPACITY_NOT_STATED] = W_WHO_SOMEBODY,
		[CAPACITY_INDIVIDUAL] = W_WHO_INDIVIDUAL,
		[CAPACITY_ORGANISATION] = W_WHO_ORGANISATION,
	};
	const struct respondent_type *type =
		quotation->type
			? consultation_respondent_type(report->consultation,
						       quotation->type)
			: NULL;

	return type ? wording_phrase(&type->label, report->language)
		    : report_heading(report, words[quotation->capacity]);
}

/* Those of one theme, which stand together. */
static struct quotations
of_theme(const struct quotations *all, const char *theme)
{
	struct quotations found = { .items = all->items };
	const struct quotation *end = all->items + all->count;

	while (found.items < end && strcmp(found.items->theme, theme) != 0)
		found.items++;
	while (found.items + found.count < end &&
	       strcmp(found.items[found.count].theme, theme) == 0)
		found.count++;
	return found;
}

static struct quote_source *
sources_of(const struct report *report, const struct quotations *quotations)
{
	struct quote_source *sources =
		arena_array(report->arena, quotations->count, sizeof(*sources));

	for (size_t i = 0; i < quotations->count; i++)
		sources[i] = (struct quote_source){
			.text = quotations->items[i].text,
			.tongue = tongue_of(quotations->items[i].language),
			.attribution =
				writer(report, &quotations->items[i]).text,
		};
	return sources;
}

static void
put_quotation(const struct report *report, struct view *theme,
	      const struct quote *quote, const struct quotation *quotation)
{
	struct view *view = view_section(theme, M_QUOTATION);

	wording_put(view, M_WHO, writer(report, quotation));
	view_text(view, M_LANG, language_code(quotation->language));
	view_when(view, M_PART, !quote->whole);
	view_text(view, M_TEXT, quote->text);
}

/* Put the quotations of THEME into a part of their own of *SECTION, which is made
 * when the first theme needs it. */
static void
put_theme(const struct report *report, const struct codeframe_question *frame,
	  const struct codeframe_theme *theme, const struct quotations *all,
	  struct view *view, struct view **section)
{
	const struct quotations found = of_theme(all, theme->id);
	const struct quote_source *sources = sources_of(report, &found);
	struct quote quotes[QUOTATIONS_MAX];
	size_t word_count;
	const char *const *words =
		telling_words(report->arena, frame,
			      (size_t)(theme - frame->themes), &word_count);
	size_t picked = quote_pick(report->arena, sources, found.count, words,
				   word_count, QUOTATIONS_MAX, quotes);
	struct view *part;

	if (!picked)
		return;
	if (!*section)
		*section = view_section(view, M_QUOTATIONS);
	part = view_section(*section, M_THEME);
	wording_put(part, M_LABEL,
		    wording_phrase(&theme->label, report->language));
	for (size_t i = 0; i < picked; i++)
		put_quotation(report, part, &quotes[i],
			      &found.items[quotes[i].source - sources]);
}

void
outcome_quotations(const struct report *report, size_t index, struct view *view)
{
	const struct question *question =
		&report->consultation->questions[index];
	const struct choices themes = choices_themes(report, question);
	const struct codeframe *codeframe = report->figures->codeframe;
	struct view *section = NULL;

	for (size_t i = 0; i < themes.named; i++)
		put_theme(report, codeframe_question(codeframe, question->id),
			  themes.items[i].theme,
			  &report->figures->quotations[index], view, &section);
	if (!section)
		view_hide(view, M_QUOTATIONS);
}
