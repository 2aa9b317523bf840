#ifndef SMTP_H
#define SMTP_H

#include "mail/parcel.h"

struct arena;

/* Door to libcurl: hand one message to a mail server, within a minute.  TLS is asked
 * for, and its certificate checked, unless the carrier is PLAIN. */
enum carried smtp_take(const struct carrier *carrier,
		       const struct parcel *parcel, struct arena *arena,
		       const char **said);

#endif
