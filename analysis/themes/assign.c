#include "assign.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "text/clause.h"
#include "text/vocabulary.h"
#include "themes/bags.h"
#include "themes/cluster.h"
#include "themes/keyterm.h"
#include "themes/mixture.h"

enum { KNOWN_MIN = 3, FIRST_WORD_TELLS = 2 };

/* A word is told as a reason from half as much again as by chance: ln 1.5. */
static const double speaks_above = 0.405;

struct assigner {
	struct arena *arena;
	struct vocabulary *vocabulary;
	const struct mixture *mixture;
	struct bag_columns columns;
	double *evidence;     /* for each theme, of what is looked at */
	unsigned char *tells; /* of column c, theme k at [c * theme_count + k]:
				 1 where it is one of the theme's ten words, 2
				 where it is the first */
	unsigned char *shown; /* of each theme: how many of its ten words the
				 answer at hand holds, the first twice */
	uint32_t *stamps, stamp; /* of each column: the answer that it was
				    counted in last */
};

/* A clause of the answer at hand, as its words. */
struct clause {
	size_t first, count;
	uint32_t theme; /* that it gives, or CLUSTER_NONE */
	double evidence;
};

struct reading {
	struct assigner *assigner;
	const char *text;
	const struct word *words;
	size_t count;
};

struct assigner *
assigner_new(struct arena *arena, struct vocabulary *vocabulary,
	     const struct bags *bags, const struct mixture *mixture,
	     const struct keyterms *keyterms)
{
	struct assigner *assigner = arena_alloc(arena, sizeof(*assigner));
	size_t theme_count = mixture->theme_count;

	assigner->arena = arena;
	assigner->vocabulary = vocabulary;
	assigner->mixture = mixture;
	assigner->columns = bag_columns_make(arena, vocabulary, bags);
	assigner->evidence = arena_array(arena, theme_count, sizeof(double));
	assigner->tells =
		arena_array(arena, bags->column_count * theme_count, 1);
	assigner->shown = arena_array(arena, theme_count, 1);
	assigner->stamps =
		arena_array(arena, bags->column_count, sizeof(uint32_t));
	for (size_t k = 0; k < theme_count; k++)
		for (size_t i = 0; i < keyterms[k].count; i++)
			assigner->tells[keyterms[k].columns[i] * theme_count +
					k] = i ? 1 : FIRST_WORD_TELLS;
	return assigner;
}

/* How many different words of each theme's ten the answer holds, the first twice. */
static void
count_shown(const struct reading *reading)
{
	struct assigner *assigner = reading->assigner;
	size_t theme_count = assigner->mixture->theme_count;

	assigner->stamp++;
	memset(assigner->shown, 0, theme_count);
	for (size_t i = 0; i < reading->count; i++) {
		uint32_t column = bag_columns_find(&assigner->columns,
						   &reading->words[i]);
		const unsigned char *tells;

		if (column == COLUMN_NONE ||
		    assigner->stamps[column] == assigner->stamp)
			continue;
		assigner->stamps[column] = assigner->stamp;
		tells = assigner->tells + column * theme_count;
		for (size_t k = 0; k < theme_count; k++)
			assigner->shown[k] += tells[k];
	}
}

static double
speaks(const struct assigner *assigner, uint32_t column, size_t theme)
{
	const struct mixture *mixture = assigner->mixture;

	return (double)mixture->evidence[column * mixture->theme_count + theme];
}

/* The evidence of COUNT words from FIRST for each theme, from PRIORS on if those
 * count; how many words are known. */
static size_t
weigh(const struct reading *reading, size_t first, size_t count, bool priors)
{
	struct assigner *assigner = reading->assigner;
	size_t theme_count = assigner->mixture->theme_count, known = 0;

	for (size_t k = 0; k < theme_count; k++)
		assigner->evidence[k] =
			priors ? (double)assigner->mixture->priors[k] : 0;
	for (size_t i = first; i < first + count; i++) {
		uint32_t column = bag_columns_find(&assigner->columns,
						   &reading->words[i]);

		if (column == COLUMN_NONE)
			continue;
		known++;
		for (size_t k = 0; k < theme_count; k++)
			assigner->evidence[k] += speaks(assigner, column, k);
	}
	return known;
}

static uint32_t
best_of(const struct assigner *assigner)
{
	uint32_t best = 0;

	for (size_t k = 1; k < assigner->mixture->theme_count; k++)
		if (assigner->evidence[k] > assigner->evidence[best])
			best = (uint32_t)k;
	return best;
}

