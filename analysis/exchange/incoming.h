#ifndef INCOMING_H
#define INCOMING_H

#include <stdbool.h>
#include <stddef.h>

#include "answers.h"
#include "str.h"
#include "validate.h"

struct error;
struct words;

/*
 * One response as a file gives it, on its way to the same validation as the
 * form's.  Readers (jsonl_read, csv_read, consult_folder) hand over one at a
 * time; it is valid during the call alone.
 */
struct incoming {
	struct arena *arena; /* dies with the row */
	size_t line;	     /* where the row begins, from 1 */
	const char *key;     /* what the file calls it, or NULL */
	const char *received, *channel, *language, *reference; /* or NULL */
	struct fields fields; /* the respondent's, and the answers by id */
};

/* Add a field; NAME and VALUE must live in the arena of the row. */
void incoming_field(struct incoming *incoming, const char *name,
		    const char *value);

/* Everything wrong with a file: every bad row is named, however many. */
struct complaints {
	const char *path;
	struct str text; /* "path:line: sentence\n" each */
	size_t count;
};

void complain(struct complaints *complaints, size_t line, const char *format,
	      ...) __attribute__((format(printf, 3, 4)));

/* What a row lacks and the officer said for all: NULL where he did not. */
struct incoming_defaults {
	const char *channel, *received;
	moment now; /* nothing was received after it */
};

/* What the officer said for all, checked before the first row: false and
 * ERROR_INPUT when it is no channel or no time. */
bool incoming_defaults_check(const struct incoming_defaults *defaults,
			     struct error *err);

/* A checked row: ready to store. */
struct checked {
	const char *channel;
	enum language language;
	moment received_at; /* MOMENT_NONE: not stated */
	const char *reference;
	struct answers *answers;
};

/* Check a row as the form would.  False when it is bad; what is wrong has been
 * added.  CHECKED lives in the arena of the row. */
bool incoming_check(struct incoming *incoming,
		    const struct consultation *consultation,
		    const struct incoming_defaults *defaults,
		    const struct words *words, struct checked *checked,
		    struct complaints *complaints);

/* What a reader calls for each row; false (with err set) stops it. */
typedef bool incoming_row(void *context, struct incoming *incoming,
			  struct error *err);

/* The channels that there are, as a sentence part; whether WORD is one. */
#define INCOMING_CHANNELS "online, email, post, event, other or not-stated"
bool incoming_is_channel(const char *word);

#endif
