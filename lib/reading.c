#include "reading.h"

#include <string.h>

#include "arena.h"
#include "email.h"
#include "moment.h"
#include "nearest.h"
#include "problem.h"
#include "utf8.h"

enum { ID_MAX = 40, SLUG_MIN = 3, SLUG_MAX = 80 };

#define LOWER "abcdefghijklmnopqrstuvwxyz"
#define DIGITS "0123456789"

void
reading_problem(struct reading *reading, const struct yaml *value,
		const char *what, const char *sentence)
{
	problem_add(reading->problems, value->line, value->column, "%s %s",
		    what, sentence);
}

/* Whether a key of MAP was meant to be KEY, and has been reported as such. */
static bool
is_misspelt(const struct yaml *map, const char *key)
{
	const char *const names[] = { key, NULL };

	for (size_t i = 0; map->kind == YAML_MAP && i < map->count; i++)
		if (nearest(map->keys[i].text, names))
			return true;
	return false;
}

const struct yaml *
reading_needed(struct reading *reading, const struct yaml *map, const char *key,
	       const char *owner)
{
	const struct yaml *value = yaml_get(map, key);

	if (value || is_misspelt(map, key))
		return value;
	if (owner)
		problem_add(reading->problems, map->line, map->column,
			    "%s has no %s: add \"%s: …\"", owner, key, key);
	else
		problem_add(reading->problems, map->line, map->column,
			    "there is no %s: add a line \"%s: …\"", key, key);
	return NULL;
}

const char *
reading_name(struct reading *reading, const char *owner, const char *key)
{
	return arena_format(reading->problems->arena, "%s, %s", owner, key);
}

const char *
reading_item_name(struct reading *reading, const char *owner, size_t index)
{
	return arena_format(reading->problems->arena, "%s %zu", owner,
			    index + 1);
}

static bool
reading_kind(struct reading *reading, const struct yaml *value,
	     enum yaml_kind kind, const char *what)
{
	if (value->kind == kind)
		return true;
	problem_add(reading->problems, value->line, value->column,
		    "%s is %s: write %s", what, yaml_kind_name(value),
		    kind == YAML_LIST ? "a list, each item behind \"- \""
				      : "\"key: value\" lines");
	return false;
}

bool
reading_map(struct reading *reading, const struct yaml *value, const char *what,
	    const char *const allowed[])
{
	if (!value || !reading_kind(reading, value, YAML_MAP, what))
		return false;
	yaml_keys(value, allowed, reading->problems);
	return true;
}

size_t
reading_list(struct reading *reading, const struct yaml *value,
	     const char *what)
{
	if (!value || !reading_kind(reading, value, YAML_LIST, what))
		return 0;
	if (value->count <= READING_ITEMS_MAX)
		return value->count;
	problem_add(reading->problems, value->items[READING_ITEMS_MAX].line,
		    value->items[READING_ITEMS_MAX].column,
		    "%s has %zu items: keep to %d", what, value->count,
		    READING_ITEMS_MAX);
	return READING_ITEMS_MAX;
}

/* A control character of TEXT but tab and line end, or 0. */
static unsigned
control_character(const char *text)
{
	for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
		if ((*at < 0x20 && *at != '\t' && *at != '\n') || *at == 0x7f)
			return *at;
		if (*at == 0xc2 && at[1] < 0xa0)
			return at[1];
	}
	return 0;
}

const char *
reading_text(struct reading *reading, const struct yaml *value,
	     const char *what, enum reading_lines lines)
{
	struct arena *arena = reading->problems->arena;
	const char *written = yaml_text(value, what, reading->problems);
	unsigned control;
	char *text;

	if (!written)
		return NULL;
	control = control_character(written);
	text = utf8_compose(arena, utf8_trim(arena, written));
	if (control)
		problem_add(reading->problems, value->line, value->column,
			    "%s has a control character (U+%04X) in it: take "
			    "it away",
			    what, control);
	else if (!*text)
		reading_problem(reading, value, what,
				"is empty: write its text");
	else if (lines == READING_LINE && strchr(text, '\n'))
		reading_problem(reading, value, what,
				"goes over several lines: write it on one, or "
				"behind > and not |");
	else
		return text;
	return NULL;
}

static void
add_gap(struct reading *reading, const struct yaml *value, const char *what,
	enum language language)
{
	if (reading->gap_count == reading->gap_room) {
		reading->gap_room =
			reading->gap_room ? reading->gap_room * 2 : 32;
		reading->gaps =
			arena_grow(reading->problems->arena, reading->gaps,
				   reading->gap_count, reading->gap_room,
				   sizeof(*reading->gaps));
	}
	reading->gaps[reading->gap_count++] =
		(struct gap){ value->line, value->column, what, language };
}

static void
weigh_languages(struct reading *reading, const struct yaml *value,
		const char *what, const struct phrase *phrase)
{
	const char *english = phrase->text[LANGUAGE_EN];
	const char *welsh = phrase->text[LANGUAGE_CY];

	if (welsh)
		reading->bilingual = true;
	if (welsh && reading->declared == READING_ENGLISH)
		reading_problem(reading, value, what,
				"is in Welsh, which languages does not name: "
				"write languages: [en, cy]");
	if (english && !welsh)
		add_gap(reading, value, what, LANGUAGE_CY);
	if (welsh && !english)
		add_gap(reading, value, what, LANGUAGE_EN);
}

