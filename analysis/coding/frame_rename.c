#include "frame_rename.h"

#include <stdbool.h>
#include <string.h>

#include "coding/codeframe.h"
#include "problem.h"
#include "utf8.h"

static bool
has_label(const struct codeframe_theme *a, const struct codeframe_theme *b)
{
	for (int i = 0; i < LANGUAGE_COUNT; i++)
		if (a->label.text[i] && b->label.text[i] &&
		    !strcmp(a->label.text[i], b->label.text[i]))
			return true;
	return false;
}

static bool
has_words(struct arena *arena, const struct codeframe_theme *a,
	  const struct codeframe_theme *b)
{
	size_t more =
		a->word_count > b->word_count ? a->word_count : b->word_count;
	size_t shared = 0;

	for (size_t i = 0; i < a->word_count; i++)
		for (size_t j = 0; j < b->word_count; j++)
			shared += !strcmp(utf8_fold(arena, a->words[i]),
					  utf8_fold(arena, b->words[j]));
	return shared && 2 * shared >= more;
}

static void
find_in_question(const struct codeframe_question *before,
		 const struct codeframe_question *now,
		 struct problems *problems)
{
	for (size_t i = 0; i < now->theme_count; i++) {
		const struct codeframe_theme *theme = &now->themes[i];

		if (codeframe_theme_index(before, theme->id) <
		    before->theme_count)
			continue;
		for (size_t j = 0; j < before->theme_count; j++) {
			const struct codeframe_theme *old = &before->themes[j];

			if (codeframe_theme_index(now, old->id) <
				    now->theme_count ||
			    (!has_label(old, theme) &&
			     !has_words(problems->arena, old, theme)))
				continue;
			problem_add(
				problems, theme->line, 1,
				"the theme \"%s\" had the id %s when answers "
				"were coded last, and now has %s: write the "
				"old id again, or say --rename-ids if you "
				"mean it",
				phrase_in(&theme->label, LANGUAGE_EN, NULL),
				old->id, theme->id);
			break;
		}
	}
}

void
frame_rename_find(const struct codeframe *before, const struct codeframe *now,
		  struct problems *problems)
{
	for (size_t i = 0; i < now->question_count; i++) {
		const struct codeframe_question *question = &now->questions[i];
		const struct codeframe_question *old =
			codeframe_question(before, question->id);

		if (old)
			find_in_question(old, question, problems);
	}
}
