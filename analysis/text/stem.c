#include "stem.h"

#include <libstemmer.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "text/elision.h"
#include "text/welsh.h"

struct stemmer {
	struct sb_stemmer *snowball[TONGUE_COUNT]; /* made when first needed */
};

struct stemmer *
stemmer_new(void)
{
	struct stemmer *stemmer = calloc(1, sizeof(*stemmer));

	if (!stemmer)
		abort();
	return stemmer;
}

void
stemmer_free(struct stemmer *stemmer)
{
	if (!stemmer)
		return;
	for (size_t i = 0; i < TONGUE_COUNT; i++)
		sb_stemmer_delete(stemmer->snowball[i]);
	free(stemmer);
}

/* Snowball's Romanian is written with cedillas, as it was before Unicode had ș
 * and ț with commas. */
static void
write_cedillas(char *word)
{
	for (char *c = word; (c = strchr(c, 0xc8)); c++)
		if (c[1] == '\x99' || c[1] == '\x9b') {
			c[0] = '\xc5';
			c[1] = c[1] == '\x99' ? '\x9f' : '\xa3';
		}
}

static const char *
snowball_stem(struct stemmer *stemmer, enum tongue tongue, const char *word,
	      size_t len, size_t *stem_len)
{
	struct sb_stemmer **snowball = &stemmer->snowball[tongue];
	const sb_symbol *stem;

	if (!*snowball)
		*snowball = sb_stemmer_new(tongue_code(tongue), "UTF_8");
	stem = *snowball ? sb_stemmer_stem(*snowball, (const sb_symbol *)word,
					   (int)len)
			 : NULL;
	if (!stem)
		abort();
	*stem_len = (size_t)sb_stemmer_length(*snowball);
	return (const char *)stem;
}

const char *
stemmer_find(struct stemmer *stemmer, struct arena *scratch, enum tongue tongue,
	     const char *word, size_t len, size_t *stem_len)
{
	const char *core = elision_core(tongue, word, &len);
	char *own;

	*stem_len = len;
	if (tongue == TONGUE_NONE)
		return core;
	if (tongue == TONGUE_CY) {
		own = welsh_stem(scratch, arena_copy(scratch, core, len));
		*stem_len = strlen(own);
		return own;
	}
	if (tongue != TONGUE_RO)
		return snowball_stem(stemmer, tongue, core, len, stem_len);
	own = arena_copy(scratch, core, len);
	write_cedillas(own);
	return snowball_stem(stemmer, tongue, own, len, stem_len);
}

char *
stemmer_stem(struct stemmer *stemmer, struct arena *arena, enum tongue tongue,
	     const char *word)
{
	size_t len;
	const char *stem =
		stemmer_find(stemmer, arena, tongue, word, strlen(word), &len);

	return arena_copy(arena, stem, len);
}
