#include "mail/carrier.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "arena.h"
#include "error.h"
#include "file.h"
#include "mail/smtp.h"

/* The name is the mail's own, so that one that is brought twice is there once. */
static enum carried
put_into(const char *folder, const struct parcel *parcel, struct arena *arena,
	 const char **said)
{
	const char *name = arena_format(arena, "%s.eml", parcel->message_id);
	struct error err;

	if (mkdir(folder, 0700) != 0 && errno != EEXIST) {
		*said = arena_format(arena, "%s: %s", folder, strerror(errno));
		return CARRIED_NOWHERE;
	}
	if (file_write(file_in(arena, folder, name), parcel->message,
		       parcel->len, 0600, &err))
		return CARRIED_TAKEN;
	*said = arena_string(arena, err.text);
	return CARRIED_NOWHERE;
}

enum carried
carrier_take(const struct carrier *carrier, const struct parcel *parcel,
	     struct arena *arena, const char **said)
{
	if (carrier->folder)
		return put_into(carrier->folder, parcel, arena, said);
	return smtp_take(carrier, parcel, arena, said);
}
