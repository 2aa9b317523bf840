#ifndef SUMMARY_H
#define SUMMARY_H

#include <stdbool.h>

#include "answers.h"
#include "layout.h"

/*
 * A response shown back: summary lists with the words that its questions had.
 */

/* Who answers, into {{>SLOT}} of VIEW, with links to change it where LINKS;
 * the answers, the same way, by section: with LINKS those to what is asked, without
 * every one that there is. */
void summary_put_about(const struct layout *layout, struct view *view,
		       enum marker slot, const struct answers *answers,
		       bool links);
void summary_put_answers(const struct layout *layout, struct view *view,
			 enum marker slot, const struct answers *answers,
			 bool links);

/* One answer into {{>SLOT}} of VIEW. */
void summary_put_answer(const struct layout *layout, struct view *view,
			enum marker slot, const struct question *question,
			const struct answer *answer);

#endif
