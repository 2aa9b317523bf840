#ifndef VALIDATE_H
#define VALIDATE_H

#include <stdbool.h>
#include <stddef.h>

#include "answers.h"
#include "words.h"

struct arena;
struct words;

/*
 * Fields as somebody sent them (a form, a row of a file) to a response in
 * memory, or to problems.  The same on every channel.  Pure: no request, no
 * database, no words for the public but their ids.
 */

/* One field: a name and one value sent for it, LEN bytes with a NUL after them.
 * A name may come several times. */
struct field {
	const char *name;
	const char *value;
	size_t len;
};

struct fields {
	const struct field *items;
	size_t count;
};

/* The first value of NAME, or NULL. */
const struct field *fields_get(const struct fields *fields, const char *name);

/* The parts of a date. */
enum { DATE_DAY = 1, DATE_MONTH = 2, DATE_YEAR = 4 };

/* Something a respondent must mend. */
struct fault {
	const char *field;	     /* name of the field it stands at */
	enum word word;		     /* the message */
	size_t number;		     /* for the %zu of the message, or 0 */
	const struct phrase *phrase; /* for its %s, or NULL */
	const char *date;	     /* or that: "2026-11-25" */
	unsigned parts;		     /* of a date: those that are wrong */
};

/* The message in a language. */
char *fault_message(struct arena *arena, const struct words *words,
		    enum language language, const struct fault *fault);

/* At most one for a field: the first. */
struct faults {
	struct arena *arena;
	struct fault items[64];
	size_t count;
};

/* Whether every field is valid UTF-8 without NUL; *BAD is the first that is
 * not.  To be asked before anything else: the functions below take it for
 * granted. */
bool fields_are_text(const struct fields *fields, const struct field **bad);

/* TEXT as the house keeps it: CRLF and CR to LF, NFC, blanks and line ends at
 * both ends cut. */
char *validate_text(struct arena *arena, const char *text, size_t len);

/* Who may be looser: a paper form or a file that does not say is "not stated". */
enum strictness { VALIDATE_FORM, VALIDATE_FILE };

/* The name of a field that the page hides from people: only a machine fills it
 * in.  No question has a dash in its id. */
#define VALIDATE_TRAP "website-address"

/* The fields capacity, organisation, represents, type, name, email, contact,
 * confidential, confidential_reason, publish.  FORM: capacity, contact,
 * confidential and publish must be stated, organisation when capacity is that, an
 * e-mail address for contact, a name when an individual's is to be published, and
 * a reason when confidential; what an individual's form says of an organisation,
 * and a reason for what is not confidential, are what the page hides, and dropped.
 * VALIDATE_TRAP filled in is no fault.
 * FILE: what is absent or empty is not stated, and all else is kept.  False when
 * faults were added. */
bool validate_respondent(const struct fields *fields,
			 const struct consultation *consultation,
			 enum strictness strictness,
			 struct respondent *respondent, struct faults *faults);

/* The answer to one question, from the fields of consultation_field() that are
 * its own.  An absent or blank one is "not answered", which is a fault in a FORM
 * where the question is required; a FILE may leave any question out, and the text
 * beside an option too, which a FORM wants.  A FORM has a date in three fields and
 * a place for each option of a ranking; a FILE has a date whole, "2026-11-25", and
 * the options of a ranking in their order, all by the id. */
bool validate_answer(const struct fields *fields,
		     const struct question *question,
		     enum strictness strictness, struct answer *answer,
		     struct faults *faults);

/* Limits of the respondent's own fields, in UTF-16 units. */
enum {
	VALIDATE_NAME_MAX = 200,
	VALIDATE_REPRESENTS_MAX = 500,
	VALIDATE_EMAIL_MAX = 254,
	VALIDATE_REASON_MAX = 2000
};

#endif
