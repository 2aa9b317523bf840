#include "codeframe.h"

#include <string.h>

#include "arena.h"
#include "coding/codeframe_parts.h"
#include "problem.h"
#include "reading.h"
#include "yaml.h"

enum { ANSWERS_MAX = 1000 * 1000 * 1000 };

/* --- questions ------------------------------------------------------------ */

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

/* A theme that gives its parents to every answer must stand under themes that are
 * there, not under itself, and be for the same people. */
static void
check_parent(struct reading *reading, const struct yaml *map,
	     const struct codeframe_question *question, size_t index,
	     const char *what)
{
	const struct codeframe_theme *theme = &question->themes[index];
	size_t parent = codeframe_theme_index(question, theme->under);
	const struct yaml *under = yaml_get(map, "under");
	const char *stance;

	if (!theme->under)
		return;
	if (parent == question->theme_count) {
		problem_add(reading->problems, under->line, under->column,
			    "%s, under: there is no theme with the id \"%s\" "
			    "in this question",
			    what, theme->under);
		return;
	}
	if (codeframe_is_under(question, index, index))
		problem_add(reading->problems, under->line, under->column,
			    "%s, under: \"%s\" stands under this theme itself: "
			    "take one of the two away",
			    what, theme->under);
	stance = question->themes[parent].stance;
	if (stance && (!theme->stance || strcmp(stance, theme->stance) != 0))
		problem_add(reading->problems, under->line, under->column,
			    "%s stands under a theme with \"stance: %s\": give "
			    "it the same stance",
			    what, stance);
}

static void
check_parents(struct reading *reading, const struct yaml *list,
	      const struct codeframe_question *question, const char *owner)
{
	for (size_t i = 0; i < question->theme_count; i++)
		check_parent(reading, &list->items[i], question, i,
			     arena_format(reading->problems->arena,
					  "%s, theme %zu", owner, i + 1));
}

