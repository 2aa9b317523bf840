#include "lead_in.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* Both in the order of their bytes. */
/* clang-format off */
static const char *const before_nouns[] = {
	"a", "about", "against", "all", "an", "another", "any", "at", "between",
	"both", "by", "during", "each", "every", "few", "for", "from", "her",
	"his", "in", "into", "its", "less", "many", "more", "my", "no", "of",
	"on", "other", "our", "over", "own", "some", "such", "the", "their",
	"these", "this", "those", "through", "toward", "towards", "under",
	"with", "within", "without", "your",
};

static const char *const before_verbs[] = {
	"also", "always", "am", "are", "aren't", "be", "been", "being", "can",
	"can't", "cannot", "could", "couldn't", "did", "didn't", "do", "does",
	"doesn't", "don't", "had", "hadn't", "has", "hasn't", "have", "haven't",
	"he", "i", "i'd", "i'll", "i've", "is", "isn't", "it", "just", "let's",
	"may", "might", "must", "never", "not", "shall", "she", "should",
	"shouldn't", "they", "they'd", "they'll", "they've", "to", "was",
	"wasn't", "we", "we'd", "we'll", "we've", "were", "weren't", "who",
	"will", "won't", "would", "wouldn't", "you", "you'll", "you've",
};
/* clang-format on */

static int
compare(const void *word, const void *item)
{
	return strcmp(word, *(const char *const *)item);
}

enum lead_in
lead_in_of(enum tongue tongue, const char *word)
{
	const size_t size = sizeof(before_nouns[0]);

	if (tongue != TONGUE_EN)
		return LEAD_IN_NOTHING;
	if (bsearch(word, before_nouns, sizeof(before_nouns) / size, size,
		    compare))
		return LEAD_IN_NOUN;
	if (bsearch(word, before_verbs, sizeof(before_verbs) / size, size,
		    compare))
		return LEAD_IN_VERB;
	return LEAD_IN_NOTHING;
}
