#include "codeframe_parts.h"

#include <string.h>

#include "arena.h"
#include "coding/codeframe.h"
#include "coding/example.h"
#include "problem.h"
#include "reading.h"
#include "text/stem.h"
#include "text/tokenise.h"
#include "utf8.h"
#include "yaml.h"

const struct yaml *
codeframe_written(const struct yaml *map, const char *key)
{
	const struct yaml *value = yaml_get(map, key);

	if (value && value->kind == YAML_SCALAR && !value->quoted &&
	    !*value->text)
		return NULL;
	return value;
}

static bool
is_theme_id(const char *id)
{
	return id[strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

static const char *
read_theme_id(const struct theme_place *place)
{
	struct reading *reading = place->reading;
	const struct yaml *value =
		reading_needed(reading, place->map, "id", place->what);
	const char *what = reading_name(reading, place->what, "id");
	const char *id = reading_text(reading, value, what, READING_LINE);

	if (!id)
		return NULL;
	if (!is_theme_id(id))
		problem_add(reading->problems, value->line, value->column,
			    "%s, \"%s\", is not an id: write small letters, "
			    "digits and hyphens",
			    what, id);
	else if (!strcmp(id, CODEFRAME_OTHER))
		reading_problem(reading, value, what,
				"is \"other\", which is kept for answers that "
				"are in no theme: write another");
	return id;
}

/* Whether one of the first COUNT words is WORD but for case and spacing. */
static bool
is_listed(struct arena *arena, const char *word, const char *const *words,
	  size_t count)
{
	const char *fold = utf8_fold(arena, word);

	for (size_t i = 0; i < count; i++)
		if (!strcmp(utf8_fold(arena, words[i]), fold))
			return true;
	return false;
}

/* Add the words behind KEY to those of the theme. */
static void
read_words(const struct theme_place *place, const char *key, const char **words,
	   size_t *count)
{
	struct reading *reading = place->reading;
	struct arena *arena = reading->problems->arena;
	const struct yaml *list = codeframe_written(place->map, key);
	const char *what = reading_name(reading, place->what, key);
	size_t items = reading_list(reading, list, what);

	for (size_t i = 0; i < items; i++) {
		const struct yaml *item = &list->items[i];
		const char *word =
			reading_text(reading, item,
				     reading_item_name(reading, what, i),
				     READING_LINE);

		if (!word)
			continue;
		if (!tokenise(arena, word).count)
			problem_add(reading->problems, item->line, item->column,
				    "%s: \"%s\" has no letter in it: write a "
				    "word or a phrase",
				    what, word);
		else if (is_listed(arena, word, words, *count))
			problem_add(reading->problems, item->line, item->column,
				    "%s: \"%s\" is there already: take one of "
				    "the two away",
				    what, word);
		else
			words[(*count)++] = word;
	}
}

static void
read_theme_words(const struct theme_place *place, struct codeframe_theme *theme)
{
	struct reading *reading = place->reading;
	const char **words = arena_array(reading->problems->arena,
					 2 * READING_ITEMS_MAX, sizeof(*words));
	size_t before = reading->problems->count;

	read_words(place, "words", words, &theme->word_count);
	theme->enough_count = theme->word_count;
	read_words(place, "together", words, &theme->word_count);
	theme->words = words;
	if (reading->problems->count > before)
		return;
	if (!theme->enough_count && theme->word_count == 1)
		problem_add(reading->problems, place->map->line,
			    place->map->column,
			    "%s has only \"%s\" behind together, where two "
			    "words must meet: add another, or write it behind "
			    "words",
			    place->what, theme->words[0]);
}

static void
read_quotations(const struct theme_place *place, struct codeframe_theme *theme)
{
	struct reading *reading = place->reading;
	const struct yaml *list = codeframe_written(place->map, "quotations");
	const char *what = reading_name(reading, place->what, "quotations");
	const char **quotations;

	theme->quotation_count = reading_list(reading, list, what);
	quotations = arena_array(reading->problems->arena,
				 theme->quotation_count, sizeof(*quotations));
	for (size_t i = 0; i < theme->quotation_count; i++)
		quotations[i] = yaml_text(&list->items[i],
					  reading_item_name(reading, what, i),
					  reading->problems);
	theme->quotations = quotations;
}

/* Whether the example says enough in every language in which it is read. */
static bool
says_enough(struct arena *arena, const char *text)
{
	struct stemmer *stemmer = stemmer_new();
	bool enough = true;

	for (int language = 0; language < LANGUAGE_COUNT; language++) {
		size_t count;

		example_sentences(arena, stemmer,
				  tongue_of((enum language)language), text,
				  &count);
		enough = enough && count;
	}
	stemmer_free(stemmer);
	return enough;
}

static void
read_examples(const struct theme_place *place, struct codeframe_theme *theme)
{
	struct reading *reading = place->reading;
	struct arena *arena = reading->problems->arena;
	const struct yaml *list = codeframe_written(place->map, "examples");
	const char *what = reading_name(reading, place->what, "examples");
	size_t items = reading_list(reading, list, what);
	const char **examples = arena_array(arena, items, sizeof(*examples));

	for (size_t i = 0; i < items; i++) {
		const char *name = reading_item_name(reading, what, i);
		const char *text = reading_text(reading, &list->items[i], name,
						READING_LINES);

		if (text && says_enough(arena, text))
			examples[theme->example_count++] = text;
		else if (text)
			reading_problem(reading, &list->items[i], name,
					"is too short to be compared: give a "
					"sentence with at least three words "
					"that say something");
	}
	theme->examples = examples;
}

static const char *
read_stance(const struct theme_place *place)
{
	struct reading *reading = place->reading;
	const struct yaml *value = codeframe_written(place->map, "stance");
	const char *what = reading_name(reading, place->what, "stance");
	const char *stance = reading_text(reading, value, what, READING_LINE);
	const struct question *explained = place->explained;
	const char *values = "";

	if (!stance || (explained && question_option(explained, stance)))
		return stance;
	if (!explained) {
		reading_problem(reading, value, what,
				"is only for a question that explains a closed "
				"one: take the line away");
		return NULL;
	}
	for (size_t i = 0; i < explained->option_count; i++)
		values = arena_format(reading->problems->arena, "%s%s%s",
				      values, i ? ", " : "",
				      explained->options[i].value);
	problem_add(reading->problems, value->line, value->column,
		    "%s, \"%s\", is no option of %s: it has %s", what, stance,
		    explained->id, values);
	return NULL;
}

/* Whether another theme of the list stands under this one. */
static bool
is_parent(const struct theme_place *place, const char *id)
{
	for (size_t i = 0; id && i < place->list->count; i++) {
		const struct yaml *map = &place->list->items[i];
		const struct yaml *under =
			map->kind == YAML_MAP ? yaml_get(map, "under") : NULL;

		if (under && under->kind == YAML_SCALAR &&
		    !strcmp(under->text, id))
			return true;
	}
	return false;
}

static void
read_marks(const struct theme_place *place, struct codeframe_theme *theme)
{
	struct reading *reading = place->reading;
	const struct yaml *mark = codeframe_written(place->map, "new");

	theme->is_new =
		yaml_yes(mark, reading_name(reading, place->what, "new"), false,
			 reading->problems);
	theme->new_line = mark ? mark->line : 0;
	theme->notes =
		reading_text(reading, codeframe_written(place->map, "notes"),
			     reading_name(reading, place->what, "notes"),
			     READING_LINES);
}

void
codeframe_theme_read(const struct theme_place *place,
		     struct codeframe_theme *theme)
{
	static const char *const keys[] = { "id",	  "new",      "label",
					    "under",	  "stance",   "words",
					    "together",	  "examples", "notes",
					    "quotations", NULL };
	struct reading *reading = place->reading;
	size_t before;

	*theme = (struct codeframe_theme){ .line = place->map->line };
	if (!reading_map(reading, place->map, place->what, keys))
		return;
	theme->id = read_theme_id(place);
	theme->label =
		reading_phrase(reading,
			       reading_needed(reading, place->map, "label",
					      place->what),
			       reading_name(reading, place->what, "label"),
			       READING_LINE);
	theme->under =
		reading_text(reading, codeframe_written(place->map, "under"),
			     reading_name(reading, place->what, "under"),
			     READING_LINE);
	theme->stance = read_stance(place);
	before = reading->problems->count;
	read_theme_words(place, theme);
	read_examples(place, theme);
	if (!theme->word_count && !theme->example_count &&
	    reading->problems->count == before && !is_parent(place, theme->id))
		reading_problem(reading, place->map, place->what,
				"has nothing to be found by: add "
				"\"words: [\"a word\", \"or a phrase\"]\", or "
				"texts behind examples");
	read_marks(place, theme);
	read_quotations(place, theme);
}
