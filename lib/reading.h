#ifndef READING_H
#define READING_H

#include <stdbool.h>
#include <stddef.h>

#include "consultation.h"
#include "yaml.h"

struct problems;

/*
 * Values of a YAML tree as a definition wants them.  WHAT names a value for a
 * person.  What is wrong is added to the problems and reads as if it were
 * absent; an absent value (NULL) is no problem.  Texts are in Normalization Form
 * C, without blanks at their ends, never empty, and have no control characters.
 */
enum reading_languages { READING_ANY, READING_ENGLISH, READING_BOTH };

struct reading {
	struct problems *problems;
	enum reading_languages
		declared; /* READING_ENGLISH: Welsh is a problem */
	bool bilingual;	  /* a text in Welsh was read */
	struct gap *gaps; /* texts that were read in one language alone */
	size_t gap_count, gap_room;
};

enum reading_lines { READING_LINE, READING_LINES };

/* The longest list: questions, options, documents, … */
enum { READING_ITEMS_MAX = 100 };

/* A problem at VALUE: "WHAT SENTENCE". */
void reading_problem(struct reading *reading, const struct yaml *value,
		     const char *what, const char *sentence);

/* The value of KEY; a problem at MAP when there is none, unless a key was meant
 * to be it.  OWNER: whose key it is, or NULL for the file's. */
const struct yaml *reading_needed(struct reading *reading,
				  const struct yaml *map, const char *key,
				  const char *owner);

/* "OWNER, KEY". */
const char *reading_name(struct reading *reading, const char *owner,
			 const char *key);

/* "OWNER N", from INDEX 0. */
const char *reading_item_name(struct reading *reading, const char *owner,
			      size_t index);

/* Whether VALUE is a map; each key not in ALLOWED is a problem. */
bool reading_map(struct reading *reading, const struct yaml *value,
		 const char *what, const char *const allowed[]);

/* How many items VALUE has as a list, at most READING_ITEMS_MAX. */
size_t reading_list(struct reading *reading, const struct yaml *value,
		    const char *what);

/* One text, NULL if there is none; READING_LINE: without a line end. */
const char *reading_text(struct reading *reading, const struct yaml *value,
			 const char *what, enum reading_lines lines);

/* A text, or one for each language as {en: …, cy: …}. */
struct phrase reading_phrase(struct reading *reading, const struct yaml *value,
			     const char *what, enum reading_lines lines);

/* The same of a name or an address, which may be alike in both languages: written
 * once, it is the text of both, and no gap. */
struct phrase reading_phrase_same(struct reading *reading,
				  const struct yaml *value, const char *what,
				  enum reading_lines lines);

/* A list of phrases, each of one line; ITEM names one of them. */
const struct phrase *reading_phrases(struct reading *reading,
				     const struct yaml *value, const char *what,
				     const char *item, size_t *count);

/* An id, [a-z][a-z0-9_]* of at most 40; a slug; an e-mail address. */
const char *reading_id(struct reading *reading, const struct yaml *value,
		       const char *what);
const char *reading_slug(struct reading *reading, const struct yaml *value,
			 const char *what);
const char *reading_email(struct reading *reading, const struct yaml *value,
			  const char *what);

/* London date and time, or a date, midnight at its start; MOMENT_NONE if there is
 * none. */
moment reading_moment(struct reading *reading, const struct yaml *value,
		      const char *what);
moment reading_date(struct reading *reading, const struct yaml *value,
		    const char *what);

#endif
