#ifndef CATALOGUE_H
#define CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>

#include "consultation.h"

struct app;
struct error;
struct request;

/*
 * Every consultation in its newest version and its state at the time of a
 * request, the latest opening first.
 */
struct catalogue_item {
	const struct consultation *consultation;
	enum consultation_state state;
};

struct catalogue {
	struct catalogue_item *items;
	size_t count;
};

/* One that cannot be read is logged and left out. */
bool catalogue_load(struct app *app, const struct request *request,
		    struct catalogue *catalogue, struct error *err);

/* The consultation with that slug, or NULL. */
const struct consultation *catalogue_find(const struct catalogue *catalogue,
					  const char *slug);

#endif
