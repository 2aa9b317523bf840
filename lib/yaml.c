#include "yaml.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "arena.h"
#include "problem.h"
#include "utf8.h"

/*
 * Built from events, not by libyaml's document loader: that one follows aliases,
 * forgets anchors, and reads a hostile depth to its end.
 */
struct builder {
	yaml_parser_t parser;
	const char *bytes;
	size_t len;
	size_t depth;
	struct problems *problems;
};

/* Where byte OFFSET stands, in lines and characters from 1. */
static void
place_of(const char *bytes, size_t offset, size_t *line, size_t *column)
{
	*line = *column = 1;
	for (size_t i = 0; i < offset; i++) {
		if (bytes[i] == '\n') {
			++*line;
			*column = 1;
		} else if (((unsigned char)bytes[i] & 0xc0) != 0x80) {
			++*column;
		}
	}
}

/* The first byte of the line of MARK. */
static const char *
line_of(const struct builder *builder, yaml_mark_t mark)
{
	const char *line = builder->bytes;
	const char *end = builder->bytes + builder->len;

	for (size_t i = 0; i < mark.line; i++) {
		const char *next = memchr(line, '\n', (size_t)(end - line));

		if (!next)
			return end;
		line = next + 1;
	}
	return line;
}

/* The byte at MARK; '\0' at the end of the file. */
static char
byte_at(const struct builder *builder, yaml_mark_t mark)
{
	const char *at = line_of(builder, mark);
	const char *end = builder->bytes + builder->len;

	for (size_t i = 0; i < mark.column && at < end; i++)
		do
			at++;
		while (at < end && ((unsigned char)*at & 0xc0) == 0x80);
	return at < end ? *at : '\0';
}

/* Whether white space that begins the line of MARK has a tab; *COLUMN is it. */
static bool
tab_indents(const struct builder *builder, yaml_mark_t mark, size_t *column)
{
	const char *line = line_of(builder, mark);
	const char *end = builder->bytes + builder->len;
	const char *at = line;

	while (at < end && *at == ' ')
		at++;
	*column = (size_t)(at - line) + 1;
	return at < end && *at == '\t';
}

/* Whether a colon and a space stand before MARK in its line. */
static bool
has_colon_before(const struct builder *builder, yaml_mark_t mark)
{
	const char *at = line_of(builder, mark);
	size_t len = (size_t)(builder->bytes + builder->len - at);

	/* libyaml ends lines at more than line feeds. */
	for (size_t i = 0; i + 1 < mark.column && i + 1 < len; i++)
		if (at[i] == ':' && at[i + 1] == ' ')
			return true;
	return false;
}

/* What libyaml says, and what a person can do.  No sentence: the character at
 * the place cannot begin a text. */
static const struct advice {
	const char *context, *problem; /* the beginnings of libyaml's words */
	bool at_context;
	const char *sentence;
} advices[] = {
	{ "while scanning an alias", "", true, NULL },
	{ "while scanning an anchor", "", true, NULL },
	{ "while scanning a directive", "", true, NULL },
	{ "while scanning a tag", "", true, NULL },
	{ "while parsing a tag", "", true, NULL },
	{ "", "found character that cannot start any token", false, NULL },
	{ "", "did not find expected node content", false, NULL },
	{ "", "mapping keys are not allowed", false, NULL },
	{ "while scanning a quoted scalar", "", true,
	  "the quotes that open here are never closed: close them at the end "
	  "of the text" },
	{ "while parsing a quoted scalar", "", false,
	  "a backslash between double quotes begins a code: write two, or use "
	  "single quotes" },
	{ "", "mapping values are not allowed", false,
	  "a key cannot stand here: line it up with the key above it, and put "
	  "quotes round text that has a colon in it" },
	{ "", "block sequence entries are not allowed", false,
	  "a list cannot begin behind its key: put each \"- item\" on a line "
	  "of its own, or quotes round text that begins with a dash" },
	{ "", "could not find expected ':'", true,
	  "there is no \"key:\" on this line: write one, or indent the line "
	  "under the text it belongs to" },
	{ "", "did not find expected key", false,
	  "this cannot stand here: line keys and items up with those above "
	  "them, indent a text of several lines, and put quotes round the "
	  "whole of a text" },
	{ "", "did not find expected '-' indicator", false,
	  "this cannot stand in a list: line a key up with the keys of its "
	  "item, and the \"- \" of an item with those above" },
	{ "", "did not find expected ',' or ']'", true,
	  "the list that opens here cannot be read to its end: put commas "
	  "between its items, ] at its end, and double quotes round a text "
	  "that has a colon or a bracket, or begins with a quote" },
	{ "", "did not find expected ',' or '}'", true,
	  "the { here cannot be read to its end: put commas between its keys, "
	  "} at its end, and double quotes round a text that has a colon or a "
	  "brace, or begins with a quote" },
	{ "", "did not find expected comment or line break", false,
	  "text stands behind | or >: begin it on the next line, indented" },
	{ "", "did not find expected <document start>", false,
	  "this does not belong to what stands above it: line it up with the "
	  "first key of the file" },
};

