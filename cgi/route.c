#include "route.h"

#include <assert.h>
#include <stddef.h>

#include "http.h"
#include "pages.h"

typedef void page(struct app *app, const struct request *request,
		  struct response *response);

static const struct route {
	page *get, *post; /* NULL: the place does not know the method */
} routes[PLACE_COUNT] = {
	[PLACE_LIST] = { page_list, NULL },
	[PLACE_ACCESSIBILITY] = { page_accessibility, NULL },
	[PLACE_CONSULTATION] = { page_consultation, NULL },
	[PLACE_QUESTIONS] = { page_questions, NULL },
	[PLACE_PRIVACY] = { page_privacy, NULL },
	[PLACE_DOCUMENT] = { page_document, NULL },
	[PLACE_START] = { NULL, page_start },
	[PLACE_RESPOND] = { page_respond, page_respond_save },
	[PLACE_CHECK] = { page_check, page_check_submit },
	[PLACE_DONE] = { page_done, NULL },
	[PLACE_SAVED] = { page_saved, page_saved_send },
	[PLACE_DELETE] = { page_delete, page_delete_send },
	[PLACE_RESPONSE] = { page_response, page_response_send },
	[PLACE_WITHDRAW] = { page_withdraw, page_withdraw_send },
	[PLACE_RETURN] = { page_return, page_return_send },
	[PLACE_LINK] = { page_link, page_link_send },
};

static page *
page_for(const struct route *route, enum method method)
{
	switch (method) {
	case METHOD_GET:
	case METHOD_HEAD:
		return route->get;
	case METHOD_POST:
		return route->post;
	default:
		return NULL;
	}
}

static const char *
allowed(const struct route *route)
{
	if (!route->post)
		return "GET, HEAD";
	return route->get ? "GET, HEAD, POST" : "POST";
}

void
route_answer(struct app *app, struct request *request,
	     struct response *response)
{
	const struct route *route;
	page *answer;

	if (!request->path) {
		page_error(app, request, 400, response);
		return;
	}
	if (!address_read(request->arena, request->path, &request->address)) {
		page_error(app, request, 404, response);
		return;
	}
	route = &routes[request->address.place];
	answer = page_for(route, request->method);
	if (answer) {
		answer(app, request, response);
	} else {
		page_error(app, request, 405, response);
		response->allow = allowed(route);
	}
	assert(response->status);
}
