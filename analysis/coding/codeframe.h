#ifndef CODEFRAME_H
#define CODEFRAME_H

#include <stdbool.h>
#include <stddef.h>

#include "consultation.h"

struct arena;
struct problems;
struct str;

/*
 * A codeframe: the themes of each long-text question, as a policy officer
 * reviewed them (greenpaper-codeframe(5)).  `themes` writes a draft; the officer
 * renames, merges, adds, deletes and signs; `code` applies what was signed, and
 * `themes` again keeps it.  Everything lives in the arena it was read into or made
 * in.  What only tells the officer of the answers (sizes, splits, the answers in
 * no theme) is written as comments and never read.
 */

/* The theme of an answer that has none of the others; no theme may be called
 * so. */
#define CODEFRAME_OTHER "other"

struct codeframe_theme {
	const char *id;		  /* [a-z0-9-]+, unique in its question */
	struct phrase label;	  /* what the outcome page says */
	const char *under;	  /* id of the theme it is part of, or NULL */
	const char *stance;	  /* it is only for answers of those who chose
				     this option; NULL: for all */
	const char *const *words; /* words or phrases, most telling first */
	size_t word_count;
	size_t enough_count; /* one of the first so many gives an answer the
				theme ("words"); of the rest, two in one
				sentence do ("together") */
	const char *const *examples; /* texts that have the theme: example.h */
	size_t example_count;
	const char *notes;	       /* the officer's own, or NULL */
	const char *const *quotations; /* for the officer alone */
	size_t quotation_count;
	bool is_new;	       /* nobody has looked at it yet */
	size_t line, new_line; /* where it stands, and its "new"; from 1 */
	size_t size;	       /* comment: answers that have it */
	const size_t *split;   /* comment: how many of these chose each option,
				  and last none; NULL: not known */
};

struct codeframe_question {
	const char *id;
	const struct codeframe_theme *themes;
	size_t theme_count;
	size_t seen; /* answers there were when themes were last proposed; 0:
			never, or not known */
	size_t answers, other;	   /* comment: answered at all; in no theme */
	const char *const *others; /* comment: these, or NULL: too many */
};

/* A theme that once stood in the file: the program's memory, so that what the
 * officer deleted is not proposed again. */
struct codeframe_proposal {
	const char *question, *id;
	const char *const *words;
	size_t word_count;
};

struct codeframe {
	const char *consultation;    /* slug */
	const char *reviewed_before; /* who had signed, and when, before new
					themes came in; or NULL */
	const char *reviewed_by;     /* NULL: nobody yet */
	moment reviewed_on;	     /* MOMENT_NONE: nobody yet */
	const struct codeframe_question *questions;
	size_t question_count;
	const struct codeframe_proposal *proposals;
	size_t proposal_count;
	size_t signature_line; /* where reviewed_by stands or should; from 1 */
};

/* Read LEN bytes of a codeframe for CONSULTATION.  The result lives in the arena
 * of PROBLEMS; NULL when there is any problem, and every one has been added: an
 * unknown question or one that is not long-text, another consultation's slug, an
 * id that is not one or comes twice, a theme without label or words, themes under
 * each other in a circle …  An unsigned codeframe is no problem here. */
const struct codeframe *codeframe_parse(const char *bytes, size_t len,
					const struct consultation *consultation,
					struct problems *problems);

/* A problem for each theme that is still new, and, at the line where the signature
 * should stand, for each of reviewed_by and reviewed_on that is missing, and for a
 * day after NOW; true when there was none. */
bool codeframe_signed(const struct codeframe *codeframe, moment now,
		      struct problems *problems);

/* The index of the theme ID, or THEME_COUNT when it is NULL or there is none. */
size_t codeframe_theme_index(const struct codeframe_question *question,
			     const char *id);

/* Whether theme CHILD is under theme PARENT, or under one that is. */
bool codeframe_is_under(const struct codeframe_question *question, size_t child,
			size_t parent);

/* The question's themes, or NULL. */
const struct codeframe_question *codeframe_question(
	const struct codeframe *codeframe, const char *question);

/* Write a codeframe as the document that the officer edits: explanations, sizes,
 * splits and the wording of the questions as comments.  codeframe_parse reads it back to
 * the same. */
void codeframe_write(struct str *out, const struct codeframe *codeframe,
		     const struct consultation *consultation);

#endif
