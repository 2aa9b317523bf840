#include "definition_question.h"

#include <string.h>

#include "arena.h"
#include "consultation.h"
#include "definition_draft.h"
#include "definition_path.h"
#include "definition_room.h"
#include "problem.h"
#include "reading.h"

/* Pages and fields of the form, which share one space of names with questions. */
static const char *const reserved[] = {
	"about",    "tasks",	  "check",	  "done",
	"respond",  "questions",  "with",	  "documents",
	"outcome",  "privacy",	  "language",	  "token",
	"revision", "capacity",	  "organisation", "type",
	"name",	    "email",	  "confidential", "confidential_reason",
	"publish",  "represents", "contact",	  NULL
};

static bool
is_reserved(const char *id)
{
	for (size_t i = 0; reserved[i]; i++)
		if (strcmp(reserved[i], id) == 0)
			return true;
	return false;
}

#define OF(type) (1u << QUESTION_##type)

/* What only questions of some types have. */
static const struct {
	const char *key;
	unsigned types;
	const char *sentence; /* where others have it */
} keys_of_types[] = {
	{ "options",
	  OF(RADIOS) | OF(CHECKBOXES) | OF(SELECT) | OF(MATRIX) | OF(RANKING),
	  "is not answered by choosing and has options: take them away, or "
	  "write type: radios" },
	{ "rows", OF(MATRIX),
	  "is no matrix and has rows: take them away, or write type: matrix" },
	{ "max", OF(TEXT) | OF(LONG_TEXT) | OF(NUMBER),
	  "is neither words nor a number and has a max: take it away" },
	{ "min", OF(NUMBER),
	  "is no number and has a min: take it away, or write type: number" },
	{ "decimals", OF(NUMBER),
	  "is no number and has decimals: take them away, or write type: "
	  "number" },
	{ "earliest", OF(DATE),
	  "is no date and has an earliest one: take it away, or write type: "
	  "date" },
	{ "latest", OF(DATE),
	  "is no date and has a latest one: take it away, or write type: "
	  "date" },
	{ "explains", OF(LONG_TEXT),
	  "explains another and is not long-text: write type: long-text" },
};

static void
read_by_type(struct reading *reading, const struct question_draft *draft)
{
	unsigned type = 1u << draft->question->type;

	for (size_t i = 0; i < sizeof(keys_of_types) / sizeof(keys_of_types[0]);
	     i++) {
		const struct yaml *value =
			yaml_get(draft->map, keys_of_types[i].key);

		if (value && !(keys_of_types[i].types & type))
			reading_problem(reading, value, draft->name,
					keys_of_types[i].sentence);
	}
	if (keys_of_types[0].types & type)
		definition_options(reading, draft);
	if (draft->question->type == QUESTION_MATRIX)
		definition_rows(reading, draft);
	definition_limits(reading, draft);
}

static bool
read_type(struct reading *reading, const struct question_draft *draft)
{
	const struct yaml *value =
		reading_needed(reading, draft->map, "type", draft->name);
	const char *name =
		reading_text(reading, value,
			     reading_name(reading, draft->name, "type"),
			     READING_LINE);

	for (int i = 0; name && i < QUESTION_TYPE_COUNT; i++) {
		enum question_type type = (enum question_type)i;

		if (strcmp(question_type_word(type), name) == 0) {
			draft->question->type = type;
			return true;
		}
	}
	if (name)
		problem_add(reading->problems, value->line, value->column,
			    "%s has an unknown type, \"%s\": write radios, "
			    "checkboxes, select, text, long-text, email, "
			    "number, date, matrix or ranking",
			    draft->name, name);
	return false;
}

