#include "fastcgi.h"

#include <fcgiapp.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "http.h"
#include "str.h"

struct fastcgi {
	FCGX_Request request;
};

struct fastcgi *
fastcgi_new(struct arena *arena, int socket)
{
	struct fastcgi *fastcgi = arena_alloc(arena, sizeof(*fastcgi));

	FCGX_Init();
	FCGX_InitRequest(&fastcgi->request, socket, FCGI_FAIL_ACCEPT_ON_INTR);
	return fastcgi;
}

/* What the web server says, or NULL when it says nothing. */
static const char *
parameter(const struct fastcgi *fastcgi, const char *name)
{
	const char *value = FCGX_GetParam(name, fastcgi->request.envp);

	return value && *value ? value : NULL;
}

static enum method
method_of(const char *name)
{
	if (!name)
		return METHOD_OTHER;
	if (strcmp(name, "GET") == 0)
		return METHOD_GET;
	if (strcmp(name, "HEAD") == 0)
		return METHOD_HEAD;
	return strcmp(name, "POST") == 0 ? METHOD_POST : METHOD_OTHER;
}

/* Digits alone; past the limit it no longer matters how far. */
static bool
length_of(const char *text, size_t *len)
{
	*len = 0;
	for (; *text; text++) {
		if (*text < '0' || *text > '9')
			return false;
		if (*len <= BODY_BYTES_MAX)
			*len = *len * 10 + (size_t)(*text - '0');
	}
	return true;
}

/* Without a length (a chunked upload) the body ends where the server says. */
static void
read_body(struct fastcgi *fastcgi, struct request *request)
{
	const char *length = parameter(fastcgi, "CONTENT_LENGTH");
	size_t expected = BODY_BYTES_MAX + 1;
	char *body;
	int len;

	if (length && !length_of(length, &expected))
		return;
	if (length && expected > BODY_BYTES_MAX) {
		request->body_too_long = true;
		return;
	}
	body = arena_alloc(request->arena, expected + 1);
	len = FCGX_GetStr(body, (int)expected, fastcgi->request.in);
	request->body_too_long = len > BODY_BYTES_MAX;
	if (len < 0 || request->body_too_long ||
	    (length && (size_t)len < expected))
		return;
	request->body = body;
	request->body_len = (size_t)len;
}

bool
fastcgi_accept(struct fastcgi *fastcgi, struct arena *arena,
	       struct request *request)
{
	const char *uri, *https;

	if (FCGX_Accept_r(&fastcgi->request) < 0)
		return false;
	uri = parameter(fastcgi, "REQUEST_URI");
	https = parameter(fastcgi, "HTTPS");
	*request = (struct request){
		.arena = arena,
		.method = method_of(parameter(fastcgi, "REQUEST_METHOD")),
		.path = uri ? http_path(arena, uri, strcspn(uri, "?")) : NULL,
		.content_type = parameter(fastcgi, "CONTENT_TYPE"),
		.content_encoding = parameter(fastcgi, "HTTP_CONTENT_ENCODING"),
		.cookie = parameter(fastcgi, "HTTP_COOKIE"),
		.origin = parameter(fastcgi, "HTTP_ORIGIN"),
		.host = parameter(fastcgi, "HTTP_HOST"),
		.fetch_site = parameter(fastcgi, "HTTP_SEC_FETCH_SITE"),
		.https = https && strcmp(https, "off") != 0,
	};
	if (request->method == METHOD_POST)
		read_body(fastcgi, request);
	return true;
}

/* A value never has control characters, whoever made it: no header can grow out
 * of another. */
static void
add_header(struct str *head, const char *name, const char *value)
{
	if (!value)
		return;
	str_format(head, "%s: ", name);
	for (; *value; value++)
		if ((unsigned char)*value >= 0x20 && *value != 0x7f)
			str_char(head, *value);
	str_text(head, "\r\n");
}

static const struct {
	const char *name, *value;
} protections[] = {
	{ "Content-Security-Policy",
	  "default-src 'none'; style-src 'self'; script-src 'self'; "
	  "img-src 'self'; font-src 'self'; manifest-src 'self'; "
	  "connect-src 'self'; form-action 'self'; base-uri 'none'; "
	  "frame-ancestors 'none'" },
	{ "X-Content-Type-Options", "nosniff" },
	{ "Referrer-Policy", "no-referrer" },
	{ "Cross-Origin-Opener-Policy", "same-origin" },
	{ "Cross-Origin-Resource-Policy", "same-origin" },
};

static void
add_head(struct str *head, const struct request *request,
	 const struct response *response)
{
	const char *type = response->content_type;

	str_format(head, "Status: %d\r\n", response->status);
	add_header(head, "Content-Type",
		   type ? type : "text/html; charset=utf-8");
	add_header(head, "Content-Disposition", response->disposition);
	add_header(head, "Location", response->location);
	add_header(head, "Set-Cookie", response->set_cookie);
	add_header(head, "Retry-After", response->retry_after);
	add_header(head, "Allow", response->allow);
	add_header(head, "Cache-Control",
		   response->cacheable ? "public, max-age=10" : "no-store");
	if (request->https)
		add_header(head, "Strict-Transport-Security",
			   "max-age=31536000");
	for (size_t i = 0; i < sizeof(protections) / sizeof(protections[0]);
	     i++)
		add_header(head, protections[i].name, protections[i].value);
	str_format(head, "Content-Length: %zu\r\n\r\n", response->body.len);
}

bool
fastcgi_send(struct fastcgi *fastcgi, const struct request *request,
	     const struct response *response)
{
	struct str head = { .arena = request->arena };
	FCGX_Stream *out = fastcgi->request.out;
	bool failed;

	add_head(&head, request, response);
	FCGX_PutStr(head.text, (int)head.len, out);
	if (request->method != METHOD_HEAD && response->body.len)
		FCGX_PutStr(response->body.text, (int)response->body.len, out);
	failed = FCGX_FFlush(out) != 0 || FCGX_GetError(out) != 0;
	FCGX_Finish_r(&fastcgi->request);
	return !failed;
}
