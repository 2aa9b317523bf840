#include "stated.h"

enum word
stated_capacity(enum capacity capacity)
{
	static const enum word words[] = {
		[CAPACITY_NOT_STATED] = W_NOT_GIVEN,
		[CAPACITY_INDIVIDUAL] = W_CAPACITY_INDIVIDUAL,
		[CAPACITY_ORGANISATION] = W_CAPACITY_ORGANISATION,
	};

	return words[capacity];
}

enum word
stated_contact(enum may_contact contact)
{
	static const enum word words[] = {
		[CONTACT_NOT_STATED] = W_NOT_GIVEN,
		[CONTACT_NO] = W_CONTACT_NO,
		[CONTACT_YES] = W_CONTACT_YES,
	};

	return words[contact];
}

enum word
stated_confidential(enum confidential confidential)
{
	static const enum word words[] = {
		[CONFIDENTIAL_NOT_STATED] = W_NOT_GIVEN,
		[CONFIDENTIAL_NO] = W_NO,
		[CONFIDENTIAL_YES] = W_YES,
	};

	return words[confidential];
}

enum word
stated_publish(enum publish publish)
{
	static const enum word words[] = {
		[PUBLISH_NOT_STATED] = W_NOT_GIVEN,
		[PUBLISH_WITH_NAME] = W_PUBLISH_WITH_NAME,
		[PUBLISH_WITHOUT_NAME] = W_PUBLISH_WITHOUT_NAME,
		[PUBLISH_NOT_AT_ALL] = W_PUBLISH_NOT_AT_ALL,
	};

	return words[publish];
}
