#ifndef FORM_H
#define FORM_H

#include "answers.h"
#include "layout.h"
#include "validate.h"

struct complaint;

/*
 * The pages of the form.  Whatever they show, what is stored or what was just
 * typed, comes as fields.
 */
#define FORM_STAMP \
	"form-stamp" /* the field of session_stamp(); no question
				   has a dash in its id */
#define FORM_SWITCH \
	"form-switch" /* the button that leads to the other language */

struct form {
	const struct layout *layout;
	const struct consultation *consultation;
	const struct fields *fields;
	const struct faults *faults; /* count 0: nothing is wrong */
};

/* The ids of pages that ask no question of the definition. */
extern const char *const form_about, *const form_tasks;

/* Whether ID is a page that asks; *PAGE is the question that begins it, NULL for
 * "about". */
bool form_page(const struct consultation *consultation, const char *id,
	       const struct question **page);

/* Whether NAME is that of a field of the control whose id is the LEN bytes of ID: the id
 * itself, or a part of it, "id.part". */
bool form_is_field(const char *name, const char *id, size_t len);

/* Whether any field of the question was sent, be it blank. */
bool form_sent(const struct fields *fields, const struct question *question);

/* Whether the same page is wanted in the other language, with what was typed: nothing is
 * checked then, and nothing stored. */
bool form_switches(const struct fields *fields);

/* The first value of a field as a NUL-terminated text, or NULL. */
const char *form_value(const struct form *form, const char *name);

/* Whether a field was sent with that value. */
bool form_has(const struct form *form, const char *name, const char *value);

/* What is wrong with a field, in the language of the page; or NULL. */
const struct fault *form_fault(const struct form *form, const char *name);
const char *form_error(const struct form *form, const char *name);

/* All that is wrong, each with a link to its control. */
size_t form_complaints(const struct form *form, const struct complaint **list);

/* What is stored as the fields that would have sent it, in the arena. */
struct fields form_of_respondent(struct arena *arena,
				 const struct respondent *respondent);
struct fields form_of_answer(struct arena *arena,
			     const struct question *question,
			     const struct answer *answer);

/* Whether the two answer QUESTION differently; whether ANSWERS answer it. */
bool form_differs(struct arena *arena, const struct question *question,
		  const struct answers *one, const struct answers *other);
bool form_answers(struct arena *arena, const struct question *question,
		  const struct answers *answers);

#endif
