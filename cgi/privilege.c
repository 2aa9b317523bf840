#define _DEFAULT_SOURCE /* initgroups() is not POSIX */
#include "privilege.h"

#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <string.h>
#include <unistd.h>

#include "error.h"

bool
identity_find(const char *user, const char *group, struct identity *identity,
	      struct error *err)
{
	const struct passwd *passwd = user ? getpwnam(user) : NULL;
	const struct group *entry = group ? getgrnam(group) : NULL;
	uid_t self = geteuid();

	if (user && !passwd)
		return error_set(err, ERROR_INPUT, "there is no user %s", user);
	if (group && !entry)
		return error_set(err, ERROR_INPUT, "there is no group %s",
				 group);
	if (self == 0 && (!passwd || passwd->pw_uid == 0))
		return error_set(err, ERROR_INPUT,
				 "will not run as root: name another with "
				 "--user");
	if (self != 0 && passwd && passwd->pw_uid != self)
		return error_set(err, ERROR_INPUT,
				 "only root can run this as %s", user);
	identity->user = self == 0 ? user : NULL;
	identity->uid = passwd ? passwd->pw_uid : self;
	identity->gid = entry	 ? entry->gr_gid
			: passwd ? passwd->pw_gid
				 : getegid();
	return true;
}

bool
identity_take(const struct identity *identity, struct error *err)
{
	if (!identity->user)
		return true;
	if (initgroups(identity->user, identity->gid) != 0 ||
	    setgid(identity->gid) != 0 || setuid(identity->uid) != 0)
		return error_set(err, ERROR_SYSTEM, "cannot become %s: %s",
				 identity->user, strerror(errno));
	return true;
}
