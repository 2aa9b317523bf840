#include "link.h"

#include "arena.h"
#include "http.h"

char *
link_place(const struct request *request, enum place place)
{
	struct address address = {
		.place = place,
		.language = request->address.language,
		.slug = request->address.slug,
		.handle = request->address.handle,
	};

	return address_path(request->arena, &address);
}

char *
link_step(const struct request *request, const char *id, bool change)
{
	struct address address = {
		.place = PLACE_RESPOND,
		.language = request->address.language,
		.slug = request->address.slug,
		.handle = request->address.handle,
		.id = id,
		.change = change,
	};

	return address_path(request->arena, &address);
}

char *
link_consultation(const struct request *request, const char *slug)
{
	struct address address = {
		.place = PLACE_CONSULTATION,
		.language = request->address.language,
		.slug = slug,
	};

	return address_path(request->arena, &address);
}

char *
link_document(const struct request *request, const char *name)
{
	struct address address = {
		.place = PLACE_DOCUMENT,
		.slug = request->address.slug,
		.name = name,
	};

	return address_path(request->arena, &address);
}

char *
link_done(const struct request *request, const char *token)
{
	struct address address = {
		.place = PLACE_DONE,
		.language = request->address.language,
		.slug = request->address.slug,
		.handle = request->address.handle,
		.token = token,
	};

	return address_path(request->arena, &address);
}

char *
link_invite(const struct request *request, const char *origin,
	    const char *invite)
{
	struct address address = {
		.place = PLACE_LINK,
		.language = request->address.language,
		.slug = request->address.slug,
		.token = invite,
	};

	return arena_format(request->arena, "%s%s", origin,
			    address_path(request->arena, &address));
}

char *
link_language(const struct request *request, enum language language)
{
	struct address address = request->address;

	address.language = language;
	return address_path(request->arena, &address);
}
