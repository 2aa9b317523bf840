#include "measure.h"

#include <string.h>

#include "arena.h"
#include "coding/telling.h"
#include "themes/quote.h"

bool
measure_has(const struct coded_answer *answer, const char *theme)
{
	for (size_t i = 0; i < answer->theme_count; i++)
		if (!strcmp(answer->themes[i].id, theme))
			return true;
	return false;
}

/* --- sizes ---------------------------------------------------------------- */

/* Count one answer by what its writer chose. */
static void
count_choices(size_t *split, const struct question *explained,
	      const struct coding_answer *answer)
{
	bool any = false;

	for (size_t i = 0; i < explained->option_count; i++)
		if (coding_chose(answer, explained->options[i].value)) {
			split[i]++;
			any = true;
		}
	split[explained->option_count] += !any;
}

static void
measure_theme(struct arena *arena, struct codeframe_theme *theme,
	      const struct measured *measured, const struct coded_answer *coded)
{
	const struct question *explained = measured->explained;
	size_t *split =
		explained ? arena_array(arena, explained->option_count + 1,
					sizeof(*split))
			  : NULL;

	theme->size = 0;
	theme->split = split;
	for (size_t i = 0; i < measured->count; i++) {
		if (!measure_has(&coded[i], theme->id))
			continue;
		theme->size++;
		if (explained)
			count_choices(split, explained, &measured->answers[i]);
	}
}

static void
measure_others(struct arena *arena, struct codeframe_question *question,
	       const struct measured *measured,
	       const struct coded_answer *coded)
{
	const char **others =
		arena_array(arena, MEASURE_OTHERS_MAX, sizeof(*others));

	question->other = 0;
	for (size_t i = 0; i < measured->count; i++) {
		if (!measure_has(&coded[i], CODEFRAME_OTHER))
			continue;
		if (question->other < MEASURE_OTHERS_MAX)
			others[question->other] = measured->answers[i].text;
		question->other++;
	}
	question->others = question->other > MEASURE_OTHERS_MAX ? NULL : others;
}

const struct coded_answer *
measure_sizes(struct arena *arena, struct codeframe_question *question,
	      struct codeframe_theme *themes, const struct measured *measured)
{
	const struct coded_answer *coded =
		coding_apply(arena, question, measured->answers,
			     measured->count);

	for (size_t i = 0; i < question->theme_count; i++)
		measure_theme(arena, &themes[i], measured, coded);
	measure_others(arena, question, measured, coded);
	question->answers = measured->count;
	return coded;
}

/* --- quotations ----------------------------------------------------------- */

static void
quote(struct arena *arena, const struct codeframe_question *question,
      size_t index, struct codeframe_theme *theme,
      const struct measured *measured, const struct coded_answer *coded)
{
	struct quote_source *sources =
		arena_array(arena, theme->size, sizeof(*sources));
	struct quote quotes[MEASURE_QUOTATIONS];
	const char **texts =
		arena_array(arena, MEASURE_QUOTATIONS, sizeof(*texts));
	size_t source_count = 0, word_count;
	const char *const *words =
		telling_words(arena, question, index, &word_count);

	for (size_t i = 0; i < measured->count; i++)
		if (measure_has(&coded[i], theme->id))
			sources[source_count++] = (struct quote_source){
				.text = measured->answers[i].text,
				.tongue =
					tongue_of(measured->answers[i].language)
			};
	theme->quotation_count =
		quote_pick(arena, sources, source_count, words, word_count,
			   MEASURE_QUOTATIONS, quotes);
	for (size_t i = 0; i < theme->quotation_count; i++)
		texts[i] = quotes[i].text;
	theme->quotations = texts;
}

void
measure_quotations(struct arena *arena,
		   const struct codeframe_question *question,
		   struct codeframe_theme *themes,
		   const struct measured *measured,
		   const struct coded_answer *coded)
{
	for (size_t i = 0; i < question->theme_count; i++)
		quote(arena, question, i, &themes[i], measured, coded);
}
