#include "draft.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "coding/proposal.h"
#include "themes/theme.h"

enum { SIZE_MIN = 2 };

size_t
draft_answers_differ(const struct coding_answer *answers, size_t count)
{
	struct arena scratch = { 0 };
	struct corpus_answer *copies =
		arena_array(&scratch, count, sizeof(*copies));
	size_t different;

	for (size_t i = 0; i < count; i++)
		copies[i] = (struct corpus_answer){
			answers[i].text, tongue_of(answers[i].language)
		};
	different = theme_answers_differ(copies, count);
	arena_free(&scratch);
	return different;
}

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
	       const struct measured *measured, const struct draft_wish *wish)
{
	struct codeframe_question question = { .id = id };
	struct codeframe_theme *themes;
	const struct coded_answer *coded;

	question.theme_count =
		proposal_find(arena, NULL, &question, measured, wish, &themes);
	question.themes = themes;
	coded = settle(arena, &question, themes, 0, measured);
	measure_quotations(arena, &question, themes, measured, coded);
	return question;
}

/* --- again ---------------------------------------------------------------- */

/* The answers that are in none of the themes. */
static struct measured
others_of(struct arena *arena, const struct measured *measured,
	  const struct coded_answer *coded)
{
	struct coding_answer *answers =
		arena_array(arena, measured->count, sizeof(*answers));
	struct measured others = { .answers = answers,
				   .explained = measured->explained };

	for (size_t i = 0; i < measured->count; i++)
		if (measure_has(&coded[i], CODEFRAME_OTHER))
			answers[others.count++] = measured->answers[i];
	return others;
}

/* The themes that there are, and behind them those of FOUND that were never
 * proposed. */
static struct codeframe_theme *
with_new(struct arena *arena, const struct codeframe *codeframe,
	 struct codeframe_question *question,
	 const struct codeframe_theme *found, size_t found_count)
{
	struct codeframe_theme *themes =
		arena_grow(arena, question->themes, question->theme_count,
			   question->theme_count + found_count,
			   sizeof(*themes));

	for (size_t i = 0; i < found_count; i++) {
		if (proposal_is_known(codeframe, question->id, &found[i]))
			continue;
		themes[question->theme_count] = found[i];
		themes[question->theme_count++].is_new = true;
	}
	question->themes = themes;
	return themes;
}

struct codeframe_question
draft_renewed(struct arena *arena, const struct codeframe *codeframe,
	      const struct codeframe_question *old,
	      const struct measured *measured, const struct draft_wish *wish)
{
	struct codeframe_question question = *old;
	const struct coded_answer *coded =
		coding_apply(arena, old, measured->answers, measured->count);
	struct measured others = others_of(arena, measured, coded);
	struct codeframe_theme *themes, *found = NULL;
	size_t count = wish ? proposal_find(arena, codeframe, old, &others,
					    wish, &found)
			    : 0;

	themes = with_new(arena, codeframe, &question, found, count);
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
