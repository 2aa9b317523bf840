#include "report/outcome_page.h"

#include "address.h"
#include "arena.h"
#include "frame.h"
#include "markdown.h"
#include "moment.h"
#include "report/figures.h"
#include "report/opening.h"
#include "report/outcome.h"
#include "report/outcome_question.h"
#include "report/publication.h"
#include "report/report.h"
#include "report/respondents.h"
#include "str.h"
#include "view.h"
#include "views.h"

/* One file for both languages. */
static const char receipts_file[] = "receipts.csv";

/* --- what the officer wrote --------------------------------------------- */

static const char *
date_text(const struct report *report, moment date)
{
	return word_date(report->arena, report->words, report->language, date);
}

/* "2014-01-03". */
static const char *
date_plain(const struct report *report, moment date)
{
	struct moment_parts parts;

	moment_parts(date, &parts);
	return arena_format(report->arena, "%04d-%02d-%02d", parts.year,
			    parts.month, parts.day);
}

static void
put_date(const struct report *report, struct view *view, moment date)
{
	view_text(view, M_DATE, date_text(report, date));
	view_text(view, M_DATETIME, date_plain(report, date));
}

static void
put_detail(const struct report *report, struct view *page)
{
	enum language used;
	const char *markdown =
		phrase_in(&report->outcome->detail, report->language, &used);
	struct view *view;

	if (!*markdown) {
		view_hide(page, M_DETAIL);
		return;
	}
	view = view_section(page, M_DETAIL);
	view_text(view, M_LANG, language_code(used));
	view_html(view, M_HTML, report_markdown(report, markdown, 3));
}

/* "Westmere Council; Kestrel House". */
static const char *
organisations_of(const struct report *report, const struct outcome_event *event)
{
	struct str list = { .arena = report->arena };

	str_text(&list, "");
	for (size_t i = 0; i < event->organisation_count; i++)
		str_format(&list, "%s%s", i ? "; " : "",
			   phrase_in(&event->organisations[i], report->language,
				     NULL));
	return list.text;
}

static void
add_event(const struct report *report, struct table *table,
	  const struct outcome_event *event)
{
	table_row(table, wording_of(date_text(report, event->date)),
		  date_plain(report, event->date));
	table_text(table, phrase_in(&event->place, report->language, NULL));
	if (event->over)
		table_text(table, report_number(report, W_OVER_NUMBER,
						event->attendees));
	else
		table_number(table, event->attendees);
	table_text(table, organisations_of(report, event));
}

static void
put_events(const struct report *report, struct view *page)
{
	const struct outcome *outcome = report->outcome;
	struct table table =
		report_table(report, report_word(report, W_TABLE_EVENTS),
			     "events");
	struct view *view;

	view_when(page, M_EVENTS_LINK, outcome->event_count > 0);
	if (!outcome->event_count) {
		view_hide(page, M_EVENTS);
		return;
	}
	table_heading(&table, report_heading(report, W_COLUMN_DATE), false);
	table_heading(&table, report_heading(report, W_COLUMN_PLACE), false);
	table_heading(&table, report_heading(report, W_COLUMN_PEOPLE), true);
	table_heading(&table, report_heading(report, W_COLUMN_ORGANISATIONS),
		      false);
	for (size_t i = 0; i < outcome->event_count; i++)
		add_event(report, &table, &outcome->events[i]);
	view = view_section(page, M_EVENTS);
	view_text(view, M_SENTENCE,
		  opening_events(report->arena, report->words, report->language,
				 outcome));
	report_put(report, &table, view, M_TABLE);
}

static void
put_reviewed(const struct report *report, struct view *page)
{
	const struct figures *figures = report->figures;
	struct view *view;

	if (!figures->codeframe) {
		view_hide(page, M_REVIEWED);
		return;
	}
	view = view_section(page, M_REVIEWED);
	view_text(view, M_REVIEWER,
		  word_text(report->arena, report->words, report->language,
			    W_OUTCOME_REVIEWED, figures->reviewed_by));
	put_date(report, view, figures->reviewed_on);
}

/* Anybody who responded can look for their own. */
static void
put_receipts(const struct report *report, struct view *page)
{
	const struct figures *figures = report->figures;
	struct str csv = { .arena = report->arena };

	if (!figures->receipt_count) {
		view_hide(page, M_RECEIPTS);
		return;
	}
	view_text(view_section(page, M_RECEIPTS), M_RECEIPTS, receipts_file);
	if (report->language != LANGUAGE_EN)
		return;
	str_text(&csv, "receipt\r\n");
	for (size_t i = 0; i < figures->receipt_count; i++)
		str_format(&csv, "%s\r\n", figures->receipts[i]);
	publication_add(report->publication, receipts_file, &csv);
}

