#include "label.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "arena.h"
#include "text/noun.h"
#include "themes/expression.h"
#include "themes/logarithm.h"
#include "utf8.h"

struct chooser {
	const struct expressions *expressions;
	const size_t *sizes;
	size_t theme_count, clauses;
	const struct expression **chosen; /* of each theme, or NULL */
};

static bool
is_name(const struct expression *expression)
{
	if (expression->is_sentence || 2 * expression->heads < expression->own)
		return false;
	if (expression->stem_count == 1 && !expression->has_keyterm)
		return false;
	if (expression->tongue != TONGUE_EN)
		return true;
	if (expression->stem_count == 1 &&
	    ((!expression->nouns && !noun_has_ending(expression->text)) ||
	     noun_is_poor(expression->tongue, expression->text)))
		return false;
	return expression->nouns >= expression->verbs;
}

static bool
may_do(const struct expression *expression)
{
	return expression->word_count > 1 && !expression->is_sentence;
}

/* ln of the odds of COUNT in SIZE, half added to each side. */
static double
log_odds(size_t count, size_t size)
{
	return logarithm(((double)count + 0.5) /
			 ((double)(size - count) + 0.5));
}

static double
score(const struct chooser *chooser, const struct expression *expression)
{
	size_t own = expression->own;
	size_t size = chooser->sizes[expression->theme];

	return logarithm(1 + (double)own - sqrt((double)own)) *
	       (log_odds(own, size) -
		log_odds(expression->total - own, chooser->clauses - size)) *
	       (double)expression->word_count *
	       (expression->has_keyterm ? 2 : 1);
}

static bool
is_same(const struct expression *a, const struct expression *b)
{
	struct arena scratch = { 0 };
	bool same =
		a->stem_count == b->stem_count &&
		!memcmp(a->stems, b->stems, a->stem_count * sizeof(*a->stems));

	same = same || !strcmp(utf8_fold(&scratch, a->text),
			       utf8_fold(&scratch, b->text));
	arena_free(&scratch);
	return same;
}

static bool
is_taken(const struct chooser *chooser, const struct expression *expression)
{
	for (size_t k = 0; k < chooser->theme_count; k++)
		if (chooser->chosen[k] &&
		    is_same(chooser->chosen[k], expression))
			return true;
	return false;
}

/* The best expression that reads like a name; else the best of several words that
 * are no sentence. */
static const struct expression *
choose(const struct chooser *chooser, size_t theme, bool is_strict)
{
	const struct expression *best = NULL;
	double most = 0;

	for (size_t i = 0; i < chooser->expressions->count; i++) {
		const struct expression *expression =
			&chooser->expressions->items[i];
		double value;

		if (expression->theme != theme ||
		    !(is_strict ? is_name(expression) : may_do(expression)))
			continue;
		value = score(chooser, expression);
		if (value > most && !is_taken(chooser, expression)) {
			best = expression;
			most = value;
		}
	}
	return best;
}

/* The largest theme that has not chosen; ties to the lower number. */
static size_t
next_of(const size_t *sizes, const bool *done, size_t theme_count)
{
	size_t next = theme_count;

	for (size_t k = 0; k < theme_count; k++)
		if (!done[k] && (next == theme_count || sizes[k] > sizes[next]))
			next = k;
	return next;
}

const char **
label_find(struct arena *arena, const struct expressions *expressions,
	   const size_t *sizes, size_t theme_count, size_t clauses)
{
	struct arena scratch = { 0 };
	struct chooser chooser = { expressions, sizes, theme_count, clauses,
				   arena_array(&scratch, theme_count,
					       sizeof(*chooser.chosen)) };
	bool *done = arena_array(&scratch, theme_count, sizeof(*done));
	const char **labels = arena_array(arena, theme_count, sizeof(*labels));

	for (size_t i = 0; i < theme_count; i++) {
		size_t theme = next_of(sizes, done, theme_count);

		done[theme] = true;
		chooser.chosen[theme] = choose(&chooser, theme, true);
		if (!chooser.chosen[theme])
			chooser.chosen[theme] = choose(&chooser, theme, false);
		if (chooser.chosen[theme])
			labels[theme] = chooser.chosen[theme]->text;
	}
	arena_free(&scratch);
	return labels;
}
