#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include <gumbo.h>

#include "arena.h"
#include "control.h"
#include "control_part.h"
#include "error.h"
#include "file.h"
#include "json.h"
#include "str.h"
#include "summary_list.h"
#include "task_list.h"
#include "view_tree.h"
#include "views.h"
#include "words.h"

/*
 * GOV.UK Frontend publishes, for whoever writes its components anew, what each
 * gives for each set of options.  Those that we have are rendered by our own
 * templates and must be the same HTML.
 */
static struct arena arena;
static struct error err;
static const struct words *words;
static struct views *views;

static void
start(void)
{
	words = words_load(&arena, "templates", &err);
	ck_assert_msg(words, "%s", err.text);
	views = views_open("templates", words, true, &err);
	ck_assert_msg(views, "%s", err.text);
}

static void
stop(void)
{
	views_close(views);
	arena_free(&arena);
}

/* --- HTML in a form that can be compared ------------------------------ */

/* TEXT with every run of white space as one space, none at the ends. */
static char *
collapse(const char *text)
{
	struct str out = { .arena = &arena };

	str_text(&out, "");
	for (const char *at = text; *at; at++) {
		if (!strchr(" \t\r\n", *at))
			str_char(&out, *at);
		else if (out.len && out.text[out.len - 1] != ' ')
			str_char(&out, ' ');
	}
	if (out.len && out.text[out.len - 1] == ' ')
		out.text[out.len - 1] = '\0';
	return out.text;
}

static int
by_name(const void *a, const void *b)
{
	const GumboAttribute *const *first = a, *const *second = b;

	return strcmp((*first)->name, (*second)->name);
}

/* Whether it stands round what a choice reveals, which is a control of ours there
 * and bare HTML in the fixtures. */
static bool
is_revealed(const GumboElement *element)
{
	const GumboAttribute *class =
		gumbo_get_attribute(&element->attributes, "class");

	return class && strstr(class->value, "__conditional");
}

/* A line for each node: elements with their attributes sorted, and texts. */
static void
add_node(const GumboNode *node, int depth, struct str *out)
{
	const GumboElement *element = &node->v.element;

	if (node->type == GUMBO_NODE_TEXT) {
		const char *text = collapse(node->v.text.text);

		if (*text)
			str_format(out, "%*s%s\n", depth, "", text);
	}
	if (node->type != GUMBO_NODE_ELEMENT)
		return;
	str_format(out, "%*s<%s", depth, "",
		   gumbo_normalized_tagname(element->tag));
	if (element->attributes.length > 1)
		qsort(element->attributes.data, element->attributes.length,
		      sizeof(*element->attributes.data), by_name);
	for (unsigned i = 0; i < element->attributes.length; i++) {
		const GumboAttribute *attribute = element->attributes.data[i];

		str_format(out, " %s=\"%s\"", attribute->name,
			   strcmp(attribute->name, "class") == 0
				   ? collapse(attribute->value)
				   : attribute->value);
	}
	str_text(out, ">\n");
	if (is_revealed(element))
		return;
	for (unsigned i = 0; i < element->children.length; i++)
		add_node(element->children.data[i], depth + 1, out);
}

static const char *
canonical(const char *html)
{
	GumboOptions options = kGumboDefaultOptions;
	struct str out = { .arena = &arena };
	GumboOutput *parsed;

	options.fragment_context = GUMBO_TAG_BODY;
	parsed = gumbo_parse_with_options(&options, html, strlen(html));
	add_node(parsed->root, 0, &out);
	gumbo_destroy_output(&options, parsed);
	return out.text;
}

/* What stands in the slot of VIEW, as its template renders it. */
static const char *
rendered(const struct view *view, enum marker slot)
{
	const struct view *included = view_find(view, slot, ENTRY_SLOT)->first;
	struct str out = { .arena = &arena };

	ck_assert_msg(view_render(views, included->tpl, LANGUAGE_EN, included,
				  &out, &err),
		      "%s", err.text);
	return out.text;
}

/* --- options to controls ---------------------------------------------- */

