#include "mixture.h"

#include <stdbool.h>
#include <string.h>

#include "arena.h"
#include "themes/bags.h"
#include "themes/cluster.h"
#include "themes/logarithm.h"
#include "themes/wide.h"

/* Added to each count, so that a word that a theme has not shown is unlikely and
 * not impossible. */
static const double smoothing = 0.3;

/* Themes that much less likely than the best, as a logarithm, are not. */
static const double negligible = 20;

struct fitting {
	const struct bags *bags;
	const struct mixture_start *start;
	size_t theme_count, column_count;
	double *counts; /* of words; as mixture.words */
	double *totals; /* of words, by theme */
	double *texts;	/* by theme */
	float *words, *priors;
};

WIDE static void
add_text(struct fitting *fitting, size_t text, const double *shares)
{
	const struct bag *bag = &fitting->bags->items[text];
	double weight =
		fitting->start->weights ? fitting->start->weights[text] : 1;

	for (size_t k = 0; k < fitting->theme_count; k++)
		fitting->texts[k] += shares[k] * weight;
	for (uint32_t j = 0; j < bag->word_count; j++) {
		double *counts = fitting->counts +
				 bag->words[j].column * fitting->theme_count;
		double count = bag->words[j].count;

		for (size_t k = 0; k < fitting->theme_count; k++)
			counts[k] += shares[k] * weight * count;
	}
}

/* The counts become probabilities. */
static void
maximise(struct fitting *fitting)
{
	size_t theme_count = fitting->theme_count;
	double all = 0;

	memset(fitting->totals, 0, theme_count * sizeof(double));
	for (size_t i = 0; i < fitting->column_count; i++)
		for (size_t k = 0; k < theme_count; k++)
			fitting->totals[k] +=
				fitting->counts[i * theme_count + k];
	for (size_t k = 0; k < theme_count; k++) {
		all += fitting->texts[k];
		fitting->totals[k] =
			logarithm(fitting->totals[k] +
				  smoothing * (double)fitting->column_count);
	}
	for (size_t i = 0; i < fitting->column_count * theme_count; i++)
		fitting->words[i] =
			(float)(logarithm(fitting->counts[i] + smoothing) -
				fitting->totals[i % theme_count]);
	for (size_t k = 0; k < theme_count; k++)
		fitting->priors[k] =
			(float)(logarithm(fitting->texts[k] + smoothing) -
				logarithm(all +
					  smoothing * (double)theme_count));
}

/* What the words of a text say of each theme, onto LOGS. */
WIDE static void
add_words(const struct mixture *mixture, const struct bag *bag, double *logs)
{
	size_t theme_count = mixture->theme_count;

	for (uint32_t j = 0; j < bag->word_count; j++) {
		const float *words =
			mixture->words + bag->words[j].column * theme_count;
		double count = bag->words[j].count;

		for (size_t k = 0; k < theme_count; k++)
			logs[k] += count * (double)words[k];
	}
}

void
mixture_weigh(const struct mixture *mixture, const struct bag *bag,
	      double *logs)
{
	for (size_t k = 0; k < mixture->theme_count; k++)
		logs[k] = (double)mixture->priors[k];
	add_words(mixture, bag, logs);
}

/* Logarithms become shares; the likeliest theme. */
static size_t
share(double *shares, size_t theme_count)
{
	size_t best = 0;
	double sum = 0, most;

	for (size_t k = 1; k < theme_count; k++)
		if (shares[k] > shares[best])
			best = k;
	most = shares[best];
	for (size_t k = 0; k < theme_count; k++)
		shares[k] -= most;
	exponentials(shares, theme_count, -negligible);
	for (size_t k = 0; k < theme_count; k++)
		sum += shares[k];
	for (size_t k = 0; k < theme_count; k++)
		shares[k] /= sum;
	return best;
}

/* What a text is said to be at the start, into SHARES, or false: nothing. */
static bool
start_of(const struct fitting *fitting, size_t text, double *shares)
{
	const struct mixture_start *start = fitting->start;
	size_t theme_count = fitting->theme_count;

	if (start->shares) {
		memcpy(shares, start->shares + text * theme_count,
		       theme_count * sizeof(*shares));
		return true;
	}
	if (start->themes[text] == CLUSTER_NONE)
		return false;
	memset(shares, 0, theme_count * sizeof(*shares));
	shares[start->themes[text]] = 1;
	return true;
}

