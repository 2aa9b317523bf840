#ifndef CARRIER_H
#define CARRIER_H

#include "mail/parcel.h"

struct arena;

/* Hand over one message.  *SAID is why it was not taken, in the arena. */
enum carried carrier_take(const struct carrier *carrier,
			  const struct parcel *parcel, struct arena *arena,
			  const char **said);

#endif
