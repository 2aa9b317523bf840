#include "told.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "coding/codeframe.h"
#include "coding/store_look.h"
#include "themes/suggest.h"

/* What was read, and the theme whose answers are found now. */
struct coded {
	struct arena *arena;
	const char **references;
	struct suggest_answer *answers;
	size_t count, room;
	const struct codeframe_question *frame;
	size_t theme;
	bool *has; /* of answer i, theme k at [i * theme_count + k] */
};

static bool
answer_found(void *context, const struct looked_answer *answer,
	     struct error *err)
{
	struct coded *coded = context;

	(void)err;
	if (coded->count == coded->room) {
		coded->room = coded->room ? 2 * coded->room : 256;
		coded->references = arena_grow(coded->arena, coded->references,
					       coded->count, coded->room,
					       sizeof(*coded->references));
		coded->answers =
			arena_grow(coded->arena, coded->answers, coded->count,
				   coded->room, sizeof(*coded->answers));
	}
	coded->references[coded->count] =
		arena_string(coded->arena, answer->reference);
	coded->answers[coded->count++] = (struct suggest_answer){
		.text = arena_string(coded->arena, answer->answer.text),
		.tongue = tongue_of(answer->answer.language),
	};
	return true;
}

static int
compare_references(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* One that came since has no coding. */
static bool
theme_found(void *context, const struct looked_answer *answer,
	    struct error *err)
{
	struct coded *coded = context;
	const char **found =
		coded->count ? bsearch(&answer->reference, coded->references,
				       coded->count, sizeof(*coded->references),
				       compare_references)
			     : NULL;

	(void)err;
	if (found)
		coded->has[(size_t)(found - coded->references) *
				   coded->frame->theme_count +
			   coded->theme] = true;
	return true;
}

/* Each answer is told by the narrowest of its themes: not by one that another of
 * them stands under. */
static bool
is_narrowest(const struct coded *coded, const bool *has, size_t theme)
{
	if (!has[theme])
		return false;
	for (size_t i = 0; i < coded->frame->theme_count; i++)
		if (i != theme && has[i] &&
		    codeframe_is_under(coded->frame, i, theme))
			return false;
	return true;
}

static void
tell_answers(struct coded *coded)
{
	size_t theme_count = coded->frame->theme_count;

	for (size_t i = 0; i < coded->count; i++) {
		struct suggest_answer *answer = &coded->answers[i];
		size_t *labels =
			arena_array(coded->arena, theme_count, sizeof(*labels));

		for (size_t k = 0; k < theme_count; k++)
			if (is_narrowest(coded, coded->has + i * theme_count,
					 k))
				labels[answer->label_count++] = k;
		answer->labels = labels;
	}
}

bool
told_load(struct db *db, struct arena *arena, const char *slug,
	  const struct codeframe_question *frame, struct told *told,
	  struct error *err)
{
	struct coded coded = { .arena = arena, .frame = frame };
	struct look look = { .slug = slug, .question = frame->id };

	if (!store_look_each(db, &look, answer_found, &coded, err))
		return false;
	coded.has = arena_array(arena, coded.count * frame->theme_count,
				sizeof(*coded.has));
	for (size_t i = 0; i < frame->theme_count; i++) {
		look.theme = frame->themes[i].id;
		coded.theme = i;
		if (!store_look_each(db, &look, theme_found, &coded, err))
			return false;
	}
	tell_answers(&coded);
	*told = (struct told){ coded.references, coded.answers, coded.count };
	return true;
}