struct phrase
reading_phrase(struct reading *reading, const struct yaml *value,
	       const char *what, enum reading_lines lines)
{
	static const char *const languages[] = { "en", "cy", NULL };
	struct phrase phrase = { { NULL } };

	if (!value)
		return phrase;
	if (value->kind == YAML_SCALAR) {
		phrase.text[LANGUAGE_EN] =
			reading_text(reading, value, what, lines);
		weigh_languages(reading, value, what, &phrase);
		return phrase;
	}
	if (value->kind != YAML_MAP || !value->count) {
		problem_add(reading->problems, value->line, value->column,
			    "%s is %s: write a text, or {en: …, cy: …}", what,
			    value->count ? "a list" : "empty");
		return phrase;
	}
	yaml_keys(value, languages, reading->problems);
	for (int i = 0; i < LANGUAGE_COUNT; i++)
		phrase.text[i] =
			reading_text(reading, yaml_get(value, languages[i]),
				     reading_name(reading, what, languages[i]),
				     lines);
	weigh_languages(reading, value, what, &phrase);
	return phrase;
}

struct phrase
reading_phrase_same(struct reading *reading, const struct yaml *value,
		    const char *what, enum reading_lines lines)
{
	struct phrase phrase;

	if (value && value->kind != YAML_SCALAR)
		return reading_phrase(reading, value, what, lines);
	phrase.text[LANGUAGE_EN] = reading_text(reading, value, what, lines);
	phrase.text[LANGUAGE_CY] = phrase.text[LANGUAGE_EN];
	return phrase;
}

const struct phrase *
reading_phrases(struct reading *reading, const struct yaml *value,
		const char *what, const char *item, size_t *count)
{
	size_t items = reading_list(reading, value, what);
	struct phrase *phrases =
		arena_array(reading->problems->arena, items, sizeof(*phrases));

	for (size_t i = 0; i < items; i++)
		phrases[i] = reading_phrase(reading, &value->items[i],
					    reading_item_name(reading, item, i),
					    READING_LINE);
	*count = items;
	return phrases;
}

const char *
reading_id(struct reading *reading, const struct yaml *value, const char *what)
{
	const char *id = reading_text(reading, value, what, READING_LINE);

	if (id && (!strchr(LOWER, *id) || id[strspn(id, LOWER DIGITS "_")] ||
		   strlen(id) > ID_MAX))
		problem_add(reading->problems, value->line, value->column,
			    "%s, \"%s\", is not an id: write a small letter, "
			    "then small letters, digits and _, at most %d",
			    what, id, ID_MAX);
	return id;
}

const char *
reading_slug(struct reading *reading, const struct yaml *value,
	     const char *what)
{
	const char *slug = reading_text(reading, value, what, READING_LINE);
	size_t len = slug ? strlen(slug) : 0;

	if (!slug)
		return NULL;
	if (len >= SLUG_MIN && len <= SLUG_MAX && *slug != '-' &&
	    slug[len - 1] != '-' && !slug[strspn(slug, LOWER DIGITS "-")])
		return slug;
	problem_add(reading->problems, value->line, value->column,
		    "%s, \"%s\", is not a slug: write %d to %d small letters, "
		    "digits and hyphens, with no hyphen at the ends",
		    what, slug, SLUG_MIN, SLUG_MAX);
	return NULL;
}

const char *
reading_email(struct reading *reading, const struct yaml *value,
	      const char *what)
{
	const char *email = reading_text(reading, value, what, READING_LINE);

	if (!email || email_is_shaped(email))
		return email;
	problem_add(reading->problems, value->line, value->column,
		    "%s, \"%s\", is not an e-mail address: write one like "
		    "name@example.org",
		    what, email);
	return NULL;
}

static moment
read_when(struct reading *reading, const struct yaml *value, const char *what,
	  enum moment_fault (*parse)(const char *text, moment *result),
	  const char *not_a_date)
{
	const char *const sentences[] = {
		[MOMENT_NOT_A_DATE] = not_a_date,
		[MOMENT_SKIPPED] =
			"is in the hour that the clocks skip in spring: write "
			"a time an hour earlier or later",
		[MOMENT_TWICE] =
			"is in the hour that comes twice in autumn: write a "
			"time an hour earlier or later",
	};
	const char *text = reading_text(reading, value, what, READING_LINE);
	moment when = MOMENT_NONE;
	enum moment_fault fault = text ? parse(text, &when) : MOMENT_FINE;

	if (fault)
		reading_problem(reading, value, what, sentences[fault]);
	return fault ? MOMENT_NONE : when;
}

moment
reading_moment(struct reading *reading, const struct yaml *value,
	       const char *what)
{
	return read_when(reading, value, what, moment_parse,
			 "is not a date and time: write it like 2013-06-25 "
			 "09:30, in London time, from 00:00 to 23:59");
}

moment
reading_date(struct reading *reading, const struct yaml *value,
	     const char *what)
{
	return read_when(reading, value, what, moment_parse_date,
			 "is not a date: write it like 2013-06-25");
}