static bool
begins_with(const char *text, const char *beginning)
{
	return strncmp(text ? text : "", beginning, strlen(beginning)) == 0;
}

static const struct advice *
advice_for(const yaml_parser_t *parser)
{
	for (size_t i = 0; i < sizeof(advices) / sizeof(advices[0]); i++)
		if (begins_with(parser->context, advices[i].context) &&
		    begins_with(parser->problem, advices[i].problem))
			return &advices[i];
	return NULL;
}

static void
report_character(const struct builder *builder)
{
	const yaml_parser_t *parser = &builder->parser;
	size_t line, column;

	place_of(builder->bytes, parser->problem_offset, &line, &column);
	problem_add(builder->problems, line, column,
		    "a control character (U+%04X) cannot stand in a file: take "
		    "it away",
		    (unsigned)parser->problem_value);
}

/* The sentence for what libyaml found wrong; its own words are for programmers. */
static void
report_syntax(const struct builder *builder)
{
	const yaml_parser_t *parser = &builder->parser;
	const struct advice *advice = advice_for(parser);
	yaml_mark_t mark = advice && advice->at_context ? parser->context_mark
							: parser->problem_mark;
	const char *sentence = advice ? advice->sentence : NULL;
	char first = byte_at(builder, mark);
	size_t column;

	if (tab_indents(builder, parser->problem_mark, &column)) {
		mark = parser->problem_mark;
		mark.column = column - 1;
		sentence = "a tab indents this line: indent with spaces";
	} else if (begins_with(parser->problem, "mapping values") &&
		   has_colon_before(builder, mark)) {
		sentence = "a colon stands inside a text: put quotes round "
			   "text that has a colon in it";
	}
	if (sentence)
		problem_add(builder->problems, mark.line + 1, mark.column + 1,
			    "%s", sentence);
	else if (advice && first > ' ')
		problem_add(builder->problems, mark.line + 1, mark.column + 1,
			    "a text cannot begin with %c: put quotes round it",
			    first);
	else
		problem_add(builder->problems, mark.line + 1, mark.column + 1,
			    "this is not YAML (%s): mend the line, or put "
			    "quotes round its text",
			    parser->problem);
}

static bool
next_event(struct builder *builder, yaml_event_t *event)
{
	if (yaml_parser_parse(&builder->parser, event))
		return true;
	if (builder->parser.error == YAML_MEMORY_ERROR)
		abort();
	if (builder->parser.error == YAML_READER_ERROR)
		report_character(builder);
	else
		report_syntax(builder);
	return false;
}

static void
refuse(const struct builder *builder, const yaml_event_t *event,
       const char *sentence)
{
	problem_add(builder->problems, event->start_mark.line + 1,
		    event->start_mark.column + 1, "%s", sentence);
}

