#ifndef PAGE_SAVED_H
#define PAGE_SAVED_H

struct response;
struct session;

/*
 * "Your answers have been saved": how to come back to a draft.
 */

/* The page with a code made of SEED, for a form that was just saved.  It is the
 * answer to a POST: the code is in no address, and to load the page again makes no
 * other. */
void page_saved_show(const struct session *session, const char *seed,
		     struct response *response);

#endif
