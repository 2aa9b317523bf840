#ifndef GREENPAPER_YAML_H
#define GREENPAPER_YAML_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct problems;

/*
 * Door to libyaml: a YAML file as a tree, for the files that people write
 * (definition, codeframe, outcome, column mapping).  Scalars stay strings: `no`,
 * `01` and dates are what their reader makes of them.  Aliases, anchors, tags,
 * more than one document and a key given twice are problems.
 */
enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAP };

struct yaml {
	enum yaml_kind kind;
	size_t line, column;	  /* from 1 */
	const char *text;	  /* scalar: valid UTF-8; plain empty is "" */
	bool quoted;		  /* scalar: written in quotes or as a block */
	bool braced;		  /* map: written between braces */
	const struct yaml *keys;  /* map: scalars */
	const struct yaml *items; /* map: values; list: items */
	size_t count;
};

enum { YAML_BYTES_MAX = 1024 * 1024 };

enum { YAML_DEPTH_MAX = 20 };

/* The tree of LEN bytes, in the arena of PROBLEMS; NULL, with one problem added,
 * when it is not YAML.  An alias, anchor, tag or a key given twice is a problem
 * too but leaves a tree, so that its reader can name every other mistake. */
const struct yaml *yaml_parse(const char *bytes, size_t len,
			      struct problems *problems);

/* The value of KEY in a map, or NULL. */
const struct yaml *yaml_get(const struct yaml *map, const char *key);

/* A problem for each key of MAP that is not in ALLOWED (NULL-terminated), with
 * the nearest allowed one offered. */
void yaml_keys(const struct yaml *map, const char *const allowed[],
	       struct problems *problems);

/* Helpers that add a problem and return NULL / false when the value is there but
 * of another shape.  WHAT names it for a person ("title", "question 3, hint").
 * An absent value (NULL) is no problem here: no text, ABSENT, *COUNT as it was.
 * A text may be empty.  A count is from 1 to MAX. */
const char *yaml_text(const struct yaml *value, const char *what,
		      struct problems *problems);
bool yaml_yes(const struct yaml *value, const char *what, bool absent,
	      struct problems *problems);
bool yaml_count(const struct yaml *value, const char *what, size_t max,
		size_t *count, struct problems *problems);

/* "a text", "a list" …, or "empty": what VALUE is, for a message. */
const char *yaml_kind_name(const struct yaml *value);

/* Write TEXT as a YAML scalar that reads back as the same bytes: double-quoted
 * on one line, or (BLOCK_INDENT > 0 and the text has line ends and fits) as a
 * literal block whose lines stand BLOCK_INDENT columns in.  No line end after
 * it: the caller's next byte must be one. */
struct str;
void yaml_write(struct str *out, const char *text, size_t block_indent);

#endif