static void
refuse_properties(const struct builder *builder, const yaml_event_t *event,
		  const yaml_char_t *anchor, const yaml_char_t *tag)
{
	if (anchor)
		refuse(builder, event,
		       "an anchor (&name) is not read here: put quotes round "
		       "text that begins with &");
	if (tag)
		refuse(builder, event,
		       "a tag (!name) is not read here: put quotes round text "
		       "that begins with !");
}

static void
keep_text(const struct builder *builder, const yaml_event_t *event,
	  struct yaml *node)
{
	const char *text = (const char *)event->data.scalar.value;
	size_t len = event->data.scalar.length;

	if (memchr(text, '\0', len))
		refuse(builder, event,
		       "a NUL character (\\0) stands in this text: take it "
		       "away");
	node->text = arena_copy(builder->problems->arena, text, len);
	node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
}

static bool read_children(struct builder *builder, struct yaml *node);

/* The node that EVENT begins; the event is used up. */
static bool
read_node(struct builder *builder, yaml_event_t *event, struct yaml *node)
{
	node->line = event->start_mark.line + 1;
	node->column = event->start_mark.column + 1;
	node->text = "";
	switch (event->type) {
	case YAML_SEQUENCE_START_EVENT:
		node->kind = YAML_LIST;
		refuse_properties(builder, event,
				  event->data.sequence_start.anchor,
				  event->data.sequence_start.tag);
		break;
	case YAML_MAPPING_START_EVENT:
		node->kind = YAML_MAP;
		node->braced = event->data.mapping_start.style ==
			       YAML_FLOW_MAPPING_STYLE;
		refuse_properties(builder, event,
				  event->data.mapping_start.anchor,
				  event->data.mapping_start.tag);
		break;
	case YAML_SCALAR_EVENT:
		refuse_properties(builder, event, event->data.scalar.anchor,
				  event->data.scalar.tag);
		keep_text(builder, event, node);
		break;
	default:
		refuse(builder, event,
		       "an alias (*name) is not read here: put quotes round "
		       "text that begins with *");
		node->text =
			arena_format(builder->problems->arena, "*%s",
				     (const char *)event->data.alias.anchor);
	}
	yaml_event_delete(event);
	return node->kind == YAML_SCALAR || read_children(builder, node);
}

static bool
ends_collection(const yaml_event_t *event)
{
	return event->type == YAML_SEQUENCE_END_EVENT ||
	       event->type == YAML_MAPPING_END_EVENT;
}

static bool
read_key(struct builder *builder, yaml_event_t *event, struct yaml *key)
{
	if (!read_node(builder, event, key))
		return false;
	if (key->kind != YAML_SCALAR)
		problem_add(builder->problems, key->line, key->column,
			    "a key is %s: write one word before the colon",
			    yaml_kind_name(key));
	return next_event(builder, event);
}

static bool
read_items(struct builder *builder, struct yaml *node)
{
	struct arena *arena = builder->problems->arena;
	struct yaml *keys = NULL, *items = NULL;
	yaml_event_t event;
	size_t room = 0;

	for (;; node->count++) {
		if (!next_event(builder, &event))
			return false;
		if (ends_collection(&event))
			break;
		if (node->count == room) {
			room = room ? room * 2 : 4;
			items = arena_grow(arena, items, node->count, room,
					   sizeof(*items));
			keys = arena_grow(arena, keys, node->count, room,
					  sizeof(*keys));
		}
		if (node->kind == YAML_MAP &&
		    !read_key(builder, &event, &keys[node->count]))
			return false;
		if (!read_node(builder, &event, &items[node->count]))
			return false;
	}
	yaml_event_delete(&event);
	node->keys = keys;
	node->items = items;
	return true;
}

static int
compare_keys(const void *a, const void *b)
{
	const struct yaml *first = *(const struct yaml *const *)a;
	const struct yaml *second = *(const struct yaml *const *)b;
	int order = strcmp(first->text, second->text);

	if (order)
		return order;
	return first < second ? -1 : first > second;
}

