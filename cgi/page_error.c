#include "pages.h"

#include "error.h"
#include "http.h"
#include "layout.h"
#include "link.h"
#include "log.h"

enum { LINES_MAX = 2 };

static const struct {
	int status;
	enum word heading;
	enum word lines[LINES_MAX]; /* WORD_COUNT: none */
} faults[] = {
	{ 400, W_UNREADABLE_HEADING, { W_UNREADABLE_TEXT, WORD_COUNT } },
	{ 403, W_FORBIDDEN_HEADING, { W_FORBIDDEN_TEXT, WORD_COUNT } },
	{ 404, W_NOT_FOUND_HEADING, { W_NOT_FOUND_TYPED, W_NOT_FOUND_PASTED } },
	{ 405, W_NOT_ALLOWED_HEADING, { W_NOT_ALLOWED_TEXT, WORD_COUNT } },
	{ 409, W_CONFLICT_HEADING, { W_CONFLICT_TEXT, WORD_COUNT } },
	{ 410, W_HAS_CLOSED, { W_CLOSED_NOT_SENT, WORD_COUNT } },
	{ 413, W_TOO_LARGE_HEADING, { W_TOO_LARGE_TEXT, WORD_COUNT } },
	{ 415, W_UNREADABLE_HEADING, { W_UNREADABLE_TEXT, WORD_COUNT } },
	{ 422, W_UNREADABLE_HEADING, { W_UNREADABLE_TEXT, WORD_COUNT } },
	{ 429, W_TOO_MANY_HEADING, { W_TOO_MANY_TEXT, WORD_COUNT } },
	{ 503, W_UNAVAILABLE_HEADING, { W_UNAVAILABLE_TEXT, WORD_COUNT } },
	/* The last is for every other status. */
	{ 500, W_PROBLEM_HEADING, { W_PROBLEM_TEXT, WORD_COUNT } },
};
enum { FAULT_COUNT = sizeof(faults) / sizeof(faults[0]) };

void
page_error(struct app *app, const struct request *request, int status,
	   struct response *response)
{
	struct layout layout = layout_new(app, request, T_ERROR);
	size_t fault = 0;

	while (fault < FAULT_COUNT - 1 && faults[fault].status != status)
		fault++;
	layout.one_language = true;
	layout_heading(&layout, M_HEADING, faults[fault].heading);
	for (size_t i = 0; i < LINES_MAX; i++)
		if (faults[fault].lines[i] != WORD_COUNT)
			view_text(view_section(layout.page, M_LINE), M_TEXT,
				  layout_word(&layout, faults[fault].lines[i]));
	view_text(layout.page, M_URL, link_place(request, PLACE_LIST));
	layout_render(&layout, status, response);
	if (status == 503)
		response->retry_after = "10";
}

void
page_failure(struct app *app, const struct request *request,
	     const struct error *err, struct response *response)
{
	if (err->kind == ERROR_MISSING) {
		page_error(app, request, 404, response);
		return;
	}
	log_line(LOG_LEVEL_ERROR, "%s", err->text);
	page_error(app, request, 503, response);
}
