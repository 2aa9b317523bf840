#ifndef ADDRESS_H
#define ADDRESS_H

#include <stdbool.h>

#include "consultation.h"

struct arena;

/*
 * The addresses of the site: one table of patterns, read in both directions.
 * Welsh is the same address with ".cy" at its end.
 */
enum place {
	PLACE_LIST,	     /* /consultations */
	PLACE_ACCESSIBILITY, /* /consultations/accessibility */
	PLACE_CONSULTATION,  /* /consultations/SLUG */
	PLACE_QUESTIONS,     /* /consultations/SLUG/questions */
	PLACE_PRIVACY,	     /* /consultations/SLUG/privacy */
	PLACE_DOCUMENT,	     /* /consultations/SLUG/documents/NAME */
	PLACE_START,	     /* /consultations/SLUG/respond */
	PLACE_RESPOND, /* /consultations/SLUG[/with/HANDLE]/respond/ID[/change] */
	PLACE_CHECK,   /* /consultations/SLUG[/with/HANDLE]/check */
	PLACE_DONE,    /* /consultations/SLUG[/with/HANDLE]/done/TOKEN */
	PLACE_SAVED,   /* /consultations/SLUG[/with/HANDLE]/saved */
	PLACE_DELETE,	/* /consultations/SLUG[/with/HANDLE]/delete */
	PLACE_RESPONSE, /* /consultations/SLUG[/with/HANDLE]/response */
	PLACE_WITHDRAW, /* /consultations/SLUG[/with/HANDLE]/withdraw */
	PLACE_RETURN,	/* /consultations/SLUG/return */
	PLACE_LINK,	/* /consultations/SLUG/return/TOKEN */
	PLACE_COUNT
};

/* Parts that the place does not have are NULL. */
struct address {
	enum place place;
	enum language language;
	const char *slug;
	const char *handle; /* of a draft, where the browser keeps no cookies */
	const char *id;	    /* of a question, or the name of a page */
	bool change;	    /* of an answer: the check page comes next again */
	const char *name;   /* of a document; has no language of its own */
	const char *token;  /* of a receipt, or a mailed link */
};

/* The address of a decoded path, parts in the arena; false when it is none of
 * ours (PLACE_COUNT; the language is known all the same).  Parts are not empty, have no '/' and no control characters; slug, id,
 * handle and token have only ASCII letters, digits, '-' and '_'. */
bool address_read(struct arena *arena, const char *path,
		  struct address *address);

/* The path of an address, percent-encoded, in the arena.  A handle is left out
 * where the place has none. */
char *address_path(struct arena *arena, const struct address *address);

/* Whether a consultation with that slug would stand where another page of the
 * site stands. */
bool address_is_taken(const char *slug);

/* The folder of a consultation's documents, with a slash at its end. */
char *address_documents(struct arena *arena, const char *slug);

/* Where the published outcome of a consultation is: a folder that the web server
 * serves itself.  In Welsh when the consultation is bilingual. */
char *address_outcome(struct arena *arena,
		      const struct consultation *consultation,
		      enum language language);

#endif
