#include "theme.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "text/bytes.h"
#include "text/copies.h"
#include "text/tokenise.h"
#include "text/vocabulary.h"
#include "themes/affinity.h"
#include "themes/assign.h"
#include "themes/bags.h"
#include "themes/choice.h"
#include "themes/cluster.h"
#include "themes/expression.h"
#include "themes/keyterm.h"
#include "themes/label.h"
#include "themes/logarithm.h"
#include "themes/mixture.h"
#include "themes/quote.h"
#include "themes/sign.h"
#include "themes/spectrum.h"
#include "utf8.h"

enum {
	ANSWERS_PER_THEME = 10,
	ROUNDS_MAX = 20,
	QUOTE_SOURCES = 200,
	LETTER_BYTES_MIN = 150, /* what is shorter is no copied letter */
	SHORT_HEARD_MAX = 10,
};

/* All that is known on the way; it dies with the call. */
struct finding {
	struct arena *arena; /* of the result */
	struct arena scratch;
	struct arena counted; /* bags and clauses, until all is assigned */
	const struct corpus_answer *answers;
	size_t count;
	struct copies copies;
	const size_t
		*first; /* the answers that stand for their copies, by text */
	size_t first_count;
	size_t different; /* texts among them */
	struct vocabulary *vocabulary;
	struct bags bags, clauses;
	const uint32_t *stems; /* of each column */
	struct clusters clusters;
	struct mixture mixture;
	struct keyterms *keyterms; /* of each theme */
	struct passages passages;  /* of the answers FIRST */
	struct assigned *assigned; /* of each answer */
	const char **surfaces;	   /* of each number of the vocabulary */
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

/* --- one of each group of copies ------------------------------------------ */

static struct copies
find_copies(struct arena *arena, const struct corpus_answer *answers,
	    size_t count, bool near)
{
	struct copies_answer *texts = arena_array(arena, count, sizeof(*texts));

	for (size_t i = 0; i < count; i++)
		texts[i] = (struct copies_answer){ answers[i].text,
						   answers[i].tongue };
	return copies_find(arena, texts, count, near);
}

static bool
has_word(const char *text)
{
	struct arena scratch = { 0 };
	bool found = tokenise(&scratch, text).count > 0;

	arena_free(&scratch);
	return found;
}

size_t
theme_answers_differ(const struct corpus_answer *answers, size_t count)
{
	struct arena scratch = { 0 };
	struct copies copies = find_copies(&scratch, answers, count, false);
	size_t different = 0;

	for (size_t i = 0; i < copies.group_count; i++)
		different += has_word(answers[copies.groups[i].template].text);
	arena_free(&scratch);
	return different;
}

struct place {
	uint64_t start; /* of the text, which tells most of them apart */
	const char *text;
	size_t answer;
};

static int
compare_places(const void *left, const void *right)
{
	const struct place *a = left, *b = right;
	int order;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	order = strcmp(a->text, b->text);
	return order ? order : (a->answer < b->answer ? -1 : 1);
}

static bool
is_short(const char *text)
{
	return strlen(text) < LETTER_BYTES_MIN;
}

/* Whether an answer may be heard for itself: the template of a group, and a short
 * copy, for in a short answer the one word that differs may be all it says, and
 * what several people wrote alike they may have thought of each alone. */
static bool
may_be_heard(const struct finding *finding, size_t answer)
{
	size_t group = finding->copies.group_of[answer];

	return finding->copies.groups[group].template == answer ||
	       is_short(finding->answers[answer].text);
}

/* How many of COUNT answers with the same text are heard: enough to weigh more than
 * one, and too few to drown the others. */
static size_t
heard_of(const char *text, size_t count)
{
	size_t most = is_short(text) ? SHORT_HEARD_MAX : 1;

	return count < most ? count : most;
}

/* The order of the texts' bytes: words then get the same numbers in whatever
 * order the answers came. */
static void
fold(struct finding *finding)
{
	struct place *places =
		arena_array(&finding->scratch, finding->count, sizeof(*places));
	size_t *first =
		arena_array(&finding->scratch, finding->count, sizeof(*first));
	size_t count = 0;

	finding->copies = find_copies(&finding->scratch, finding->answers,
				      finding->count, true);
	for (size_t i = 0; i < finding->count; i++)
		if (may_be_heard(finding, i))
			places[count++] = (struct place){
				bytes_start(finding->answers[i].text),
				finding->answers[i].text, i
			};
	if (count)
		qsort(places, count, sizeof(*places), compare_places);
	for (size_t from = 0, to; from < count; from = to) {
		size_t heard;

		for (to = from + 1;
		     to < count && !strcmp(places[from].text, places[to].text);)
			to++;
		heard = heard_of(places[from].text, to - from);
		for (size_t i = 0; i < heard; i++)
			first[finding->first_count++] = places[from + i].answer;
		finding->different++;
	}
	finding->first = first;
}

/* --- what the themes are -------------------------------------------------- */

/* The ways in which each stem is written, to show it in words. */
static void
count_surfaces(struct finding *finding, const struct word *words, size_t count,
	       uint32_t **used, size_t *room)
{
	size_t size = vocabulary_size(finding->vocabulary);

	if (size > *room) {
		uint32_t *old = *used;

		*used = arena_grow(&finding->scratch, old, *room, 2 * size,
				   sizeof(*old));
		arena_release(&finding->scratch, old);
		*room = 2 * size;
	}
	for (size_t i = 0; i < count; i++)
		if (words[i].stem != WORD_NONE)
			(*used)[words[i].spelling]++;
}

/* Of each stem the lower-case word that is written most. */
static void
choose_surfaces(struct finding *finding, const uint32_t *used)
{
	const struct vocabulary *vocabulary = finding->vocabulary;
	size_t size = vocabulary_size(vocabulary);
	uint32_t *counts =
		arena_array(&finding->scratch, size, sizeof(*counts));
	uint32_t *best = arena_array(&finding->scratch, size, sizeof(*best));

	finding->surfaces = arena_array(&finding->scratch, size,
					sizeof(*finding->surfaces));
	for (size_t i = 0; i < size; i++)
		if (used[i])
			counts[vocabulary_spelling(vocabulary, (uint32_t)i)
				       ->word] += used[i];
	for (size_t i = 0; i < size; i++) {
		const char *word = vocabulary_text(vocabulary, (uint32_t)i);
		uint32_t stem;

		if (!counts[i])
			continue;
		stem = vocabulary_spelling(vocabulary, (uint32_t)i)->stem;
		if (counts[i] < best[stem] ||
		    (counts[i] == best[stem] &&
		     strcmp(word, finding->surfaces[stem]) > 0))
			continue;
		best[stem] = counts[i];
		finding->surfaces[stem] = word;
	}
}

static void
read_texts(struct finding *finding)
{
	struct stemmed *texts =
		arena_array(&finding->counted, finding->first_count,
			    sizeof(*texts));
	uint32_t *used = NULL;
	size_t room = 0;

	for (size_t i = 0; i < finding->first_count; i++) {
		const struct corpus_answer *answer =
			&finding->answers[finding->first[i]];
		const struct word *words;
		size_t count = vocabulary_read(finding->vocabulary,
					       answer->tongue, answer->text,
					       strlen(answer->text), &words);

		count_surfaces(finding, words, count, &used, &room);
		texts[i] = stemmed_of(&finding->counted, finding->vocabulary,
				      answer->text, words, count);
	}
	choose_surfaces(finding, used);
	finding->bags = bags_make(&finding->counted, finding->vocabulary, texts,
				  finding->first_count);
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
		wanted = choice_of_count(cluster_vectors(&space, &finding->bags,
							 &spectrum),
					 finding->first_count,
					 theme_count_for(finding->different));
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
	for (size_t i = 0; i < finding->first_count; i++) {
		size_t answer = finding->first[i];

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

/* --- what a person reads -------------------------------------------------- */

static char *
capitalised(struct arena *arena, const char *text)
{
	char *copy = arena_string(arena, text);

	if (*copy >= 'a' && *copy <= 'z')
		*copy = (char)(*copy - 'a' + 'A');
	return copy;
}

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
 * is no label yet; else the first with a number. */
static const char *
plain_label(struct arena *arena, const struct theme *theme,
	    const char *const *labels, size_t label_count)
{
	const char *label;

	for (size_t i = 0; i < theme->term_count; i++)
		if (!is_among(theme->terms[i], labels, label_count))
			return theme->terms[i];
	for (size_t number = 2;; number++) {
		label = arena_format(arena, "%s (%zu)", theme->terms[0],
				     number);
		if (!is_among(label, labels, label_count))
			return label;
	}
}

static void
show_words(const struct finding *finding, const struct keyterms *keyterms,
	   struct theme *theme)
{
	for (size_t i = 0; i < keyterms->count; i++) {
		uint32_t stem = finding->stems[keyterms->columns[i]];

		theme->terms[i] =
			arena_string(finding->arena, finding->surfaces[stem]);
		theme->stems[i] =
			arena_string(finding->arena,
				     vocabulary_text(finding->vocabulary,
						     stem));
	}
	theme->term_count = keyterms->count;
}

/* Which stems are telling words of which theme, for expression_find. */
static unsigned char *
telling_stems(struct finding *finding, size_t size)
{
	size_t theme_count = finding->mixture.theme_count;
	unsigned char *telling =
		arena_array(&finding->scratch, size * theme_count, 1);

	for (size_t k = 0; k < theme_count; k++) {
		const struct keyterms *keyterms = &finding->keyterms[k];

		for (size_t i = 0; i < keyterms->candidate_count; i++)
			telling[finding->stems[keyterms->candidates[i]] *
					theme_count +
				k] = 1;
		for (size_t i = 0; i < keyterms->count; i++)
			telling[finding->stems[keyterms->columns[i]] *
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

static void
name_all(struct finding *finding, struct theme *themes)
{
	size_t theme_count = finding->mixture.theme_count;
	size_t size = vocabulary_size(finding->vocabulary);
	size_t *sizes =
		arena_array(&finding->scratch, theme_count, sizeof(*sizes));
	struct expressions expressions;
	struct signs *signs;
	const char **labels;

	for (size_t i = 0; i < finding->passages.count; i++)
		if (finding->passages.items[i].theme != CLUSTER_NONE)
			sizes[finding->passages.items[i].theme]++;
	expressions = expression_find(&finding->scratch, finding->vocabulary,
				      &finding->passages,
				      telling_stems(finding, size), size,
				      theme_count);
	signs = sign_find(&finding->scratch, &expressions, sizes, theme_count);
	labels = label_find(&finding->scratch, &expressions, sizes, theme_count,
			    finding->passages.count);
	for (size_t k = 0; k < theme_count; k++) {
		show_words(finding, &finding->keyterms[k], &themes[k]);
		copy_signs(finding->arena, &signs[k], &themes[k]);
		if (!labels[k] && themes[k].term_count)
			labels[k] = plain_label(&finding->scratch, &themes[k],
						labels, theme_count);
		if (labels[k])
			themes[k].label =
				capitalised(finding->arena, labels[k]);
	}
}

/* --- quotations ----------------------------------------------------------- */

struct source {
	double evidence;
	size_t place; /* in FIRST */
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
		arena_array(scratch, finding->first_count, sizeof(*sources));
	size_t count = 0;

	for (size_t i = 0; i < finding->first_count; i++) {
		const struct assigned *assigned =
			&finding->assigned[finding->first[i]];

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
			&finding->answers[finding->first[strong[i].place]];

		sources[i] = (struct quote_source){ .text = answer->text,
						    .tongue = answer->tongue };
	}
	theme->quote_count =
		quote_pick(&scratch, sources, count, theme->terms,
			   theme->term_count, THEME_QUOTES, quotes);
	for (size_t i = 0; i < theme->quote_count; i++) {
		size_t source = (size_t)(quotes[i].source - sources);

		theme->quotes[i] = (struct theme_quote){
			finding->first[strong[source].place],
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
		finding->copies.groups[finding->copies.group_of[number]]
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

	assign_all(finding);
	arena_free(&finding->counted);
	for (size_t i = 0; i < finding->count; i++)
		for (size_t j = 0; j < finding->assigned[i].count; j++)
			themes[finding->assigned[i].themes[j].theme].count++;
	name_all(finding, themes);
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

	fold(&finding);
	finding.vocabulary = vocabulary_new(&finding.scratch);
	if (wanted || finding.different >= THEME_ANSWERS_MIN) {
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
