#include "definition.h"

#include <string.h>

#include "address.h"
#include "arena.h"
#include "consultation.h"
#include "definition_question.h"
#include "problem.h"
#include "reading.h"
#include "yaml.h"

static const char *const file_keys[] = { "slug",
					 "title",
					 "summary",
					 "organisations",
					 "political",
					 "opens",
					 "closes",
					 "results_due",
					 "supersedes",
					 "description",
					 "documents",
					 "enquiries",
					 "respond",
					 "audience",
					 "respondent_types",
					 "privacy",
					 "questions",
					 "languages",
					 NULL };

static struct phrase
needed_phrase(struct reading *reading, const struct yaml *map, const char *key,
	      enum reading_lines lines)
{
	return reading_phrase(reading, reading_needed(reading, map, key, NULL),
			      key, lines);
}

static void
read_organisations(struct reading *reading, const struct yaml *map,
		   struct consultation *consultation)
{
	const struct yaml *list =
		reading_needed(reading, map, "organisations", NULL);

	consultation->organisations =
		reading_phrases(reading, list, "organisations", "organisation",
				&consultation->organisation_count);
	if (list && list->kind == YAML_LIST && !list->count)
		reading_problem(reading, list, "organisations",
				"is empty: write at least the lead one");
}

static void
read_times(struct reading *reading, const struct yaml *map,
	   struct consultation *consultation)
{
	const struct yaml *closes =
		reading_needed(reading, map, "closes", NULL);

	consultation->opens =
		reading_moment(reading,
			       reading_needed(reading, map, "opens", NULL),
			       "opens");
	consultation->closes = reading_moment(reading, closes, "closes");
	if (consultation->opens != MOMENT_NONE &&
	    consultation->closes != MOMENT_NONE &&
	    consultation->closes <= consultation->opens)
		reading_problem(reading, closes, "closes",
				"is not after opens: write a later time");
	consultation->results_due =
		reading_phrase(reading, yaml_get(map, "results_due"),
			       "results_due", READING_LINE);
}

static void
read_supersedes(struct reading *reading, const struct yaml *list,
		struct consultation *consultation)
{
	size_t count = reading_list(reading, list, "supersedes");
	const char **slugs =
		arena_array(reading->problems->arena, count, sizeof(*slugs));

	for (size_t i = 0; i < count; i++) {
		slugs[i] = reading_slug(reading, &list->items[i],
					reading_item_name(reading, "supersedes",
							  i));
		if (slugs[i] && consultation->slug &&
		    strcmp(slugs[i], consultation->slug) == 0)
			reading_problem(reading, &list->items[i], "supersedes",
					"names this consultation itself: write "
					"another's slug");
	}
	consultation->supersedes = slugs;
	consultation->supersedes_count = count;
}

bool
definition_names_document(const char *file)
{
	static const char *const extensions[] = { "html", "txt",  "pdf",
						  "csv",  "docx", "odt",
						  "ods",  "xlsx", NULL };
	const char *dot = strrchr(file, '.');

	if (*file == '.' || strpbrk(file, "/\\") || !dot)
		return false;
	for (size_t i = 0; extensions[i]; i++)
		if (strcmp(dot + 1, extensions[i]) == 0)
			return true;
	return false;
}

static struct document
read_document(struct reading *reading, const struct yaml *map, const char *what)
{
	static const char *const keys[] = { "title", "file", NULL };
	struct document document = { .line = map->line };
	const struct yaml *file;

	if (!reading_map(reading, map, what, keys))
		return document;
	file = reading_needed(reading, map, "file", what);
	document.title =
		reading_phrase(reading,
			       reading_needed(reading, map, "title", what),
			       reading_name(reading, what, "title"),
			       READING_LINE);
	document.file =
		reading_text(reading, file, reading_name(reading, what, "file"),
			     READING_LINE);
	if (document.file && !definition_names_document(document.file))
		problem_add(reading->problems, file->line, file->column,
			    "%s, file, \"%s\", cannot be published: write the "
			    "name of an html, txt, pdf, csv, docx, odt, ods or "
			    "xlsx file beside this one",
			    what, document.file);
	return document;
}

static void
read_documents(struct reading *reading, const struct yaml *list,
	       struct consultation *consultation)
{
	size_t count = reading_list(reading, list, "documents");
	struct document *documents = arena_array(reading->problems->arena,
						 count, sizeof(*documents));

	for (size_t i = 0; i < count; i++)
		documents[i] = read_document(reading, &list->items[i],
					     reading_item_name(reading,
							       "document", i));
	consultation->documents = documents;
	consultation->document_count = count;
}

