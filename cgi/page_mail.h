#ifndef PAGE_MAIL_H
#define PAGE_MAIL_H

#include <stdbool.h>

#include "address.h"
#include "layout.h"
#include "letter.h"
#include "validate.h"

struct response;
struct session;

/*
 * The part of a page that sends one e-mail: an address, a button, and what became
 * of it.
 */
struct mailing {
	const char *typed; /* what stands in the field; or NULL */
	const char *error; /* what is wrong with it; or NULL */
	const char *to;	   /* whom an e-mail will be sent to; or NULL */
	bool unstamped; /* nothing was done: the page was not ours, or too old */
};

/* What was typed in FIELDS stands in the field again. */
void page_mail_keep(const struct session *session, const struct fields *fields,
		    struct mailing *mailing);

/* The address in FIELDS; false when it is none, and MAILING says so. */
bool page_mail_read(const struct session *session, const struct fields *fields,
		    struct mailing *mailing);

/* Have LETTER sent to the address that was read; LINK_HASH as in struct
 * draft_mail.  False when RESPONSE has been given: it failed. */
bool page_mail_send(const struct session *session, const struct fields *fields,
		    const char *kind, const struct letter *letter,
		    const unsigned char *link_hash, struct mailing *mailing,
		    struct response *response);

/* Fill SENT, EMAIL and ERROR_SUMMARY of the page.  PURPOSE is that of the stamp;
 * NULL: no e-mail is offered. */
void page_mail_put(struct layout *layout, const struct session *session,
		   const struct mailing *mailing, const char *purpose,
		   enum place place);

#endif
