#ifndef LATER_H
#define LATER_H

#include "validate.h"

/*
 * "Save and come back later", the second button of every page of the form.  What
 * is not answered yet need not be then; what cannot be kept as it is must still be
 * mended.
 */
#define LATER_FIELD "form-next" /* the button's name */

bool later_is_asked(const struct fields *fields);

/* Whether FAULTS do nothing but miss what was left empty. */
bool later_bears(const struct fields *fields, const struct faults *faults);

#endif