static void
refuse_key_twice(const struct builder *builder, const struct yaml *map)
{
	const struct yaml **sorted = arena_array(builder->problems->arena,
						 map->count, sizeof(*sorted));

	for (size_t i = 0; i < map->count; i++)
		sorted[i] = &map->keys[i];
	qsort(sorted, map->count, sizeof(*sorted), compare_keys);
	for (size_t i = 1; i < map->count; i++)
		if (strcmp(sorted[i]->text, sorted[i - 1]->text) == 0)
			problem_add(builder->problems, sorted[i]->line,
				    sorted[i]->column,
				    "\"%s\" was given before, on line %zu: "
				    "keep one of them",
				    sorted[i]->text, sorted[i - 1]->line);
}

static bool
read_children(struct builder *builder, struct yaml *node)
{
	if (builder->depth == YAML_DEPTH_MAX) {
		problem_add(builder->problems, node->line, node->column,
			    "lists and keys stand more than %d deep: put "
			    "quotes round text that has brackets in it",
			    YAML_DEPTH_MAX);
		return false;
	}
	builder->depth++;
	if (!read_items(builder, node))
		return false;
	builder->depth--;
	if (node->kind == YAML_MAP && node->count)
		refuse_key_twice(builder, node);
	return true;
}

/* Whether the next event is of that type; it is used up. */
static bool
pass_event(struct builder *builder, yaml_event_type_t type)
{
	yaml_event_t event;
	bool is_it;

	if (!next_event(builder, &event))
		return false;
	is_it = event.type == type;
	if (!is_it && type == YAML_DOCUMENT_START_EVENT)
		refuse(builder, &event,
		       "the file is empty: write \"key: value\" lines");
	else if (!is_it)
		refuse(builder, &event,
		       "a second document begins here: keep one in a file");
	yaml_event_delete(&event);
	return is_it;
}

static const struct yaml *
read_document(struct builder *builder)
{
	struct yaml *root =
		arena_alloc(builder->problems->arena, sizeof(*root));
	yaml_event_t event;

	if (!pass_event(builder, YAML_STREAM_START_EVENT) ||
	    !pass_event(builder, YAML_DOCUMENT_START_EVENT) ||
	    !next_event(builder, &event) || !read_node(builder, &event, root) ||
	    !pass_event(builder, YAML_DOCUMENT_END_EVENT) ||
	    !pass_event(builder, YAML_STREAM_END_EVENT))
		return NULL;
	return root;
}

static bool
is_utf8(const char *bytes, size_t len, struct problems *problems)
{
	size_t where, line, column;

	if (utf8_check(bytes, len, &where))
		return true;
	place_of(bytes, where, &line, &column);
	if (bytes[where])
		problem_add(problems, line, column,
			    "a character is not UTF-8 (byte 0x%02X): save the "
			    "file as UTF-8",
			    (unsigned char)bytes[where]);
	else
		problem_add(problems, line, column,
			    "a NUL byte cannot stand in a file: save it as "
			    "plain text, UTF-8");
	return false;
}

const struct yaml *
yaml_parse(const char *bytes, size_t len, struct problems *problems)
{
	struct builder builder = { .problems = problems };
	const struct yaml *root = NULL;

	if (len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
		bytes += 3;
		len -= 3;
	}
	if (len > YAML_BYTES_MAX)
		problem_add(problems, 1, 1,
			    "the file is longer than %d bytes: shorten it",
			    YAML_BYTES_MAX);
	if (len > YAML_BYTES_MAX || !is_utf8(bytes, len, problems))
		return NULL;
	builder.bytes = bytes;
	builder.len = len;
	if (!yaml_parser_initialize(&builder.parser))
		abort();
	yaml_parser_set_encoding(&builder.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&builder.parser,
				     (const unsigned char *)bytes, len);
	root = read_document(&builder);
	yaml_parser_delete(&builder.parser);
	return root;
}
