#include "report/respondents.h"

#include <string.h>

#include "answers.h"
#include "arena.h"
#include "report/figures.h"
#include "report/report.h"
#include "view.h"

/* Rows of a table whose counts are parts of all responses. */
struct shares {
	const struct report *report;
	struct table table;
	size_t *counts;
	size_t count;
};

static struct shares
shares_start(const struct report *report, enum word caption, const char *stem,
	     enum word column, size_t rows_max)
{
	struct shares shares = {
		.report = report,
		.table = report_table(report, report_word(report, caption),
				      stem),
		.counts = arena_array(report->arena, rows_max, sizeof(size_t)),
	};

	table_heading(&shares.table, report_heading(report, column), false);
	table_heading(&shares.table, report_heading(report, W_COLUMN_RESPONSES),
		      true);
	table_heading(&shares.table, report_heading(report, W_COLUMN_OF_ALL),
		      true);
	return shares;
}

static void
shares_row(struct shares *shares, struct wording name, size_t count)
{
	table_row(&shares->table, name, NULL);
	table_number(&shares->table, count);
	table_share(&shares->table, count, shares->report->figures->responses,
		    TALLY_WHOLE);
}

static void
shares_part(struct shares *shares, struct wording name, size_t count)
{
	shares->counts[shares->count++] = count;
	shares_row(shares, name, count);
}

static void
shares_put(struct shares *shares, struct view *view, enum marker slot)
{
	const struct report *report = shares->report;
	size_t responses = report->figures->responses;

	shares_row(shares, report_heading(report, W_ROW_TOTAL), responses);
	if (tally_misses_100(shares->counts, shares->count, responses,
			     TALLY_WHOLE))
		table_note(&shares->table,
			   report_word(report, W_NOTE_ROUNDING));
	report_put(report, &shares->table, view, slot);
}

static struct wording
channel_name(const struct report *report, const char *channel)
{
	static const struct {
		const char *channel;
		enum word word;
	} names[] = {
		{ "online", W_CHANNEL_ONLINE },
		{ "email", W_CHANNEL_EMAIL },
		{ "post", W_CHANNEL_POST },
		{ "event", W_CHANNEL_EVENT },
		{ "other", W_CHANNEL_OTHER },
		{ "not-stated", W_ROW_NOT_STATED },
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i].channel, channel) == 0)
			return report_heading(report, names[i].word);
	return wording_of(channel);
}

static void
note_ended(const struct report *report, struct table *table, size_t count,
	   enum word one, enum word many)
{
	if (count)
		table_note(table, report_count(report, one, many, count));
}

static void
put_channels(const struct report *report, struct view *page)
{
	const struct figures *figures = report->figures;
	struct shares shares =
		shares_start(report, W_TABLE_CHANNELS, "channels",
			     W_COLUMN_CHANNEL, figures->channel_count);

	for (size_t i = 0; i < figures->channel_count; i++)
		shares_part(&shares,
			    channel_name(report, figures->channels[i].channel),
			    figures->channels[i].count);
	if (figures->late)
		table_note(&shares.table,
			   report_count(report, W_NOTE_LATE_ONE,
					W_NOTE_LATE_MANY, figures->late));
	note_ended(report, &shares.table, figures->ended.amended,
		   W_NOTE_AMENDED_ONE, W_NOTE_AMENDED_MANY);
	note_ended(report, &shares.table, figures->ended.withdrawn,
		   W_NOTE_WITHDRAWN_ONE, W_NOTE_WITHDRAWN_MANY);
	shares_put(&shares, page, M_CHANNELS);
}

static void
put_capacities(const struct report *report, struct view *page)
{
	static const struct {
		enum capacity capacity;
		enum word word;
	} rows[] = {
		{ CAPACITY_INDIVIDUAL, W_CAPACITY_INDIVIDUALS },
		{ CAPACITY_ORGANISATION, W_CAPACITY_ORGANISATIONS },
	};
	const struct tallies *tallies = &report->figures->capacities;
	struct shares shares = shares_start(report, W_TABLE_CAPACITIES,
					    "capacities", W_COLUMN_CAPACITY, 3);

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		shares_part(&shares, report_heading(report, rows[i].word),
			    figures_count(tallies, NULL, NULL,
					  capacity_word(rows[i].capacity)));
	shares_part(&shares, report_heading(report, W_ROW_NOT_STATED),
		    figures_count(tallies, NULL, NULL, NULL));
	shares_put(&shares, page, M_CAPACITIES);
}

/* Its group goes before it where both are in one language. */
static struct wording
type_name(const struct report *report, const struct respondent_type *type)
{
	struct wording group = wording_phrase(&type->group, report->language);
	struct wording name = wording_phrase(&type->label, report->language);

	if (group.text && group.lang == name.lang)
		name.text = arena_format(report->arena, "%s: %s", group.text,
					 name.text);
	return name;
}

/* Types in the order of the form, then those of earlier versions. */
static void
put_types(const struct report *report, struct view *page)
{
	const struct consultation *consultation = report->consultation;
	const struct tallies *tallies = &report->figures->types;
	size_t known = consultation->respondent_type_count;
	struct shares shares =
		shares_start(report, W_TABLE_TYPES, "types", W_COLUMN_TYPE,
			     known + tallies->count + 1);

	if (!known) {
		view_hide(page, M_TYPES);
		return;
	}
	for (size_t i = 0; i < known; i++)
		shares_part(
			&shares,
			type_name(report, &consultation->respondent_types[i]),
			figures_count(tallies, NULL, NULL,
				      consultation->respondent_types[i].id));
	for (size_t i = 0; i < tallies->count; i++)
		if (tallies->items[i].value &&
		    !consultation_respondent_type(consultation,
						  tallies->items[i].value))
			shares_part(&shares,
				    wording_of(tallies->items[i].value),
				    tallies->items[i].count);
	shares_part(&shares, report_heading(report, W_ROW_NOT_STATED),
		    figures_count(tallies, NULL, NULL, NULL));
	shares_put(&shares, page, M_TYPES);
}

void
respondents_put(const struct report *report, struct view *page)
{
	put_channels(report, page);
	put_capacities(report, page);
	put_types(report, page);
}
