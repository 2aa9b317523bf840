#ifndef NOTICE_H
#define NOTICE_H

#include <stdbool.h>

#include "consultation.h"
#include "layout.h"

/*
 * Parts that several pages about a consultation show: when it runs and whom to
 * ask.
 */

/* Fill OPENS, OPENS_TIME, CLOSES and CLOSES_TIME of VIEW. */
void notice_put_dates(const struct layout *layout, struct view *view,
		      const struct consultation *consultation);

/* The same, and OPENS_WORDS: "This consultation opens on" a day or "at" a
 * time. */
void notice_put_opening(const struct layout *layout, struct view *view,
			const struct consultation *consultation);

/* "This consultation opens on 4 November 2016". */
const char *notice_opening(const struct layout *layout,
			   const struct consultation *consultation);

/* Whether a response may be sent by e-mail or post. */
bool notice_has_ways(const struct consultation *consultation);

/* Fill the sections EMAIL and POST of VIEW: where it may be sent. */
void notice_put_ways(const struct layout *layout, struct view *view,
		     const struct consultation *consultation);

/* The contacts into {{>SLOT}}; nothing when there are none. */
void notice_put_enquiries(const struct layout *layout, enum marker slot,
			  const struct consultation *consultation);

#endif
