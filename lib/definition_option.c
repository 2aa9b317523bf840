#include <string.h>

#include "arena.h"
#include "consultation.h"
#include "definition_draft.h"
#include "problem.h"
#include "reading.h"
#include "slug.h"

/* A page has room for this many fields, and nobody puts more in order. */
enum { ROWS_MAX = 50, RANKED_MAX = 20 };

#define VALUE_BYTES "abcdefghijklmnopqrstuvwxyz0123456789-"

/* A list of options, or of rows. */
struct option_list {
	const struct yaml *yaml;
	const char *what; /* "question 3, options" */
	const char *item; /* "option" */
	size_t least;
	struct option *options;
	size_t count;
};

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

/* "Agree", {en: Agree, cy: Cytuno}, or a map that has a label. */
static struct option
read_option(struct reading *reading, const struct yaml *item, const char *what)
{
	static const char *const keys[] = { "value", "label",	  "hint",
					    "other", "exclusive", NULL };
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
	option.hint = reading_phrase(reading, yaml_get(item, "hint"),
				     reading_name(reading, what, "hint"),
				     READING_LINE);
	option.exclusive = yaml_yes(yaml_get(item, "exclusive"),
				    reading_name(reading, what, "exclusive"),
				    false, reading->problems);
	option.other = yaml_yes(yaml_get(item, "other"),
				reading_name(reading, what, "other"), false,
				reading->problems);
	option.value =
		value ? given_value(reading, value,
				    reading_name(reading, what, "value"))
		      : derived_value(reading, item, what, &option.label);
	return option;
}

static void
refuse_same_value(struct reading *reading, const struct option_list *list,
		  size_t last, const char *what)
{
	const struct option *options = list->options;

	for (size_t i = 0; i < last; i++) {
		if (!options[i].value || !options[last].value ||
		    strcmp(options[i].value, options[last].value) != 0)
			continue;
		problem_add(reading->problems, list->yaml->items[last].line,
			    list->yaml->items[last].column,
			    "%s has the value of %s %zu, \"%s\": give it "
			    "one of its own",
			    what, list->item, i + 1, options[i].value);
		return;
	}
}

static struct option_list
read_list(struct reading *reading, const struct question_draft *draft,
	  const char *key, const char *item, size_t least)
{
	struct option_list list = {
		.yaml = reading_needed(reading, draft->map, key, draft->name),
		.what = reading_name(reading, draft->name, key),
		.item = item,
		.least = least,
	};
	const char *name = reading_name(reading, draft->name, item);

	list.count = reading_list(reading, list.yaml, list.what);
	list.options = arena_array(reading->problems->arena, list.count,
				   sizeof(*list.options));
	for (size_t i = 0; i < list.count; i++) {
		const char *what = reading_item_name(reading, name, i);

		list.options[i] =
			read_option(reading, &list.yaml->items[i], what);
		refuse_same_value(reading, &list, i, what);
	}
	return list;
}

static void
refuse_count(struct reading *reading, const struct option_list *list,
	     size_t most)
{
	if (!list->yaml || list->yaml->kind != YAML_LIST)
		return;
	if (list->count < list->least)
		reading_problem(reading, list->yaml, list->what,
				list->least == 1
					? "are none: write at least one"
					: "are fewer than two: write at least "
					  "two");
	if (list->count > most)
		problem_add(reading->problems, list->yaml->items[most].line,
			    list->yaml->items[most].column,
			    "%s are %zu: keep to %zu, or ask several questions",
			    list->what, list->count, most);
}

/* A key of an option that those of this question do not have. */
static void
refuse_option_key(struct reading *reading, const struct yaml *item,
		  const char *what, const char *key, const char *sentence)
{
	const struct yaml *value = yaml_get(item, key);

	if (value)
		reading_problem(reading, value, what, sentence);
}

static void
refuse_by_type(struct reading *reading, const struct question_draft *draft,
	       const struct yaml *item, const char *what)
{
	enum question_type type = draft->question->type;

	if (type != QUESTION_RADIOS && type != QUESTION_CHECKBOXES)
		refuse_option_key(reading, item, what, "hint",
				  "has a hint, which only those of radios and "
				  "checkboxes have: take it away");
	if (type != QUESTION_CHECKBOXES)
		refuse_option_key(reading, item, what, "exclusive",
				  "has exclusive, which only those of "
				  "checkboxes have: take it away");
	if (!question_is_closed(draft->question))
		refuse_option_key(reading, item, what, "other",
				  "has other, which only those of radios, "
				  "checkboxes and select have: take it away");
}

static void
refuse_together(struct reading *reading, const struct option_list *list,
		size_t index, bool may_exclude, const char *what)
{
	const struct option *option = &list->options[index];
	const struct yaml *item = &list->yaml->items[index];

	if (option->exclusive && option->other)
		reading_problem(reading, item, what,
				"is exclusive and has other: take one of the "
				"two away");
	if (option->exclusive && may_exclude && index + 1 < list->count)
		reading_problem(reading, item, what,
				"is exclusive and not the last: put it at the "
				"end");
	for (size_t i = 0; option->other && i < index; i++) {
		if (list->options[i].other) {
			problem_add(reading->problems, item->line, item->column,
				    "%s has other, as option %zu has: take one "
				    "of the two away",
				    what, i + 1);
			return;
		}
	}
}

void
definition_options(struct reading *reading, const struct question_draft *draft)
{
	struct option_list list =
		read_list(reading, draft, "options", "option", 2);
	const char *name = reading_name(reading, draft->name, "option");

	refuse_count(reading, &list,
		     draft->question->type == QUESTION_RANKING
			     ? RANKED_MAX
			     : READING_ITEMS_MAX);
	for (size_t i = 0; i < list.count; i++) {
		const char *what = reading_item_name(reading, name, i);

		refuse_by_type(reading, draft, &list.yaml->items[i], what);
		if (question_is_closed(draft->question))
			refuse_together(reading, &list, i,
					draft->question->type ==
						QUESTION_CHECKBOXES,
					what);
	}
	draft->question->options = list.options;
	draft->question->option_count = list.count;
}

void
definition_rows(struct reading *reading, const struct question_draft *draft)
{
	static const char *const keys[] = { "hint", "exclusive", "other" };
	struct option_list list = read_list(reading, draft, "rows", "row", 1);
	const char *name = reading_name(reading, draft->name, "row");

	refuse_count(reading, &list, ROWS_MAX);
	for (size_t i = 0; i < list.count; i++)
		for (size_t j = 0; j < sizeof(keys) / sizeof(keys[0]); j++)
			refuse_option_key(
				reading, &list.yaml->items[i],
				reading_item_name(reading, name, i), keys[j],
				"is a row, which has a value and a label "
				"alone: take the rest away");
	draft->question->rows = list.options;
	draft->question->row_count = list.count;
}