static struct clause
read_clause(const struct reading *reading, size_t first, size_t count)
{
	struct clause clause = { first, count, CLUSTER_NONE, 0 };

	if (weigh(reading, first, count, false) < KNOWN_MIN)
		return clause;
	clause.theme = best_of(reading->assigner);
	clause.evidence = reading->assigner->evidence[clause.theme];
	if (clause.evidence <= (reading->assigner->shown[clause.theme]
					? ASSIGN_CLAUSE_SHOWN
					: ASSIGN_CLAUSE_BARE))
		clause.theme = CLUSTER_NONE;
	return clause;
}

static struct clause *
read_clauses(const struct reading *reading, struct arena *scratch,
	     size_t *count)
{
	struct clause *clauses =
		arena_array(scratch, reading->count + 1, sizeof(*clauses));
	size_t first = 0;

	*count = 0;
	for (size_t i = 0; i < reading->count; i++)
		if (clause_ends(reading->assigner->vocabulary, reading->text,
				reading->words, reading->count, i)) {
			clauses[(*count)++] =
				read_clause(reading, first, i + 1 - first);
			first = i + 1;
		}
	return clauses;
}

/* Whether the answer has so few words that count that it cannot say much. */
static bool
is_short(const struct reading *reading)
{
	size_t counting = 0;

	for (size_t i = 0; i < reading->count && counting < KNOWN_MIN; i++)
		counting += vocabulary_counts(reading->assigner->vocabulary,
					      &reading->words[i]);
	return counting < KNOWN_MIN;
}

/* What a whole answer must say for a theme of whose ten words it holds SHOWN. */
static double
least_of(unsigned shown, bool is_short_answer)
{
	if (shown > 1)
		return ASSIGN_WHOLE_TWICE;
	if (!shown)
		return ASSIGN_WHOLE_BARE;
	return is_short_answer ? ASSIGN_WHOLE_SHORT : ASSIGN_WHOLE_ONCE;
}

/* What the evidence that was weighed with the priors is without. */
static double
evidence_for(const struct assigner *assigner, uint32_t theme)
{
	return assigner->evidence[theme] -
	       (double)assigner->mixture->priors[theme];
}

/* The likeliest of the themes that the whole answer says enough for, or
 * CLUSTER_NONE. */
static uint32_t
best_said(const struct reading *reading)
{
	const struct assigner *assigner = reading->assigner;
	bool is_short_answer = is_short(reading);
	uint32_t best = CLUSTER_NONE;

	for (uint32_t k = 0; k < assigner->mixture->theme_count; k++)
		if (evidence_for(assigner, k) >
			    least_of(assigner->shown[k], is_short_answer) &&
		    (best == CLUSTER_NONE ||
		     assigner->evidence[k] > assigner->evidence[best]))
			best = k;
	return best;
}

/* The theme that the whole answer has, if any, as a clause of all its words, and in
 * *LIKELIEST the likeliest of all, if anything speaks for it. */
static struct clause
read_whole(const struct reading *reading, uint32_t *likeliest)
{
	const struct assigner *assigner = reading->assigner;
	struct clause whole = { 0, reading->count, CLUSTER_NONE, 0 };

	*likeliest = CLUSTER_NONE;
	if (!weigh(reading, 0, reading->count, true))
		return whole;
	/* One theme alone has nothing to be weighed against. */
	if (assigner->mixture->theme_count == 1) {
		whole.theme = *likeliest = 0;
		whole.evidence = ASSIGN_CLAUSE_SHOWN;
		return whole;
	}
	*likeliest = best_of(assigner);
	if (evidence_for(assigner, *likeliest) <= 0)
		*likeliest = CLUSTER_NONE;
	whole.theme = best_said(reading);
	if (whole.theme != CLUSTER_NONE)
		whole.evidence = evidence_for(assigner, whole.theme);
	return whole;
}

/* --- results -------------------------------------------------------------- */

static struct assign_span
span_of(const struct reading *reading, size_t first, size_t count)
{
	return (struct assign_span){ reading->words[first].start,
				     reading->words[first + count - 1].end };
}

