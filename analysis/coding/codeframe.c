#include "codeframe.h"

#include <string.h>

#include "arena.h"
#include "nearest.h"
#include "problem.h"
#include "reading.h"
#include "text/tokenise.h"
#include "utf8.h"
#include "yaml.h"

/* A theme as it stands in the file. */
struct place {
	struct reading *reading;
	const char *what; /* "question approval_why, theme 2" */
	const struct yaml *map;
};

/* The value of KEY, or NULL where nothing was written behind it. */
static const struct yaml *
written(const struct yaml *map, const char *key)
{
	const struct yaml *value = yaml_get(map, key);

	if (value && value->kind == YAML_SCALAR && !value->quoted &&
	    !*value->text)
		return NULL;
	return value;
}

/* --- themes --------------------------------------------------------------- */

static bool
is_theme_id(const char *id)
{
	return id[strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

static const char *
read_theme_id(const struct place *place)
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
read_words(const struct place *place, const char *key, const char **words,
	   size_t *count)
{
	struct reading *reading = place->reading;
	struct arena *arena = reading->problems->arena;
	const struct yaml *list = written(place->map, key);
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
read_theme_words(const struct place *place, struct codeframe_theme *theme)
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
	if (!theme->word_count)
		reading_problem(reading, place->map, place->what,
				"has no words to be found by: add "
				"\"words: [\"a word\", \"or a phrase\"]\"");
	else if (!theme->enough_count && theme->word_count == 1)
		problem_add(reading->problems, place->map->line,
			    place->map->column,
			    "%s has only \"%s\" behind together, where two "
			    "words must meet: add another, or write it behind "
			    "words",
			    place->what, theme->words[0]);
}

static void
read_quotations(const struct place *place, struct codeframe_theme *theme)
{
	struct reading *reading = place->reading;
	const struct yaml *list = written(place->map, "quotations");
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

static struct codeframe_theme
read_theme(const struct place *place)
{
	static const char *const keys[] = { "id",	"label",      "words",
					    "together", "quotations", NULL };
	struct reading *reading = place->reading;
	struct codeframe_theme theme = { 0 };

	if (!reading_map(reading, place->map, place->what, keys))
		return theme;
	theme.id = read_theme_id(place);
	theme.label =
		reading_phrase(reading,
			       reading_needed(reading, place->map, "label",
					      place->what),
			       reading_name(reading, place->what, "label"),
			       READING_LINE);
	read_theme_words(place, &theme);
	read_quotations(place, &theme);
	return theme;
}

/* Two themes of one question must not share their id, nor a label. */
static void
refuse_same_theme(struct reading *reading, const struct yaml *list,
		  const struct codeframe_theme *themes, size_t last,
		  const char *owner)
{
	const struct codeframe_theme *theme = &themes[last];

	for (size_t i = 0; i < last; i++) {
		const struct codeframe_theme *before = &themes[i];
		const struct yaml *map = &list->items[last];

		if (theme->id && before->id && !strcmp(theme->id, before->id))
			problem_add(reading->problems, map->line, map->column,
				    "%s, theme %zu has the id of theme %zu, "
				    "\"%s\": write another",
				    owner, last + 1, i + 1, theme->id);
		if (!phrase_is_empty(&theme->label) &&
		    !strcmp(phrase_in(&theme->label, LANGUAGE_EN, NULL),
			    phrase_in(&before->label, LANGUAGE_EN, NULL)))
			problem_add(reading->problems, map->line, map->column,
				    "%s, theme %zu has the label of theme "
				    "%zu: write another, or make one theme of "
				    "the two",
				    owner, last + 1, i + 1);
	}
}

/* --- questions ------------------------------------------------------------ */

/* "question approval_why", or by its number where it has no id. */
static const char *
question_name(struct reading *reading, const struct yaml *map, size_t index)
{
	const struct yaml *id = yaml_get(map, "id");

	if (map->kind == YAML_MAP && id && id->kind == YAML_SCALAR && *id->text)
		return arena_format(reading->problems->arena, "question %s",
				    id->text);
	return reading_item_name(reading, "question", index);
}

/* "; the long-text questions are a, b". */
static const char *
long_texts(struct arena *arena, const struct consultation *consultation)
{
	const char *list = "";

	for (size_t i = 0; i < consultation->question_count; i++)
		if (consultation->questions[i].type == QUESTION_LONG_TEXT)
			list = arena_format(arena, "%s%s%s", list,
					    *list ? ", " : "",
					    consultation->questions[i].id);
	return list;
}

static void
check_question(struct reading *reading, const struct yaml *id,
	       const struct consultation *consultation)
{
	const struct question *question =
		consultation_question(consultation, id->text);

	if (question && question->type == QUESTION_LONG_TEXT)
		return;
	problem_add(reading->problems, id->line, id->column,
		    question ? "question %s is not a long-text question, and "
			       "has no themes: the long-text ones are %s"
			     : "there is no question %s: the long-text ones "
			       "are %s",
		    id->text,
		    long_texts(reading->problems->arena, consultation));
}

static struct codeframe_question
read_question(struct reading *reading, const struct yaml *map, size_t index,
	      const struct consultation *consultation)
{
	static const char *const keys[] = { "id", "themes", NULL };
	struct codeframe_question question = { 0 };
	const char *what = question_name(reading, map, index);
	const struct yaml *id, *list;
	struct codeframe_theme *themes;

	if (!reading_map(reading, map, what, keys))
		return question;
	id = reading_needed(reading, map, "id", what);
	question.id =
		reading_id(reading, id, reading_name(reading, what, "id"));
	if (question.id)
		check_question(reading, id, consultation);
	reading_needed(reading, map, "themes", what);
	list = written(map, "themes");
	question.theme_count =
		reading_list(reading, list,
			     reading_name(reading, what, "themes"));
	themes = arena_array(reading->problems->arena, question.theme_count,
			     sizeof(*themes));
	for (size_t i = 0; i < question.theme_count; i++) {
		struct place place = {
			.reading = reading,
			.what = arena_format(reading->problems->arena,
					     "%s, theme %zu", what, i + 1),
			.map = &list->items[i],
		};

		themes[i] = read_theme(&place);
		refuse_same_theme(reading, list, themes, i, what);
	}
	question.themes = themes;
	return question;
}

static void
read_questions(struct reading *reading, const struct yaml *list,
	       const struct consultation *consultation,
	       struct codeframe *codeframe)
{
	size_t count = reading_list(reading, list, "questions");
	struct codeframe_question *questions =
		arena_array(reading->problems->arena, count,
			    sizeof(*questions));

	for (size_t i = 0; i < count; i++) {
		const struct yaml *map = &list->items[i];

		questions[i] = read_question(reading, map, i, consultation);
		for (size_t j = 0; j < i; j++)
			if (questions[i].id && questions[j].id &&
			    !strcmp(questions[i].id, questions[j].id))
				problem_add(reading->problems, map->line,
					    map->column,
					    "question %s comes twice: put its "
					    "themes in one place",
					    questions[i].id);
	}
	codeframe->questions = questions;
	codeframe->question_count = count;
}

/* --- the file ------------------------------------------------------------- */

static void
check_slug(struct reading *reading, const struct yaml *value, const char *slug,
	   const struct consultation *consultation)
{
	if (slug && strcmp(slug, consultation->slug) != 0)
		problem_add(reading->problems, value->line, value->column,
			    "this codeframe is for the consultation %s, not "
			    "for %s: take the file that was written for %s",
			    slug, consultation->slug, consultation->slug);
}

static void
read_file(struct reading *reading, const struct yaml *map,
	  const struct consultation *consultation, struct codeframe *codeframe)
{
	const struct yaml *slug =
		reading_needed(reading, map, "consultation", NULL);
	const struct yaml *by = yaml_get(map, "reviewed_by");

	codeframe->consultation =
		reading_text(reading, slug, "consultation", READING_LINE);
	check_slug(reading, slug, codeframe->consultation, consultation);
	codeframe->reviewed_by =
		reading_text(reading, written(map, "reviewed_by"),
			     "reviewed_by", READING_LINE);
	codeframe->reviewed_on =
		reading_date(reading, written(map, "reviewed_on"),
			     "reviewed_on");
	codeframe->signature_line = by ? by->line : map->line;
	read_questions(reading, reading_needed(reading, map, "questions", NULL),
		       consultation, codeframe);
}

const struct codeframe *
codeframe_parse(const char *bytes, size_t len,
		const struct consultation *consultation,
		struct problems *problems)
{
	static const char *const keys[] = { "consultation", "reviewed_by",
					    "reviewed_on", "questions", NULL };
	struct reading reading = { .problems = problems };
	struct codeframe *codeframe =
		arena_alloc(problems->arena, sizeof(*codeframe));
	size_t before = problems->count;
	const struct yaml *map = yaml_parse(bytes, len, problems);

	if (map && reading_map(&reading, map, "the file", keys))
		read_file(&reading, map, consultation, codeframe);
	return problems->count == before ? codeframe : NULL;
}

bool
codeframe_signed(const struct codeframe *codeframe, moment now,
		 struct problems *problems)
{
	size_t before = problems->count;

	if (!codeframe->reviewed_by)
		problem_add(problems, codeframe->signature_line, 1,
			    "nobody has signed this codeframe: read it, then "
			    "write your name behind reviewed_by:");
	if (codeframe->reviewed_on == MOMENT_NONE)
		problem_add(problems, codeframe->signature_line, 1,
			    "this codeframe does not say when it was read: "
			    "write the day behind reviewed_on:, like "
			    "2014-01-03");
	else if (codeframe->reviewed_on > now)
		problem_add(problems, codeframe->signature_line, 1,
			    "reviewed_on is a day that has not come yet: write "
			    "the day when you read it");
	return problems->count == before;
}

const struct codeframe_question *
codeframe_question(const struct codeframe *codeframe, const char *question)
{
	for (size_t i = 0; i < codeframe->question_count; i++)
		if (!strcmp(codeframe->questions[i].id, question))
			return &codeframe->questions[i];
	return NULL;
}
