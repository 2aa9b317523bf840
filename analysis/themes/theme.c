#include "theme.h"

#include <string.h>

#include "arena.h"
#include "text/vocabulary.h"
#include "themes/affinity.h"
#include "themes/assign.h"
#include "themes/bags.h"
#include "themes/choice.h"
#include "themes/cluster.h"
#include "themes/heard.h"
#include "themes/keyterm.h"
#include "themes/logarithm.h"
#include "themes/mixture.h"
#include "themes/naming.h"
#include "themes/ranking.h"
#include "themes/spectrum.h"
#include "themes/surface.h"
#include "themes/witness.h"

enum {
	ANSWERS_PER_THEME = 10,
	ROUNDS_MAX = 20,
};

/* All that is known on the way; it dies with the call. */
struct finding {
	struct arena *arena; /* of the result */
	struct arena scratch;
	struct arena counted; /* bags and clauses, until all is assigned */
	const struct theme_text *answers;
	size_t count;
	struct heard heard;
	struct vocabulary *vocabulary;
	struct bags bags, clauses;
	const uint32_t *stems; /* of each column */
	struct clusters clusters;
	struct mixture mixture;
	struct keyterms *keyterms;   /* of each theme */
	struct passages passages;    /* of the answers that are heard */
	struct assigned *assigned;   /* of each answer */
	const char *const *surfaces; /* of each number of the vocabulary */
};

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

size_t
theme_answers_differ(const struct theme_text *answers, size_t count)
{
	return heard_answers_differ(answers, count);
}

/* --- what the themes are -------------------------------------------------- */

static void
read_texts(struct finding *finding)
{
	struct stemmed *texts =
		arena_array(&finding->counted, finding->heard.count,
			    sizeof(*texts));
	struct surfaces surfaces = { .arena = &finding->scratch };

	for (size_t i = 0; i < finding->heard.count; i++) {
		const struct theme_text *answer =
			&finding->answers[finding->heard.first[i]];
		const struct word *words;
		size_t count = vocabulary_read(finding->vocabulary,
					       answer->tongue, answer->text,
					       strlen(answer->text), &words);

		surface_count(&surfaces, finding->vocabulary, words, count);
		texts[i] = stemmed_of(&finding->counted, finding->vocabulary,
				      answer->text, words, count);
	}
	finding->surfaces = surface_choose(&surfaces, finding->vocabulary);
	finding->bags = bags_make(&finding->counted, finding->vocabulary, texts,
				  finding->heard.count);
	finding->stems =
		arena_grow(&finding->scratch, finding->bags.stems,
			   finding->bags.column_count,
			   finding->bags.column_count, sizeof(*finding->stems));
}

/* Groups of answers, then themes as ways of choosing words. */
static void
fit(struct finding *finding, size_t wanted)
{
	struct arena space = { 0 };
	const uint32_t *owners;
	struct affinity affinity;
	struct spectrum spectrum;
	struct mixture_start start = { .rounds_max = ROUNDS_MAX };
	struct mixture whole;

	finding->clauses =
		bags_split(&finding->counted, &finding->bags, &owners);
	affinity = affinity_measure(&space, &finding->bags, &finding->clauses);
	spectrum = spectrum_find(&space, &affinity);
	if (!wanted)
		wanted = choice_of_count(
			cluster_vectors(&space, &finding->bags, &spectrum),
			finding->heard.count,
			theme_count_for(finding->heard.different));
	finding->clusters = cluster_texts(&finding->scratch, &finding->bags,
					  &spectrum, wanted);
	arena_free(&space);
	start.themes = finding->clusters.of;
	start.theme_count = finding->clusters.count;
	if (!start.theme_count)
		return;
	whole = mixture_fit(&finding->scratch, &finding->bags, &start);
	finding->mixture = mixture_refine(&finding->scratch, &finding->clauses,
					  owners, &whole);
	finding->keyterms = keyterm_find(
		&finding->scratch, &finding->clauses, finding->mixture.mains,
		keyterm_scores(&finding->scratch, &finding->clauses,
			       finding->mixture.mains, start.theme_count),
		start.theme_count);
}