static struct codeframe_question
read_question(struct reading *reading, const struct yaml *map, size_t index,
	      const struct consultation *consultation)
{
	static const char *const keys[] = { "id", "answers_seen", "themes",
					    NULL };
	struct codeframe_question question = { 0 };
	const char *what = question_name(reading, map, index);
	const struct yaml *id, *list;
	const struct question *asked;
	struct codeframe_theme *themes;

	if (!reading_map(reading, map, what, keys))
		return question;
	id = reading_needed(reading, map, "id", what);
	question.id =
		reading_id(reading, id, reading_name(reading, what, "id"));
	if (question.id)
		check_question(reading, id, consultation);
	asked = question.id ? consultation_question(consultation, question.id)
			    : NULL;
	yaml_count(yaml_get(map, "answers_seen"),
		   reading_name(reading, what, "answers_seen"), ANSWERS_MAX,
		   &question.seen, reading->problems);
	reading_needed(reading, map, "themes", what);
	list = codeframe_written(map, "themes");
	question.theme_count =
		reading_list(reading, list,
			     reading_name(reading, what, "themes"));
	themes = arena_array(reading->problems->arena, question.theme_count,
			     sizeof(*themes));
	for (size_t i = 0; i < question.theme_count; i++) {
		const struct theme_place place = {
			.reading = reading,
			.what = arena_format(reading->problems->arena,
					     "%s, theme %zu", what, i + 1),
			.list = list,
			.map = &list->items[i],
			.explained =
				asked && asked->explains
					? consultation_question(consultation,
								asked->explains)
					: NULL,
		};

		codeframe_theme_read(&place, &themes[i]);
		refuse_same_theme(reading, list, themes, i, what);
	}
	question.themes = themes;
	check_parents(reading, list, &question, what);
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

/* --- the program's memory -------------------------------------------------- */

/* What stands under "proposed" is no list for people, so it may be long. */
static size_t
items_of(const struct yaml *value, const char *key, enum yaml_kind kind,
	 struct problems *problems)
{
	if (!value)
		return 0;
	if (value->kind == kind)
		return value->count;
	problem_add(problems, value->line, value->column,
		    "%s is the program's memory: put it back as it was, or "
		    "delete all that stands behind \"proposed:\"",
		    key);
	return 0;
}

static void
read_proposal(struct reading *reading, const struct yaml *map,
	      struct codeframe_proposal *proposal)
{
	static const char *const keys[] = { "question", "id", "words", NULL };
	struct problems *problems = reading->problems;
	const struct yaml *list;
	const char **words;

	if (!items_of(map, "proposed", YAML_MAP, problems))
		return;
	yaml_keys(map, keys, problems);
	proposal->question =
		yaml_text(reading_needed(reading, map, "question", "proposed"),
			  "proposed, question", problems);
	proposal->id = yaml_text(reading_needed(reading, map, "id", "proposed"),
				 "proposed, id", problems);
	list = codeframe_written(map, "words");
	proposal->word_count =
		items_of(list, "proposed, words", YAML_LIST, problems);
	words = arena_array(problems->arena, proposal->word_count,
			    sizeof(*words));
	for (size_t i = 0; i < proposal->word_count; i++)
		words[i] =
			yaml_text(&list->items[i], "proposed, words", problems);
	proposal->words = words;
}

static void
read_proposals(struct reading *reading, const struct yaml *list,
	       struct codeframe *codeframe)
{
	size_t count = items_of(list, "proposed", YAML_LIST, reading->problems);
	struct codeframe_proposal *proposals =
		arena_array(reading->problems->arena, count,
			    sizeof(*proposals));

	for (size_t i = 0; i < count; i++)
		read_proposal(reading, &list->items[i], &proposals[i]);
	codeframe->proposals = proposals;
	codeframe->proposal_count = count;
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
	codeframe->reviewed_before =
		reading_text(reading, codeframe_written(map, "reviewed_before"),
			     "reviewed_before", READING_LINE);
	codeframe->reviewed_by =
		reading_text(reading, codeframe_written(map, "reviewed_by"),
			     "reviewed_by", READING_LINE);
	codeframe->reviewed_on =
		reading_date(reading, codeframe_written(map, "reviewed_on"),
			     "reviewed_on");
	codeframe->signature_line = by ? by->line : map->line;
	read_questions(reading, reading_needed(reading, map, "questions", NULL),
		       consultation, codeframe);
	read_proposals(reading, codeframe_written(map, "proposed"), codeframe);
}

const struct codeframe *
codeframe_parse(const char *bytes, size_t len,
		const struct consultation *consultation,
		struct problems *problems)
{
	static const char *const keys[] = {
		"consultation", "reviewed_before", "reviewed_by", "reviewed_on",
		"questions",	"proposed",	   NULL
	};
	struct reading reading = { .problems = problems };
	struct codeframe *codeframe =
		arena_alloc(problems->arena, sizeof(*codeframe));
	size_t before = problems->count;
	const struct yaml *map = yaml_parse(bytes, len, problems);

	if (map && reading_map(&reading, map, "the file", keys))
		read_file(&reading, map, consultation, codeframe);
	return problems->count == before ? codeframe : NULL;
}

static void
refuse_new(const struct codeframe_question *question, struct problems *problems)
{
	for (size_t i = 0; i < question->theme_count; i++) {
		const struct codeframe_theme *theme = &question->themes[i];

		if (theme->is_new)
			problem_add(problems, theme->new_line, 1,
				    "the theme \"%s\" is new: read it, then "
				    "delete the line \"new: yes\"",
				    phrase_in(&theme->label, LANGUAGE_EN,
					      NULL));
	}
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
	for (size_t i = 0; i < codeframe->question_count; i++)
		refuse_new(&codeframe->questions[i], problems);
	return problems->count == before;
}

size_t
codeframe_theme_index(const struct codeframe_question *question, const char *id)
{
	for (size_t i = 0; id && i < question->theme_count; i++)
		if (question->themes[i].id &&
		    !strcmp(question->themes[i].id, id))
			return i;
	return question->theme_count;
}

bool
codeframe_is_under(const struct codeframe_question *question, size_t child,
		   size_t parent)
{
	/* In a circle there are as many steps as there are themes. */
	for (size_t step = 0; step < question->theme_count; step++) {
		child = codeframe_theme_index(question,
					      question->themes[child].under);
		if (child == parent || child == question->theme_count)
			return child == parent;
	}
	return false;
}

const struct codeframe_question *
codeframe_question(const struct codeframe *codeframe, const char *question)
{
	for (size_t i = 0; i < codeframe->question_count; i++)
		if (!strcmp(codeframe->questions[i].id, question))
			return &codeframe->questions[i];
	return NULL;
}
