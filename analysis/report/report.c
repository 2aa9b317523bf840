#include "report/report.h"

#include "address.h"
#include "arena.h"
#include "markdown.h"
#include "report/publication.h"
#include "str.h"

const char *
report_word(const struct report *report, enum word word)
{
	return word_in(report->words, report->language, word);
}

const char *
report_number(const struct report *report, enum word word, size_t number)
{
	return word_number(report->arena, report->words, report->language, word,
			   number);
}

struct wording
report_heading(const struct report *report, enum word word)
{
	return wording_of(report_word(report, word));
}

const char *
report_count(const struct report *report, enum word one, enum word many,
	     size_t number)
{
	return number == 1 ? report_word(report, one)
			   : report_number(report, many, number);
}

struct table
report_table(const struct report *report, const char *caption, const char *stem)
{
	const char *suffix = report->language == LANGUAGE_EN ? "" : ".cy";

	return (struct table){
		.arena = report->arena,
		.caption = caption,
		.file = arena_format(report->arena, "%s%s.csv", stem, suffix),
	};
}

void
report_put(const struct report *report, const struct table *table,
	   struct view *view, enum marker slot)
{
	struct str csv = { .arena = report->arena };

	table_put(table, view, slot);
	table_csv(table, &csv);
	publication_add(report->publication, table->file, &csv);
}

struct html
report_markdown(const struct report *report, const char *markdown, int heading)
{
	return markdown_html(report->arena, markdown, heading,
			     address_documents(report->arena,
					       report->consultation->slug));
}
