#include "store_word.h"

#include <string.h>

#include "db.h"
#include "error.h"

bool
store_word(const struct rows *rows, int column, const char *const words[],
	   int count, int *index, struct error *err)
{
	const char *word = row_text(rows, 0, column);

	for (*index = 0; *index < count; ++*index)
		if (strcmp(words[*index], word) == 0)
			return true;
	return error_set(err, ERROR_SYSTEM,
			 "the database answered \"%s\", which this program "
			 "does not know: install a newer Greenpaper",
			 word);
}
