#include "theme.h"

#include <stdbool.h>
#include <string.h>

#include "arena.h"
#include "text/copies.h"
#include "themes/factor.h"
#include "themes/keyterm.h"
#include "themes/label.h"
#include "themes/logarithm.h"
#include "themes/matrix.h"
#include "utf8.h"

enum { ANSWERS_PER_THEME = 10 };

size_t
theme_count_for(size_t answers)
{
	size_t count;

	if (answers < THEME_ANSWERS_MIN)
		return 0;
	count = (size_t)(2 * logarithm((double)answers) + 0.5);
	if (count > answers / ANSWERS_PER_THEME)
		count = answers / ANSWERS_PER_THEME;
	return count < THEME_COUNT_MAX ? count : THEME_COUNT_MAX;
}

/* One answer of each group of copies, in the order of their folded texts. */
static struct corpus_answer *
fold(struct arena *arena, const struct corpus_answer *answers, size_t count,
     size_t *kept)
{
	struct copies_answer *texts = arena_array(arena, count, sizeof(*texts));
	struct corpus_answer *different;
	struct copies copies;

	for (size_t i = 0; i < count; i++)
		texts[i] = (struct copies_answer){ answers[i].text,
						   answers[i].language };
	copies = copies_find(arena, texts, count);
	different = arena_array(arena, copies.group_count, sizeof(*different));
	for (size_t i = 0; i < copies.group_count; i++)
		different[i] = answers[copies.groups[i].first];
	*kept = copies.group_count;
	return different;
}

size_t
theme_answers_differ(const struct corpus_answer *answers, size_t count)
{
	struct arena scratch = { 0 };
	size_t kept;

	fold(&scratch, answers, count, &kept);
	arena_free(&scratch);
	return kept;
}

/* WORDS may be NULL here and there. */
static bool
is_among(const char *text, const char *const *words, size_t count)
{
	struct arena scratch = { 0 };
	const char *fold = utf8_fold(&scratch, text);
	bool found = false;

	for (size_t i = 0; i < count && !found; i++)
		found = words[i] &&
			!strcmp(fold, utf8_fold(&scratch, words[i]));
	arena_free(&scratch);
	return found;
}

/* The terms as people write them; a word of two languages once. */
static void
add_words(struct arena *arena, const struct corpus *corpus,
	  const struct keyterms *keyterms, struct theme *theme)
{
	const char **words =
		arena_array(arena, keyterms->term_count, sizeof(*words));

	for (size_t i = 0; i < keyterms->term_count; i++) {
		const char *surface = corpus->terms[keyterms->terms[i]].surface;

		if (is_among(surface, words, theme->word_count))
			continue;
		words[theme->word_count++] = arena_string(arena, surface);
		theme->enough_count += i < keyterms->enough;
	}
	theme->words = words;
}

/* A label for a theme without a phrase of its own: its first word that is no
 * label yet, or the first with a number. */
static const char *
plain_label(struct arena *arena, const struct theme *theme,
	    const char *const *labels, size_t label_count)
{
	const char *label;

	for (size_t i = 0; i < theme->word_count; i++)
		if (!is_among(theme->words[i], labels, label_count))
			return theme->words[i];
	for (size_t number = 2;; number++) {
		label = arena_format(arena, "%s (%zu)", theme->words[0],
				     number);
		if (!is_among(label, labels, label_count))
			return label;
	}
}

static char *
capitalised(struct arena *arena, const char *text)
{
	char *copy = arena_string(arena, text);

	if (*copy >= 'a' && *copy <= 'z')
		*copy = (char)(*copy - 'a' + 'A');
	return copy;
}

/* The themes that have words, each with a label. */
static struct themes
gather(struct arena *arena, const struct corpus *corpus,
       const struct keyterms *keyterms, const char **labels, size_t count)
{
	struct theme *items = arena_array(arena, count, sizeof(*items));
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		struct theme *theme = &items[kept];

		if (!keyterms[i].term_count)
			continue;
		kept++;
		add_words(arena, corpus, &keyterms[i], theme);
		if (!labels[i])
			labels[i] = plain_label(arena, theme, labels, count);
		theme->label = capitalised(arena, labels[i]);
	}
	return (struct themes){ items, kept };
}

struct themes
theme_find(struct arena *arena, const struct corpus_answer *answers,
	   size_t count, size_t wanted)
{
	struct arena scratch = { 0 };
	struct corpus_answer *different =
		fold(&scratch, answers, count, &count);
	struct corpus corpus = corpus_read(&scratch, different, count);
	struct matrix matrix = matrix_build(&scratch, &corpus);
	struct factors factors = factor_matrix(&scratch, &matrix, wanted);
	size_t *mains = arena_array(&scratch, matrix.row_count, sizeof(*mains));
	struct keyterms *keyterms;
	const char **labels;
	struct themes themes;

	for (size_t r = 0; r < matrix.row_count; r++)
		mains[r] = factor_main(&factors, r);
	keyterms = keyterm_find(&scratch, &corpus, &matrix, mains,
				factors.theme_count);
	labels = label_find(&scratch, &corpus, &matrix, mains, keyterms,
			    factors.theme_count);
	themes = gather(arena, &corpus, keyterms, labels, factors.theme_count);
	arena_free(&scratch);
	return themes;
}
