#include "noun.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "text/stopwords.h"
#include "text/tokenise.h"

/* Whom a sentence is about is seldom what it is about, nor does a problem say which.
 * In the order of their bytes. */
static const char *const vague[] = {
	"boy",	"boys", "child", "children", "girl",	 "girls", "kid",
	"kids", "man",	"men",	 "problem",  "problems", "woman", "women",
};

static int
compare(const void *word, const void *item)
{
	return strcmp(word, *(const char *const *)item);
}

static bool
is_vague(const char *word)
{
	return bsearch(word, vague, sizeof(vague) / sizeof(vague[0]),
		       sizeof(vague[0]), compare) != NULL;
}

/* "interested", but not "speed" or "shed"; "seabed" and "hatred" are the price. */
static bool
is_participle(const char *word)
{
	size_t len = strlen(word);

	return len > 5 && !strcmp(word + len - 2, "ed") && word[len - 3] != 'e';
}

static bool
is_poor(const char *word)
{
	return stopword_of(TONGUE_EN, word, strlen(word)) != STOPWORD_NONE ||
	       is_vague(word) || is_participle(word);
}

bool
noun_is_poor(enum tongue tongue, const char *word)
{
	struct arena scratch = { 0 };
	bool poor = tongue == TONGUE_EN &&
		    is_poor(token_word(&scratch, word, strlen(word)));

	arena_free(&scratch);
	return poor;
}

bool
noun_has_ending(const char *word)
{
	static const char *const endings[] = {
		"tion", "tions", "sion",  "sions", "ment",  "ments",
		"ness", "ity",	 "ities", "ship",  "ships", "ism",
		"ings", "ance",	 "ances", "ence",  "ences",
	};
	size_t len = strlen(word);

	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		size_t end = strlen(endings[i]);

		if (len > end + 2 && !strcmp(word + len - end, endings[i]))
			return true;
	}
	return false;
}
