#ifndef PASSAGE_H
#define PASSAGE_H

#include <stddef.h>
#include <stdint.h>

#include "text/tongue.h"

/*
 * A clause of an answer, and the theme that it is about.
 */
struct passage {
	const char *text; /* the whole answer */
	enum tongue tongue;
	uint32_t start, end; /* bytes of the answer */
	uint32_t theme;	     /* or CLUSTER_NONE */
	float evidence;	     /* for the theme; see assign.h */
	size_t answer;	     /* number */
};

struct passages {
	struct passage *items; /* by answer, then by place */
	size_t count, room;
};

#endif
