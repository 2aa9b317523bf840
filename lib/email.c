#include "email.h"

#include <string.h>

#include "utf8.h"

bool
email_is_shaped(const char *email)
{
	const char *at = strchr(email, '@');
	const char *dot = at ? strrchr(at, '.') : NULL;

	if (!at || at == email || strchr(at + 1, '@') || at[1] == '.' || !dot ||
	    !dot[1] || strstr(at, "..") || strpbrk(email, ",;:<>()\"\\") ||
	    strlen(email) > EMAIL_BYTES_MAX)
		return false;
	return utf8_is_one_word(email);
}
