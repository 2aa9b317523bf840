#include "stopwords.h"

#include <stddef.h>
#include <string.h>

#include "stopwords_list.h"
#include "text/elision.h"

static bool
holds(const struct stopwords_part *part, const char *word, size_t len)
{
	size_t low = 0, high = part->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const char *item = part->words[middle];
		int order = strncmp(word, item, len);

		if (!order && !item[len])
			return true;
		if (order > 0)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

enum stopword
stopword_of(enum tongue tongue, const char *word)
{
	const struct stopwords_list *list = &stopwords_lists[tongue];
	size_t len;
	const char *core = elision_core(tongue, word, &len);

	if (holds(&list->stop, word, strlen(word)) ||
	    holds(&list->stop, core, len))
		return STOPWORD_STOP;
	return holds(&list->plain, core, len) ? STOPWORD_PLAIN : STOPWORD_NONE;
}
