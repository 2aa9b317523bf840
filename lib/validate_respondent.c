#include "validate.h"

#include "email.h"
#include "utf8.h"
#include "validate_field.h"

static void
check_capacity(const struct check *check, struct respondent *respondent)
{
	const char *word = take_word(check, "capacity");

	if ((word && !capacity_from_word(word, &respondent->capacity)) ||
	    (check->strictness == VALIDATE_FORM &&
	     respondent->capacity == CAPACITY_NOT_STATED))
		fault_add(check->faults, "capacity", W_SELECT_CAPACITY);
	if (check->strictness == VALIDATE_FORM &&
	    respondent->capacity == CAPACITY_INDIVIDUAL)
		return;
	respondent->organisation =
		take_text(check, "organisation", VALIDATE_NAME_MAX, true);
	respondent->represents =
		take_text(check, "represents", VALIDATE_REPRESENTS_MAX, false);
	if (check->strictness == VALIDATE_FORM &&
	    respondent->capacity == CAPACITY_ORGANISATION &&
	    !respondent->organisation)
		fault_add(check->faults, "organisation", W_ENTER_ORGANISATION);
}

static void
check_type(const struct check *check, const struct consultation *consultation,
	   struct respondent *respondent)
{
	const char *type = take_word(check, "type");

	if (type && !consultation_respondent_type(consultation, type))
		fault_add(check->faults, "type", W_SELECT_FROM_LIST);
	else
		respondent->type = type;
}

static void
check_email(const struct check *check, struct respondent *respondent)
{
	const char *email =
		take_text(check, "email", VALIDATE_EMAIL_MAX, false);

	if (email && !email_is_shaped(email))
		fault_add(check->faults, "email", W_EMAIL_FORMAT);
	else
		respondent->email = email;
}

static void
check_contact(const struct check *check, struct respondent *respondent)
{
	const char *word = take_word(check, "contact");

	if ((word && !contact_from_word(word, &respondent->contact)) ||
	    (check->strictness == VALIDATE_FORM &&
	     respondent->contact == CONTACT_NOT_STATED))
		fault_add(check->faults, "contact", W_SELECT_CONTACT);
	if (check->strictness == VALIDATE_FORM &&
	    respondent->contact == CONTACT_YES && !respondent->email)
		fault_add(check->faults, "email", W_ENTER_YOUR_EMAIL);
}

static void
check_trap(const struct check *check, struct respondent *respondent)
{
	const struct field *field = fields_get(check->fields, VALIDATE_TRAP);

	respondent->trapped = check->strictness == VALIDATE_FORM && field &&
			      !utf8_is_blank(field->value);
}

static void
check_confidential(const struct check *check, struct respondent *respondent)
{
	const char *word = take_word(check, "confidential");

	if ((word &&
	     !confidential_from_word(word, &respondent->confidential)) ||
	    (check->strictness == VALIDATE_FORM &&
	     respondent->confidential == CONFIDENTIAL_NOT_STATED))
		fault_add(check->faults, "confidential", W_SELECT_CONFIDENTIAL);
	if (check->strictness == VALIDATE_FORM &&
	    respondent->confidential != CONFIDENTIAL_YES)
		return;
	respondent->confidential_reason =
		take_text(check, "confidential_reason", VALIDATE_REASON_MAX,
			  false);
	if (check->strictness == VALIDATE_FORM &&
	    !respondent->confidential_reason)
		fault_add(check->faults, "confidential_reason",
			  W_ENTER_CONFIDENTIAL_REASON);
}

static void
check_publish(const struct check *check, struct respondent *respondent)
{
	const char *word = take_word(check, "publish");

	if ((word && !publish_from_word(word, &respondent->publish)) ||
	    (check->strictness == VALIDATE_FORM &&
	     respondent->publish == PUBLISH_NOT_STATED))
		fault_add(check->faults, "publish", W_SELECT_PUBLISH);
	if (check->strictness == VALIDATE_FORM &&
	    respondent->publish == PUBLISH_WITH_NAME &&
	    respondent->capacity == CAPACITY_INDIVIDUAL && !respondent->name)
		fault_add(check->faults, "name", W_ENTER_NAME);
}

bool
validate_respondent(const struct fields *fields,
		    const struct consultation *consultation,
		    enum strictness strictness, struct respondent *respondent,
		    struct faults *faults)
{
	struct check check = { fields, strictness, faults };
	size_t before = faults->count;

	*respondent = (struct respondent){ 0 };
	check_capacity(&check, respondent);
	check_type(&check, consultation, respondent);
	respondent->name = take_text(&check, "name", VALIDATE_NAME_MAX, true);
	check_email(&check, respondent);
	check_contact(&check, respondent);
	check_confidential(&check, respondent);
	check_publish(&check, respondent);
	check_trap(&check, respondent);
	return faults->count == before;
}
