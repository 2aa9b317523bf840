#include "definition_path.h"

#include <string.h>

#include "arena.h"
#include "path.h"
#include "problem.h"
#include "reach.h"
#include "reading.h"
#include "str.h"

/* The questions while their pages and conditions are read. */
struct draft {
	struct reading *reading;
	const struct yaml *list;
	struct question *questions;
	struct consultation consultation; /* of these questions alone */
};

/* --- pages and sections ----------------------------------------------- */

static const char *
name_of(const struct draft *draft, size_t index)
{
	return reading_item_name(draft->reading, "question", index);
}

static void
refuse_beside_same_page(const struct draft *draft, size_t index,
			const char *key, const char *sentence)
{
	const struct yaml *value = yaml_get(&draft->list->items[index], key);

	if (value)
		reading_problem(draft->reading, value, name_of(draft, index),
				sentence);
}

static void
read_same_page(const struct draft *draft, size_t index)
{
	struct reading *reading = draft->reading;
	const char *name = name_of(draft, index);
	const struct yaml *value =
		yaml_get(&draft->list->items[index], "same_page");

	if (!yaml_yes(value, reading_name(reading, name, "same_page"), false,
		      reading->problems))
		return;
	if (index == 0) {
		reading_problem(reading, value, name,
				"has same_page and no question before it: "
				"take it away");
		return;
	}
	draft->questions[index].same_page = true;
	refuse_beside_same_page(draft, index, "page",
				"has both same_page and page: a page begins "
				"with its first question, so take one away");
	refuse_beside_same_page(draft, index, "section",
				"has both same_page and section: a section "
				"begins a page, so take one away");
}

static void
read_place(const struct draft *draft, size_t index)
{
	struct reading *reading = draft->reading;
	const struct yaml *map = &draft->list->items[index];
	const char *name = name_of(draft, index);
	struct question *question = &draft->questions[index];

	question->section =
		reading_phrase(reading, yaml_get(map, "section"),
			       reading_name(reading, name, "section"),
			       READING_LINE);
	question->page = reading_phrase(reading, yaml_get(map, "page"),
					reading_name(reading, name, "page"),
					READING_LINE);
	read_same_page(draft, index);
}

/* A page of several questions needs a title, said once for each page. */
static void
check_page(const struct draft *draft, size_t index)
{
	const struct question *question = &draft->questions[index];
	const struct question *page = question - 1;

	if (!question->same_page || page->same_page ||
	    yaml_get(&draft->list->items[index - 1], "page"))
		return;
	problem_add(draft->reading->problems, draft->list->items[index].line,
		    draft->list->items[index].column,
		    "question %zu stands on the page of question %zu, which "
		    "has no title: add \"page: …\" to question %zu",
		    index + 1, index, index);
}

/* Where there are sections, every question is in one. */
static void
check_sections(const struct draft *draft)
{
	size_t count = draft->consultation.question_count;

	for (size_t i = 1; i < count; i++) {
		const struct yaml *section =
			yaml_get(&draft->list->items[i], "section");

		if (!section || draft->questions[i].same_page ||
		    yaml_get(&draft->list->items[0], "section"))
			continue;
		problem_add(draft->reading->problems, section->line,
			    section->column,
			    "question %zu begins a section, and the questions "
			    "before it are in none: add \"section: …\" to "
			    "question 1",
			    i + 1);
		return;
	}
}

/* --- conditions ------------------------------------------------------- */

/* What is wrong with question INDEX hanging on TARGET, as the rest of a
 * sentence; NULL when nothing is. */
static const char *
target_fault(const struct draft *draft, size_t index,
	     const struct question *target)
{
	const struct question *question = &draft->questions[index];

	if (!target)
		return "which is no question: write the id of an earlier one";
	if (target == question)
		return "which is this question itself: write the id of an "
		       "earlier one";
	if (target > question)
		return "which does not come before it: move that question "
		       "up, or this one down";
	if (!question_is_closed(target))
		return "which is not answered by choosing: write the id of a "
		       "question with options";
	if (path_page(&draft->consultation, target) ==
	    path_page(&draft->consultation, question))
		return "which stands on the same page: put it on an earlier "
		       "one";
	return NULL;
}

static const char *
values_of(struct arena *arena, const struct question *target)
{
	struct str list = { .arena = arena };

	for (size_t i = 0; i < target->option_count; i++) {
		const char *value = target->options[i].value;

		if (i)
			str_text(&list,
				 i + 1 < target->option_count ? ", " : " or ");
		str_text(&list, value ? value : "…");
	}
	return list.text;
}

/* An option whose own value could not be read has been reported. */
static bool
is_value(const struct question *target, const char *text)
{
	for (size_t i = 0; i < target->option_count; i++)
		if (!target->options[i].value ||
		    strcmp(target->options[i].value, text) == 0)
			return true;
	return target->option_count == 0;
}

static const char *
read_value(const struct draft *draft, const struct yaml *item, const char *what,
	   const struct question *target)
{
	struct reading *reading = draft->reading;
	const char *text = reading_text(reading, item, what, READING_LINE);

	if (!text || is_value(target, text))
		return text;
	problem_add(reading->problems, item->line, item->column,
		    "%s names \"%s\", which is no value of question %zu: "
		    "write %s",
		    what, text, (size_t)(target - draft->questions) + 1,
		    values_of(reading->problems->arena, target));
	return NULL;
}