/* --- which answer has which ----------------------------------------------- */

static void
assign_all(struct finding *finding)
{
	struct assigner *assigner =
		assigner_new(&finding->scratch, finding->vocabulary,
			     &finding->bags, &finding->mixture,
			     finding->keyterms);
	bool *heard =
		arena_array(&finding->scratch, finding->count, sizeof(*heard));

	finding->assigned = arena_array(&finding->scratch, finding->count,
					sizeof(*finding->assigned));
	for (size_t i = 0; i < finding->heard.count; i++) {
		size_t answer = finding->heard.first[i];

		heard[answer] = true;
		finding->assigned[answer] =
			assign_themes(assigner, &finding->scratch,
				      finding->answers[answer].tongue,
				      finding->answers[answer].text, answer,
				      &finding->passages);
	}
	for (size_t i = 0; i < finding->count; i++)
		if (!heard[i])
			finding->assigned[i] =
				assign_themes(assigner, &finding->scratch,
					      finding->answers[i].tongue,
					      finding->answers[i].text, i,
					      NULL);
}

/* --- the result ----------------------------------------------------------- */

/* What a person reads of each theme. */
static void
tell_all(struct finding *finding, struct theme *themes)
{
	const struct naming naming = {
		.vocabulary = finding->vocabulary,
		.passages = &finding->passages,
		.keyterms = finding->keyterms,
		.stems = finding->stems,
		.surfaces = finding->surfaces,
		.theme_count = finding->mixture.theme_count,
	};
	const struct witnesses witnesses = {
		.answers = finding->answers,
		.heard = &finding->heard,
		.assigned = finding->assigned,
	};

	naming_find(finding->arena, &naming, themes);
	for (size_t k = 0; k < naming.theme_count; k++)
		if (themes[k].label)
			witness_quote(&witnesses, k, &themes[k]);
}

static struct themes
finish(struct finding *finding, const struct theme *themes)
{
	const struct ranking ranking = {
		.themes = themes,
		.theme_count = finding->mixture.theme_count,
		.assigned = finding->assigned,
		.copies = &finding->heard.copies,
		.count = finding->count,
	};

	return ranking_make(finding->arena, &ranking);
}

static struct themes
find(struct finding *finding)
{
	size_t theme_count = finding->mixture.theme_count;
	struct theme *themes =
		arena_array(&finding->scratch, theme_count, sizeof(*themes));

	assign_all(finding);
	arena_free(&finding->counted);
	for (size_t i = 0; i < finding->count; i++)
		for (size_t j = 0; j < finding->assigned[i].count; j++)
			themes[finding->assigned[i].themes[j].theme].count++;
	tell_all(finding, themes);
	return finish(finding, themes);
}

/* Every answer in no theme; copies told all the same. */
static struct themes
find_none(struct finding *finding)
{
	finding->assigned = arena_array(&finding->scratch, finding->count,
					sizeof(*finding->assigned));
	for (size_t i = 0; i < finding->count; i++)
		finding->assigned[i].main = CLUSTER_NONE;
	return finish(finding, NULL);
}

struct themes
theme_find(struct arena *arena, const struct theme_text *answers, size_t count,
	   size_t wanted)
{
	struct finding finding = { .arena = arena,
				   .answers = answers,
				   .count = count };
	struct themes result;

	finding.heard = heard_find(&finding.scratch, answers, count);
	finding.vocabulary = vocabulary_new(&finding.scratch);
	if (wanted || finding.heard.different >= THEME_ANSWERS_MIN) {
		read_texts(&finding);
		fit(&finding, wanted);
	}
	result = finding.mixture.theme_count ? find(&finding)
					     : find_none(&finding);
	vocabulary_free(finding.vocabulary);
	arena_free(&finding.counted);
	arena_free(&finding.scratch);
	return result;
}
