#include "witness.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "themes/assign.h"
#include "themes/found.h"
#include "themes/heard.h"
#include "themes/quote.h"

enum { QUOTE_SOURCES = 200 };

struct source {
	double evidence;
	size_t place; /* among those that are heard */
};

static int
compare_sources(const void *left, const void *right)
{
	const struct source *a = left, *b = right;

	if (a->evidence != b->evidence)
		return a->evidence > b->evidence ? -1 : 1;
	return a->place < b->place ? -1 : 1;
}

/* The answers that speak most for a theme, copies once. */
static size_t
strongest(struct arena *scratch, const struct witnesses *witnesses,
	  size_t theme, struct source **result)
{
	const struct heard *heard = witnesses->heard;
	struct source *sources =
		arena_array(scratch, heard->count, sizeof(*sources));
	size_t count = 0;

	for (size_t i = 0; i < heard->count; i++) {
		const struct assigned *assigned =
			&witnesses->assigned[heard->first[i]];

		for (size_t j = 0; j < assigned->count; j++)
			if (assigned->themes[j].theme == theme)
				sources[count++] = (struct source){
					assigned->themes[j].evidence, i
				};
	}
	if (count)
		qsort(sources, count, sizeof(*sources), compare_sources);
	*result = sources;
	return count < QUOTE_SOURCES ? count : QUOTE_SOURCES;
}

void
witness_quote(const struct witnesses *witnesses, size_t number,
	      struct theme *theme)
{
	const struct heard *heard = witnesses->heard;
	struct arena scratch = { 0 };
	struct source *strong;
	size_t count = strongest(&scratch, witnesses, number, &strong);
	struct quote_source *sources =
		arena_array(&scratch, count, sizeof(*sources));
	struct quote quotes[THEME_QUOTES];

	for (size_t i = 0; i < count; i++) {
		const struct theme_text *answer =
			&witnesses->answers[heard->first[strong[i].place]];

		sources[i] = (struct quote_source){ .text = answer->text,
						    .tongue = answer->tongue };
	}
	theme->quote_count =
		quote_pick(&scratch, sources, count, theme->terms,
			   theme->term_count, THEME_QUOTES, quotes);
	for (size_t i = 0; i < theme->quote_count; i++) {
		size_t source = (size_t)(quotes[i].source - sources);

		theme->quotes[i] = (struct theme_quote){
			heard->first[strong[source].place],
			{ quotes[i].start,
			  quotes[i].start + strlen(quotes[i].text) },
		};
	}
	arena_free(&scratch);
}
