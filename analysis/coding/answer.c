#include "answer.h"

#include <string.h>

bool
coding_chose(const struct coding_answer *answer, const char *value)
{
	const char *at = answer->choices;
	size_t len = strlen(value);

	while (at && *at) {
		size_t own = strcspn(at, " ");

		if (own == len && !strncmp(at, value, len))
			return true;
		at += own;
		at += *at == ' ';
	}
	return false;
}