/* All that the clauses say of one theme. */
static struct assigned_theme
gather(const struct reading *reading, struct arena *arena,
       const struct clause *clauses, size_t count, uint32_t theme)
{
	struct assigned_theme result = { .theme = theme };
	struct arena scratch = { 0 };
	struct assign_span *spans =
		arena_array(&scratch, count, sizeof(*spans));
	struct assign_span *words =
		arena_array(&scratch, reading->count, sizeof(*words));

	for (size_t i = 0; i < count; i++) {
		const struct clause *clause = &clauses[i];

		if (clause->theme != theme)
			continue;
		result.evidence += clause->evidence;
		spans[result.clause_count++] =
			span_of(reading, clause->first, clause->count);
		for (size_t j = clause->first;
		     j < clause->first + clause->count; j++) {
			uint32_t column =
				bag_columns_find(&reading->assigner->columns,
						 &reading->words[j]);

			if (column != COLUMN_NONE &&
			    speaks(reading->assigner, column, theme) >
				    speaks_above)
				words[result.word_count++] =
					span_of(reading, j, 1);
		}
	}
	result.clauses = arena_grow(arena, spans, result.clause_count,
				    result.clause_count, sizeof(*spans));
	result.words = arena_grow(arena, words, result.word_count,
				  result.word_count, sizeof(*words));
	arena_free(&scratch);
	return result;
}

/* The likeliest theme of the whole answer, if a clause gave it; else the one with
 * the most evidence. */
static uint32_t
main_of(const struct assigned_theme *themes, size_t count, uint32_t likeliest)
{
	size_t best = 0;

	for (size_t i = 0; i < count; i++) {
		if (themes[i].theme == likeliest)
			return likeliest;
		if (themes[i].evidence > themes[best].evidence)
			best = i;
	}
	return count ? themes[best].theme : likeliest;
}

static struct assigned
gather_all(const struct reading *reading, struct arena *arena,
	   const struct clause *clauses, size_t count, uint32_t likeliest)
{
	size_t theme_count = reading->assigner->mixture->theme_count;
	struct arena scratch = { 0 };
	unsigned char *has = arena_array(&scratch, theme_count, 1);
	struct assigned_theme *themes;
	struct assigned assigned = { 0 };
	size_t different = 0;

	for (size_t i = 0; i < count; i++)
		if (clauses[i].theme != CLUSTER_NONE) {
			different += !has[clauses[i].theme];
			has[clauses[i].theme] = 1;
		}
	themes = arena_array(arena, different, sizeof(*themes));
	for (size_t k = 0; k < theme_count; k++)
		if (has[k])
			themes[assigned.count++] =
				gather(reading, arena, clauses, count,
				       (uint32_t)k);
	assigned.main = main_of(themes, assigned.count, likeliest);
	assigned.themes = themes;
	arena_free(&scratch);
	return assigned;
}

static void
add_passages(const struct reading *reading, enum tongue tongue, size_t answer,
	     const struct clause *clauses, size_t count, struct arena *arena,
	     struct passages *passages)
{
	for (size_t i = 0; i < count; i++) {
		const struct clause *clause = &clauses[i];
		struct assign_span span =
			span_of(reading, clause->first, clause->count);

		if (passages->count == passages->room) {
			struct passage *old = passages->items;

			passages->room =
				passages->room ? passages->room * 2 : 256;
			passages->items =
				arena_grow(arena, old, passages->count,
					   passages->room, sizeof(*old));
			arena_release(arena, old);
		}
		passages->items[passages->count++] = (struct passage){
			.text = reading->text,
			.tongue = tongue,
			.start = span.start,
			.end = span.end,
			.theme = clause->theme,
			.evidence = (float)clause->evidence,
			.answer = answer,
		};
	}
}

struct assigned
assign_themes(struct assigner *assigner, struct arena *arena,
	      enum tongue tongue, const char *text, size_t answer,
	      struct passages *passages)
{
	struct arena scratch = { 0 };
	struct reading reading = { .assigner = assigner, .text = text };
	struct clause *clauses, whole;
	struct assigned assigned;
	size_t count;
	uint32_t likeliest;
	bool any = false;

	reading.count = vocabulary_read(assigner->vocabulary, tongue, text,
					strlen(text), &reading.words);
	count_shown(&reading);
	clauses = read_clauses(&reading, &scratch, &count);
	whole = read_whole(&reading, &likeliest);
	for (size_t i = 0; i < count; i++)
		any |= clauses[i].theme != CLUSTER_NONE;
	if (!any && whole.theme != CLUSTER_NONE) {
		clauses = &whole;
		count = 1;
		likeliest = whole.theme;
	}
	assigned = gather_all(&reading, arena, clauses, count, likeliest);
	if (passages)
		add_passages(&reading, tongue, answer, clauses, count,
			     assigner->arena, passages);
	arena_free(&scratch);
	return assigned;
}
