#ifndef FASTCGI_H
#define FASTCGI_H

#include <stdbool.h>

struct arena;
struct request;
struct response;

/*
 * Door to libfcgi: bytes of the web server to a request, and a response to bytes.
 * One request at a time.
 */
struct fastcgi;

/* For a listening socket that does not block; in the arena. */
struct fastcgi *fastcgi_new(struct arena *arena, int socket);

/* The next request, whole: a body of at most BODY_BYTES_MAX has been read.  False
 * when none waits.  Its texts live until fastcgi_send(); NOW is left alone. */
bool fastcgi_accept(struct fastcgi *fastcgi, struct arena *arena,
		    struct request *request);

/* Send a response and end the request.  False when the other side went away. */
bool fastcgi_send(struct fastcgi *fastcgi, const struct request *request,
		  const struct response *response);

#endif