/* Whether MAP (or nothing) has no keys but those of the list "a b c". */
static bool
has_only(const struct json *map, const char *list)
{
	const char *spaced = arena_format(&arena, " %s ", list);

	for (size_t i = 0; map && i < map->count; i++)
		if (!strstr(spaced, arena_format(&arena, " %s ", map->keys[i])))
			return false;
	return true;
}

/* A text, a number or a truth as text; NULL: none of them. */
static const char *
text_of(const struct json *map, const char *key)
{
	const struct json *value = json_get(map, key);

	if (value && value->kind == JSON_NUMBER)
		return arena_format(&arena, "%g", value->number);
	if (value && value->kind == JSON_TRUTH)
		return value->truth ? "true" : "false";
	return json_text(value);
}

static bool
is_true(const struct json *map, const char *key)
{
	const struct json *value = json_get(map, key);

	return value && value->kind == JSON_TRUTH && value->truth;
}

static struct wording
wording_in(const struct json *map, const char *key)
{
	return wording_of(text_of(json_get(map, key), "text"));
}

/* What every control has: false when one of the options is none of ours. */
static bool
read_common(const struct json *options, const struct json *label,
	    struct control *control)
{
	if (!has_only(json_get(options, "hint"), "text") ||
	    !has_only(json_get(options, "errorMessage"), "text") ||
	    !has_only(label, "text classes isPageHeading"))
		return false;
	control->name = text_of(options, "name");
	control->label = wording_of(text_of(label, "text"));
	control->label_class = text_of(label, "classes");
	control->is_heading = is_true(label, "isPageHeading");
	control->hint = wording_in(options, "hint");
	control->error = wording_in(options, "errorMessage").text;
	return true;
}

/* Whether the choice is made by the options of its group. */
static bool
is_chosen(const struct json *options, const struct json *item)
{
	const struct json *values = json_get(options, "values");
	const char *one = text_of(options, "value");
	const char *value = text_of(item, "value");

	if (!value)
		value = text_of(item, "text");

	for (size_t i = 0; values && i < values->count; i++)
		if (strcmp(values->items[i].text, value) == 0)
			return true;
	return one && value && strcmp(one, value) == 0;
}

static bool
read_choice(const struct json *options, const struct json *item,
	    struct choice *choice)
{
	static const struct control revealed = { .kind = CONTROL_INPUT,
						 .name = "revealed",
						 .label = { "", NULL } };
	const struct json *conditional = json_get(item, "conditional");

	if (!has_only(item, "id name value text checked selected hint "
			    "conditional divider behaviour") ||
	    !has_only(json_get(item, "hint"), "text"))
		return false;
	choice->name = text_of(item, "name");
	choice->divider = text_of(item, "divider");
	choice->exclusive = text_of(item, "behaviour");
	if (json_text(json_get(conditional, "html")))
		choice->reveals = &revealed;
	choice->id = text_of(item, "id");
	choice->value = text_of(item, "value");
	choice->label = wording_of(text_of(item, "text"));
	choice->hint = wording_in(item, "hint");
	choice->checked = json_get(item, "checked") ? is_true(item, "checked")
			  : json_get(item, "selected")
				  ? is_true(item, "selected")
				  : is_chosen(options, item);
	return true;
}

static bool
read_choices(const struct json *options, struct control *control)
{
	const struct json *items = json_get(options, "items");
	size_t count = items ? items->count : 0;
	struct choice *choices = arena_array(&arena, count, sizeof(*choices));

	control->choices = choices;
	for (size_t i = 0; i < count; i++) {
		struct choice *choice = &choices[control->choice_count];

		if (items->items[i].kind != JSON_MAP)
			continue;
		if (!read_choice(options, &items->items[i], choice))
			return false;
		/* What is left out is counted. */
		if (!choice->id && i > control->choice_count)
			choice->id = arena_format(&arena, "%s-%zu",
						  control_id(control), i + 1);
		control->choice_count++;
	}
	return true;
}

