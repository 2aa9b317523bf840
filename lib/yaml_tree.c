#include "yaml.h"

#include <string.h>

#include "arena.h"
#include "nearest.h"
#include "problem.h"
#include "str.h"

const struct yaml *
yaml_get(const struct yaml *map, const char *key)
{
	if (!map || map->kind != YAML_MAP)
		return NULL;
	for (size_t i = 0; i < map->count; i++)
		if (strcmp(map->keys[i].text, key) == 0)
			return &map->items[i];
	return NULL;
}

static const char *
join(struct arena *arena, const char *const words[])
{
	struct str joined = { .arena = arena };

	for (size_t i = 0; words[i]; i++) {
		if (i)
			str_text(&joined, words[i + 1] ? ", " : " or ");
		str_text(&joined, words[i]);
	}
	return joined.text;
}

static bool
is_among(const char *word, const char *const words[])
{
	for (size_t i = 0; words[i]; i++)
		if (strcmp(words[i], word) == 0)
			return true;
	return false;
}

static bool
is_empty(const struct yaml *value)
{
	return value->kind == YAML_SCALAR && !*value->text && !value->quoted;
}

/* Between braces a key with nothing behind it may be the end of a text: {en: Else,
 * please say}. */
void
yaml_keys(const struct yaml *map, const char *const allowed[],
	  struct problems *problems)
{
	for (size_t i = 0; map->kind == YAML_MAP && i < map->count; i++) {
		const struct yaml *key = &map->keys[i];
		const char *meant = nearest(key->text, allowed);

		if (is_among(key->text, allowed))
			continue;
		if (meant)
			problem_add(problems, key->line, key->column,
				    "\"%s\" is not known here: did you mean "
				    "\"%s\"?",
				    key->text, meant);
		else
			problem_add(problems, key->line, key->column,
				    "\"%s\" is not known here: write %s%s",
				    key->text, join(problems->arena, allowed),
				    map->braced && is_empty(&map->items[i])
					    ? ", or quotes round a text that "
					      "has a comma"
					    : "");
	}
}

const char *
yaml_kind_name(const struct yaml *value)
{
	if (value->kind == YAML_LIST)
		return "a list";
	if (value->kind == YAML_MAP)
		return "a set of keys";
	return is_empty(value) ? "empty" : "a text";
}

const char *
yaml_text(const struct yaml *value, const char *what, struct problems *problems)
{
	if (!value)
		return NULL;
	if (value->kind == YAML_SCALAR)
		return value->text;
	problem_add(problems, value->line, value->column,
		    "%s is %s: write one text", what, yaml_kind_name(value));
	return NULL;
}

bool
yaml_yes(const struct yaml *value, const char *what, bool absent,
	 struct problems *problems)
{
	static const char *const yes[] = { "yes", "true", NULL };
	static const char *const no[] = { "no", "false", NULL };

	if (!value)
		return absent;
	if (value->kind == YAML_SCALAR && is_among(value->text, yes))
		return true;
	if (value->kind != YAML_SCALAR || !is_among(value->text, no))
		problem_add(problems, value->line, value->column,
			    "%s is neither yes nor no: write yes or no", what);
	return false;
}

/* The number of at most MAX that TEXT writes in digits alone, or 0. */
static size_t
number_of(const char *text, size_t max)
{
	size_t number = 0;

	if (!*text || text[strspn(text, "0123456789")])
		return 0;
	for (; *text; text++) {
		number = number * 10 + (size_t)(*text - '0');
		if (number > max)
			return 0;
	}
	return number;
}

bool
yaml_count(const struct yaml *value, const char *what, size_t max,
	   size_t *count, struct problems *problems)
{
	size_t number;

	if (!value)
		return true;
	number = value->kind == YAML_SCALAR ? number_of(value->text, max) : 0;
	if (number)
		*count = number;
	else
		problem_add(problems, value->line, value->column,
			    "%s is not a whole number from 1 to %zu: write it "
			    "in digits",
			    what, max);
	return number > 0;
}

/* The length of the character at TEXT that does not stand as itself in a file,
 * and its code: controls, and what YAML takes for a line end or a byte order
 * mark.  0 for every other. */
static size_t
special_character(const char *text, unsigned *code)
{
	const unsigned char *at = (const unsigned char *)text;

	*code = *at;
	if (*at < 0x20 || *at == 0x7f)
		return 1;
	if (*at == 0xc2 && at[1] < 0xa0) {
		*code = at[1];
		return 2;
	}
	if (*at != 0xe2 && *at != 0xef)
		return 0;
	*code = (*at & 0xfu) << 12 | (at[1] & 0x3fu) << 6 | (at[2] & 0x3fu);
	return *code == 0x2028 || *code == 0x2029 || *code == 0xfeff ||
			       *code >= 0xfffe
		       ? 3
		       : 0;
}

static void
write_quoted(struct str *out, const char *text)
{
	unsigned code;
	size_t len;

	str_char(out, '"');
	for (; *text; text += len ? len : 1) {
		len = special_character(text, &code);
		if (*text == '\n')
			str_text(out, "\\n");
		else if (len)
			str_format(out, "\\u%04X", code);
		else if (*text == '"' || *text == '\\')
			str_format(out, "\\%c", *text);
		else
			str_char(out, *text);
	}
	str_char(out, '"');
}

/* A literal block finds its indentation by its first line, and its end keeps
 * one line end or none. */
static bool
fits_block(const char *text)
{
	size_t len = strlen(text);
	unsigned code;

	if (!strchr(text, '\n') || strchr(" \t\n", *text))
		return false;
	if (len > 1 && text[len - 1] == '\n' && text[len - 2] == '\n')
		return false;
	for (; *text; text++)
		if (special_character(text, &code) && *text != '\n' &&
		    *text != '\t')
			return false;
	return true;
}

static void
write_block(struct str *out, const char *text, size_t indent)
{
	size_t len = strlen(text);

	str_text(out, text[len - 1] == '\n' ? "|" : "|-");
	while (*text) {
		size_t line = strcspn(text, "\n");

		str_char(out, '\n');
		if (line)
			str_format(out, "%*s", (int)indent, "");
		str_add(out, text, line);
		text += line + (text[line] == '\n');
	}
}

void
yaml_write(struct str *out, const char *text, size_t block_indent)
{
	if (block_indent && fits_block(text))
		write_block(out, text, block_indent);
	else
		write_quoted(out, text);
}
