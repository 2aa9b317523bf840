#ifndef LISTENER_H
#define LISTENER_H

#include <stdbool.h>
#include <sys/types.h>

struct error;

/*
 * The socket on which the web server finds the workers.  It does not block, so
 * that of several workers that see a request the late ones go back to waiting.
 */

/* A new Unix socket at PATH, mode 0660, of USER and GROUP.  A socket that an
 * earlier run left there is replaced; ERROR_SYSTEM when somebody listens on it,
 * or PATH is too long for a socket. */
bool listener_open(const char *path, uid_t user, gid_t group, int *fd,
		   struct error *err);

/* Standard input, when a service manager made it a listening socket. */
bool listener_inherit(int *fd, struct error *err);

#endif
