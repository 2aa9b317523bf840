#ifndef LETTER_H
#define LETTER_H

#include "answers.h"

struct own_response;
struct session;

/*
 * What is sent by e-mail to somebody who responds: plain text in the language of
 * the page that asked for it.  Lives in the request's arena.
 */
struct letter {
	const char *subject, *body;
};

/* A link to come back by; UNTIL: when what was not sent is deleted. */
struct letter letter_link(const struct session *session, const char *url,
			  moment until);

/* A copy of what was sent. */
struct letter letter_copy(const struct session *session,
			  const struct own_response *response,
			  const struct answers *answers);

#endif
