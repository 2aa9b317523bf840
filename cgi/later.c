#include "later.h"

#include <string.h>

#include "form.h"
#include "utf8.h"

bool
later_is_asked(const struct fields *fields)
{
	const struct field *button = fields_get(fields, LATER_FIELD);

	return button && strcmp(button->value, "later") == 0;
}

/* Whether something was typed into the control that a field is part of: all that
 * is named alike before the dot. */
static bool
is_filled(const struct fields *fields, const char *name)
{
	size_t len = strcspn(name, ".");

	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];

		if (form_is_field(field->name, name, len) &&
		    !utf8_is_blank(field->value))
			return true;
	}
	return false;
}

bool
later_bears(const struct fields *fields, const struct faults *faults)
{
	for (size_t i = 0; i < faults->count; i++)
		if (is_filled(fields, faults->items[i].field))
			return false;
	return true;
}
