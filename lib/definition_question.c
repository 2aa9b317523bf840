#include "definition_question.h"

#include <string.h>

#include "arena.h"
#include "problem.h"
#include "reading.h"
#include "slug.h"

enum { TEXT_MAX = 200, LONG_TEXT_MAX = 5000, MAX_MAX = 100000 };

#define VALUE_BYTES "abcdefghijklmnopqrstuvwxyz0123456789-"

/* A question while it is read. */
struct draft {
	const struct yaml *map;
	const char *name; /* "question 3" */
	bool typed;	  /* its type could be read */
	struct question *question;
};

/* Pages and fields of the form, which share one space of names with questions. */
static const char *const reserved[] = { "about",
					"check",
					"done",
					"respond",
					"questions",
					"with",
					"documents",
					"outcome",
					"privacy",
					"language",
					"token",
					"revision",
					"capacity",
					"organisation",
					"represents",
					"type",
					"name",
					"email",
					"contact",
					"confidential",
					"confidential_reason",
					"publish",
					NULL };

static bool
is_reserved(const char *id)
{
	for (size_t i = 0; reserved[i]; i++)
		if (strcmp(reserved[i], id) == 0)
			return true;
	return false;
}

static const char *
derived_value(struct reading *reading, const struct yaml *item,
	      const char *what, const struct phrase *label)
{
	const char *english = label->text[LANGUAGE_EN];
	const char *value;

	if (phrase_is_empty(label))
		return NULL;
	value = slug_of(reading->problems->arena, english ? english : "");
	if (*value)
		return value;
	reading_problem(reading, item, what,
			"has no English letters to name it by: write "
			"{value: …, label: …}");
	return NULL;
}

static const char *
given_value(struct reading *reading, const struct yaml *given, const char *what)
{
	const char *value = reading_text(reading, given, what, READING_LINE);

	if (!value || !value[strspn(value, VALUE_BYTES)])
		return value;
	problem_add(
		reading->problems, given->line, given->column,
		"%s, \"%s\", is not a value: write small letters, digits and "
		"hyphens",
		what, value);
	return NULL;
}

/* "Agree", {en: Agree, cy: Cytuno}, or {value: agree, label: either}. */
static struct option
read_option(struct reading *reading, const struct yaml *item, const char *what)
{
	static const char *const keys[] = { "value", "label", NULL };
	const struct yaml *value = yaml_get(item, "value");
	struct option option = { 0 };

	if (!value && !yaml_get(item, "label")) {
		option.label =
			reading_phrase(reading, item, what, READING_LINE);
	} else {
		yaml_keys(item, keys, reading->problems);
		option.label = reading_phrase(
			reading, reading_needed(reading, item, "label", what),
			reading_name(reading, what, "label"), READING_LINE);
	}
	option.value =
		value ? given_value(reading, value,
				    reading_name(reading, what, "value"))
		      : derived_value(reading, item, what, &option.label);
	return option;
}

static void
refuse_same_value(struct reading *reading, const struct yaml *list,
		  const struct option *options, size_t last, const char *what)
{
	for (size_t i = 0; i < last; i++) {
		if (!options[i].value || !options[last].value ||
		    strcmp(options[i].value, options[last].value) != 0)
			continue;
		problem_add(reading->problems, list->items[last].line,
			    list->items[last].column,
			    "%s has the value of option %zu, \"%s\": give it "
			    "one of its own",
			    what, i + 1, options[i].value);
		return;
	}
}

static void
read_options(struct reading *reading, const struct draft *draft)
{
	const struct yaml *list =
		reading_needed(reading, draft->map, "options", draft->name);
	const char *what = reading_name(reading, draft->name, "options");
	const char *item = reading_name(reading, draft->name, "option");
	size_t count = reading_list(reading, list, what);
	struct option *options =
		arena_array(reading->problems->arena, count, sizeof(*options));

	for (size_t i = 0; i < count; i++) {
		const char *name = reading_item_name(reading, item, i);

		options[i] = read_option(reading, &list->items[i], name);
		refuse_same_value(reading, list, options, i, name);
	}
	if (list && list->kind == YAML_LIST && count < 2)
		reading_problem(reading, list, what,
				"are fewer than two: write at least two");
	draft->question->options = options;
	draft->question->option_count = count;
}

/* A key that questions of this type do not have. */
static void
refuse_key(struct reading *reading, const struct draft *draft, const char *key,
	   const char *sentence)
{
	const struct yaml *value = yaml_get(draft->map, key);

	if (value)
		reading_problem(reading, value, draft->name, sentence);
}

static void
read_by_type(struct reading *reading, const struct draft *draft)
{
	struct question *question = draft->question;

	question->max =
		question->type == QUESTION_TEXT ? TEXT_MAX : LONG_TEXT_MAX;
	if (question_is_closed(question)) {
		read_options(reading, draft);
		refuse_key(reading, draft, "max",
			   "is answered by choosing and has a max: take it "
			   "away");
	} else {
		refuse_key(reading, draft, "options",
			   "is answered in words and has options: take them "
			   "away, or write type: radios");
		yaml_count(yaml_get(draft->map, "max"),
			   reading_name(reading, draft->name, "max"), MAX_MAX,
			   &question->max, reading->problems);
	}
	if (question->type != QUESTION_LONG_TEXT)
		refuse_key(reading, draft, "explains",
			   "explains another and is not long-text: write type: "
			   "long-text");
}

