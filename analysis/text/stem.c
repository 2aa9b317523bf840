#include "stem.h"

#include <libstemmer.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"

struct stemmer {
	struct sb_stemmer *english;
};

struct stemmer *
stemmer_new(void)
{
	struct stemmer *stemmer = calloc(1, sizeof(*stemmer));

	if (stemmer)
		stemmer->english = sb_stemmer_new("english", "UTF_8");
	if (!stemmer || !stemmer->english)
		abort();
	return stemmer;
}

void
stemmer_free(struct stemmer *stemmer)
{
	if (!stemmer)
		return;
	sb_stemmer_delete(stemmer->english);
	free(stemmer);
}

/* What Welsh ties to the end of the word before: yr, yn, eu, ei, i'w, eich, fy,
 * dy. */
static const char *const tied[] = { "r", "n", "u", "i", "w", "ch", "m", "th" };

static size_t
welsh_len(const char *word)
{
	const char *apostrophe = strrchr(word, '\'');

	if (!apostrophe || apostrophe == word)
		return strlen(word);
	for (size_t i = 0; i < sizeof(tied) / sizeof(tied[0]); i++)
		if (!strcmp(apostrophe + 1, tied[i]))
			return (size_t)(apostrophe - word);
	return strlen(word);
}

char *
stemmer_stem(struct stemmer *stemmer, struct arena *arena,
	     enum tongue tongue, const char *word)
{
	const sb_symbol *stem;

	if (tongue == TONGUE_CY)
		return arena_copy(arena, word, welsh_len(word));
	stem = sb_stemmer_stem(stemmer->english, (const sb_symbol *)word,
			       (int)strlen(word));
	if (!stem)
		abort();
	return arena_copy(arena, (const char *)stem,
			  (size_t)sb_stemmer_length(stemmer->english));
}
