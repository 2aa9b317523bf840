#include "address.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "arena.h"
#include "str.h"

/* A part in a pattern is ":" and its letter. */
static const struct {
	enum place place;
	const char *pattern;
} patterns[] = {
	{ PLACE_LIST, "/consultations" },
	{ PLACE_ACCESSIBILITY, "/consultations/accessibility" },
	{ PLACE_CONSULTATION, "/consultations/:s" },
	{ PLACE_QUESTIONS, "/consultations/:s/questions" },
	{ PLACE_PRIVACY, "/consultations/:s/privacy" },
	{ PLACE_DOCUMENT, "/consultations/:s/documents/:n" },
	{ PLACE_START, "/consultations/:s/respond" },
	{ PLACE_RESPOND, "/consultations/:s/respond/:i" },
	{ PLACE_RESPOND, "/consultations/:s/respond/:i/change" },
	{ PLACE_RESPOND, "/consultations/:s/with/:h/respond/:i" },
	{ PLACE_RESPOND, "/consultations/:s/with/:h/respond/:i/change" },
	{ PLACE_CHECK, "/consultations/:s/check" },
	{ PLACE_CHECK, "/consultations/:s/with/:h/check" },
	{ PLACE_DONE, "/consultations/:s/done/:t" },
	{ PLACE_DONE, "/consultations/:s/with/:h/done/:t" },
	{ PLACE_SAVED, "/consultations/:s/saved" },
	{ PLACE_SAVED, "/consultations/:s/with/:h/saved" },
	{ PLACE_DELETE, "/consultations/:s/delete" },
	{ PLACE_DELETE, "/consultations/:s/with/:h/delete" },
	{ PLACE_RESPONSE, "/consultations/:s/response" },
	{ PLACE_RESPONSE, "/consultations/:s/with/:h/response" },
	{ PLACE_WITHDRAW, "/consultations/:s/withdraw" },
	{ PLACE_WITHDRAW, "/consultations/:s/with/:h/withdraw" },
	{ PLACE_RETURN, "/consultations/:s/return" },
	{ PLACE_LINK, "/consultations/:s/return/:t" },
};
enum { PATTERN_COUNT = sizeof(patterns) / sizeof(patterns[0]) };

static const char *const suffixes[LANGUAGE_COUNT] = {
	[LANGUAGE_EN] = "",
	[LANGUAGE_CY] = ".cy",
};

static const char **
part_of(struct address *address, char letter)
{
	switch (letter) {
	case 's':
		return &address->slug;
	case 'h':
		return &address->handle;
	case 'i':
		return &address->id;
	case 't':
		return &address->token;
	default:
		return &address->name;
	}
}

static bool
is_plain(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	       (byte >= '0' && byte <= '9') || byte == '-' || byte == '_';
}

/* The name of a file may be anything that was loaded under it. */
static bool
is_part(char letter, const char *text, size_t len)
{
	if (len == 0)
		return false;
	for (size_t i = 0; i < len; i++)
		if (letter == 'n'
			    ? (unsigned char)text[i] < 0x20 || text[i] == 0x7f
			    : !is_plain(text[i]))
			return false;
	return true;
}

/* Whether the first LEN bytes of PATH are of the form of PATTERN. */
static bool
match(struct arena *arena, const char *pattern, const char *path, size_t len,
      struct address *address)
{
	const char *end = path + len;

	while (*pattern && path < end) {
		size_t part;

		if (*pattern != ':') {
			if (*pattern++ != *path++)
				return false;
			continue;
		}
		for (part = 0; path + part < end && path[part] != '/'; part++)
			;
		if (!is_part(pattern[1], path, part))
			return false;
		*part_of(address, pattern[1]) = arena_copy(arena, path, part);
		pattern += 2;
		path += part;
	}
	return !*pattern && path == end;
}

static bool
ends_with(const char *text, const char *end)
{
	size_t len = strlen(text), end_len = strlen(end);

	return len >= end_len && strcmp(text + len - end_len, end) == 0;
}

static bool
is_change(const char *pattern)
{
	return ends_with(pattern, "/change");
}

static enum language
language_of(const char *path)
{
	for (int i = 0; i < LANGUAGE_COUNT; i++)
		if (*suffixes[i] && ends_with(path, suffixes[i]))
			return (enum language)i;
	return LANGUAGE_EN;
}

/* A document has one language whatever its name ends with. */
bool
address_read(struct arena *arena, const char *path, struct address *address)
{
	enum language spoken = language_of(path);

	for (size_t i = 0; i < PATTERN_COUNT; i++) {
		enum place place = patterns[i].place;
		enum language language =
			place == PLACE_DOCUMENT ? LANGUAGE_EN : spoken;
		size_t len = strlen(path) - strlen(suffixes[language]);

		*address = (struct address){ .place = place,
					     .language = language };
		if (match(arena, patterns[i].pattern, path, len, address)) {
			address->change = is_change(patterns[i].pattern);
			return true;
		}
	}
	*address = (struct address){ .place = PLACE_COUNT, .language = spoken };
	return false;
}

static void
add_encoded(struct str *path, const char *part)
{
	for (; *part; part++) {
		if (is_plain(*part) || *part == '.')
			str_char(path, *part);
		else
			str_format(path, "%%%02X", (unsigned char)*part);
	}
}

/* The last that fits: a form with a handle stands after the one without. */
static const char *
pattern_for(const struct address *address)
{
	const char *found = NULL;

	for (size_t i = 0; i < PATTERN_COUNT; i++)
		if (patterns[i].place == address->place &&
		    is_change(patterns[i].pattern) == address->change &&
		    (address->handle || !strstr(patterns[i].pattern, ":h")))
			found = patterns[i].pattern;
	assert(found);
	return found;
}

char *
address_path(struct arena *arena, const struct address *address)
{
	struct address parts = *address;
	struct str path = { .arena = arena };

	for (const char *at = pattern_for(address); *at; at++) {
		if (*at == ':')
			add_encoded(&path, *part_of(&parts, *++at));
		else
			str_char(&path, *at);
	}
	if (address->place != PLACE_DOCUMENT)
		str_text(&path, suffixes[address->language]);
	return path.text;
}

bool
address_is_taken(const char *slug)
{
	const struct address consultation = { .place = PLACE_CONSULTATION,
					      .slug = slug };
	struct arena arena = { 0 };
	struct address address;
	bool taken = address_read(&arena, address_path(&arena, &consultation),
				  &address) &&
		     address.place != PLACE_CONSULTATION;

	arena_free(&arena);
	return taken;
}

char *
address_documents(struct arena *arena, const char *slug)
{
	const struct address address = { .place = PLACE_CONSULTATION,
					 .slug = slug };

	return arena_format(arena, "%s/documents/",
			    address_path(arena, &address));
}

char *
address_outcome(struct arena *arena, const struct consultation *consultation,
		enum language language)
{
	const struct address address = { .place = PLACE_CONSULTATION,
					 .slug = consultation->slug };
	bool welsh = consultation->bilingual && language == LANGUAGE_CY;

	return arena_format(arena, "%s/outcome/%s",
			    address_path(arena, &address),
			    welsh ? "index.cy.html" : "");
}