/* One value, or a list of them. */
static void
read_values(const struct draft *draft, const struct yaml *given,
	    const char *what, const struct question *target,
	    struct condition *condition)
{
	struct reading *reading = draft->reading;
	bool several = given->kind != YAML_SCALAR;
	size_t count = several ? reading_list(reading, given, what) : 1;
	const char **values =
		arena_array(reading->problems->arena, count, sizeof(*values));

	if (given->kind == YAML_LIST && count == 0)
		reading_problem(reading, given, what,
				"is empty: write at least one value");
	for (size_t i = 0; i < count; i++) {
		const struct yaml *item = several ? &given->items[i] : given;
		const char *value = read_value(draft, item, what, target);

		if (value)
			values[condition->value_count++] = value;
	}
	condition->values = values;
}

static bool
read_condition(const struct draft *draft, size_t index, const struct yaml *key,
	       const struct yaml *given, struct condition *condition)
{
	struct reading *reading = draft->reading;
	const struct question *target =
		consultation_question(&draft->consultation, key->text);
	const char *fault = target_fault(draft, index, target);
	const char *what =
		reading_name(reading, name_of(draft, index), "show_if");

	if (fault) {
		problem_add(reading->problems, key->line, key->column,
			    "%s names \"%s\", %s", what, key->text, fault);
		return false;
	}
	condition->question = target->id;
	read_values(draft, given, reading_name(reading, what, key->text),
		    target, condition);
	return condition->value_count > 0;
}

static void
read_show_if(const struct draft *draft, size_t index)
{
	struct reading *reading = draft->reading;
	const struct yaml *map =
		yaml_get(&draft->list->items[index], "show_if");
	struct question *question = &draft->questions[index];
	struct condition *conditions;

	if (!map)
		return;
	if (map->kind != YAML_MAP || map->count == 0) {
		reading_problem(reading, map,
				reading_name(reading, name_of(draft, index),
					     "show_if"),
				"does not say when it is asked: write the id "
				"of an earlier question and values of it, as "
				"in {id: [value]}");
		return;
	}
	conditions = arena_array(reading->problems->arena, map->count,
				 sizeof(*conditions));
	for (size_t i = 0; i < map->count; i++)
		if (read_condition(draft, index, &map->keys[i], &map->items[i],
				   &conditions[question->condition_count]))
			question->condition_count++;
	question->conditions = conditions;
}

/* --- whether they are ever asked -------------------------------------- */

static void
add_need(const struct draft *draft, struct str *text, const struct need *need)
{
	const struct condition *condition = need->condition;

	for (size_t i = 0; i < condition->value_count; i++)
		str_format(text, "%s\"%s\"", i ? " or " : "",
			   condition->values[i]);
	str_format(text, " for question %zu",
		   (size_t)(need->owner - draft->questions) + 1);
}

static void
add_never_asked(const struct draft *draft, size_t index,
		const struct contradiction *why)
{
	struct problems *problems = draft->reading->problems;
	const struct yaml *map =
		yaml_get(&draft->list->items[index], "show_if");
	struct str text = { .arena = problems->arena };

	for (size_t i = 0; i < why->need_count; i++) {
		str_text(&text, i ? " and " : "");
		add_need(draft, &text, &why->needs[i]);
	}
	problem_add(problems, map->line, map->column,
		    "question %zu is never asked: the answer to question %zu, "
		    "\"%s\", would have to be %s, which cannot be at once: "
		    "change one of them",
		    index + 1, (size_t)(why->target - draft->questions) + 1,
		    why->target->id, text.text);
}

static bool
depends_on_any(const struct draft *draft, size_t index, const bool *among)
{
	const struct question *question = &draft->questions[index];

	for (size_t i = 0; i < question->condition_count; i++) {
		const struct question *target =
			consultation_question(&draft->consultation,
					      question->conditions[i].question);

		if (among[target - draft->questions])
			return true;
	}
	return false;
}

/* What only hangs on a question that is never asked is not said again. */
static void
check_reach(const struct draft *draft)
{
	struct arena *arena = draft->reading->problems->arena;
	size_t count = draft->consultation.question_count;
	bool *never = arena_array(arena, count, sizeof(*never));

	for (size_t i = 0; i < count; i++) {
		struct contradiction why;

		never[i] = depends_on_any(draft, i, never);
		if (never[i] || reach_question(arena, &draft->consultation,
					       &draft->questions[i], &why))
			continue;
		never[i] = true;
		add_never_asked(draft, i, &why);
	}
}

void
definition_path(struct reading *reading, const struct yaml *list,
		struct question *questions, size_t count)
{
	const struct draft draft = {
		.reading = reading,
		.list = list,
		.questions = questions,
		.consultation = { .questions = questions,
				  .question_count = count },
	};

	for (size_t i = 0; i < count; i++)
		read_place(&draft, i);
	for (size_t i = 1; i < count; i++)
		check_page(&draft, i);
	check_sections(&draft);
	for (size_t i = 0; i < count; i++)
		read_show_if(&draft, i);
	if (reading->problems->count == 0)
		check_reach(&draft);
}
