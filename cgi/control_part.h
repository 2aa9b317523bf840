#ifndef CONTROL_PART_H
#define CONTROL_PART_H

#include "control.h"

struct arena;

/*
 * What controls have in common, for control_put.c and control_choices.c.
 */

/* The id of the element. */
const char *control_id(const struct control *control);

/* The ids of all that describes the control, in GOV.UK's order; NULL: none. */
const char *control_description(struct arena *arena,
				const struct control *control);
void control_described_by(struct view *view, const struct control *control);

/* The words of a label or a legend. */
void control_label(struct view *view, const struct control *control);

void control_hint(struct view *view, enum marker slot,
		  const struct control *control);

/* Put a control that has a label, a hint and a name; the view of TPL. */
struct view *control_named(struct view *view, enum marker slot, enum tpl tpl,
			   const struct control *control);

/* Radios, checkboxes, a date, several controls as one; a select. */
void control_put_group(struct view *view, enum marker slot,
		       const struct control *control);
void control_put_select(struct view *view, enum marker slot,
			const struct control *control);

#endif
