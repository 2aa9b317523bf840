#ifndef PAGE_BECAME_H
#define PAGE_BECAME_H

#include <stdbool.h>

struct consultation;
struct error;
struct layout;

/*
 * What became of a response, on its writer's own page: the themes that the published
 * outcome gave its answers, and what was decided on each.
 */
bool page_became(const struct layout *layout, const struct consultation *newest,
		 const unsigned char *handle_hash, struct error *err);

#endif
