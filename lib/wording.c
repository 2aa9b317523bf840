#include "wording.h"

#include <string.h>

#include "arena.h"
#include "moment.h"
#include "words.h"

struct wording
wording_of(const char *text)
{
	return (struct wording){ .text = text };
}

struct wording
wording_phrase(const struct phrase *phrase, enum language language)
{
	enum language used = language;
	struct wording wording = { 0 };

	if (phrase_is_empty(phrase))
		return wording;
	wording.text = phrase_in(phrase, language, &used);
	if (used != language)
		wording.lang = language_code(used);
	return wording;
}

void
wording_put(struct view *view, enum marker slot, struct wording wording)
{
	struct view *phrase = view_include(view, slot, T_PHRASE);

	view_text(phrase, M_TEXT, wording.text ? wording.text : "");
	view_when(phrase, M_PLAIN, !wording.lang);
	if (wording.lang)
		view_text(view_section(phrase, M_FOREIGN), M_LANG,
			  wording.lang);
	else
		view_hide(phrase, M_FOREIGN);
}

/* Whether a blank line begins at TEXT, which stands at the start of a line. */
static bool
is_blank_line(const char *text)
{
	return text[strspn(text, " \t\r")] == '\n';
}

static const char *
skip_blank_lines(const char *text)
{
	while (is_blank_line(text))
		text = strchr(text, '\n') + 1;
	return text[strspn(text, " \t\r")] ? text : "";
}

void
wording_optional(struct view *view, enum marker slot, struct wording wording)
{
	if (wording.text)
		wording_put(view_section(view, slot), slot, wording);
	else
		view_hide(view, slot);
}

static struct view *
begin_paragraph(struct view *prose, const char *lang)
{
	struct view *paragraph = view_section(prose, M_PARAGRAPH);

	if (lang)
		view_text(view_section(paragraph, M_FOREIGN), M_LANG, lang);
	else
		view_hide(paragraph, M_FOREIGN);
	return paragraph;
}

void
wording_put_lines(struct view *view, enum marker slot, struct wording wording)
{
	struct view *prose = view_include(view, slot, T_PROSE);
	const char *text = skip_blank_lines(wording.text);
	struct arena arena = { 0 };
	struct view *paragraph = NULL;

	view_hide(prose, M_PARAGRAPH);
	while (*text) {
		size_t len = strcspn(text, "\n");
		const char *next = text[len] ? text + len + 1 : "";
		bool last = !*skip_blank_lines(next) || is_blank_line(next);
		struct view *line;

		if (!paragraph)
			paragraph = begin_paragraph(prose, wording.lang);
		line = view_section(paragraph, M_LINE);
		view_text(line, M_TEXT, arena_copy(&arena, text, len));
		view_when(line, M_BREAK, !last);
		if (last)
			paragraph = NULL;
		text = last ? skip_blank_lines(next) : next;
	}
	arena_free(&arena);
}

void
wording_put_organisations(struct view *view, enum marker slot,
			  const struct consultation *consultation,
			  enum language language)
{
	struct view *line = view_include(view, slot, T_ORGANISATIONS);
	size_t count = consultation->organisation_count;

	view_hide(line, M_ORGANISATION);
	for (size_t i = 0; i < count; i++) {
		struct view *item = view_section(line, M_ORGANISATION);
		struct wording name =
			wording_phrase(&consultation->organisations[i],
				       language);
		bool last = i > 0 && i + 1 == count;
		bool vowel = name.text && word_begins_with_vowel(name.text);

		view_when(item, M_COMMA, i > 0 && i + 1 < count);
		view_when(item, M_AND, last && !vowel);
		view_when(item, M_AND_BEFORE_VOWEL, last && vowel);
		wording_put(item, M_NAME, name);
	}
}

void
wording_put_dates(struct view *view, struct arena *arena,
		  const struct words *words, enum language language,
		  const struct consultation *consultation)
{
	view_text(view, M_OPENS,
		  word_opening(arena, words, language, consultation->opens));
	view_text(view, M_OPENS_TIME,
		  moment_rfc3339(arena, consultation->opens));
	view_text(view, M_CLOSES,
		  word_closing(arena, words, language, consultation->closes));
	view_text(view, M_CLOSES_TIME,
		  moment_rfc3339(arena, consultation->closes));
}
