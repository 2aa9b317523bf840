#ifndef OFFERS_H
#define OFFERS_H

#include <stddef.h>

#include "themes/suggest.h"

struct arena;
struct error;
struct json_writer;
struct str;

/*
 * Themes offered for the answers to one question, as people and programs read them;
 * none for blank answers.
 */
struct offers {
	const struct suggest_answer *answers;
	size_t count;
	const char *const *names;  /* of the answers: a reference, an id; NULL:
				      they are rows of a table */
	const char *const *labels; /* of the themes, by their numbers */
	const char *const *ids;	   /* of the themes; NULL: they have none */
	size_t label_count;
	const char *on, *off; /* round words that speak for the first */
	size_t told;	      /* answers with a label */
	struct suggestions suggestions;
};

/* Themes are learnt from at least so many answers each, of at least so many. */
enum { OFFERS_TOLD_MIN = 2, OFFERS_LABELS_MIN = 2, OFFERS_LABELS_MAX = 500 };

/* Whether there are enough labels and not too many: ERROR_INPUT says what to label,
 * WHERE naming the place of the labels.  Counts OFFERS->told. */
bool offers_check(struct offers *offers, const char *where, struct error *err);

/* For people: how many are clear, close or a guess, and each offer on a line, the
 * surest first. */
void offers_print(struct str *out, const struct offers *offers);

/* "suggestions": [{…, "themes": [{"id", "label", "score", "margin"}], "why"}], in the
 * order of the answers.  Each is told by its "reference" where the themes have ids;
 * else by its "document", a number, and its "id", the name or where there are no
 * names that number again.  A margin is the score less the best of the others'. */
void offers_json(struct json_writer *json, struct arena *arena,
		 const struct offers *offers);

#endif