static bool
read_type(struct reading *reading, const struct draft *draft)
{
	static const char *const names[] = {
		[QUESTION_RADIOS] = "radios",
		[QUESTION_CHECKBOXES] = "checkboxes",
		[QUESTION_TEXT] = "text",
		[QUESTION_LONG_TEXT] = "long-text",
	};
	const struct yaml *value =
		reading_needed(reading, draft->map, "type", draft->name);
	const char *name =
		reading_text(reading, value,
			     reading_name(reading, draft->name, "type"),
			     READING_LINE);

	for (size_t i = 0; name && i < sizeof(names) / sizeof(names[0]); i++) {
		if (strcmp(names[i], name) == 0) {
			draft->question->type = (enum question_type)i;
			return true;
		}
	}
	if (name)
		problem_add(reading->problems, value->line, value->column,
			    "%s has an unknown type, \"%s\": write radios, "
			    "checkboxes, text or long-text",
			    draft->name, name);
	return false;
}

static void
read_id(struct reading *reading, const struct draft *drafts, size_t index)
{
	const struct draft *draft = &drafts[index];
	const struct yaml *value =
		reading_needed(reading, draft->map, "id", draft->name);
	const char *id = reading_id(reading, value,
				    reading_name(reading, draft->name, "id"));

	draft->question->id = id ? id : "";
	if (id && is_reserved(id))
		problem_add(reading->problems, value->line, value->column,
			    "%s has the id \"%s\", which the form uses itself: "
			    "write another",
			    draft->name, id);
	for (size_t i = 0; id && i < index; i++) {
		if (strcmp(drafts[i].question->id, id) != 0)
			continue;
		problem_add(reading->problems, value->line, value->column,
			    "%s has the id of %s, \"%s\": write another",
			    draft->name, drafts[i].name, id);
		return;
	}
}

static void
read_question(struct reading *reading, struct draft *drafts, size_t index)
{
	static const char *const keys[] = { "id",	"type",	   "title",
					    "hint",	"options", "required",
					    "explains", "max",	   NULL };
	struct draft *draft = &drafts[index];
	const struct yaml *map = draft->map;
	struct question *question = draft->question;

	question->id = "";
	if (!reading_map(reading, map, draft->name, keys))
		return;
	read_id(reading, drafts, index);
	draft->typed = read_type(reading, draft);
	question->title = reading_phrase(
		reading, reading_needed(reading, map, "title", draft->name),
		reading_name(reading, draft->name, "title"), READING_LINE);
	question->hint =
		reading_phrase(reading, yaml_get(map, "hint"),
			       reading_name(reading, draft->name, "hint"),
			       READING_LINES);
	question->required =
		yaml_yes(yaml_get(map, "required"),
			 reading_name(reading, draft->name, "required"), false,
			 reading->problems);
	if (draft->typed)
		read_by_type(reading, draft);
}

/* What is wrong with question INDEX explaining the question with that id, as the
 * rest of a sentence; NULL when nothing is. */
static const char *
explaining_fault(const struct draft *drafts, size_t count, size_t index,
		 const char *id)
{
	size_t place = 0;

	while (place < count && strcmp(drafts[place].question->id, id) != 0)
		place++;
	if (place == count)
		return "which is no question: write the id of an earlier one";
	if (place >= index)
		return "which does not come before it: put it after the "
		       "question it explains";
	if (drafts[place].typed && !question_is_closed(drafts[place].question))
		return "which is answered in words itself: write the id of "
		       "radios or checkboxes";
	for (size_t i = 0; i < index; i++)
		if (drafts[i].question->explains &&
		    strcmp(drafts[i].question->explains, id) == 0)
			return "which another question explains already: join "
			       "the two";
	return NULL;
}

static void
read_explains(struct reading *reading, const struct draft *drafts, size_t count,
	      size_t index)
{
	const struct draft *draft = &drafts[index];
	const struct yaml *value = yaml_get(draft->map, "explains");
	const char *id =
		reading_text(reading, value,
			     reading_name(reading, draft->name, "explains"),
			     READING_LINE);
	const char *fault =
		id ? explaining_fault(drafts, count, index, id) : NULL;

	if (fault)
		problem_add(reading->problems, value->line, value->column,
			    "%s explains \"%s\", %s", draft->name, id, fault);
	draft->question->explains = id;
}

void
definition_questions(struct reading *reading, const struct yaml *list,
		     struct consultation *consultation)
{
	struct arena *arena = reading->problems->arena;
	size_t count = reading_list(reading, list, "questions");
	struct question *questions =
		arena_array(arena, count, sizeof(*questions));
	struct draft *drafts = arena_array(arena, count, sizeof(*drafts));

	if (list && list->kind == YAML_LIST && !count)
		reading_problem(reading, list, "questions",
				"is empty: write at least one");
	for (size_t i = 0; i < count; i++) {
		drafts[i].map = &list->items[i];
		drafts[i].name = reading_item_name(reading, "question", i);
		drafts[i].question = &questions[i];
		read_question(reading, drafts, i);
	}
	for (size_t i = 0; i < count; i++)
		read_explains(reading, drafts, count, i);
	consultation->questions = questions;
	consultation->question_count = count;
}
