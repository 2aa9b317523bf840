#include "report/theme_notes.h"

#include "arena.h"
#include "coding/codeframe.h"
#include "report/figures.h"
#include "report/outcome.h"
#include "words.h"

static const struct phrase *
label_of_other(struct arena *arena, const struct words *words)
{
	struct phrase *label = arena_alloc(arena, sizeof(*label));

	for (enum language i = 0; i < LANGUAGE_COUNT; i++)
		label->text[i] = word_in(words, i, W_THEME_OTHER);
	return label;
}

const struct outcome_theme *
theme_notes(struct arena *arena, const struct words *words,
	    const struct figures *figures, const struct outcome *outcome,
	    size_t *count)
{
	const struct codeframe *codeframe = figures->codeframe;
	const struct phrase *other = label_of_other(arena, words);
	size_t room = 0;
	struct outcome_theme *notes;

	*count = 0;
	if (!codeframe)
		return NULL;
	for (size_t i = 0; i < codeframe->question_count; i++)
		room += codeframe->questions[i].theme_count + 1;
	notes = arena_array(arena, room, sizeof(*notes));
	for (size_t i = 0; i < codeframe->question_count; i++) {
		const struct codeframe_question *question =
			&codeframe->questions[i];
		for (size_t j = 0; j < question->theme_count; j++)
			notes[(*count)++] = (struct outcome_theme){
				question->id, question->themes[j].id,
				&question->themes[j].label,
				outcome_decision_on(outcome, question->id,
						    question->themes[j].id)
			};
		notes[(*count)++] = (struct outcome_theme){
			question->id, CODEFRAME_OTHER, other,
			outcome_decision_on(outcome, question->id,
					    CODEFRAME_OTHER)
		};
	}
	return notes;
}