/* The texts as they are said to be at the start. */
static void
count_start(struct fitting *fitting, double *shares)
{
	for (size_t i = 0; i < fitting->bags->count; i++)
		if (start_of(fitting, i, shares))
			add_text(fitting, i, shares);
}

static uint32_t
largest_of(const double *shares, size_t count)
{
	size_t best = 0;

	for (size_t k = 1; k < count; k++)
		if (shares[k] > shares[best])
			best = k;
	return (uint32_t)best;
}

/* One round; how many texts have another main theme than before. */
static size_t
count_expected(struct fitting *fitting, const struct mixture *mixture,
	       double *shares, uint32_t *mains)
{
	const struct mixture_start *start = fitting->start;
	size_t moved = 0;

	memset(fitting->counts, 0,
	       fitting->column_count * fitting->theme_count * sizeof(double));
	memset(fitting->texts, 0, fitting->theme_count * sizeof(double));
	for (size_t i = 0; i < fitting->bags->count; i++) {
		const struct bag *bag = &fitting->bags->items[i];
		uint32_t main;

		if (start->fixed && start->fixed[i]) {
			start_of(fitting, i, shares);
			main = largest_of(shares, fitting->theme_count);
		} else if (!bag->word_count) {
			continue;
		} else {
			mixture_weigh(mixture, bag, shares);
			main = (uint32_t)share(shares, mixture->theme_count);
		}
		moved += mains[i] != main;
		mains[i] = main;
		add_text(fitting, i, shares);
	}
	return moved;
}

/* Added to what is seen and to what is expected. */
static const double reserve = 2;

static const float *
evidence_of(const struct fitting *fitting, struct arena *arena)
{
	size_t theme_count = fitting->theme_count;
	size_t cells = fitting->column_count * theme_count;
	float *evidence = arena_array(arena, cells, sizeof(*evidence));
	double *sizes = arena_array(arena, theme_count, sizeof(*sizes));
	double all = 0;

	for (size_t i = 0; i < cells; i++)
		sizes[i % theme_count] += fitting->counts[i];
	for (size_t k = 0; k < theme_count; k++)
		all += sizes[k];
	for (size_t i = 0; i < cells && all > 0; i++) {
		size_t column = i / theme_count;
		double size = sizes[i % theme_count], rest = all - size;
		double others =
			fitting->bags->occurrences[column] - fitting->counts[i];
		double expected =
			rest > 0 && others > 0 ? others * size / rest : 0;

		evidence[i] = (float)logarithm((fitting->counts[i] + reserve) /
					       (expected + reserve));
	}
	return evidence;
}

static struct fitting
fitting_new(struct arena *arena, struct arena *scratch, const struct bags *bags,
	    const struct mixture_start *start, size_t theme_count)
{
	size_t cells = bags->column_count * theme_count;

	return (struct fitting){
		.bags = bags,
		.start = start,
		.theme_count = theme_count,
		.column_count = bags->column_count,
		.counts = arena_array(scratch, cells, sizeof(double)),
		.totals = arena_array(scratch, theme_count, sizeof(double)),
		.texts = arena_array(scratch, theme_count, sizeof(double)),
		.words = arena_array(arena, cells, sizeof(float)),
		.priors = arena_array(arena, theme_count, sizeof(float)),
	};
}

struct mixture
mixture_fit(struct arena *arena, const struct bags *bags,
	    const struct mixture_start *start)
{
	struct arena scratch = { 0 };
	size_t theme_count = start->theme_count;
	struct fitting fitting =
		fitting_new(arena, &scratch, bags, start, theme_count);
	uint32_t *mains = arena_array(arena, bags->count, sizeof(*mains));
	double *shares = arena_array(&scratch, theme_count, sizeof(*shares));
	struct mixture mixture = {
		.theme_count = theme_count,
		.column_count = bags->column_count,
		.words = fitting.words,
		.priors = fitting.priors,
		.mains = mains,
	};

	memset(mains, 0xff, bags->count * sizeof(*mains));
	count_start(&fitting, shares);
	maximise(&fitting);
	for (int round = 0; round < start->rounds_max; round++) {
		size_t moved =
			count_expected(&fitting, &mixture, shares, mains);

		maximise(&fitting);
		if (moved * 100 < bags->count)
			break;
	}
	mixture.evidence = evidence_of(&fitting, arena);
	arena_free(&scratch);
	return mixture;
}

/* --- clauses -------------------------------------------------------------- */

