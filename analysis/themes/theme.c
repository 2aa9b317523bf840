#include "theme.h"

#include <stdbool.h>
#include <string.h>

#include "arena.h"
#include "text/copies.h"
#include "themes/collocation.h"
#include "themes/factor.h"
#include "themes/grouping.h"
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
						   answers[i].tongue };
	copies = copies_find(arena, texts, count, false);
	different = arena_array(arena, copies.group_count, sizeof(*different));
	for (size_t i = 0; i < copies.group_count; i++)
		different[i] = answers[copies.groups[i].template];
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

/* Add a word to those of its grade, unless it is there. */
static void
add_word(struct arena *arena, const char *word, bool enough, const char **words,
	 struct theme *theme)
{
	size_t place = enough ? theme->enough_count : theme->word_count;

	if (is_among(word, words, theme->word_count))
		return;
	memmove(words + place + 1, words + place,
		(theme->word_count - place) * sizeof(*words));
	words[place] = arena_string(arena, word);
	theme->word_count++;
	theme->enough_count += enough;
}

/* The terms as people write them; those that are one name as one. */
static void
add_words(struct arena *arena, const struct grouping *grouping,
	  const struct keyterms *keyterms, size_t number, struct theme *theme)
{
	const struct term *terms = grouping->corpus->terms;
	const char **words =
		arena_array(arena, 2 * KEYTERM_WORDS, sizeof(*words));
	struct collocation names[COLLOCATIONS_MAX];
	size_t name_count =
		collocation_find(arena, grouping, keyterms, number, names);

	theme->words = words;
	for (size_t i = 0; i < keyterms->term_count; i++) {
		bool kept = true;

		for (size_t j = 0; j < name_count; j++) {
			const struct collocation *name = &names[j];

			if (i != name->first && i != name->second)
				continue;
			kept = i == name->first ? name->keeps_first
						: name->keeps_second;
			add_word(arena, name->text, name->enough, words, theme);
		}
		if (kept)
			add_word(arena, terms[keyterms->terms[i]].surface,
				 i < keyterms->enough, words, theme);
	}
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
	struct grouping grouping =
		grouping_make(&scratch, &corpus, &matrix, &factors);
	struct keyterms *keyterms = keyterm_find(&scratch, &grouping);
	const char **labels = label_find(&scratch, &grouping, keyterms);
	struct theme *items =
		arena_array(arena, grouping.theme_count, sizeof(*items));
	size_t kept = 0;

	for (size_t k = 0; k < grouping.theme_count; k++) {
		struct theme *theme = &items[kept];

		if (!keyterms[k].term_count)
			continue;
		kept++;
		add_words(arena, &grouping, &keyterms[k], k, theme);
		if (!labels[k])
			labels[k] = plain_label(arena, theme, labels,
						grouping.theme_count);
		theme->label = capitalised(arena, labels[k]);
	}
	arena_free(&scratch);
	return (struct themes){ items, kept };
}