static void
read_id(struct reading *reading, const struct question_draft *drafts,
	size_t index)
{
	const struct question_draft *draft = &drafts[index];
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

static const struct document *
document_of(const struct consultation *consultation, const char *file)
{
	const struct document *documents = consultation->documents;

	for (size_t i = 0; i < consultation->document_count; i++)
		if (documents[i].file && strcmp(documents[i].file, file) == 0)
			return &documents[i];
	return NULL;
}

/* VALUE names no document by FILE. */
static void
refuse_document(struct reading *reading, const struct yaml *value,
		const char *what, const char *file)
{
	problem_add(reading->problems, value->line, value->column,
		    "%s, \"%s\", is none of the documents: write the file of "
		    "one",
		    what, file);
}

/* One file for both languages, or one for each; a language without one has the
 * other's. */
static void
read_about_document(struct reading *reading, const struct yaml *value,
		    const char *what, const struct consultation *consultation,
		    const struct document *about[LANGUAGE_COUNT])
{
	const struct phrase file =
		reading_phrase_same(reading, value, what, READING_LINE);

	for (int i = 0; i < LANGUAGE_COUNT; i++) {
		const char *code = language_code((enum language)i);
		const struct yaml *one = yaml_get(value, code);

		about[i] =
			document_of(consultation,
				    phrase_in(&file, (enum language)i, NULL));
		if (one && file.text[i] && !about[i])
			refuse_document(reading, one,
					reading_name(reading, what, code),
					file.text[i]);
	}
	if (value && value->kind == YAML_SCALAR && file.text[LANGUAGE_EN] &&
	    !about[LANGUAGE_EN])
		refuse_document(reading, value, what, file.text[LANGUAGE_EN]);
}

/* {document: paper.html, paragraph: "2.3"}; the paragraph may be missing. */
static void
read_about(struct reading *reading, const struct question_draft *draft,
	   const struct consultation *consultation)
{
	static const char *const keys[] = { "document", "paragraph", NULL };
	const struct yaml *map = yaml_get(draft->map, "about");
	const char *what = reading_name(reading, draft->name, "about");

	if (!reading_map(reading, map, what, keys))
		return;
	read_about_document(reading,
			    reading_needed(reading, map, "document", what),
			    reading_name(reading, what, "document"),
			    consultation, draft->question->about);
	draft->question->about_paragraph =
		reading_text(reading, yaml_get(map, "paragraph"),
			     reading_name(reading, what, "paragraph"),
			     READING_LINE);
}

static struct phrase
read_phrase(struct reading *reading, const struct question_draft *draft,
	    const char *key, enum reading_lines lines)
{
	return reading_phrase(reading, yaml_get(draft->map, key),
			      reading_name(reading, draft->name, key), lines);
}

static void
read_question(struct reading *reading, struct question_draft *drafts,
	      size_t index, const struct consultation *consultation)
{
	static const char *const keys[] = { "id",	 "type",     "title",
					    "hint",	 "guidance", "why",
					    "about",	 "options",  "rows",
					    "required",	 "explains", "min",
					    "max",	 "decimals", "earliest",
					    "latest",	 "section",  "page",
					    "same_page", "show_if",  NULL };
	struct question_draft *draft = &drafts[index];
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
	question->hint = read_phrase(reading, draft, "hint", READING_LINES);
	question->guidance =
		read_phrase(reading, draft, "guidance", READING_LINES);
	question->why = read_phrase(reading, draft, "why", READING_LINE);
	read_about(reading, draft, consultation);
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
explaining_fault(const struct question_draft *drafts, size_t count,
		 size_t index, const char *id)
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
		return "which is not answered by choosing of options: write "
		       "the id of radios, checkboxes or select";
	for (size_t i = 0; i < index; i++)
		if (drafts[i].question->explains &&
		    strcmp(drafts[i].question->explains, id) == 0)
			return "which another question explains already: join "
			       "the two";
	return NULL;
}

static void
read_explains(struct reading *reading, const struct question_draft *drafts,
	      size_t count, size_t index)
{
	const struct question_draft *draft = &drafts[index];
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
	struct question_draft *drafts =
		arena_array(arena, count, sizeof(*drafts));

	if (list && list->kind == YAML_LIST && !count)
		reading_problem(reading, list, "questions",
				"is empty: write at least one");
	for (size_t i = 0; i < count; i++) {
		drafts[i].map = &list->items[i];
		drafts[i].name = reading_item_name(reading, "question", i);
		drafts[i].question = &questions[i];
		read_question(reading, drafts, i, consultation);
	}
	for (size_t i = 0; i < count; i++)
		read_explains(reading, drafts, count, i);
	definition_path(reading, list, questions, count);
	definition_room(reading, list, questions, count);
	consultation->questions = questions;
	consultation->question_count = count;
}
