#include "markdown.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>
#include <cmark.h>

#include "arena.h"
#include "percent.h"
#include "str.h"

/*
 * A walk over cmark's tree, since its own HTML has no classes.  What is not
 * written here cannot come out: raw HTML has no case.
 */

/* Where the result is to stand. */
struct place {
	int heading;
	const char *files;
};

/* RFC 3986: whether a colon stands before the path. */
static bool
has_scheme(const char *url)
{
	return url[strcspn(url, ":/?#")] == ':';
}

/* Whether URL has one of our schemes, or none. */
static bool
is_safe_link(const char *url)
{
	static const char *const schemes[] = { "http:", "https:", "mailto:",
					       "tel:" };

	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++)
		if (strncasecmp(url, schemes[i], strlen(schemes[i])) == 0)
			return true;
	return !has_scheme(url);
}

/* What cannot stand in a URL is percent-encoded; what was, stays. */
static void
add_href(struct str *out, const char *url)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyz"
				      "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
				      "-_.~!*();:@=+$,/?#%[]";

	for (; *url; url++) {
		if (*url == '&')
			str_text(out, "&amp;");
		else if (strchr(allowed, *url))
			str_char(out, *url);
		else
			str_format(out, "%%%02X", (unsigned char)*url);
	}
}

static void
add_heading(struct str *out, cmark_node *node, bool entering, int heading)
{
	int level = cmark_node_get_heading_level(node) - 1 + heading;

	if (level > 6)
		level = 6;
	if (entering)
		str_format(out, "<h%d class=\"govuk-heading-%s\">", level,
			   level == 2 ? "m" : "s");
	else
		str_format(out, "</h%d>\n", level);
}

static bool
is_in_tight_list(cmark_node *paragraph)
{
	cmark_node *list = cmark_node_parent(cmark_node_parent(paragraph));

	return list && cmark_node_get_list_tight(list);
}

static void
add_paragraph(struct str *out, cmark_node *node, bool entering)
{
	if (!is_in_tight_list(node))
		str_text(out, entering ? "<p class=\"govuk-body\">" : "</p>\n");
	else if (!entering && cmark_node_next(node))
		str_char(out, '\n');
}

static void
add_list(struct str *out, cmark_node *node, bool entering)
{
	bool bullet = cmark_node_get_list_type(node) == CMARK_BULLET_LIST;
	int start = cmark_node_get_list_start(node);

	if (!entering)
		str_text(out, bullet ? "</ul>\n" : "</ol>\n");
	else if (bullet)
		str_text(out, "<ul class=\"govuk-list govuk-list--bullet\">\n");
	else if (start == 1)
		str_text(out, "<ol class=\"govuk-list govuk-list--number\">\n");
	else
		str_format(out,
			   "<ol class=\"govuk-list govuk-list--number\" "
			   "start=\"%d\">\n",
			   start);
}

/* A file's name, perhaps with a place in it: "paper.pdf#page=2". */
static bool
is_plain_name(const char *url)
{
	size_t len = strcspn(url, "/:?#");

	return len && (!url[len] || url[len] == '#');
}

static void
add_link(struct str *out, cmark_node *node, bool entering, const char *files)
{
	const char *url = cmark_node_get_url(node);

	if (!is_safe_link(url))
		return;
	if (!entering) {
		str_text(out, "</a>");
		return;
	}
	str_text(out, "<a class=\"govuk-link\" href=\"");
	if (is_plain_name(url))
		add_href(out, files);
	add_href(out, url);
	str_text(out, "\">");
}

static void
add_code(struct str *out, cmark_node *node, const char *before,
	 const char *after)
{
	str_text(out, before);
	html_add(out, cmark_node_get_literal(node));
	str_text(out, after);
}

