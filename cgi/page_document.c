#include "pages.h"

#include "app.h"
#include "arena.h"
#include "document.h"
#include "error.h"
#include "http.h"
#include "store_consultation.h"

void
page_document(struct app *app, const struct request *request,
	      struct response *response)
{
	const struct address *address = &request->address;
	struct stored_file file;
	struct error err;
	struct db *db = app_db(app, &err);

	if (!db || !store_document_get(db, request->arena, address->slug,
				       address->name, &file, &err)) {
		page_failure(app, request, &err, response);
		return;
	}
	response->status = 200;
	response->content_type = document_media(address->name);
	response->disposition = "inline";
	response->cacheable = true;
	response->body = (struct str){ .arena = request->arena };
	str_add(&response->body, file.bytes, file.len);
}
