#include "catalogue.h"

#include <string.h>

#include "app.h"
#include "arena.h"
#include "edition.h"
#include "error.h"
#include "http.h"
#include "log.h"
#include "store_consultation.h"

bool
catalogue_load(struct app *app, const struct request *request,
	       struct catalogue *catalogue, struct error *err)
{
	const struct stored_version *list;
	struct db *db = app_db(app, err);
	size_t count;

	if (!db ||
	    !store_consultation_list(db, request->arena, &list, &count, err))
		return false;
	*catalogue = (struct catalogue){
		.items = arena_array(request->arena, count,
				     sizeof(*catalogue->items)),
	};
	for (size_t i = 0; i < count; i++) {
		struct error misfit;
		const struct edition *edition =
			edition_of(app, &list[i], &misfit);

		if (!edition) {
			log_line(LOG_LEVEL_ERROR, "%s", misfit.text);
			continue;
		}
		catalogue->items[catalogue->count++] = (struct catalogue_item){
			.consultation = edition->consultation,
			.state = consultation_state_at(
				edition->consultation, request->now,
				list[i].outcome.published),
		};
	}
	return true;
}

const struct consultation *
catalogue_find(const struct catalogue *catalogue, const char *slug)
{
	for (size_t i = 0; i < catalogue->count; i++)
		if (strcmp(catalogue->items[i].consultation->slug, slug) == 0)
			return catalogue->items[i].consultation;
	return NULL;
}
