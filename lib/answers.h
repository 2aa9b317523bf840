#ifndef ANSWERS_H
#define ANSWERS_H

#include <stdbool.h>
#include <stddef.h>

#include "consultation.h"

struct arena;
struct error;

/*
 * One response in memory: who answers and what they answered.  Every text is
 * valid UTF-8 in NFC without NUL, lines end with LF.  NULL always means "not
 * stated" or "not answered", and is never taken for consent.
 */
enum capacity {
	CAPACITY_NOT_STATED,
	CAPACITY_INDIVIDUAL,
	CAPACITY_ORGANISATION
};

enum confidential {
	CONFIDENTIAL_NOT_STATED,
	CONFIDENTIAL_NO,
	CONFIDENTIAL_YES,
};

enum publish {
	PUBLISH_NOT_STATED,
	PUBLISH_WITH_NAME,
	PUBLISH_WITHOUT_NAME,
	PUBLISH_NOT_AT_ALL,
};

/* Whether we may write to the respondent about the response, and say when the
 * outcome is published. */
enum may_contact {
	CONTACT_NOT_STATED,
	CONTACT_NO,
	CONTACT_YES,
};

struct respondent {
	enum capacity capacity;
	const char *organisation;
	const char *represents; /* whom the organisation speaks for */
	const char *type;	/* id of a respondent type */
	const char *name, *email;
	enum may_contact contact;
	enum confidential confidential;
	const char *confidential_reason;
	enum publish publish;
	bool trapped; /* a field that no person sees was filled in */
};

/* The words used in the database, in JSON Lines and as form values:
 * "not-stated" "individual" "organisation"; "not-stated" "no" "yes";
 * the same for contact; "not-stated" "with-name" "without-name" "not-at-all".  The readers return
 * false for any other word. */
const char *capacity_word(enum capacity capacity);
const char *confidential_word(enum confidential confidential);
const char *contact_word(enum may_contact contact);
const char *publish_word(enum publish publish);
bool capacity_from_word(const char *word, enum capacity *capacity);
bool confidential_from_word(const char *word, enum confidential *confidential);
bool contact_from_word(const char *word, enum may_contact *contact);
bool publish_from_word(const char *word, enum publish *publish);

/* One answer.  Radios, select, text, long-text, email: one value.  Number: one, as
 * decimal_text() writes it.  Date: one, "2026-11-25".  Checkboxes: those chosen, in
 * the order of the options.  Matrix: one for each row, NULL where there is none.
 * Ranking: every option, the first first.  No values: not answered. */
struct answer {
	const char *const *values;
	size_t value_count;
	const char *other; /* the text beside the option that has one */
};

/* answers->items[i] answers consultation->questions[i]. */
struct answers {
	const struct consultation *consultation;
	struct respondent respondent;
	struct answer *items;
};

/* Nothing stated, nothing answered. */
struct answers *answers_new(struct arena *arena,
			    const struct consultation *consultation);

/* The answer to that question of the consultation. */
const struct answer *answers_get(const struct answers *answers,
				 const struct question *question);

/* The answers as one JSON object, keys in the order of the questions, what is not
 * answered left out: {"id": "text"}, of checkboxes and ranking ["value", …], of a
 * matrix {"row": "value", …}; behind it "id.other", the text beside an option.  The
 * only form in which answers are stored, sent or compared. */
char *answers_json(struct arena *arena, const struct answers *answers);

/* "id.other". */
const char *answers_other_key(struct arena *arena,
			      const struct question *question);

/* The respondent as one JSON object with the keys capacity, organisation,
 * represents, type, name, email, contact, confidential, confidential_reason,
 * publish, trapped; what is not stated left out; contact, confidential and trapped
 * are true or false. */
char *respondent_json(struct arena *arena, const struct respondent *respondent);

/* Whether the respondent has stated nothing at all. */
bool respondent_is_blank(const struct respondent *respondent);

/* The other way; for what was stored, so that a misfit is ERROR_SYSTEM.  A
 * question the JSON does not name is not answered; an id the consultation does
 * not have is left out. */
bool answers_from_json(struct arena *arena, const char *json,
		       struct answers *answers, struct error *err);
bool respondent_from_json(struct arena *arena, const char *json,
			  struct respondent *respondent, struct error *err);

#endif
