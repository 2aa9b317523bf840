#ifndef PRIVILEGE_H
#define PRIVILEGE_H

#include <stdbool.h>
#include <sys/types.h>

struct error;

/*
 * Whom the program runs as.  Started by root it takes up another user before it
 * answers anything, and cannot go back.
 */
struct identity {
	const char *user; /* NULL: stay who we are */
	uid_t uid;
	gid_t gid;
};

/* Look up USER and GROUP (each may be NULL; without a GROUP the user's own).
 * ERROR_INPUT when there is no such one, when a user is asked for that only root
 * could take up, and when root asks for none. */
bool identity_find(const char *user, const char *group,
		   struct identity *identity, struct error *err);

bool identity_take(const struct identity *identity, struct error *err);

#endif
