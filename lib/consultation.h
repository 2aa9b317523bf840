#ifndef CONSULTATION_H
#define CONSULTATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "decimal.h"

/*
 * The nouns of a consultation, as its definition file says them.  Everything
 * lives in the arena it was read into and never changes afterwards.
 */

enum language { LANGUAGE_EN, LANGUAGE_CY, LANGUAGE_COUNT };

/* "en", "cy". */
const char *language_code(enum language language);

/* Whether CODE names a language that Greenpaper speaks; *LANGUAGE is it. */
bool language_from_code(const char *code, enum language *language);

/* A text in one or both languages; NULL where it was not given. */
struct phrase {
	const char *text[LANGUAGE_COUNT];
};

/* The text in LANGUAGE, or in the other where that is missing; "" if neither.
 * *USED, unless NULL, is the language it is in, for a lang attribute. */
const char *phrase_in(const struct phrase *phrase, enum language language,
		      enum language *used);

bool phrase_is_empty(const struct phrase *phrase);
bool phrase_equals(const struct phrase *phrase, const struct phrase *other);

/* A point in time, in seconds since 1970 UTC.  MOMENT_NONE: not given. */
typedef int64_t moment;
#define MOMENT_NONE INT64_MIN

enum question_type {
	QUESTION_RADIOS,
	QUESTION_CHECKBOXES,
	QUESTION_SELECT,
	QUESTION_TEXT,
	QUESTION_LONG_TEXT,
	QUESTION_EMAIL,
	QUESTION_NUMBER,
	QUESTION_DATE,
	QUESTION_MATRIX,
	QUESTION_RANKING,
	QUESTION_TYPE_COUNT
};

/* As the definition and the database write it: "long-text". */
const char *question_type_word(enum question_type type);

/* Something to choose, a row of a matrix, or what is put in order. */
struct option {
	const char *value; /* stored; [a-z0-9-]+, unique in its question */
	struct phrase label, hint;
	bool exclusive; /* goes with no other; the last of checkboxes */
	bool other;	/* has a text beside it; at most one of a question */
};

/* An earlier closed question was answered by one of these values. */
struct condition {
	const char *question; /* its id; it stands on an earlier page */
	const char *const *values;
	size_t value_count;
};

/* The longest text beside an option, in UTF-16 units. */
enum { OPTION_OTHER_MAX = 200 };

struct question {
	const char *id; /* [a-z][a-z0-9_]*, unique, not a page's name */
	enum question_type type;
	struct phrase title, hint;
	struct phrase guidance; /* Markdown */
	struct phrase why;	/* why it is asked */
	/* What it is about, for whoever reads in that language; or all NULL. */
	const struct document *about[LANGUAGE_COUNT];
	const char *about_paragraph;  /* of that document, or NULL */
	const struct option *options; /* of a matrix: its columns */
	size_t option_count;
	const struct option *rows; /* of a matrix */
	size_t row_count;
	bool required;
	const char *explains; /* id of an earlier closed question, or NULL */
	size_t max;	      /* UTF-16 units; text and long-text only */
	decimal least, most;  /* of a number */
	size_t decimals;      /* of a number, at most DECIMAL_PLACES */
	const char *earliest, *latest; /* of a date: "2026-11-25", or NULL */
	struct phrase section; /* title of the section that begins here */
	struct phrase page;    /* title of the page that begins here */
	bool same_page;	       /* on the page of the question before it */
	const struct condition *conditions; /* all must hold; see path.h */
	size_t condition_count;
};

struct document {
	struct phrase title;
	const char *file; /* beside the definition; a plain name, no folder */
	size_t line;	  /* of the definition, where it is named */
};

struct contact {
	struct phrase name;	   /* may be empty */
	const char *email, *phone; /* each may be NULL */
};

/* Whether anything is known of whom to ask. */
bool contact_is_given(const struct contact *contact);

struct respondent_type {
	const char *id;
	struct phrase label;
	struct phrase group; /* whose heading it stands under; empty: none */
	bool goes_on;	     /* under the heading of the one before it */
};

/* A text that the other language lacks. */
struct gap {
	size_t line, column;	/* of the definition */
	const char *what;	/* "question 3, hint" */
	enum language language; /* that is missing */
};

enum consultation_state {
	CONSULTATION_UNOPENED,
	CONSULTATION_OPEN,
	CONSULTATION_CLOSED,
	CONSULTATION_OUTCOME,
};

struct consultation {
	const char *slug; /* [a-z0-9-]+ */
	struct phrase title, summary;
	const struct phrase *organisations; /* the lead first */
	size_t organisation_count;
	bool political;
	moment opens, closes; /* both always given; closes after opens */
	struct phrase results_due;
	const char *const *supersedes; /* slugs */
	size_t supersedes_count;
	struct phrase description; /* Markdown */
	const struct document *documents;
	size_t document_count;
	struct contact policy_enquiries, process_enquiries;
	bool respond_online, respond_form;
	const char *respond_email;  /* NULL: not that way */
	struct phrase respond_post; /* empty: not that way */
	const struct phrase *audience;
	size_t audience_count;
	const struct respondent_type *respondent_types;
	size_t respondent_type_count;
	struct phrase privacy; /* Markdown */
	const struct question *questions;
	size_t question_count;
	bool bilingual;		/* at least one text was given in Welsh */
	const struct gap *gaps; /* of one that is bilingual */
	size_t gap_count;
};

/* The question with that id, or NULL. */
const struct question *consultation_question(
	const struct consultation *consultation, const char *id);

/* The option with that value, or NULL. */
const struct option *question_option(const struct question *question,
				     const char *value);

/* The row of a matrix with that value, or NULL. */
const struct option *question_row(const struct question *question,
				  const char *value);

/* The option that has a text beside it, or NULL. */
const struct option *question_other(const struct question *question);

/* Whether the question is answered by choosing of its options, and is counted by
 * them: radios, checkboxes or select. */
bool question_is_closed(const struct question *question);

/* Whether answers are in people's own words: text or long-text. */
bool question_is_text(const struct question *question);

/* Whose field NAME of a form or a file is: a question's id, or "id.part", of which
 * PART is then what follows the dot (NULL: the whole): "other" beside an option,
 * a row of a matrix, an option of a ranking, the day, month and year of a date.
 * NULL when it is nobody's. */
const struct question *consultation_field(
	const struct consultation *consultation, const char *name,
	const char **part);

/* The long-text question that explains this one, or NULL. */
const struct question *consultation_explanation(
	const struct consultation *consultation,
	const struct question *question);

/* The respondent type with that id, or NULL. */
const struct respondent_type *consultation_respondent_type(
	const struct consultation *consultation, const char *id);

/* The state at NOW; HAS_OUTCOME: an outcome was published (GOV.UK's order of
 * tests: outcome, closed, open, unopened).  Open from the second it opens to
 * the second before it closes. */
enum consultation_state consultation_state_at(
	const struct consultation *consultation, moment now, bool has_outcome);

#endif
