#ifndef STORE_TALLY_H
#define STORE_TALLY_H

#include <stdbool.h>
#include <stddef.h>

#include "answers.h"
#include "coding/coding.h"

struct arena;
struct db;
struct error;

/*
 * What may be published of a consultation, from the database: counts, the newest
 * codeframe, and quotations of those who consented and are not confidential.  As
 * greenpaper_publisher, who can read no more than this.  Everything lives in the
 * arena and comes in byte order, so that it is the same however the responses were
 * stored.  What nobody said is left out: a count is never 0, but for
 * TALLY_UNCODED.  (Responses by channel: store_channel_counts.)
 */
enum tally_kind {
	TALLY_ANSWERED, /* who answered: question */
	TALLY_ASKED,	/* of whom it was asked, if not of all: question */
	TALLY_OPTION,	/* who chose: question, value; several of checkboxes */
	TALLY_CAPACITY, /* who responded: value, NULL for not stated */
	TALLY_TYPE,	/* who responded: value, NULL for not stated */
	TALLY_THEME,	/* answers that have a theme: question, theme */
	TALLY_SPLIT,	/* the same by the value that was chosen in the closed
			   question explained, NULL for none: question, theme,
			   value */
	TALLY_UNCODED,	/* long answers without any theme: question */
};

struct tally {
	const char *question, *theme, *value; /* NULL where not named above */
	size_t count;
};

struct tallies {
	const struct tally *items; /* by question, theme, value; NULL last */
	size_t count;
};

bool store_tally_list(struct db *db, struct arena *arena, const char *slug,
		      enum tally_kind kind, struct tallies *tallies,
		      struct error *err);

/* A whole answer that may be quoted, once for each theme that it has. */
struct quotation {
	const char *theme, *text;
	enum language language;
	const struct coding_reason *reasons; /* the words that gave the theme */
	size_t reason_count;
	enum capacity capacity;
	const char *type;     /* of respondent; NULL: not stated */
	enum publish publish; /* with name or without */
};

struct quotations {
	const struct quotation *items; /* by theme, then text, then the rest */
	size_t count;
};

bool store_quotation_list(struct db *db, struct arena *arena, const char *slug,
			  const char *question, struct quotations *quotations,
			  struct error *err);

/* The newest codeframe; ERROR_MISSING when none was applied. */
struct stored_codeframe {
	const char *source;
	size_t source_len;
	const char *reviewed_by;
	moment reviewed_on;
	const char *sha256; /* of the source, 64 hexadecimal digits */
};

bool store_codeframe_get(struct db *db, struct arena *arena, const char *slug,
			 struct stored_codeframe *codeframe, struct error *err);

/* What each response that counts can be found by, 64 hexadecimal digits, in their
 * order. */
bool store_receipt_list(struct db *db, struct arena *arena, const char *slug,
			const char *const **list, size_t *count,
			struct error *err);

/* Responses that count no more. */
struct ended {
	size_t amended;	  /* replaced by what their writers sent later */
	size_t withdrawn; /* by their writers */
};
bool store_ended_count(struct db *db, const char *slug, struct ended *ended,
		       struct error *err);

/* What an outcome says of a theme, for those whose answers have it. */
struct outcome_theme {
	const char *question, *theme;
	const struct phrase *label, *decision; /* Markdown; or NULL */
};

/* Replace what is noted of a consultation whose outcome was noted. */
bool store_outcome_themes_set(struct db *db, const char *slug,
			      const struct outcome_theme *themes, size_t count,
			      struct error *err);

/* A letter for each language. */
struct outcome_letter {
	const char *subject[LANGUAGE_COUNT], *body[LANGUAGE_COUNT];
};

/* Put a letter into the spool for each who agreed to be told and was not yet;
 * *TOLD is how many those are. */
bool store_outcome_tell(struct db *db, const char *slug,
			const struct outcome_letter *letter, size_t *told,
			struct error *err);

#endif