static struct contact
read_contact(struct reading *reading, const struct yaml *map, const char *what)
{
	static const char *const keys[] = { "name", "email", "phone", NULL };
	struct contact contact = { 0 };

	if (!reading_map(reading, map, what, keys))
		return contact;
	contact.name = reading_phrase_same(reading, yaml_get(map, "name"),
					   reading_name(reading, what, "name"),
					   READING_LINE);
	contact.email = reading_email(reading, yaml_get(map, "email"),
				      reading_name(reading, what, "email"));
	contact.phone = reading_text(reading, yaml_get(map, "phone"),
				     reading_name(reading, what, "phone"),
				     READING_LINE);
	if (!yaml_get(map, "email") && !yaml_get(map, "phone"))
		reading_problem(reading, map, what,
				"cannot be reached: write an email or a phone");
	return contact;
}

static void
read_enquiries(struct reading *reading, const struct yaml *map,
	       struct consultation *consultation)
{
	static const char *const keys[] = { "policy", "process", NULL };

	if (!reading_map(reading, map, "enquiries", keys))
		return;
	consultation->policy_enquiries =
		read_contact(reading, yaml_get(map, "policy"),
			     "enquiries, policy");
	consultation->process_enquiries =
		read_contact(reading, yaml_get(map, "process"),
			     "enquiries, process");
}

static void
read_respond(struct reading *reading, const struct yaml *map,
	     struct consultation *consultation)
{
	static const char *const keys[] = { "online", "email", "post", "form",
					    NULL };
	const struct yaml *email = yaml_get(map, "email");
	const struct yaml *post = yaml_get(map, "post");
	bool form, online;

	consultation->respond_online = !map;
	if (!reading_map(reading, map, "respond", keys))
		return;
	online = yaml_yes(yaml_get(map, "online"), "respond, online", false,
			  reading->problems);
	form = yaml_yes(yaml_get(map, "form"), "respond, form", false,
			reading->problems);
	consultation->respond_online = online;
	consultation->respond_form = form;
	consultation->respond_email =
		reading_email(reading, email, "respond, email");
	consultation->respond_post =
		reading_phrase_same(reading, post, "respond, post",
				    READING_LINES);
	if (form && !email && !post)
		reading_problem(reading, yaml_get(map, "form"), "respond, form",
				"has nowhere to be sent: write an email or a "
				"post address too");
	else if (!online && !email && !post)
		reading_problem(reading, map, "respond",
				"offers no way: write online: yes, an email or "
				"a post address");
}

/* The respondent types while they are read. */
struct types {
	struct respondent_type *items;
	const struct yaml **maps; /* where each stands */
	size_t count, room;
};

static void
refuse_same_type(struct reading *reading, const struct types *types)
{
	size_t last = types->count - 1;
	const char *id = types->items[last].id;

	for (size_t i = 0; i < last; i++) {
		const struct yaml *at = yaml_get(types->maps[last], "id");

		if (id && types->items[i].id &&
		    strcmp(types->items[i].id, id) == 0)
			problem_add(reading->problems, at->line, at->column,
				    "respondent type %zu has the id of "
				    "respondent type %zu, \"%s\": write "
				    "another",
				    last + 1, i + 1, id);
	}
}

static void
read_respondent_type(struct reading *reading, const struct yaml *map,
		     const struct phrase *group, struct types *types)
{
	static const char *const keys[] = { "id", "label", NULL };
	const char *what =
		reading_item_name(reading, "respondent type", types->count);
	struct respondent_type *type;

	if (types->count == types->room) {
		reading_problem(reading, map, what,
				"is one too many: keep to 100 in all");
		return;
	}
	type = &types->items[types->count];
	types->maps[types->count++] = map;
	if (group)
		type->group = *group;
	if (!reading_map(reading, map, what, keys))
		return;
	type->id = reading_id(reading, reading_needed(reading, map, "id", what),
			      reading_name(reading, what, "id"));
	type->label =
		reading_phrase(reading,
			       reading_needed(reading, map, "label", what),
			       reading_name(reading, what, "label"),
			       READING_LINE);
	refuse_same_type(reading, types);
}

/* {group: "Farming", types: [{id: …, label: …}, …]} */
static void
read_type_group(struct reading *reading, const struct yaml *map,
		const char *what, struct types *types)
{
	static const char *const keys[] = { "group", "types", NULL };
	const struct yaml *list;
	struct phrase group;
	size_t count, before = types->count;

	if (!reading_map(reading, map, what, keys))
		return;
	group = reading_phrase(reading,
			       reading_needed(reading, map, "group", what),
			       reading_name(reading, what, "group"),
			       READING_LINE);
	list = reading_needed(reading, map, "types", what);
	count = reading_list(reading, list,
			     reading_name(reading, what, "types"));
	if (list && list->kind == YAML_LIST && !count)
		reading_problem(reading, list, what,
				"has no types: write at least one");
	for (size_t i = 0; i < count; i++)
		read_respondent_type(reading, &list->items[i], &group, types);
	for (size_t i = before + 1; i < types->count; i++)
		types->items[i].goes_on = true;
}