/* --- the page ----------------------------------------------------------- */

static const char *
consultation_address(const struct report *report, enum place place)
{
	const struct address address = {
		.place = place,
		.language = report->language,
		.slug = report->consultation->slug,
	};

	return address_path(report->arena, &address);
}

static void
put_head(const struct report *report, struct view *page)
{
	const struct consultation *consultation = report->consultation;
	moment published_on = report->outcome->published_on;

	wording_put(page, M_TITLE,
		    wording_phrase(&consultation->title, report->language));
	wording_put_organisations(page, M_ORGANISATIONS, consultation,
				  report->language);
	if (published_on != MOMENT_NONE)
		put_date(report, view_section(page, M_PUBLISHED), published_on);
	else
		view_hide(page, M_PUBLISHED);
	view_when(page, M_CONCLUDED, !report->interim);
	view_when(page, M_INTERIM, report->interim);
	if (report->government)
		view_text(view_section(page, M_HISTORY), M_GOVERNMENT,
			  report->government);
	else
		view_hide(page, M_HISTORY);
}

static void
put_contents(const struct report *report, struct view *page)
{
	const struct consultation *consultation = report->consultation;

	view_hide(page, M_LINK);
	for (size_t i = 0; i < consultation->question_count; i++) {
		const struct question *question = &consultation->questions[i];
		struct view *link = view_section(page, M_LINK);

		view_text(link, M_ID, question->id);
		view_number(link, M_NUMBER, i + 1);
		wording_put(link, M_TITLE,
			    wording_phrase(&question->title, report->language));
	}
}

static void
put_original(const struct report *report, struct view *page)
{
	const struct consultation *consultation = report->consultation;

	wording_put(page, M_SUMMARY,
		    wording_phrase(&consultation->summary, report->language));
	wording_put_dates(page, report->arena, report->words, report->language,
			  consultation);
	view_text(page, M_URL,
		  consultation_address(report, PLACE_CONSULTATION));
}

static bool
put_page(const struct report *report, const char *opening, struct view *page,
	 struct error *err)
{
	put_head(report, page);
	view_text(page, M_OPENING, opening);
	put_detail(report, page);
	put_contents(report, page);
	respondents_put(report, page);
	view_hide(page, M_QUESTION);
	for (size_t i = 0; i < report->consultation->question_count; i++)
		if (!outcome_question(report, i, page, err))
			return false;
	put_reviewed(report, page);
	put_receipts(report, page);
	put_events(report, page);
	put_original(report, page);
	return true;
}

static struct frame
frame_of(const struct report *report, const char *opening)
{
	const struct consultation *consultation = report->consultation;
	struct wording title =
		wording_phrase(&consultation->title, report->language);
	struct frame frame = {
		.words = report->words,
		.language = report->language,
		.title = { .lang = title.lang },
		.description = opening,
		.back = consultation_address(report, PLACE_CONSULTATION),
		.privacy = consultation_address(report, PLACE_PRIVACY),
		.canonical = address_outcome(report->arena, consultation,
					     report->language),
	};

	frame.title.text =
		arena_format(report->arena, "%s: %s", title.text,
			     report_word(report, W_CONSULTATION_OUTCOME));
	for (enum language i = 0; consultation->bilingual && i < LANGUAGE_COUNT;
	     i++)
		frame.languages[i] =
			address_outcome(report->arena, consultation, i);
	return frame;
}

bool
outcome_page(const struct report *report, struct error *err)
{
	const char *opening =
		opening_text(report->arena, report->words, report->language,
			     report->figures, report->outcome);
	struct frame frame = frame_of(report, opening);
	struct view *view = view_new(report->arena);
	struct str html = { .arena = report->arena };

	frame_put(report->arena, view, &frame);
	if (!put_page(report, opening, view_include(view, M_MAIN, T_OUTCOME),
		      err) ||
	    !view_render(report->views, T_LAYOUT, report->language, view, &html,
			 err))
		return false;
	publication_add(report->publication,
			report->language == LANGUAGE_EN ? "index.html"
							: "index.cy.html",
			&html);
	return true;
}
