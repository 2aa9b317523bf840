#include "suites.h"

#include <string.h>
#include <strings.h>

#include <gumbo.h>

#include "arena.h"
#include "cases.h"
#include "error.h"
#include "str.h"
#include "view.h"
#include "view_source.h"
#include "views.h"
#include "words.h"

static struct arena arena;
static struct views *views;
static struct cases payloads;

static void
start(void)
{
	struct error err;
	const struct words *words = words_load(&arena, "templates", &err);

	ck_assert_msg(words, "%s", err.text);
	views = views_open("templates", words, true, &err);
	ck_assert_msg(views, "%s", err.text);
	payloads = cases_read(&arena, "xss.txt", 1);
}

static void
stop(void)
{
	views_close(views);
	arena_free(&arena);
}

/* TPL with TEXT in every marker, and every section shown. */
static struct str
filled(enum tpl tpl, const char *text, const char *html)
{
	struct view *view = view_new(&arena);
	struct str out = { .arena = &arena };
	struct error err;
	size_t count;
	const struct view_marker *list = views_markers(views, tpl, &count);

	for (size_t i = 0; i < count; i++)
		switch (list[i].kind) {
		case VIEW_TEXT:
			view_text(view, list[i].marker, text);
			break;
		case VIEW_HTML:
			view_html(view, list[i].marker, (struct html){ html });
			break;
		case VIEW_SECTION:
			view_when(view, list[i].marker, true);
			break;
		case VIEW_SLOT:
			view_hide(view, list[i].marker);
		}
	ck_assert_msg(view_render(views, tpl, LANGUAGE_EN, view, &out, &err),
		      "%s", err.text);
	return out;
}

static bool
is_address(const char *name)
{
	static const char *const names[] = { "href", "src",	   "action",
					     "data", "formaction", "poster",
					     "cite", "xlink:href", "srcset" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcasecmp(names[i], name) == 0)
			return true;
	return false;
}

/* Whether a browser, which drops white space and control characters, would run
 * what the address says. */
static bool
runs(const char *address)
{
	static const char *const schemes[] = { "javascript:", "data:",
					       "vbscript:" };
	char text[32] = "";
	size_t len = 0;

	for (; *address && len < sizeof(text) - 1; address++)
		if ((unsigned char)*address > ' ')
			text[len++] = *address;
	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++)
		if (strncasecmp(text, schemes[i], strlen(schemes[i])) == 0)
			return true;
	return false;
}

static void add_structure(const GumboNode *node, struct str *out);

static void
add_children(const GumboVector *children, struct str *out)
{
	for (unsigned i = 0; i < children->length; i++)
		add_structure(children->data[i], out);
}

static void
add_element(const GumboElement *element, struct str *out)
{
	bool script = element->tag == GUMBO_TAG_SCRIPT ||
		      element->tag == GUMBO_TAG_STYLE;
	GumboStringPiece name = element->original_tag;

	gumbo_tag_from_original_text(&name);
	str_format(out, "<%.*s", (int)name.length, name.data);
	for (unsigned i = 0; i < element->attributes.length; i++) {
		const GumboAttribute *attribute = element->attributes.data[i];

		str_format(out, " %s", attribute->name);
		if (is_address(attribute->name) && runs(attribute->value))
			str_text(out, "=RUNS");
	}
	str_char(out, '>');
	if (script && element->children.length) {
		const GumboNode *text = element->children.data[0];

		str_text(out, text->v.text.text);
	}
	add_children(&element->children, out);
	str_text(out, "</>");
}

/* The elements, the names of their attributes and the text of scripts: what must
 * be the same whatever was typed. */
static void
add_structure(const GumboNode *node, struct str *out)
{
	if (node->type == GUMBO_NODE_ELEMENT ||
	    node->type == GUMBO_NODE_TEMPLATE)
		add_element(&node->v.element, out);
	else if (node->type == GUMBO_NODE_COMMENT)
		str_format(out, "<!--%s-->", node->v.text.text);
}

static const char *
structure(struct str page)
{
	GumboOutput *parsed = gumbo_parse_with_options(&kGumboDefaultOptions,
						       page.text, page.len);
	struct str out = { .arena = &arena };

	str_text(&out, "");
	add_children(&parsed->document->v.document.children, &out);
	gumbo_destroy_output(&kGumboDefaultOptions, parsed);
	return out.text;
}

START_TEST(no_payload_becomes_part_of_a_page)
{
	enum tpl tpl = (enum tpl)_i;
	const char *expected = structure(filled(tpl, "x", "<i>ours</i>"));

	for (size_t i = 0; i < payloads.count; i++) {
		size_t len;
		const char *payload =
			case_bytes(&arena, payloads.rows[i].columns[0], &len);
		const char *found =
			structure(filled(tpl, payload, "<i>ours</i>"));

		ck_assert_msg(strcmp(found, expected) == 0,
			      "%s, xss.txt:%zu: %s\n%s\nis not\n%s",
			      tpl_files[tpl], payloads.rows[i].line, payload,
			      found, expected);
	}
}
END_TEST

START_TEST(there_are_payloads_enough)
{
	ck_assert_uint_ge(payloads.count, 31);
}
END_TEST

struct seen {
	const char *harmless, *harmful;
};

static const struct seen seen[] = {
	{ "<p>x</p>", "<p><b>x</b></p>" },
	{ "<p class=\"x\">x</p>", "<p class=\"x\" onclick=\"\">x</p>" },
	{ "<a href=\"x\">x</a>", "<a href=\"java\tscript:x\">x</a>" },
	{ "<a href=\"x\">x</a>", "<a href=\" DATA:x\">x</a>" },
	{ "<script>x</script>", "<script>y</script>" },
	{ "<p>x</p>", "<!-- x --><p>x</p>" },
};

START_TEST(a_payload_that_got_through_would_be_seen)
{
	struct str harmless = { .arena = &arena }, harmful = harmless;

	str_text(&harmless, seen[_i].harmless);
	str_text(&harmful, seen[_i].harmful);
	ck_assert_str_ne(structure(harmless), structure(harmful));
}
END_TEST

Suite *
suite_xss(void)
{
	Suite *suite = suite_create("xss");
	TCase *tcase = tcase_create("xss");

	tcase_add_checked_fixture(tcase, start, stop);
	tcase_add_loop_test(tcase, no_payload_becomes_part_of_a_page, 0,
			    TPL_COUNT);
	tcase_add_test(tcase, there_are_payloads_enough);
	tcase_add_loop_test(tcase, a_payload_that_got_through_would_be_seen, 0,
			    sizeof(seen) / sizeof(seen[0]));
	suite_add_tcase(suite, tcase);
	return suite;
}