static void
read_respondent_types(struct reading *reading, const struct yaml *list,
		      struct consultation *consultation)
{
	struct arena *arena = reading->problems->arena;
	size_t count = reading_list(reading, list, "respondent_types");
	struct types types = {
		.items = arena_array(arena, READING_ITEMS_MAX,
				     sizeof(*types.items)),
		.maps = arena_array(arena, READING_ITEMS_MAX,
				    sizeof(*types.maps)),
		.room = READING_ITEMS_MAX,
	};
	size_t groups = 0;
	bool bare = false; /* the one before has no group */

	for (size_t i = 0; i < count; i++) {
		const struct yaml *item = &list->items[i];
		size_t at = types.count;

		if (yaml_get(item, "group") || yaml_get(item, "types")) {
			read_type_group(reading, item,
					reading_item_name(reading,
							  "respondent group",
							  groups++),
					&types);
			bare = false;
			continue;
		}
		read_respondent_type(reading, item, NULL, &types);
		if (types.count > at)
			types.items[at].goes_on = bare;
		bare = true;
	}
	consultation->respondent_types = types.items;
	consultation->respondent_type_count = types.count;
}

/* Both languages, or English alone; absent: whatever the texts are in. */
static void
read_languages(struct reading *reading, const struct yaml *list)
{
	size_t count = reading_list(reading, list, "languages");
	bool given[LANGUAGE_COUNT] = { false };

	for (size_t i = 0; i < count; i++) {
		const struct yaml *item = &list->items[i];
		const char *code =
			reading_text(reading, item, "languages", READING_LINE);
		enum language language;

		if (!code)
			continue;
		if (!language_from_code(code, &language))
			problem_add(reading->problems, item->line, item->column,
				    "languages names \"%s\": write en, or en "
				    "and cy",
				    code);
		else if (given[language])
			reading_problem(reading, item, "languages",
					"names one twice: take one away");
		else
			given[language] = true;
	}
	if (list && list->kind == YAML_LIST && !given[LANGUAGE_EN])
		reading_problem(reading, list, "languages",
				"lacks English: write [en] or [en, cy]");
	if (given[LANGUAGE_EN])
		reading->declared =
			given[LANGUAGE_CY] ? READING_BOTH : READING_ENGLISH;
}

/* Where both languages were declared, a text that lacks one is a problem; where
 * they merely occur, a gap to be told of. */
static void
settle_languages(struct reading *reading, struct consultation *consultation)
{
	consultation->bilingual =
		reading->bilingual || reading->declared == READING_BOTH;
	if (reading->declared != READING_BOTH && consultation->bilingual) {
		consultation->gaps = reading->gaps;
		consultation->gap_count = reading->gap_count;
	}
	for (size_t i = 0;
	     reading->declared == READING_BOTH && i < reading->gap_count; i++)
		problem_add(reading->problems, reading->gaps[i].line,
			    reading->gaps[i].column,
			    "%s is not in %s: write {en: …, cy: …}",
			    reading->gaps[i].what,
			    reading->gaps[i].language == LANGUAGE_CY
				    ? "Welsh"
				    : "English");
}

static void
read_file(struct reading *reading, const struct yaml *map,
	  struct consultation *consultation)
{
	read_languages(reading, yaml_get(map, "languages"));
	consultation->slug =
		reading_slug(reading,
			     reading_needed(reading, map, "slug", NULL),
			     "slug");
	if (consultation->slug && address_is_taken(consultation->slug))
		reading_problem(reading, yaml_get(map, "slug"), "slug",
				"is the address of another page of the site: "
				"write another");
	consultation->title =
		needed_phrase(reading, map, "title", READING_LINE);
	consultation->summary =
		needed_phrase(reading, map, "summary", READING_LINE);
	read_organisations(reading, map, consultation);
	consultation->political =
		yaml_yes(yaml_get(map, "political"), "political", false,
			 reading->problems);
	read_times(reading, map, consultation);
	read_supersedes(reading, yaml_get(map, "supersedes"), consultation);
	consultation->description =
		needed_phrase(reading, map, "description", READING_LINES);
	read_documents(reading, yaml_get(map, "documents"), consultation);
	read_enquiries(reading, yaml_get(map, "enquiries"), consultation);
	read_respond(reading, yaml_get(map, "respond"), consultation);
	consultation->audience =
		reading_phrases(reading, yaml_get(map, "audience"), "audience",
				"audience", &consultation->audience_count);
	read_respondent_types(reading, yaml_get(map, "respondent_types"),
			      consultation);
	consultation->privacy =
		needed_phrase(reading, map, "privacy", READING_LINES);
	definition_questions(reading,
			     reading_needed(reading, map, "questions", NULL),
			     consultation);
	settle_languages(reading, consultation);
}

const struct consultation *
definition_parse(const char *bytes, size_t len, struct problems *problems)
{
	struct reading reading = { .problems = problems };
	struct consultation *consultation =
		arena_alloc(problems->arena, sizeof(*consultation));
	size_t before = problems->count;
	const struct yaml *map = yaml_parse(bytes, len, problems);

	if (map && reading_map(&reading, map, "the file", file_keys))
		read_file(&reading, map, consultation);
	return problems->count == before ? consultation : NULL;
}
