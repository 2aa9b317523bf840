#ifndef DEFINITION_ROOM_H
#define DEFINITION_ROOM_H

#include <stddef.h>

struct question;
struct reading;
struct yaml;

/*
 * What the questions of one page can take is sent in one request, which has a
 * limit.
 */
enum {
	/* Of the answers of a page as a form sends them; the rest of a request
	 * is for its stamp and buttons. */
	PAGE_BYTES_MAX = 1022 * 1024,
	/* Of a UTF-16 unit: three bytes, each sent as "%E2". */
	UNIT_BYTES_MAX = 9,
	/* Boxes ticked, rows and places chosen, and texts. */
	PAGE_FIELDS_MAX = 180,
};

/* Refuse each page of the COUNT questions of LIST whose longest or most answers
 * could not be sent together; their other keys have been read. */
void definition_room(struct reading *reading, const struct yaml *list,
		     const struct question *questions, size_t count);

#endif