static void
add_node(struct str *out, cmark_node *node, bool entering,
	 const struct place *place)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_HEADING:
		add_heading(out, node, entering, place->heading);
		break;
	case CMARK_NODE_PARAGRAPH:
		add_paragraph(out, node, entering);
		break;
	case CMARK_NODE_LIST:
		add_list(out, node, entering);
		break;
	case CMARK_NODE_ITEM:
		str_text(out, entering ? "<li>" : "</li>\n");
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		str_text(out,
			 entering ? "<blockquote class=\"govuk-inset-text\">\n"
				  : "</blockquote>\n");
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		str_text(out, "<hr class=\"govuk-section-break "
			      "govuk-section-break--m "
			      "govuk-section-break--visible\">\n");
		break;
	case CMARK_NODE_CODE_BLOCK:
		add_code(out, node, "<pre><code>", "</code></pre>\n");
		break;
	case CMARK_NODE_CODE:
		add_code(out, node, "<code>", "</code>");
		break;
	case CMARK_NODE_LINK:
		add_link(out, node, entering, place->files);
		break;
	case CMARK_NODE_EMPH:
		str_text(out, entering ? "<em>" : "</em>");
		break;
	case CMARK_NODE_STRONG:
		str_text(out, entering ? "<strong>" : "</strong>");
		break;
	case CMARK_NODE_LINEBREAK:
		str_text(out, "<br>\n");
		break;
	case CMARK_NODE_SOFTBREAK:
		str_char(out, '\n');
		break;
	case CMARK_NODE_TEXT:
		html_add(out, cmark_node_get_literal(node));
		break;
	default:
		break;
	}
}

static cmark_node *
parse(const char *markdown)
{
	return cmark_parse_document(markdown, strlen(markdown),
				    CMARK_OPT_DEFAULT);
}

struct html
markdown_html(struct arena *arena, const char *markdown, int heading,
	      const char *files)
{
	const struct place place = { heading, files };
	struct str out = { .arena = arena };
	cmark_node *document = parse(markdown);
	cmark_iter *iter = cmark_iter_new(document);
	cmark_event_type event;

	str_text(&out, "");
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE)
		add_node(&out, cmark_iter_get_node(iter),
			 event == CMARK_EVENT_ENTER, &place);
	cmark_iter_free(iter);
	cmark_node_free(document);
	return (struct html){ out.text };
}

/* A link without what stands behind "#", decoded; as it is if that gives no text. */
static const char *
link_target(struct arena *arena, const char *url)
{
	size_t len = strcspn(url, "#"), decoded_len;
	const char *decoded =
		percent_decode(arena, url, len, '+', &decoded_len);

	return decoded && strlen(decoded) == decoded_len
		       ? decoded
		       : arena_copy(arena, url, len);
}

static bool
is_relative(const char *url)
{
	return *url && !strchr("/#", *url) && !has_scheme(url);
}

const char *const *
markdown_links(struct arena *arena, const char *markdown, size_t *count)
{
	cmark_node *document = parse(markdown);
	cmark_iter *iter = cmark_iter_new(document);
	cmark_event_type event;
	const char **links = NULL;
	size_t room = 0;

	*count = 0;
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		const char *url;

		if (event != CMARK_EVENT_ENTER ||
		    cmark_node_get_type(node) != CMARK_NODE_LINK)
			continue;
		url = cmark_node_get_url(node);
		if (!is_relative(url))
			continue;
		if (*count == room) {
			room = room ? room * 2 : 4;
			links = arena_grow(arena, links, *count, room,
					   sizeof(*links));
		}
		links[(*count)++] = link_target(arena, url);
	}
	cmark_iter_free(iter);
	cmark_node_free(document);
	return links;
}

static void
add_text(struct str *out, cmark_node *node, bool entering)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
	case CMARK_NODE_CODE:
	case CMARK_NODE_CODE_BLOCK:
		str_text(out, cmark_node_get_literal(node));
		break;
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
		str_char(out, ' ');
		break;
	case CMARK_NODE_PARAGRAPH:
	case CMARK_NODE_HEADING:
		if (!entering)
			str_char(out, '\n');
		break;
	default:
		break;
	}
}

char *
markdown_text(struct arena *arena, const char *markdown)
{
	struct str out = { .arena = arena };
	cmark_node *document = parse(markdown);
	cmark_iter *iter = cmark_iter_new(document);
	cmark_event_type event;

	str_text(&out, "");
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE)
		add_text(&out, cmark_iter_get_node(iter),
			 event == CMARK_EVENT_ENTER);
	cmark_iter_free(iter);
	cmark_node_free(document);
	while (out.len && out.text[out.len - 1] == '\n')
		out.text[--out.len] = '\0';
	return out.text;
}
