#include "stopwords.h"

#include <string.h>

#include "stopwords_list.h"
#include "text/elision.h"

/* Below, at or above 0 as a word of LEN bytes stands before, at or behind one of
 * the list. */
static int
compare(const char *word, size_t len, const struct stopwords_word *known)
{
	int order =
		memcmp(word, known->text, len < known->len ? len : known->len);

	return order ? order : (len > known->len) - (len < known->len);
}

static enum stopword
find(const struct stopwords_list *list, const char *word, size_t len)
{
	size_t low, high;

	if (!len || !list->count)
		return STOPWORD_NONE;
	low = list->starts[(unsigned char)*word];
	high = list->starts[(unsigned char)*word + 1];
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = compare(word, len, &list->words[middle]);

		if (!order)
			return list->words[middle].kind;
		if (order > 0)
			low = middle + 1;
		else
			high = middle;
	}
	return STOPWORD_NONE;
}

enum stopword
stopword_of(enum tongue tongue, const char *word, size_t len)
{
	const struct stopwords_list *list = &stopwords_lists[tongue];
	size_t core_len = len;
	const char *core = elision_core(tongue, word, &core_len);

	if (core_len < len && find(list, word, len) == STOPWORD_STOP)
		return STOPWORD_STOP;
	return find(list, core, core_len);
}