static bool
read_group(const struct json *options, struct control *control)
{
	const struct json *fieldset = json_get(options, "fieldset");

	if (!has_only(options, "name idPrefix fieldset hint errorMessage items "
			       "value values describedBy") ||
	    !has_only(fieldset, "legend describedBy") ||
	    !read_common(options, json_get(fieldset, "legend"), control))
		return false;
	control->id = text_of(options, "idPrefix");
	control->described_by =
		text_of(fieldset ? fieldset : options, "describedBy");
	return read_choices(options, control);
}

static bool
read_text(const struct json *options, struct control *control)
{
	const struct json *spellcheck = json_get(options, "spellcheck");
	const char *rows = text_of(options, "rows");

	if (!read_common(options, json_get(options, "label"), control))
		return false;
	control->id = text_of(options, "id");
	control->described_by = text_of(options, "describedBy");
	control->value = text_of(options, "value");
	control->type = text_of(options, "type");
	control->inputmode = text_of(options, "inputmode");
	control->class = text_of(options, "classes");
	control->autocomplete = text_of(options, "autocomplete");
	if (spellcheck)
		control->spellcheck = spellcheck->truth ? "true" : "false";
	control->rows = rows ? (size_t)atoi(rows) : 0;
	return true;
}

#define TEXT_OPTIONS                                                  \
	"name id label hint errorMessage value classes autocomplete " \
	"spellcheck"

/* --- a component, its options in, its HTML out ------------------------ */

static const char *
control_html(const struct control *control)
{
	struct view *view = view_new(&arena);

	control_put(view, M_CONTROL, control);
	return rendered(view, M_CONTROL);
}

static const char *
radios(const struct json *options)
{
	struct control control = { .kind = CONTROL_RADIOS };

	return read_group(options, &control) ? control_html(&control) : NULL;
}

static const char *
checkboxes(const struct json *options)
{
	struct control control = { .kind = CONTROL_CHECKBOXES };

	return read_group(options, &control) ? control_html(&control) : NULL;
}

static const char *
select_one(const struct json *options)
{
	struct control control = { .kind = CONTROL_SELECT };

	if (!has_only(options, "name id label hint errorMessage value classes "
			       "items describedBy") ||
	    !read_text(options, &control) || !read_choices(options, &control))
		return NULL;
	return control_html(&control);
}

/* A number or a text, from where a value of a date may stand: with the part, or
 * with all values under its name. */
static const char *
date_value(const struct json *options, const struct json *part,
	   const char *name)
{
	const char *prefix = text_of(options, "namePrefix");
	const char *value = text_of(part, "value");

	if (value)
		return value;
	if (prefix)
		name = arena_format(&arena, "%s-%s", prefix, name);
	return text_of(json_get(options, "values"), name);
}

/* What is given of a part of a date, as an option or among items; NULL: nothing. */
static const struct json *
date_part(const struct json *options, const char *name)
{
	const struct json *items = json_get(options, "items");

	for (size_t i = 0; items && i < items->count; i++)
		if (strcmp(text_of(&items->items[i], "name"), name) == 0)
			return &items->items[i];
	return json_get(options, name);
}

/* Whether a part of a date is marked: itself, or with all when none is and there is
 * a message. */
static bool
is_wrong(const struct json *options, const struct json *part)
{
	if (json_get(part, "error"))
		return is_true(part, "error");
	return json_get(options, "errorMessage") &&
	       !is_true(date_part(options, "day"), "error") &&
	       !is_true(date_part(options, "month"), "error") &&
	       !is_true(date_part(options, "year"), "error");
}

static bool
has_items(const struct json *options)
{
	const struct json *items = json_get(options, "items");

	return items && items->count > 0;
}

/* Whether the date has that part at all. */
static bool
has_part(const struct json *options, const char *name)
{
	const struct json *given = date_part(options, name);

	if (has_items(options))
		return given;
	return !given || given->kind != JSON_TRUTH || given->truth;
}

static bool
read_date_part(const struct json *options, const char *name, const char *label,
	       struct control *part)
{
	const struct json *given = date_part(options, name);
	const char *prefix = text_of(options, "namePrefix");
	const char *own = text_of(given, "name");
	const char *class = text_of(given, "classes");

