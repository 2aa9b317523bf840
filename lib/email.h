#ifndef EMAIL_H
#define EMAIL_H

#include <stdbool.h>

/*
 * The shape of an e-mail address; only a letter that arrives proves one.
 */
enum { EMAIL_BYTES_MAX = 254 };

/* Something before the one @, a dot inside what follows, and no white space,
 * controls or the signs that part addresses in a list. */
bool email_is_shaped(const char *email);

#endif
