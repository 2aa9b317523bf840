#include "http.h"

#include <string.h>
#include <strings.h>

#include "arena.h"
#include "definition_question.h"
#include "definition_room.h"
#include "percent.h"
#include "utf8.h"

_Static_assert((int)ANSWER_UNITS_MAX *UNIT_BYTES_MAX <= PAGE_BYTES_MAX &&
		       (int)PAGE_BYTES_MAX + 1024 <= BODY_BYTES_MAX,
	       "the longest answers can be sent");
_Static_assert((int)PAGE_FIELDS_MAX + 20 <= FIELDS_MAX,
	       "and the most, with what a form sends beside them");

char *
http_path(struct arena *arena, const char *text, size_t len)
{
	size_t path_len, where;
	char *path = percent_decode(arena, text, len, '+', &path_len);

	return path && utf8_check(path, path_len, &where) ? path : NULL;
}

/* Whether the body is what our forms send.  Browsers name no charset; another
 * than UTF-8 would be misread. */
static bool
is_form(const struct request *request)
{
	static const char form[] = "application/x-www-form-urlencoded";
	static const char charset[] = "charset=";
	const char *type = request->content_type;

	if (request->content_encoding &&
	    strcasecmp(request->content_encoding, "identity") != 0)
		return false;
	if (!type || strncasecmp(type, form, strlen(form)) != 0)
		return false;
	type += strlen(form);
	type += strspn(type, " \t");
	if (*type != ';')
		return *type == '\0';
	type++;
	type += strspn(type, " \t");
	return strncasecmp(type, charset, strlen(charset)) == 0 &&
	       strcasecmp(type + strlen(charset), "utf-8") == 0;
}

static size_t
count_pairs(const char *body, size_t len)
{
	size_t count = 1;

	for (size_t i = 0; i < len; i++)
		if (body[i] == '&')
			count++;
	return count;
}

static enum fields_fault
add_pair(struct arena *arena, const char *pair, size_t len, struct field *field)
{
	const char *sign = memchr(pair, '=', len);
	size_t name_len = sign ? (size_t)(sign - pair) : len, where;
	const char *value = sign ? sign + 1 : pair + len;

	field->name = percent_decode(arena, pair, name_len, ' ', &name_len);
	field->value =
		percent_decode(arena, value, (size_t)(pair + len - value), ' ',
			       &field->len);
	if (!field->name || !field->value)
		return FIELDS_MALFORMED;
	if (!utf8_check(field->name, name_len, &where) ||
	    !utf8_check(field->value, field->len, &where))
		return FIELDS_ENCODING;
	return FIELDS_FINE;
}

enum fields_fault
http_fields(const struct request *request, struct fields *fields)
{
	const char *at = request->body, *end;
	struct field *items;

	*fields = (struct fields){ 0 };
	if (request->body_too_long)
		return FIELDS_TOO_LONG;
	if (!is_form(request))
		return FIELDS_TYPE;
	if (!at || count_pairs(at, request->body_len) > FIELDS_MAX)
		return FIELDS_MALFORMED;
	items = arena_array(request->arena, FIELDS_MAX, sizeof(*items));
	fields->items = items;
	end = at + request->body_len;
	while (at < end) {
		const char *and = memchr(at, '&', (size_t)(end - at));
		size_t len = (size_t)((and? and : end) - at);
		enum fields_fault fault = FIELDS_FINE;

		if (len)
			fault = add_pair(request->arena, at, len,
					 &items[fields->count++]);
		if (fault != FIELDS_FINE)
			return fault;
		at = and? and+1 : end;
	}
	return FIELDS_FINE;
}

const char *
http_cookie(const struct request *request, const char *name)
{
	const char *at = request->cookie;
	size_t name_len = strlen(name);

	while (at && *at) {
		at += strspn(at, " \t;");
		if (strncmp(at, name, name_len) == 0 && at[name_len] == '=') {
			at += name_len + 1;
			return arena_copy(request->arena, at,
					  strcspn(at, "; \t"));
		}
		at = strchr(at, ';');
	}
	return NULL;
}

/* Under `Referrer-Policy: no-referrer` browsers send "Origin: null" with our own
 * forms, so that null says nothing. */
bool
http_same_site(const struct request *request)
{
	const char *site = request->fetch_site, *origin = request->origin;
	const char *host;

	if (site && strcmp(site, "same-origin") != 0 &&
	    strcmp(site, "none") != 0)
		return false;
	if (!origin || strcmp(origin, "null") == 0)
		return true;
	host = strstr(origin, "://");
	return host && request->host &&
	       strcasecmp(host + 3, request->host) == 0;
}
