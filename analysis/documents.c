#include "documents.h"

#include <stdbool.h>
#include <string.h>

#include "arena.h"
#include "error.h"
#include "file.h"
#include "markdown.h"
#include "nearest.h"
#include "problem.h"
#include "slug.h"
#include "yaml.h"

/* A document, and what it holds if it is HTML. */
struct found {
	const char *bytes; /* NULL: another kind, or not there */
};

struct checking {
	struct problems *problems;
	const char *folder;
	const char **names; /* of the documents, and NULL */
	struct found *found;
	size_t count;
};

static const char *
text_of(const struct yaml *value)
{
	return value && value->kind == YAML_SCALAR ? value->text : NULL;
}

/* --- that they are there -------------------------------------------------- */

static bool
is_html(const char *name)
{
	const char *dot = strrchr(name, '.');

	return dot && strcmp(dot, ".html") == 0;
}

static void
find(struct checking *checking, const struct yaml *file)
{
	struct problems *problems = checking->problems;
	const char *name = file->text;
	struct found found = { 0 };
	struct error err = { 0 };
	char *bytes;
	size_t len;

	checking->names[checking->count] = name;
	if (!*name || *name == '.' || strpbrk(name, "/\\"))
		return; /* no name: somebody else says so */
	if (!file_read(problems->arena,
		       file_in(problems->arena, checking->folder, name),
		       DOCUMENT_BYTES_MAX, &bytes, &len, &err))
		problem_add(problems, file->line, file->column,
			    "the document %s does not stand beside this file: "
			    "put it there, or leave it out",
			    name);
	else if (is_html(name))
		found.bytes = bytes;
	checking->found[checking->count++] = found;
}

static void
find_all(struct checking *checking, const struct yaml *list)
{
	size_t count = list && list->kind == YAML_LIST ? list->count : 0;
	struct arena *arena = checking->problems->arena;

	checking->names =
		arena_array(arena, count + 1, sizeof(*checking->names));
	checking->found = arena_array(arena, count, sizeof(*checking->found));
	for (size_t i = 0; i < count; i++) {
		const struct yaml *file = yaml_get(&list->items[i], "file");

		if (text_of(file))
			find(checking, file);
	}
	checking->names[checking->count] = NULL;
}

/* --- paragraphs ----------------------------------------------------------- */

/* Whether an element of the HTML has that id, in quotes or without. */
static bool
has_id(const char *html, const char *id)
{
	size_t len = strlen(id);

	for (const char *at = html; (at = strstr(at, id)); at += len) {
		bool quoted =
			at - html > 4 && (at[-1] == '"' || at[-1] == '\'');
		const char *before = quoted ? at - 1 : at;

		if (before - html > 3 && !strncmp(before - 3, "id=", 3) &&
		    strchr(" \t\n", before[-4]) &&
		    (quoted ? at[len] == at[-1]
			    : strchr(" \t\n>", at[len]) != NULL))
			return true;
	}
	return false;
}

static void
check_paragraph(const struct checking *checking, const char *file,
		const struct yaml *paragraph)
{
	struct arena *arena = checking->problems->arena;
	const char *id = arena_format(arena, "paragraph-%s",
				      slug_of(arena, paragraph->text));

	for (size_t i = 0; i < checking->count; i++)
		if (!strcmp(checking->names[i], file) &&
		    checking->found[i].bytes &&
		    !has_id(checking->found[i].bytes, id))
			problem_add(checking->problems, paragraph->line,
				    paragraph->column,
				    "%s has no paragraph %s, for nothing in "
				    "it has the id \"%s\": write another "
				    "number, or give the paragraph that id",
				    file, paragraph->text, id);
}

/* The document may be one, or one for each language. */
static void
check_about(const struct checking *checking, const struct yaml *about)
{
	const struct yaml *document = yaml_get(about, "document");
	const struct yaml *paragraph = yaml_get(about, "paragraph");

	if (!document || !text_of(paragraph))
		return;
	if (text_of(document))
		check_paragraph(checking, text_of(document), paragraph);
	for (size_t i = 0; i < document->count; i++)
		if (text_of(&document->items[i]))
			check_paragraph(checking, document->items[i].text,
					paragraph);
}

/* --- links ---------------------------------------------------------------- */

static bool
is_document(const struct checking *checking, const char *name)
{
	for (size_t i = 0; i < checking->count; i++)
		if (!strcmp(checking->names[i], name))
			return true;
	return false;
}

static void
check_link(const struct checking *checking, const struct yaml *text,
	   const char *name)
{
	const char *meant = nearest(name, checking->names);

	if (is_document(checking, name))
		return;
	if (meant)
		problem_add(checking->problems, text->line, text->column,
			    "a link in this text leads to %s, which is none of "
			    "the documents: did you mean %s?",
			    name, meant);
	else
		problem_add(checking->problems, text->line, text->column,
			    "a link in this text leads to %s, which is none of "
			    "the documents: add it to them, or write the "
			    "whole address, with https://",
			    name);
}

/* Of a text of Markdown, or of one for each language. */
static void
check_links(const struct checking *checking, const struct yaml *value)
{
	size_t count;
	const char *const *names;

	if (!value)
		return;
	for (size_t i = 0; value->kind == YAML_MAP && i < value->count; i++)
		check_links(checking, &value->items[i]);
	if (!text_of(value))
		return;
	names = markdown_files(checking->problems->arena, value->text, &count);
	for (size_t i = 0; i < count; i++)
		check_link(checking, value, names[i]);
}

/* --- all of it ------------------------------------------------------------ */

void
documents_check(const char *bytes, size_t len, struct problems *problems)
{
	struct problems none = { .arena = problems->arena };
	struct checking checking = {
		.problems = problems,
		.folder = file_folder(problems->arena, problems->path),
	};
	const struct yaml *file = yaml_parse(bytes, len, &none), *questions;

	if (!file)
		return;
	find_all(&checking, yaml_get(file, "documents"));
	check_links(&checking, yaml_get(file, "description"));
	check_links(&checking, yaml_get(file, "privacy"));
	questions = yaml_get(file, "questions");
	for (size_t i = 0;
	     questions && questions->kind == YAML_LIST && i < questions->count;
	     i++) {
		check_about(&checking, yaml_get(&questions->items[i], "about"));
		check_links(&checking,
			    yaml_get(&questions->items[i], "guidance"));
	}
}