	part->class = strcmp(name, "year") == 0 ? "govuk-input--width-4"
						: "govuk-input--width-2";
	/* An option's class is added, an item's is all that there is. */
	if (!has_only(given, "label name value error autocomplete classes") ||
	    (has_items(options) ? !class || strcmp(class, part->class)
				: class != NULL))
		return false;
	part->name = own ? own : name;
	part->value = date_value(options, given, part->name);
	if (prefix)
		part->name = arena_format(&arena, "%s-%s", prefix, part->name);
	part->id = arena_format(&arena, "%s-%s", text_of(options, "id"),
				own ? own : name);
	part->label = wording_of(text_of(given, "label"));
	if (!part->label.text)
		part->label = wording_of(label);
	part->autocomplete = text_of(given, "autocomplete");
	if (is_wrong(options, given))
		part->error = "";
	return true;
}

static const char *
date(const struct json *options)
{
	static const char *const names[] = { "day", "month", "year" };
	static const char *const labels[] = { "Day", "Month", "Year" };
	const struct json *fieldset = json_get(options, "fieldset");
	const struct json *items = json_get(options, "items");
	struct control control = { .kind = CONTROL_DATE }, parts[3];

	if (!has_only(options, "id namePrefix fieldset hint errorMessage day "
			       "month year values items") ||
	    !has_only(fieldset, "legend describedBy") ||
	    !read_common(options, json_get(fieldset, "legend"), &control))
		return NULL;
	control.id = text_of(options, "id");
	control.described_by = text_of(fieldset, "describedBy");
	control.parts = parts;
	for (size_t i = 0; i < 3; i++) {
		if (!has_part(options, names[i]))
			continue;
		parts[control.part_count] = (struct control){ 0 };
		if (!read_date_part(options, names[i], labels[i],
				    &parts[control.part_count++]))
			return NULL;
	}
	return has_items(options) && items->count != control.part_count
		       ? NULL
		       : control_html(&control);
}

static const char *
details(const struct json *options)
{
	struct view *view = view_new(&arena);

	if (!has_only(options, "summaryText text"))
		return NULL;
	control_put_details(view, M_WHY, text_of(options, "summaryText"),
			    wording_of(text_of(options, "text")));
	return rendered(view, M_WHY);
}

static const char *
input(const struct json *options)
{
	struct control control = { .kind = CONTROL_INPUT };

	return has_only(options, TEXT_OPTIONS " type describedBy inputmode") &&
			       read_text(options, &control)
		       ? control_html(&control)
		       : NULL;
}

static const char *
textarea(const struct json *options)
{
	struct control control = { .kind = CONTROL_TEXTAREA };

	return has_only(options, TEXT_OPTIONS " rows describedBy") &&
			       read_text(options, &control)
		       ? control_html(&control)
		       : NULL;
}

static const char *
character_count(const struct json *options)
{
	struct control control = { .kind = CONTROL_TEXTAREA };
	const char *max = text_of(options, "maxlength");

	if (!has_only(options,
		      TEXT_OPTIONS " rows maxlength textareaDescriptionText") ||
	    !max || !read_text(options, &control))
		return NULL;
	control.max = (size_t)atoi(max);
	control.max_message =
		word_number(&arena, words,
			    json_get(options, "textareaDescriptionText")
				    ? LANGUAGE_CY
				    : LANGUAGE_EN,
			    W_CHARACTERS_LIMIT, control.max);
	return control_html(&control);
}

static const char *
error_summary(const struct json *options)
{
	const struct json *list = json_get(options, "errorList");
	size_t count = list ? list->count : 0;
	struct complaint *complaints =
		arena_array(&arena, count, sizeof(*complaints));
	struct view *view = view_new(&arena);
	struct error_summary summary = {
		.title = text_of(options, "titleText"),
		.description = text_of(options, "descriptionText"),
		.complaints = complaints,
		.count = count,
		.waits = is_true(options, "disableAutoFocus"),
	};

	/* The script's default, said: no page of ours does. */
	if (json_get(options, "disableAutoFocus") && !summary.waits)
		return NULL;
	if (!has_only(options, "titleText descriptionText errorList "
			       "disableAutoFocus") ||
	    !summary.title)
		return NULL;
	if (strcmp(summary.title,
		   word_in(words, LANGUAGE_EN, W_THERE_IS_A_PROBLEM)) == 0)
		summary.title = NULL;
	for (size_t i = 0; i < count; i++) {
		const struct json *item = &list->items[i];

		if (!has_only(item, "text href"))
			return NULL;
		complaints[i] = (struct complaint){
			.text = text_of(item, "text"),
			.link = text_of(item, "href"),
		};
	}
	control_put_summary(view, M_ERROR_SUMMARY, &summary);
	return rendered(view, M_ERROR_SUMMARY);
}

