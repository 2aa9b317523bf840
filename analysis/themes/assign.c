#include "assign.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "text/clause.h"
#include "text/vocabulary.h"
#include "themes/bags.h"
#include "themes/cluster.h"
#include "themes/mixture.h"

enum { KNOWN_MIN = 3 };

/* A word is told as a reason from half as much again as by chance: ln 1.5. */
static const double speaks_above = 0.405;

struct assigner {
	struct arena *arena;
	struct vocabulary *vocabulary;
	const struct mixture *mixture;
	uint32_t *columns; /* of each number of the vocabulary */
	size_t known;	   /* numbers that have one */
	double *evidence;  /* for each theme, of what is looked at */
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
	     const struct bags *bags, const struct mixture *mixture)
{
	struct assigner *assigner = arena_alloc(arena, sizeof(*assigner));

	assigner->arena = arena;
	assigner->vocabulary = vocabulary;
	assigner->mixture = mixture;
	assigner->known = vocabulary_size(vocabulary);
	assigner->columns =
		arena_array(arena, assigner->known, sizeof(uint32_t));
	assigner->evidence =
		arena_array(arena, mixture->theme_count, sizeof(double));
	memset(assigner->columns, 0xff, assigner->known * sizeof(uint32_t));
	for (size_t i = 0; i < bags->column_count; i++)
		assigner->columns[bags->stems[i]] = (uint32_t)i;
	return assigner;
}

static uint32_t
column_of(const struct assigner *assigner, const struct word *word)
{
	return word->stem == WORD_NONE || word->stem >= assigner->known
		       ? COLUMN_NONE
		       : assigner->columns[word->stem];
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
		uint32_t column = column_of(assigner, &reading->words[i]);

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
	if (clause.evidence <= ASSIGN_EVIDENCE_MIN)
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

/* The likeliest theme of the whole answer; as a clause of all its words. */
static struct clause
read_whole(const struct reading *reading)
{
	struct clause whole = { 0, reading->count, CLUSTER_NONE, 0 };

	if (!weigh(reading, 0, reading->count, true))
		return whole;
	whole.theme = best_of(reading->assigner);
	whole.evidence =
		reading->assigner->evidence[whole.theme] -
		(double)reading->assigner->mixture->priors[whole.theme];
	/* One theme alone has nothing to be weighed against. */
	if (reading->assigner->mixture->theme_count == 1)
		whole.evidence = ASSIGN_EVIDENCE_MIN;
	if (whole.evidence <= 0)
		whole.theme = CLUSTER_NONE;
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
			uint32_t column = column_of(reading->assigner,
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

/* Whether the answer as a whole has the theme that it speaks for most. */
static bool
is_enough(const struct reading *reading, const struct clause *whole)
{
	size_t counting = 0;

	for (size_t i = 0; i < reading->count; i++)
		counting += reading->words[i].stem != WORD_NONE;
	return whole->theme != CLUSTER_NONE &&
	       whole->evidence > (counting < KNOWN_MIN ? ASSIGN_EVIDENCE_SHORT
						       : ASSIGN_EVIDENCE_WHOLE);
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
	bool any = false;

	reading.count = vocabulary_read(assigner->vocabulary, tongue, text,
					strlen(text), &reading.words);
	clauses = read_clauses(&reading, &scratch, &count);
	whole = read_whole(&reading);
	for (size_t i = 0; i < count; i++)
		any |= clauses[i].theme != CLUSTER_NONE;
	if (!any && is_enough(&reading, &whole)) {
		clauses = &whole;
		count = 1;
	}
	assigned = gather_all(&reading, arena, clauses, count, whole.theme);
	if (passages)
		add_passages(&reading, tongue, answer, clauses, count,
			     assigner->arena, passages);
	arena_free(&scratch);
	return assigned;
}
