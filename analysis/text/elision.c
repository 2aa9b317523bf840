#include "elision.h"

#include <stdbool.h>
#include <string.h>

/* What is tied to the start of a word and to its end, without the apostrophe. */
static const struct {
	const char *before[24], *behind[10];
} tied[TONGUE_COUNT] = {
	[TONGUE_CA] = { { "d", "l", "m", "n", "s", "t" },
			{ "hi", "ho", "l", "ls", "m", "n", "ns", "s", "t" } },
	/* yr, yn, eu, ei, i'w, eich, fy, dy */
	[TONGUE_CY] = { { NULL },
			{ "ch", "i", "m", "n", "r", "th", "u", "w" } },
	[TONGUE_FR] = { { "c", "d", "j", "jusqu", "l", "lorsqu", "m", "n",
			  "puisqu", "qu", "quoiqu", "s", "t" },
			{ NULL } },
	[TONGUE_IT] = { { "all",    "anch",  "c",     "com", "d",    "dall",
			  "dell",   "dov",   "l",     "m",   "n",    "nell",
			  "nessun", "quell", "quest", "s",   "sull", "t",
			  "tutt",   "un",    "v" },
			{ NULL } },
	[TONGUE_NL] = { { NULL }, { "s" } },
};

static bool
is_among(const char *const *list, const char *word, size_t len)
{
	for (; *list; list++)
		if (!strncmp(*list, word, len) && !(*list)[len])
			return true;
	return false;
}

const char *
elision_core(enum tongue tongue, const char *word, size_t *len)
{
	const char *end = word + *len, *last = end;
	const char *first = memchr(word, '\'', *len);

	if (!first || first == word)
		return word;
	while (*--last != '\'')
		;
	if (first + 1 == end || last + 1 == end)
		return word;
	if (is_among(tied[tongue].before, word, (size_t)(first - word))) {
		*len = (size_t)(end - first) - 1;
		return first + 1;
	}
	if (is_among(tied[tongue].behind, last + 1, (size_t)(end - last) - 1))
		*len = (size_t)(last - word);
	return word;
}