/* Paragraphs of plain lines as the text that they were made of; NULL when there
 * is more in them. */
static const char *
lines_of(const char *html)
{
	static const char *const tags[][2] = { { "<p class=\"govuk-body\">",
						 "" },
					       { "</p>", "\n\n" },
					       { "<br>", "\n" } };
	struct str text = { .arena = &arena };

	while (*html) {
		size_t i = 0;

		if (*html != '<') {
			if (*html != '\n')
				str_char(&text, *html);
			html++;
			continue;
		}
		while (i < 3 &&
		       strncmp(html, tags[i][0], strlen(tags[i][0])) != 0)
			i++;
		if (i == 3)
			return NULL;
		str_text(&text, tags[i][1]);
		html += strlen(tags[i][0]);
	}
	return text.text;
}

/* The actions of a row or of a card. */
static bool
read_actions(const struct json *of, const struct action **actions,
	     size_t *count)
{
	const struct json *given = json_get(of, "actions");
	const struct json *items = json_get(given, "items");
	struct action *list;

	*count = items ? items->count : 0;
	*actions = list = arena_array(&arena, *count, sizeof(*list));
	for (size_t i = 0; i < *count; i++) {
		const struct json *item = &items->items[i];

		list[i] = (struct action){
			.url = text_of(item, "href"),
			.text = text_of(item, "text"),
			.hidden =
				wording_of(text_of(item, "visuallyHiddenText")),
			.class = text_of(item, "classes"),
		};
		if (!list[i].text || !has_only(item, "href text classes "
						     "visuallyHiddenText"))
			return false;
	}
	return has_only(given, "items");
}

static bool
read_row(const struct json *given, const struct summary_list *list)
{
	const struct json *value = json_get(given, "value");
	const char *html = text_of(value, "html"), *lines = NULL;
	struct summary_row row = { .key = wording_in(given, "key"),
				   .class = text_of(given, "classes") };
	struct view *view;

	if (html)
		lines = lines_of(html);
	if (!has_only(given, "key value actions classes") ||
	    !has_only(json_get(given, "key"), "text") ||
	    !has_only(value, "text html") || (html && !lines) ||
	    !read_actions(given, &row.actions, &row.action_count))
		return false;
	view = summary_row(list, &row);
	if (lines)
		wording_put_lines(view, M_VALUE, wording_of(lines));
	else
		wording_put(view, M_VALUE, wording_in(given, "value"));
	return true;
}

static bool
read_card(const struct json *given, struct summary_card *card)
{
	const struct json *title = json_get(given, "title");
	const char *level = text_of(title, "headingLevel");

	card->title = wording_in(given, "title");
	card->level = level ? atoi(level) : 2;
	return has_only(given, "title actions") &&
	       has_only(title, "text headingLevel") && card->title.text &&
	       read_actions(given, &card->actions, &card->action_count);
}

static bool
any_row_acts(const struct json *rows)
{
	for (size_t i = 0; i < rows->count; i++) {
		const struct json *actions =
			json_get(&rows->items[i], "actions");

		if (has_items(actions))
			return true;
	}
	return false;
}

