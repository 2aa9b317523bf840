#include "draft.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"

enum { SIZE_MIN = 2 };

static int
compare(const void *left, const void *right)
{
	const struct codeframe_theme *a = left, *b = right;

	if (a->size != b->size)
		return a->size > b->size ? -1 : 1;
	return strcmp(phrase_in(&a->label, LANGUAGE_EN, NULL),
		      phrase_in(&b->label, LANGUAGE_EN, NULL));
}

/* Count the answers of each theme, and leave out those behind the first DECIDED
 * that are none; what was theirs may then fall to others, so count again.  What
 * stays behind DECIDED stands by size. */
static const struct coded_answer *
settle(struct arena *arena, struct codeframe_question *question,
       struct codeframe_theme *themes, size_t decided,
       const struct measured *measured)
{
	for (;;) {
		const struct coded_answer *coded =
			measure_sizes(arena, question, themes, measured);
		size_t kept = decided;

		for (size_t i = decided; i < question->theme_count; i++)
			if (themes[i].size >= SIZE_MIN)
				themes[kept++] = themes[i];
		if (kept == question->theme_count) {
			if (kept > decided)
				qsort(themes + decided, kept - decided,
				      sizeof(*themes), compare);
			return coded;
		}
		question->theme_count = kept;
	}
}

struct codeframe_question
draft_question(struct arena *arena, const char *id,
	       const struct measured *measured,
	       const struct proposal_wish *wish)
{
	struct codeframe_question question = { .id = id };
	struct codeframe_theme *themes;
	const struct coded_answer *coded;

	question.seen = measured->count;
	question.theme_count =
		proposal_find(arena, NULL, &question, measured, wish, &themes);
	question.themes = themes;
	coded = settle(arena, &question, themes, 0, measured);
	measure_quotations(arena, &question, themes, measured, coded);
	return question;
}

/* --- again ---------------------------------------------------------------- */

static int
compare_responses(const void *left, const void *right)
{
	const int64_t *a = left, *b = right;

	return *a < *b ? -1 : *a > *b;
}

/* The first response that came after SEEN answers were there. */
static int64_t
first_since(const struct measured *measured, size_t seen)
{
	struct arena scratch = { 0 };
	int64_t *sorted, first = INT64_MAX;

	if (!measured->responses)
		return 0;
	sorted = arena_grow(&scratch, measured->responses, measured->count,
			    measured->count, sizeof(*sorted));
	if (measured->count)
		qsort(sorted, measured->count, sizeof(*sorted),
		      compare_responses);
	if (seen < measured->count)
		first = sorted[seen];
	arena_free(&scratch);
	return first;
}

/* The answers that are in none of the themes. */
static struct measured
others_of(struct arena *arena, const struct measured *measured,
	  const struct coded_answer *coded)
{
	struct coding_answer *answers =
		arena_array(arena, measured->count, sizeof(*answers));
	int64_t *responses =
		arena_array(arena, measured->count, sizeof(*responses));
	struct measured others = { .answers = answers,
				   .responses = responses,
				   .explained = measured->explained };

	for (size_t i = 0; i < measured->count; i++) {
		if (!measure_has(&coded[i], CODEFRAME_OTHER))
			continue;
		responses[others.count] =
			measured->responses ? measured->responses[i] : 0;
		answers[others.count++] = measured->answers[i];
	}
	return others;
}

/* Whether at least SIZE_MIN of the answers from response SINCE on have the
 * theme. */
static bool
is_in_late_ones(const struct codeframe_theme *theme,
		const struct measured *others, const struct coded_answer *coded,
		int64_t since)
{
	size_t count = 0;

	for (size_t i = 0; i < others->count; i++)
		count += others->responses[i] >= since &&
			 measure_has(&coded[i], theme->id);
	return count >= SIZE_MIN;
}

/* Put behind the themes of QUESTION those that are proposed now. */
static struct codeframe_theme *
add_new(struct arena *arena, const struct codeframe *codeframe,
	struct codeframe_question *question, const struct measured *others,
	const struct proposal_wish *wish, int64_t since)
{
	struct codeframe_theme *found, *themes;
	size_t count =
		proposal_find(arena, codeframe, question, others, wish, &found);
	const struct codeframe_question alone = { .id = question->id,
						  .themes = found,
						  .theme_count = count };
	const struct coded_answer *coded =
		coding_apply(arena, &alone, others->answers, others->count);

	themes = arena_grow(arena, question->themes, question->theme_count,
			    question->theme_count + count, sizeof(*themes));
	for (size_t i = 0; i < count; i++) {
		if (proposal_is_known(codeframe, question->id, &found[i]) ||
		    !is_in_late_ones(&found[i], others, coded, since))
			continue;
		themes[question->theme_count] = found[i];
		themes[question->theme_count++].is_new = true;
	}
	return themes;
}

struct codeframe_question
draft_renewed(struct arena *arena, const struct codeframe *codeframe,
	      const struct codeframe_question *old,
	      const struct measured *measured, const struct proposal_wish *wish)
{
	struct codeframe_question question = *old;
	const struct coded_answer *coded =
		coding_apply(arena, old, measured->answers, measured->count);
	struct measured others = others_of(arena, measured, coded);
	struct codeframe_theme *themes =
		arena_grow(arena, old->themes, old->theme_count,
			   old->theme_count, sizeof(*themes));

	if (wish) {
		themes = add_new(arena, codeframe, &question, &others, wish,
				 wish->themes
					 ? INT64_MIN
					 : first_since(measured, old->seen));
		question.seen = measured->count;
	}
	question.themes = themes;
	coded = settle(arena, &question, themes, old->theme_count, measured);
	measure_quotations(arena, &question, themes, measured, coded);
	return question;
}

/* --- memory --------------------------------------------------------------- */

static bool
is_remembered(const struct codeframe *codeframe, const char *question,
	      const char *id)
{
	for (size_t i = 0; i < codeframe->proposal_count; i++)
		if (!strcmp(codeframe->proposals[i].question, question) &&
		    !strcmp(codeframe->proposals[i].id, id))
			return true;
	return false;
}

void
draft_remember(struct arena *arena, struct codeframe *codeframe)
{
	size_t room = codeframe->proposal_count;
	struct codeframe_proposal *proposals;

	for (size_t i = 0; i < codeframe->question_count; i++)
		room += codeframe->questions[i].theme_count;
	proposals =
		arena_grow(arena, codeframe->proposals,
			   codeframe->proposal_count, room, sizeof(*proposals));
	codeframe->proposals = proposals;
	for (size_t i = 0; i < codeframe->question_count; i++) {
		const struct codeframe_question *question =
			&codeframe->questions[i];

		for (size_t j = 0; j < question->theme_count; j++) {
			const struct codeframe_theme *theme =
				&question->themes[j];

			if (!is_remembered(codeframe, question->id, theme->id))
				proposals[codeframe->proposal_count++] =
					(struct codeframe_proposal){
						question->id, theme->id,
						theme->words, theme->word_count
					};
		}
	}
}