/* How much an answer's other themes are likely as well, in clauses. */
static const double openness = 0.1;

struct refining {
	struct fitting fitting;
	struct mixture mixture;
	const uint32_t *owners;
	double *open;	/* by theme: openness times how likely it is */
	double *shares; /* of clause c, theme k at [c * theme_count + k] */
	double *sums;	/* of the text at hand, by theme */
	uint32_t *mains;
};

/* What the other OTHERS clauses of the text make likely, of which SUMS are the
 * shares; into SHARES as logarithms. */
static void
expect_beside(const struct refining *refining, size_t others, double *shares)
{
	const float *priors = refining->mixture.priors;
	double weight = openness + (double)others;

	for (size_t k = 0; k < refining->fitting.theme_count; k++) {
		double sum = refining->sums[k] > 0 ? refining->sums[k] : 0;

		shares[k] =
			others ? logarithm((refining->open[k] + sum) / weight)
			       : (double)priors[k];
	}
}

/* The clauses from FIRST to END are of one text. */
static void
refine_text(struct refining *refining, size_t first, size_t end)
{
	size_t theme_count = refining->fitting.theme_count;

	memset(refining->sums, 0, theme_count * sizeof(double));
	for (size_t i = first; i < end; i++)
		for (size_t k = 0; k < theme_count; k++)
			refining->sums[k] +=
				refining->shares[i * theme_count + k];
	for (size_t i = first; i < end; i++) {
		const struct bag *bag = &refining->fitting.bags->items[i];
		double *shares = refining->shares + i * theme_count;
		uint32_t main;

		for (size_t k = 0; k < theme_count; k++)
			refining->sums[k] -= shares[k];
		expect_beside(refining, end - first - 1, shares);
		add_words(&refining->mixture, bag, shares);
		main = (uint32_t)share(shares, theme_count);
		refining->mains[i] = bag->word_count ? main : CLUSTER_NONE;
		for (size_t k = 0; k < theme_count; k++)
			refining->sums[k] += shares[k];
	}
}

static void
count_clauses(struct refining *refining)
{
	struct fitting *fitting = &refining->fitting;

	memset(fitting->counts, 0,
	       fitting->column_count * fitting->theme_count * sizeof(double));
	memset(fitting->texts, 0, fitting->theme_count * sizeof(double));
	for (size_t i = 0; i < fitting->bags->count; i++)
		if (fitting->bags->items[i].word_count)
			add_text(fitting, i,
				 refining->shares + i * fitting->theme_count);
	maximise(fitting);
	for (size_t k = 0; k < fitting->theme_count; k++)
		refining->open[k] =
			openness * exponential((double)fitting->priors[k]);
}

static void
refine(struct refining *refining)
{
	size_t count = refining->fitting.bags->count;

	count_clauses(refining);
	for (int round = 0; round < REFINE_ROUNDS; round++) {
		for (size_t first = 0, end; first < count; first = end) {
			for (end = first + 1;
			     end < count &&
			     refining->owners[end] == refining->owners[first];)
				end++;
			refine_text(refining, first, end);
		}
		count_clauses(refining);
	}
}

struct mixture
mixture_refine(struct arena *arena, const struct bags *clauses,
	       const uint32_t *owners, const struct mixture *mixture)
{
	struct arena scratch = { 0 };
	const struct mixture_start start = { .rounds_max = REFINE_ROUNDS };
	size_t theme_count = mixture->theme_count;
	struct refining refining = {
		.fitting = fitting_new(arena, &scratch, clauses, &start,
				       theme_count),
		.owners = owners,
		.open = arena_array(&scratch, theme_count, sizeof(double)),
		.shares = arena_array(&scratch, clauses->count * theme_count,
				      sizeof(double)),
		.sums = arena_array(&scratch, theme_count, sizeof(double)),
		.mains = arena_array(arena, clauses->count, sizeof(uint32_t)),
	};

	refining.mixture = *mixture;
	refining.mixture.words = refining.fitting.words;
	refining.mixture.priors = refining.fitting.priors;
	refining.mixture.mains = refining.mains;
	for (size_t i = 0; i < clauses->count; i++)
		if (mixture->mains[owners[i]] != CLUSTER_NONE)
			refining.shares[i * theme_count +
					mixture->mains[owners[i]]] = 1;
	refine(&refining);
	refining.mixture.evidence = evidence_of(&refining.fitting, arena);
	arena_free(&scratch);
	return refining.mixture;
}
