#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "arena.h"
#include "error.h"
#include "file.h"
#include "str.h"
#include "view.h"
#include "view_source.h"
#include "views.h"
#include "words.h"

/* Templates of our own under the names of the first two; A … F are the first
 * markers, whatever they are called. */
static const enum marker A = 0, B = 1, C = 2, D = 3, E = 4;
static const enum tpl PAGE = 0, PART = 1;

static struct arena arena;
static const struct words *words;
static struct error err;
static char folder[64];

static char *
path_of(size_t tpl)
{
	return file_in(&arena, folder, tpl_files[tpl]);
}

static void
write_template(size_t tpl, const char *text)
{
	struct str out = { .arena = &arena };

	str_text(&out, "{{%AUTOESCAPE context=\"HTML\"}}\n");
	for (; *text; text++)
		if (text[0] == '@')
			str_text(&out, marker_names[*++text - 'A']);
		else
			str_char(&out, *text);
	ck_assert_msg(file_write(path_of(tpl), out.text, out.len, 0600, &err),
		      "%s", err.text);
}

static void
start(void)
{
	strcpy(folder, "/tmp/greenpaper-view-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	words = words_load(&arena, "templates", &err);
	ck_assert_msg(words, "%s", err.text);
	for (size_t i = 0; i < TPL_COUNT; i++)
		write_template(i, "");
}

static void
stop(void)
{
	for (size_t i = 0; i < TPL_COUNT; i++)
		unlink(path_of(i));
	rmdir(folder);
	arena_free(&arena);
}

static struct views *
open_views(bool strict)
{
	struct views *views = views_open(folder, words, strict, &err);

	ck_assert_msg(views, "%s", err.text);
	return views;
}

static const char *
rendered(const char *page, const struct view *view)
{
	struct str out = { .arena = &arena };
	struct views *views;
	bool fine;

	write_template(PAGE, page);
	views = open_views(true);
	fine = view_render(views, PAGE, LANGUAGE_EN, view, &out, &err);
	views_close(views);
	ck_assert_msg(fine, "%s", err.text);
	return out.text ? out.text : "";
}

static const char *
refused(const char *page, const struct view *view)
{
	struct str out = { .arena = &arena };
	struct views *views;
	bool fine;

	write_template(PAGE, page);
	views = open_views(true);
	fine = view_render(views, PAGE, LANGUAGE_EN, view, &out, &err);
	views_close(views);
	ck_assert_msg(!fine, "rendered: %s", out.text);
	ck_assert_int_eq(err.kind, ERROR_SYSTEM);
	ck_assert_uint_eq(out.len, 0);
	return err.text;
}

static const char *
names(const char *text)
{
	struct str out = { .arena = &arena };

	for (; *text; text++)
		if (text[0] == '@')
			str_text(&out, marker_names[*++text - 'A']);
		else if (text[0] == '%')
			str_text(&out, tpl_files[*++text - '0']);
		else
			str_char(&out, *text);
	return out.text;
}

struct modified {
	const char *page, *value, *result;
};

static const struct modified modified[] = {
	{ "<p>{{@A}}</p>", "a<b>&\"'c\nd",
	  "<p>a&lt;b&gt;&amp;&quot;&#39;c d</p>" },
	{ "<p>{{@A:x-lines}}</p>", "a<b>&\"'\n\nd",
	  "<p>a&lt;b&gt;&amp;&quot;&#39;\n\nd</p>" },
	{ "<a href=\"{{@A:x-href}}\">", "mailto:a@b.uk",
	  "<a href=\"mailto:a@b.uk\">" },
	{ "<a href=\"{{@A:x-href}}\">", "TEL:0123", "<a href=\"TEL:0123\">" },
	{ "<a href=\"{{@A:x-href}}\">", "https://b.uk/?a=1&b=2",
	  "<a href=\"https://b.uk/?a=1&amp;b=2\">" },
	{ "<a href=\"{{@A:x-href}}\">", "/a:b", "<a href=\"/a:b\">" },
	{ "<a href=\"{{@A:x-href}}\">", "#main", "<a href=\"#main\">" },
	{ "<a href=\"{{@A:x-href}}\">", "javascript:alert(1)",
	  "<a href=\"#\">" },
	{ "<a href=\"{{@A:x-href}}\">", " javascript:alert(1)",
	  "<a href=\"#\">" },
	{ "<a href=\"{{@A:x-href}}\">", "java\tscript:alert(1)",
	  "<a href=\"#\">" },
	{ "<a href=\"{{@A:x-href}}\">", "data:text/html,x", "<a href=\"#\">" },
	{ "<a href=\"{{@A:x-href}}\">", "ftp://b.uk", "<a href=\"#\">" },
	{ "<a href=\"/q?a={{@A:url_query_escape}}\">", "a&b=c d",
	  "<a href=\"/q?a=a%26b%3Dc+d\">" },
};

START_TEST(every_modifier_does_its_work)
{
	const struct modified *row = &modified[_i];
	struct view *view = view_new(&arena);

	view_text(view, A, row->value);
	ck_assert_str_eq(rendered(row->page, view), row->result);
}
END_TEST

START_TEST(passes_only_our_own_html_through)
{
	struct view *view = view_new(&arena);

	view_html(view, A, (struct html){ "<b>ours</b>" });
	ck_assert_str_eq(rendered("{{@A:x-trusted}}", view), "<b>ours</b>");
	ck_assert_str_eq(refused("{{@A}}", view),
			 names("only view_html fills :x-trusted, and nothing "
			       "else: %0: @A"));
	view_text(view, A, "<b>theirs</b>");
	ck_assert_str_eq(refused("{{@A:x-trusted}}", view),
			 names("only view_html fills :x-trusted, and nothing "
			       "else: %0: @A"));
}
END_TEST

START_TEST(never_passes_text_as_html_even_when_not_strict)
{
	struct view *view = view_new(&arena);
	struct str out = { .arena = &arena };
	struct views *views;

	write_template(PAGE, "{{@A:x-trusted}}");
	views = open_views(false);
	view_text(view, A, "<b>theirs</b>");
	ck_assert(!view_render(views, PAGE, LANGUAGE_EN, view, &out, &err));
	ck_assert_uint_eq(out.len, 0);
	views_close(views);
}
END_TEST

START_TEST(names_everything_that_nobody_set)
{
	struct view *view = view_new(&arena);

	view_include(view, D, PART);
	write_template(PART, "{{@E}}");
	ck_assert_str_eq(refused("{{@A}}{{@A}}{{#@B}}x{{/@B}}{{>@C}}{{>@D}}",
				 view),
			 names("not set: %0: @A, %0: @B (section), "
			       "%0: @C (slot), %1: @E"));
}
END_TEST

START_TEST(shows_nothing_for_what_is_not_set_when_not_strict)
{
	struct view *view = view_new(&arena);
	struct str out = { .arena = &arena };
	struct views *views;

	write_template(PAGE, "<p>{{@A}}{{#@B}}x{{/@B}}{{>@C}}</p>");
	views = open_views(false);
	ck_assert(view_render(views, PAGE, LANGUAGE_EN, view, &out, &err));
	ck_assert_str_eq(out.text, "<p></p>");
	views_close(views);
}
END_TEST

START_TEST(an_empty_text_is_set)
{
	struct view *view = view_new(&arena);

	view_text(view, A, "");
	ck_assert_str_eq(rendered("<p>{{@A}}</p>", view), "<p></p>");
}
END_TEST

START_TEST(shows_a_section_once_for_each_row)
{
	struct view *view = view_new(&arena);

	view_text(view, B, "outer");
	view_text(view_section(view, A), C, "1");
	view_text(view_section(view, A), C, "2");
	ck_assert_str_eq(rendered("{{#@A}}<i>{{@B}} {{@C}}</i>{{/@A}}", view),
			 "<i>outer 1</i><i>outer 2</i>");
}
END_TEST

START_TEST(a_section_may_be_called_as_its_value)
{
	struct view *view = view_new(&arena);

	view_when(view, A, true);
	view_text(view, A, "x");
	ck_assert_str_eq(rendered("{{#@A}}{{@A}}{{/@A}}", view), "x");
}
END_TEST

START_TEST(a_row_sees_every_view_outside_it)
{
	struct view *view = view_new(&arena);
	struct view *row = view_section(view, A);

	view_text(view, C, "page");
	view_text(row, D, "row");
	view_text(view_section(row, B), E, "cell");
	ck_assert_str_eq(
		rendered("{{#@A}}{{#@B}}{{@C}} {{@D}} {{@E}}{{/@B}}{{/@A}}",
			 view),
		"page row cell");
}
END_TEST

START_TEST(a_hidden_section_stays_away_unless_it_was_shown)
{
	struct view *view = view_new(&arena);

	view_hide(view, A);
	view_when(view, B, false);
	view_when(view, C, true);
	view_hide(view, C);
	view_section(view, D);
	view_hide(view, D);
	ck_assert_str_eq(rendered("{{#@A}}a{{/@A}}{{#@B}}b{{/@B}}"
				  "{{#@C}}c{{/@C}}{{#@D}}d{{/@D}}",
				  view),
			 "cd");
}
END_TEST

START_TEST(a_slot_takes_several_templates_in_order)
{
	struct view *view = view_new(&arena);

	write_template(PART, "<i>{{@B}}</i>");
	view_text(view_include(view, A, PART), B, "1");
	view_text(view_include(view, A, PART), B, "2");
	view_hide(view, C);
	ck_assert_str_eq(rendered("<p>{{>@A}}{{>@C}}</p>", view),
			 "<p><i>1</i><i>2</i></p>");
}
END_TEST

START_TEST(an_included_template_does_not_see_its_page)
{
	struct view *view = view_new(&arena);

	write_template(PART, "{{@B}}");
	view_text(view, B, "page");
	view_include(view, A, PART);
	ck_assert_str_eq(refused("{{>@A}}", view), names("not set: %1: @B"));
}
END_TEST

START_TEST(an_included_template_keeps_the_line_ends_of_its_texts)
{
	struct view *view = view_new(&arena);

	write_template(PART, "<textarea>\n{{@B:x-lines}}</textarea>");
	view_text(view_include(view, A, PART), B, "\n one\n\n\ntwo ");
	ck_assert_str_eq(rendered("<p>\n\t{{>@A}}\n</p>", view),
			 "<p>\n<textarea>\n\n one\n\n\ntwo </textarea></p>");
}
END_TEST

START_TEST(one_template_speaks_both_languages)
{
	struct view *view = view_new(&arena);
	struct str out = { .arena = &arena };
	struct views *views;

	write_template(PAGE, "<p title=\"[[midday]]\">[[june]]</p>");
	views = open_views(true);
	ck_assert(view_render(views, PAGE, LANGUAGE_EN, view, &out, &err));
	ck_assert(view_render(views, PAGE, LANGUAGE_CY, view, &out, &err));
	ck_assert_str_eq(out.text, "<p title=\"midday\">June</p>"
				   "<p title=\"ganol dydd\">Mehefin</p>");
	views_close(views);
}
END_TEST

struct broken {
	const char *page, *says;
};

static const struct broken broken[] = {
	{ "\n\n[[no_such_word]]", ": line 4: [[no_such_word]] is not a word" },
	{ "[[june", ": line 2: [[june]] is not a word" },
	{ "\n{{@A}}{{@A:x-trusted}}",
	  ": line 3: @A is unknown, or stands with" },
	{ "{{NO_MARKER_IS_CALLED_THIS}}", ": line 2: NO_MARKER_IS_CALLED" },
	{ "{{#@A}}", "before all sections were closed" },
};

START_TEST(says_where_a_template_is_broken)
{
	write_template(PAGE, broken[_i].page);
	ck_assert_ptr_null(views_open(folder, words, true, &err));
	ck_assert_int_eq(err.kind, ERROR_SYSTEM);
	ck_assert_msg(strncmp(err.text, path_of(PAGE), strlen(path_of(PAGE))) ==
				      0 &&
			      strstr(err.text, names(broken[_i].says)),
		      "%s", err.text);
}
END_TEST

START_TEST(names_a_template_that_is_missing)
{
	unlink(path_of(PART));
	ck_assert_ptr_null(views_open(folder, words, true, &err));
	ck_assert_int_eq(err.kind, ERROR_SYSTEM);
	ck_assert_ptr_nonnull(strstr(err.text, path_of(PART)));
}
END_TEST

START_TEST(lists_the_markers_of_a_template)
{
	const struct view_marker expected[] = {
		{ B, VIEW_SECTION },
		{ A, VIEW_TEXT },
		{ C, VIEW_HTML },
		{ D, VIEW_SLOT },
	};
	const struct view_marker *list;
	struct views *views;
	size_t count;

	write_template(PAGE, "{{#@B}}{{@A:x-lines}}{{/@B}}{{@C:x-trusted}}"
			     "{{>@D}}");
	views = open_views(true);
	list = views_markers(views, PAGE, &count);
	ck_assert_uint_eq(count, 4);
	for (size_t i = 0; i < count; i++) {
		ck_assert_int_eq(list[i].marker, expected[i].marker);
		ck_assert_int_eq(list[i].kind, expected[i].kind);
	}
	views_close(views);
}
END_TEST

Suite *
suite_view(void)
{
	Suite *suite = suite_create("view");
	TCase *tcase = tcase_create("view");

	tcase_add_checked_fixture(tcase, start, stop);
	tcase_add_loop_test(tcase, every_modifier_does_its_work, 0,
			    sizeof(modified) / sizeof(modified[0]));
	tcase_add_test(tcase, passes_only_our_own_html_through);
	tcase_add_test(tcase, never_passes_text_as_html_even_when_not_strict);
	tcase_add_test(tcase, names_everything_that_nobody_set);
	tcase_add_test(tcase,
		       shows_nothing_for_what_is_not_set_when_not_strict);
	tcase_add_test(tcase, an_empty_text_is_set);
	tcase_add_test(tcase, shows_a_section_once_for_each_row);
	tcase_add_test(tcase, a_section_may_be_called_as_its_value);
	tcase_add_test(tcase, a_row_sees_every_view_outside_it);
	tcase_add_test(tcase, a_hidden_section_stays_away_unless_it_was_shown);
	tcase_add_test(tcase, a_slot_takes_several_templates_in_order);
	tcase_add_test(tcase, an_included_template_does_not_see_its_page);
	tcase_add_test(tcase,
		       an_included_template_keeps_the_line_ends_of_its_texts);
	tcase_add_test(tcase, one_template_speaks_both_languages);
	tcase_add_loop_test(tcase, says_where_a_template_is_broken, 0,
			    sizeof(broken) / sizeof(broken[0]));
	tcase_add_test(tcase, names_a_template_that_is_missing);
	tcase_add_test(tcase, lists_the_markers_of_a_template);
	suite_add_tcase(suite, tcase);
	return suite;
}
