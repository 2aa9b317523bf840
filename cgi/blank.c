#include "blank.h"

#include <string.h>

#include "arena.h"
#include "edition.h"
#include "http.h"
#include "page_step.h"

/* What stands where the stamp goes while a page is rendered for keeping. */
static const char slot[] = "\x01";

/* A page in two parts, before its stamp and after it. */
struct blank {
	const char *head, *tail; /* NULL: not rendered yet */
	size_t head_len, tail_len;
};

static struct blank *
blank_of(const struct step *step, struct edition *edition)
{
	const struct consultation *consultation = edition->consultation;
	size_t number = (size_t)(step->page - consultation->questions);

	if (!edition->blanks)
		edition->blanks = arena_array(&edition->arena,
					      consultation->question_count *
						      LANGUAGE_COUNT,
					      sizeof(*edition->blanks));
	return &edition->blanks[number * LANGUAGE_COUNT +
				step->request->address.language];
}

/* Render the page and keep it; false when that failed, or when the definition
 * itself holds what marks the slot. */
static bool
make(struct blank *blank, const struct step *step, struct edition *edition,
     const struct fields *none, const struct faults *fine)
{
	struct response full = { 0 };
	const char *at = NULL, *end;

	page_step(step, none, fine, slot, &full);
	end = full.body.text + full.body.len;
	if (full.status == 200)
		at = memchr(full.body.text, slot[0], full.body.len);
	if (!at || memchr(at + 1, slot[0], (size_t)(end - at - 1)))
		return false;
	blank->head_len = (size_t)(at - full.body.text);
	blank->head =
		arena_copy(&edition->arena, full.body.text, blank->head_len);
	blank->tail_len = (size_t)(end - at - 1);
	blank->tail = arena_copy(&edition->arena, at + 1, blank->tail_len);
	return true;
}

void
blank_render(const struct step *step, struct edition *edition,
	     const char *stamp, struct response *response)
{
	const struct fields none = { 0 };
	const struct faults fine = { 0 };
	struct blank *blank = blank_of(step, edition);

	if (!blank->head && !make(blank, step, edition, &none, &fine)) {
		page_step(step, &none, &fine, stamp, response);
		return;
	}
	response->status = 200;
	response->body = (struct str){ .arena = step->request->arena };
	str_add(&response->body, blank->head, blank->head_len);
	str_text(&response->body, stamp);
	str_add(&response->body, blank->tail, blank->tail_len);
}