static const char *
summary(const struct json *options)
{
	const struct json *rows = json_get(options, "rows");
	const struct json *given = json_get(options, "card");
	struct view *view = view_new(&arena);
	struct summary_card card;
	struct summary_list list;

	if (!has_only(options, "rows card") ||
	    (given && !read_card(given, &card)))
		return NULL;
	list = given ? summary_card(view, M_ABOUT, &card)
		     : summary_list(view, M_ABOUT);
	list.acts = any_row_acts(rows);
	for (size_t i = 0; i < rows->count; i++)
		if (rows->items[i].kind == JSON_MAP &&
		    !read_row(&rows->items[i], &list))
			return NULL;
	return rendered(view, M_ABOUT);
}

static bool
read_task(const struct json *item, struct task *task)
{
	static const char barred[] =
		"govuk-task-list__status--cannot-start-yet";
	const struct json *status = json_get(item, "status");
	const struct json *tag = json_get(status, "tag");
	const char *class = text_of(status, "classes");

	if (!has_only(item, "title href status") ||
	    !has_only(json_get(item, "title"), "text") ||
	    !has_only(status, "text tag classes") ||
	    !has_only(tag, "text classes") ||
	    (class && strcmp(class, barred) != 0))
		return false;
	task->title = wording_in(item, "title");
	task->url = text_of(item, "href");
	task->status = text_of(tag ? tag : status, "text");
	task->is_barred = class;
	if (tag)
		task->tag =
			json_get(tag, "classes") ? text_of(tag, "classes") : "";
	return task->status;
}

static const char *
task_list(const struct json *options)
{
	const struct json *items = json_get(options, "items");
	struct task *tasks = arena_array(&arena, items->count, sizeof(*tasks));
	struct view *view = view_new(&arena);

	if (!has_only(options, "items"))
		return NULL;
	for (size_t i = 0; i < items->count; i++)
		if (!read_task(&items->items[i], &tasks[i]))
			return NULL;
	task_list_put(view, M_TASKS, tasks, items->count);
	return rendered(view, M_TASKS);
}

/* --- all of them ------------------------------------------------------ */

/* AT_LEAST so many are compared: what is skipped cannot grow in silence. */
static const struct {
	const char *component;
	const char *(*html)(const struct json *options);
	size_t at_least;
} components[] = {
	{ "radios", radios, 26 },
	{ "checkboxes", checkboxes, 27 },
	{ "select", select_one, 12 },
	{ "date-input", date, 25 },
	{ "details", details, 3 },
	{ "input", input, 26 },
	{ "textarea", textarea, 16 },
	{ "character-count", character_count, 15 },
	{ "error-summary", error_summary, 11 },
	{ "summary-list", summary, 15 },
	{ "task-list", task_list, 3 },
};

START_TEST(gives_the_html_of_govuk_frontend)
{
	const char *component = components[_i].component;
	const struct json *file, *fixtures;
	size_t len, compared = 0;
	char *bytes;

	ck_assert_msg(file_read(&arena,
				arena_format(&arena,
					     "tests/fixtures/govuk/%s.json",
					     component),
				1 << 20, &bytes, &len, &err),
		      "%s", err.text);
	file = json_parse(&arena, bytes, len, &err);
	ck_assert_msg(file, "%s", err.text);
	fixtures = json_get(file, "fixtures");
	for (size_t i = 0; i < fixtures->count; i++) {
		const struct json *fixture = &fixtures->items[i];
		const char *ours =
			components[_i].html(json_get(fixture, "options"));

		if (!ours)
			continue;
		compared++;
		ours = canonical(ours);
		ck_assert_msg(strcmp(ours,
				     canonical(text_of(fixture, "html"))) == 0,
			      "%s, %s: ours is\n%stheirs is\n%s", component,
			      text_of(fixture, "name"), ours,
			      canonical(text_of(fixture, "html")));
	}
	ck_assert_msg(compared >= components[_i].at_least,
		      "%s: only %zu were compared", component, compared);
}
END_TEST

Suite *
suite_fixtures(void)
{
	Suite *suite = suite_create("fixtures");
	TCase *tcase = tcase_create("fixtures");

	tcase_add_unchecked_fixture(tcase, start, stop);
	tcase_add_loop_test(tcase, gives_the_html_of_govuk_frontend, 0,
			    sizeof(components) / sizeof(components[0]));
	suite_add_tcase(suite, tcase);
	return suite;
}
