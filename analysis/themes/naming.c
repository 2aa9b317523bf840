#include "naming.h"

#include <stdbool.h>
#include <string.h>

#include "arena.h"
#include "text/noun.h"
#include "text/vocabulary.h"
#include "themes/cluster.h"
#include "themes/expression.h"
#include "themes/found.h"
#include "themes/keyterm.h"
#include "themes/label.h"
#include "themes/passage.h"
#include "themes/sign.h"
#include "utf8.h"

static bool
is_among(const char *text, const char *const *labels, size_t count)
{
	struct arena scratch = { 0 };
	const char *fold_of_text = utf8_fold(&scratch, text);
	bool found = false;

	for (size_t i = 0; i < count && !found; i++)
		found = labels[i] &&
			!strcmp(fold_of_text, utf8_fold(&scratch, labels[i]));
	arena_free(&scratch);
	return found;
}

/* A label for a theme without an expression that may be one: its first word that
 * is no label yet, poor ones last; else the first with a number. */
static const char *
plain_label(struct arena *arena, enum tongue tongue, const struct theme *theme,
	    const char *const *labels, size_t label_count)
{
	const char *label;

	for (int poor = 0; poor < 2; poor++)
		for (size_t i = 0; i < theme->term_count; i++)
			if (noun_is_poor(tongue, theme->terms[i]) == poor &&
			    !is_among(theme->terms[i], labels, label_count))
				return theme->terms[i];
	for (size_t number = 2;; number++) {
		label = arena_format(arena, "%s (%zu)", theme->terms[0],
				     number);
		if (!is_among(label, labels, label_count))
			return label;
	}
}

/* The language of a theme's words, which has one at least. */
static enum tongue
tongue_of_terms(const struct naming *naming, const struct keyterms *keyterms)
{
	return vocabulary_tongue(naming->vocabulary,
				 naming->stems[keyterms->columns[0]]);
}

static void
show_words(struct arena *arena, const struct naming *naming,
	   const struct keyterms *keyterms, struct theme *theme)
{
	for (size_t i = 0; i < keyterms->count; i++) {
		uint32_t stem = naming->stems[keyterms->columns[i]];

		theme->terms[i] = arena_string(arena, naming->surfaces[stem]);
		theme->stems[i] =
			arena_string(arena,
				     vocabulary_text(naming->vocabulary, stem));
	}
	theme->term_count = keyterms->count;
}

/* Which stems are telling words of which theme, for expression_find. */
static unsigned char *
telling_stems(struct arena *scratch, const struct naming *naming, size_t size)
{
	size_t theme_count = naming->theme_count;
	unsigned char *telling = arena_array(scratch, size * theme_count, 1);

	for (size_t k = 0; k < theme_count; k++) {
		const struct keyterms *keyterms = &naming->keyterms[k];

		for (size_t i = 0; i < keyterms->candidate_count; i++)
			telling[naming->stems[keyterms->candidates[i]] *
					theme_count +
				k] = 1;
		for (size_t i = 0; i < keyterms->count; i++)
			telling[naming->stems[keyterms->columns[i]] *
					theme_count +
				k] = 2;
	}
	return telling;
}

static void
copy_signs(struct arena *arena, const struct signs *signs, struct theme *theme)
{
	const char **words = arena_array(arena, signs->count, sizeof(*words));

	for (size_t i = 0; i < signs->count; i++)
		words[i] = arena_string(arena, signs->items[i]);
	theme->words = words;
	theme->word_count = signs->count;
	theme->enough_count = signs->enough;
}

void
naming_find(struct arena *arena, const struct naming *naming,
	    struct theme *themes)
{
	struct arena scratch = { 0 };
	size_t theme_count = naming->theme_count;
	size_t size = vocabulary_size(naming->vocabulary);
	size_t *sizes = arena_array(&scratch, theme_count, sizeof(*sizes));
	struct expressions expressions;
	struct signs *signs;
	const char **labels;

	for (size_t i = 0; i < naming->passages->count; i++)
		if (naming->passages->items[i].theme != CLUSTER_NONE)
			sizes[naming->passages->items[i].theme]++;
	expressions =
		expression_find(&scratch, naming->vocabulary, naming->passages,
				telling_stems(&scratch, naming, size), size,
				theme_count);
	signs = sign_find(&scratch, &expressions, sizes, theme_count);
	labels = label_find(&scratch, &expressions, sizes, theme_count,
			    naming->passages->count);
	for (size_t k = 0; k < theme_count; k++) {
		show_words(arena, naming, &naming->keyterms[k], &themes[k]);
		copy_signs(arena, &signs[k], &themes[k]);
		if (!labels[k] && themes[k].term_count)
			labels[k] = plain_label(
				&scratch,
				tongue_of_terms(naming, &naming->keyterms[k]),
				&themes[k], labels, theme_count);
		if (labels[k])
			themes[k].label = utf8_capitalised(arena, labels[k]);
	}
	arena_free(&scratch);
}
