#ifndef PARCEL_H
#define PARCEL_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Whoever takes a message further: a mail server (smtp.c, the door to libcurl), or
 * a folder, for a demonstration and for tests.
 */
struct carrier {
	const char *server; /* "smtp://HOST[:PORT]", "smtps://…"; or NULL */
	const char *folder; /* or NULL */
	const char *from;   /* the envelope's sender */
	const char *user, *password; /* NULL: none */
	const char *authority;	     /* file of certificates to trust; NULL: the
				  system's */
	bool plain;		     /* talk to a server that has no TLS */
};

/* One message, as message.h makes it. */
struct parcel {
	const char *address, *message_id, *message;
	size_t len;
};

enum carried {
	CARRIED_TAKEN,
	CARRIED_LATER,	 /* this mail cannot be taken now */
	CARRIED_REFUSED, /* nor will it ever be */
	CARRIED_NOWHERE, /* the carrier itself is out of reach */
};

#endif
