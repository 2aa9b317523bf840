#include "documents.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "arena.h"
#include "definition.h"
#include "error.h"
#include "file.h"
#include "markdown.h"
#include "nearest.h"
#include "problem.h"
#include "reading.h"
#include "slug.h"
#include "yaml.h"

struct checking {
	struct problems *problems;
	struct reading reading; /* its problems are told elsewhere */
	const char *folder;
	const char **names; /* of the documents, and NULL */
	const char **html;  /* what each holds; NULL: no HTML, or not there */
	size_t count;
};

/* As the definition is read: trimmed and composed; NULL when it is no text. */
static const char *
text_of(struct checking *checking, const struct yaml *value)
{
	return value && value->kind == YAML_SCALAR
		       ? reading_text(&checking->reading, value, "",
				      READING_LINE)
		       : NULL;
}

/* --- that they are there -------------------------------------------------- */

/* What is wrong with the file at PATH, as the end of a sentence; or NULL. */
static const char *
file_fault(const char *path)
{
	struct stat facts;

	if (stat(path, &facts) != 0)
		return "does not stand beside this file: put it there, or "
		       "leave it out";
	if (!S_ISREG(facts.st_mode))
		return "is no file: write the name of one";
	if (facts.st_size > DOCUMENT_BYTES_MAX)
		return "is longer than 20 MiB: make it smaller, or divide it";
	return NULL;
}

static const char *
read_html(struct arena *arena, const char *name, const char *path)
{
	struct error err = { 0 };
	char *bytes;
	size_t len;

	if (strcmp(strrchr(name, '.'), ".html") != 0 ||
	    !file_read(arena, path, DOCUMENT_BYTES_MAX, &bytes, &len, &err))
		return NULL;
	return bytes;
}

static void
find(struct checking *checking, const struct yaml *value)
{
	struct arena *arena = checking->problems->arena;
	const char *name = text_of(checking, value);
	const char *path, *fault;

	if (!name || !definition_names_document(name))
		return; /* which is told already */
	path = file_in(arena, checking->folder, name);
	fault = file_fault(path);
	if (fault)
		problem_add(checking->problems, value->line, value->column,
			    "the document %s %s", name, fault);
	else
		checking->html[checking->count] = read_html(arena, name, path);
	checking->names[checking->count++] = name;
}

static void
find_all(struct checking *checking, const struct yaml *list)
{
	size_t count = list && list->kind == YAML_LIST ? list->count : 0;
	struct arena *arena = checking->problems->arena;

	checking->names =
		arena_array(arena, count + 1, sizeof(*checking->names));
	checking->html = arena_array(arena, count, sizeof(*checking->html));
	for (size_t i = 0; i < count; i++)
		find(checking, yaml_get(&list->items[i], "file"));
}

/* The place of NAME among COUNT names, or COUNT. */
static size_t
index_of(const char *name, const char *const *names, size_t count)
{
	size_t index = 0;

	while (index < count && strcmp(names[index], name) != 0)
		index++;
	return index;
}

/* --- paragraphs ----------------------------------------------------------- */

static bool
is_blank(char byte)
{
	return byte && strchr(" \t\r\n\f", byte);
}

static const char *
skip_blanks_back(const char *html, const char *end)
{
	while (end > html && is_blank(end[-1]))
		end--;
	return end;
}

/* Whether NAME and a blank before it end at END. */
static bool
ends_with(const char *html, const char *end, const char *name)
{
	size_t len = strlen(name);

	return (size_t)(end - html) > len &&
	       strncasecmp(end - len, name, len) == 0 &&
	       is_blank(end[-len - 1]);
}

/* Whether the LEN bytes at AT are the value of an id, or of the name of an anchor,
 * in quotes or without. */
static bool
is_id(const char *html, const char *at, size_t len)
{
	bool quoted = at > html && (at[-1] == '"' || at[-1] == '\'');
	const char *end = skip_blanks_back(html, quoted ? at - 1 : at);

	if (quoted ? at[len] != at[-1] : at[len] != '>' && !is_blank(at[len]))
		return false;
	if (end == html || end[-1] != '=')
		return false;
	end = skip_blanks_back(html, end - 1);
	return ends_with(html, end, "id") || ends_with(html, end, "<a name");
}

static bool
has_id(const char *html, const char *id)
{
	size_t len = strlen(id);

	for (const char *at = html; (at = strstr(at, id)); at += len)
		if (is_id(html, at, len))
			return true;
	return false;
}

/* VALUE names a document; that the number of PARAGRAPH leads somewhere in it. */
static void
check_paragraph(struct checking *checking, const struct yaml *value,
		const struct yaml *paragraph)
{
	struct arena *arena = checking->problems->arena;
	const char *name = text_of(checking, value);
	const char *number = text_of(checking, paragraph), *id;
	size_t index = name ? index_of(name, checking->names, checking->count)
			    : checking->count;

	if (!number || index == checking->count || !checking->html[index])
		return;
	id = slug_of(arena, number);
	if (!*id)
		problem_add(checking->problems, paragraph->line,
			    paragraph->column,
			    "paragraph has neither a letter nor a digit: write "
			    "one like \"2.3\"");
	else if (!has_id(checking->html[index],
			 arena_format(arena, "paragraph-%s", id)))
		problem_add(checking->problems, paragraph->line,
			    paragraph->column,
			    "%s has no paragraph %s, for nothing in it has the "
			    "id \"paragraph-%s\": write another number, or "
			    "give the paragraph that id",
			    name, number, id);
}

/* The document may be one, or one for each language. */
static void
check_about(struct checking *checking, const struct yaml *about)
{
	const struct yaml *document = yaml_get(about, "document");
	const struct yaml *paragraph = yaml_get(about, "paragraph");

	if (!document || !paragraph)
		return;
	check_paragraph(checking, document, paragraph);
	for (size_t i = 0; document->kind == YAML_MAP && i < document->count;
	     i++)
		check_paragraph(checking, &document->items[i], paragraph);
}

/* --- links ---------------------------------------------------------------- */

static void
refuse_link(const struct checking *checking, const struct yaml *text,
	    const char *name)
{
	const char *meant = nearest(name, checking->names);

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
	const char *const *links;
	size_t count;

	if (!value)
		return;
	for (size_t i = 0; value->kind == YAML_MAP && i < value->count; i++)
		check_links(checking, &value->items[i]);
	if (value->kind != YAML_SCALAR)
		return;
	links = markdown_links(checking->problems->arena, value->text, &count);
	for (size_t i = 0; i < count; i++)
		if (index_of(links[i], links, i) == i &&
		    index_of(links[i], checking->names, checking->count) ==
			    checking->count)
			refuse_link(checking, value, links[i]);
}

/* --- all of it ------------------------------------------------------------ */

void
documents_check(const char *bytes, size_t len, struct problems *problems)
{
	struct problems none = { .arena = problems->arena };
	struct checking checking = {
		.problems = problems,
		.reading = { .problems = &none },
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
