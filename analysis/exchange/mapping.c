#include "exchange/mapping.h"

#include <string.h>

#include "arena.h"
#include "nearest.h"
#include "problem.h"
#include "yaml.h"

/* What a column can be besides a question. */
static const char *const places[] = {
	"id",		"reference",
	"received",	"channel",
	"language",	"capacity",
	"organisation", "represents",
	"type",		"name",
	"email",	"contact",
	"confidential", "confidential_reason",
	"publish",	"ignore",
	NULL,
};

static bool
is_place(const char *name)
{
	for (size_t i = 0; places[i]; i++)
		if (strcmp(places[i], name) == 0)
			return true;
	return false;
}

static void
check_is(const struct yaml *is, const char *name,
	 const struct consultation *consultation, struct problems *problems)
{
	const char *near, *part;

	if (!name || is_place(name) ||
	    consultation_field(consultation, name, &part))
		return;
	near = nearest(name, places);
	problem_add(problems, is->line, is->column,
		    "\"%s\" is neither a question nor a field: write %s%s",
		    name,
		    near ? near
			 : "the id of a question, id, reference, received, "
			   "channel, language, a field of the respondent",
		    near ? "" : " or ignore");
}

static void
take_values(const struct yaml *map, struct mapping_column *column,
	    struct problems *problems)
{
	struct mapping_value *values;

	if (!map)
		return;
	if (map->kind != YAML_MAP) {
		problem_add(problems, map->line, map->column,
			    "values is not a list of pairs: write {\"text in "
			    "the file\": value}");
		return;
	}
	values = arena_array(problems->arena, map->count, sizeof(*values));
	for (size_t i = 0; i < map->count; i++) {
		values[i].from = map->keys[i].text;
		values[i].to = yaml_text(&map->items[i], "values", problems);
	}
	column->values = values;
	column->value_count = map->count;
}

static void
take_column(const struct yaml *item, const struct consultation *consultation,
	    struct mapping_column *column, struct problems *problems)
{
	static const char *const keys[] = { "heading", "is", "values", "split",
					    NULL };
	const struct yaml *is;

	if (item->kind != YAML_MAP) {
		problem_add(problems, item->line, item->column,
			    "a column is a mapping: write \"heading: …\" and "
			    "\"is: …\"");
		return;
	}
	yaml_keys(item, keys, problems);
	is = yaml_get(item, "is");
	column->line = item->line;
	column->heading =
		yaml_text(yaml_get(item, "heading"), "heading", problems);
	column->is = yaml_text(is, "is", problems);
	column->split = yaml_text(yaml_get(item, "split"), "split", problems);
	if (!column->heading || !column->is)
		problem_add(problems, item->line, item->column,
			    "the column lacks its %s: add \"%s: …\"",
			    column->heading ? "meaning" : "heading",
			    column->heading ? "is" : "heading");
	check_is(is, column->is, consultation, problems);
	take_values(yaml_get(item, "values"), column, problems);
}

const struct mapping *
mapping_parse(const char *bytes, size_t len,
	      const struct consultation *consultation,
	      struct problems *problems)
{
	static const char *const keys[] = { "columns", NULL };
	const struct yaml *tree = yaml_parse(bytes, len, problems);
	const struct yaml *list = tree ? yaml_get(tree, "columns") : NULL;
	struct mapping *mapping =
		arena_alloc(problems->arena, sizeof(*mapping));
	struct mapping_column *columns;

	if (!tree)
		return NULL;
	if (tree->kind != YAML_MAP || !list || list->kind != YAML_LIST) {
		problem_add(problems, tree->line, tree->column,
			    "there is no list of columns: write \"columns:\" "
			    "and under it \"- heading: …\"");
		return NULL;
	}
	yaml_keys(tree, keys, problems);
	columns = arena_array(problems->arena, list->count, sizeof(*columns));
	for (size_t i = 0; i < list->count; i++)
		take_column(&list->items[i], consultation, &columns[i],
			    problems);
	mapping->columns = columns;
	mapping->count = list->count;
	return problems->count ? NULL : mapping;
}

const struct mapping_column *
mapping_of_export(struct arena *arena, const char *heading,
		  const struct consultation *consultation)
{
	struct mapping_column *column = arena_alloc(arena, sizeof(*column));
	const char *part;
	const struct question *question =
		consultation_field(consultation, heading, &part);

	column->heading = column->is = heading;
	if (question && !part &&
	    (question->type == QUESTION_CHECKBOXES ||
	     question->type == QUESTION_RANKING))
		column->split = ";";
	else if (strcmp(heading, "version") == 0 ||
		 strcmp(heading, "late") == 0 || strcmp(heading, "flags") == 0)
		column->is = "ignore";
	else if (!question && !is_place(heading))
		return NULL;
	return column;
}
