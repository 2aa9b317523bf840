#ifndef HTTP_H
#define HTTP_H

#include <stdbool.h>
#include <stddef.h>

#include "address.h"
#include "consultation.h"
#include "str.h"
#include "validate.h"

struct arena;

/*
 * A request and its response as plain structs: no socket, no library.  Both live
 * in the request's arena.  A response is whole before its first byte is sent.
 */
enum method { METHOD_GET, METHOD_HEAD, METHOD_POST, METHOD_OTHER };

struct request {
	struct arena *arena;
	moment now;
	enum method method;
	const char *path; /* decoded once, "/consultations/x"; no query; NULL
			     when it cannot be decoded */
	struct address address; /* of the path, set by route_answer() */
	const char *content_type, *content_encoding;
	const char *cookie, *origin, *host, *fetch_site;
	bool body_too_long; /* past BODY_BYTES_MAX: BODY is then empty */
	bool https;
	const char *body; /* NULL when it broke off */
	size_t body_len;
};

enum {
	BODY_BYTES_MAX = 1024 * 1024,
	FIELDS_MAX = 200,
};

struct response {
	int status;
	const char *location;	  /* for 303 */
	const char *set_cookie;	  /* one whole header value, or NULL */
	const char *content_type; /* default text/html; charset=utf-8 */
	const char *disposition;  /* Content-Disposition, or NULL */
	bool cacheable;		  /* else Cache-Control: no-store */
	const char *retry_after;  /* seconds, for 503; or NULL */
	const char *allow;	  /* methods, for 405; or NULL */
	struct str body;
};

enum fields_fault {
	FIELDS_FINE,
	FIELDS_TYPE,	  /* not application/x-www-form-urlencoded in
			     UTF-8, or compressed: 415 */
	FIELDS_TOO_LONG,  /* past BODY_BYTES_MAX: 413 */
	FIELDS_MALFORMED, /* a lone %, too many fields, broken off: 400 */
	FIELDS_ENCODING,  /* invalid UTF-8 or NUL: 422 */
};

/* The fields of a form body.  Their values are bytes of the arena. */
enum fields_fault http_fields(const struct request *request,
			      struct fields *fields);

/* The value of a cookie, or NULL. */
const char *http_cookie(const struct request *request, const char *name);

/* Whether the browser says that this POST comes from our own pages (Origin and
 * Sec-Fetch-Site; silence is taken for yes, the token decides). */
bool http_same_site(const struct request *request);

/* Percent-decode LEN bytes of a path; NULL when malformed, NUL, or not UTF-8. */
char *http_path(struct arena *arena, const char *text, size_t len);

#endif
