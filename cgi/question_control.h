#ifndef QUESTION_CONTROL_H
#define QUESTION_CONTROL_H

#include "control.h"

struct form;
struct question;

/*
 * The control that a question of each type is answered with, with what FORM's
 * fields hold and its faults.  In the arena of the page.
 */
struct control question_control(const struct form *form,
				const struct question *question);

/* The text beside the option of a select that has one, which stands below it;
 * false: there is none. */
bool question_control_other(const struct form *form,
			    const struct question *question,
			    struct control *other);

#endif
