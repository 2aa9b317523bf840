#include "clause.h"

#include <stdlib.h>
#include <string.h>

/* In the order of their bytes. */
static const char *const english[] = {
	"although", "but",     "however", "nevertheless",
	"though",   "whereas", "while",	  "yet",
};

static const char *const welsh[] = { "er", "eto", "ond", "tra" };

static int
compare(const void *word, const void *item)
{
	return strcmp(word, *(const char *const *)item);
}

static bool
turns(enum tongue tongue, const char *word)
{
	const size_t size = sizeof(*english);

	if (tongue == TONGUE_EN)
		return bsearch(word, english, sizeof(english) / size, size,
			       compare);
	if (tongue == TONGUE_CY)
		return bsearch(word, welsh, sizeof(welsh) / size, size,
			       compare);
	return false;
}

static bool
has_end(const char *gap, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (strchr(".;!?\n", gap[i]) ||
		    (len - i >= 3 && !memcmp(gap + i, "…", 3)))
			return true;
	return false;
}

bool
clause_ends(const struct vocabulary *vocabulary, const char *text,
	    const struct word *words, size_t count, size_t index)
{
	const struct spelling *next;

	if (index + 1 >= count)
		return true;
	if (has_end(text + words[index].end,
		    words[index + 1].start - words[index].end))
		return true;
	next = vocabulary_spelling(vocabulary, words[index + 1].spelling);
	return next->kind == STOPWORD_STOP &&
	       turns(vocabulary_tongue(vocabulary, next->word),
		     vocabulary_text(vocabulary, next->word));
}
