#include "theme.h"

#include <stdlib.h>
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
#include "themes/quote.h"
#include "themes/spectrum.h"
#include "themes/surface.h"

enum {
	ANSWERS_PER_THEME = 10,
	ROUNDS_MAX = 20,
	QUOTE_SOURCES = 200,
};

/* All that is known on the way; it dies with the call. */
struct finding {
	struct arena *arena; /* of the result */
	struct arena scratch;
	struct arena counted; /* bags and clauses, until all is assigned */
	const struct corpus_answer *answers;
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
theme_answers_differ(const struct corpus_answer *answers, size_t count)
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
		const struct corpus_answer *answer =
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
			     &finding->bags, &finding->mixture);
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

/* --- quotations ----------------------------------------------------------- */

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
strongest(struct finding *finding, struct arena *scratch, size_t theme,
	  struct source **result)
{
	struct source *sources =
		arena_array(scratch, finding->heard.count, sizeof(*sources));
	size_t count = 0;

	for (size_t i = 0; i < finding->heard.count; i++) {
		const struct assigned *assigned =
			&finding->assigned[finding->heard.first[i]];

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

static void
quote(struct finding *finding, size_t number, struct theme *theme)
{
	struct arena scratch = { 0 };
	struct source *strong;
	size_t count = strongest(finding, &scratch, number, &strong);
	struct quote_source *sources =
		arena_array(&scratch, count, sizeof(*sources));
	struct quote quotes[THEME_QUOTES];

	for (size_t i = 0; i < count; i++) {
		const struct corpus_answer *answer =
			&finding->answers[finding->heard
						  .first[strong[i].place]];

		sources[i] = (struct quote_source){ .text = answer->text,
						    .tongue = answer->tongue };
	}
	theme->quote_count =
		quote_pick(&scratch, sources, count, theme->terms,
			   theme->term_count, THEME_QUOTES, quotes);
	for (size_t i = 0; i < theme->quote_count; i++) {
		size_t source = (size_t)(quotes[i].source - sources);

		theme->quotes[i] = (struct theme_quote){
			finding->heard.first[strong[source].place],
			{ quotes[i].start,
			  quotes[i].start + strlen(quotes[i].text) },
		};
	}
	arena_free(&scratch);
}

/* --- the result ----------------------------------------------------------- */

struct ranked {
	const struct theme *theme;
	size_t number;
};

static int
compare_ranked(const void *left, const void *right)
{
	const struct ranked *a = left, *b = right;
	int order;

	if (a->theme->count != b->theme->count)
		return a->theme->count > b->theme->count ? -1 : 1;
	order = strcmp(a->theme->label, b->theme->label);
	return order ? order : (a->number < b->number ? -1 : 1);
}

/* Large themes first, those that nobody has or that have no words left out;
 * *RANKS leads from the number of a theme to its place. */
static struct theme *
rank(struct finding *finding, const struct theme *themes, size_t *count,
     size_t **ranks)
{
	size_t theme_count = finding->mixture.theme_count;
	struct ranked *ranked =
		arena_array(&finding->scratch, theme_count, sizeof(*ranked));
	struct theme *items =
		arena_array(finding->arena, theme_count, sizeof(*items));

	*ranks = arena_array(&finding->scratch, theme_count, sizeof(**ranks));
	*count = 0;
	for (size_t k = 0; k < theme_count; k++) {
		(*ranks)[k] = THEME_NONE;
		if (themes[k].count && themes[k].label)
			ranked[(*count)++] = (struct ranked){ &themes[k], k };
	}
	if (*count)
		qsort(ranked, *count, sizeof(*ranked), compare_ranked);
	for (size_t i = 0; i < *count; i++) {
		items[i] = *ranked[i].theme;
		(*ranks)[ranked[i].number] = i;
	}
	return items;
}

static const struct theme_span *
copy_spans(struct arena *arena, const struct assign_span *spans, size_t count)
{
	struct theme_span *copies = arena_array(arena, count, sizeof(*copies));

	for (size_t i = 0; i < count; i++)
		copies[i] = (struct theme_span){ spans[i].start, spans[i].end };
	return copies;
}

static struct theme_answer
answer_of(struct finding *finding, size_t number, const size_t *ranks)
{
	const struct assigned *assigned = &finding->assigned[number];
	size_t template =
		finding->heard.copies
			.groups[finding->heard.copies.group_of[number]]
			.template;
	struct theme_given *given =
		arena_array(finding->arena, assigned->count, sizeof(*given));
	struct theme_answer answer = {
		.main = assigned->main == CLUSTER_NONE ? THEME_NONE
						       : ranks[assigned->main],
		.copy_of = template == number ? THEME_NONE : template,
		.given = given,
	};
	double sum = 0;

	for (size_t i = 0; i < assigned->count; i++)
		if (ranks[assigned->themes[i].theme] != THEME_NONE)
			sum += assigned->themes[i].evidence;
	for (size_t i = 0; i < assigned->count; i++) {
		const struct assigned_theme *theme = &assigned->themes[i];

		if (ranks[theme->theme] == THEME_NONE)
			continue;
		given[answer.given_count++] = (struct theme_given){
			ranks[theme->theme],
			theme->evidence / sum,
			copy_spans(finding->arena, theme->clauses,
				   theme->clause_count),
			copy_spans(finding->arena, theme->words,
				   theme->word_count),
			theme->clause_count,
			theme->word_count,
		};
	}
	return answer;
}

static int
compare_given(const void *left, const void *right)
{
	const struct theme_given *a = left, *b = right;

	return a->theme < b->theme ? -1 : 1;
}

static struct themes
finish(struct finding *finding, const struct theme *themes)
{
	struct themes result = { .answer_count = finding->count };
	struct theme_answer *answers =
		arena_array(finding->arena, finding->count, sizeof(*answers));
	size_t *ranks;

	result.items = rank(finding, themes, &result.count, &ranks);
	for (size_t i = 0; i < finding->count; i++) {
		answers[i] = answer_of(finding, i, ranks);
		if (answers[i].given_count > 1)
			qsort((void *)answers[i].given, answers[i].given_count,
			      sizeof(*answers[i].given), compare_given);
	}
	result.answers = answers;
	return result;
}

static struct themes
find(struct finding *finding)
{
	size_t theme_count = finding->mixture.theme_count;
	struct theme *themes =
		arena_array(&finding->scratch, theme_count, sizeof(*themes));
	const struct naming naming = {
		.vocabulary = finding->vocabulary,
		.passages = &finding->passages,
		.keyterms = finding->keyterms,
		.stems = finding->stems,
		.surfaces = finding->surfaces,
		.theme_count = theme_count,
	};

	assign_all(finding);
	arena_free(&finding->counted);
	for (size_t i = 0; i < finding->count; i++)
		for (size_t j = 0; j < finding->assigned[i].count; j++)
			themes[finding->assigned[i].themes[j].theme].count++;
	naming_find(finding->arena, &naming, themes);
	for (size_t k = 0; k < theme_count; k++)
		if (themes[k].label)
			quote(finding, k, &themes[k]);
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
theme_find(struct arena *arena, const struct corpus_answer *answers,
	   size_t count, size_t wanted)
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
