#include "draft.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "slug.h"
#include "themes/quote.h"
#include "themes/theme.h"

enum { SIZE_MIN = 2 };

/* The answers in one language; LANGUAGE_COUNT: in any. */
static struct corpus_answer *
answers_in(struct arena *arena, enum language language,
	   const struct coding_answer *answers, size_t count, size_t *kept)
{
	struct corpus_answer *copies =
		arena_array(arena, count, sizeof(*copies));

	*kept = 0;
	for (size_t i = 0; i < count; i++)
		if (language == LANGUAGE_COUNT ||
		    answers[i].language == language)
			copies[(*kept)++] =
				(struct corpus_answer){ answers[i].text,
							tongue_of(answers[i].language) };
	return copies;
}

size_t
draft_answers_differ(const struct coding_answer *answers, size_t count)
{
	struct arena scratch = { 0 };
	size_t different =
		theme_answers_differ(answers_in(&scratch, LANGUAGE_COUNT,
						answers, count, &count),
				     count);

	arena_free(&scratch);
	return different;
}

/* --- themes --------------------------------------------------------------- */

static bool
is_taken(const char *id, const struct codeframe_theme *themes, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(themes[i].id, id))
			return true;
	return !strcmp(id, CODEFRAME_OTHER);
}

/* An id from the label, with a number if it is taken. */
static const char *
make_id(struct arena *arena, const char *label,
	const struct codeframe_theme *themes, size_t count)
{
	const char *plain = slug_of(arena, label);
	const char *id;

	if (!*plain)
		plain = "theme";
	id = plain;
	for (size_t number = 2; is_taken(id, themes, count); number++)
		id = arena_format(arena, "%s-%zu", plain, number);
	return id;
}

/* A label that no theme before it has, for two languages may share a name. */
static const char *
make_label(struct arena *arena, const char *label, enum language language,
	   const struct codeframe_theme *themes, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(phrase_in(&themes[i].label, LANGUAGE_EN, NULL),
			    label))
			return arena_format(arena, "%s (%s)", label,
					    language_code(language));
	return label;
}

/* How many themes to look for among the answers of one language. */
static size_t
share_of(size_t wanted, size_t answers, size_t all)
{
	if (!wanted)
		return theme_count_for(answers);
	if (answers < THEME_ANSWERS_MIN && answers < all)
		return 0;
	return (wanted * answers + all / 2) / all;
}

static void
add_themes(struct arena *arena, const struct themes *found,
	   enum language language, struct codeframe_theme *themes,
	   size_t *count)
{
	for (size_t i = 0; i < found->count; i++) {
		const struct theme *theme = &found->items[i];
		const char *label = make_label(arena, theme->label, language,
					       themes, *count);
		const char *id = make_id(arena, label, themes, *count);

		themes[*count] = (struct codeframe_theme){
			.id = id,
			.words = theme->words,
			.word_count = theme->word_count,
			.enough_count = theme->enough_count,
		};
		themes[(*count)++].label.text[language] = label;
	}
}

/* Languages share no words, so each has themes of its own. */
static size_t
propose(struct arena *arena, const struct coding_answer *answers, size_t count,
	size_t wanted, struct codeframe_theme **result)
{
	struct arena scratch = { 0 };
	struct themes found[LANGUAGE_COUNT] = { 0 };
	size_t all = draft_answers_differ(answers, count);
	size_t room = 0, kept = 0;

	for (int language = 0; language < LANGUAGE_COUNT; language++) {
		size_t own_count;
		struct corpus_answer *own =
			answers_in(&scratch, (enum language)language, answers,
				   count, &own_count);
		size_t different = theme_answers_differ(own, own_count);

		if (different)
			found[language] =
				theme_find(arena, own, own_count,
					   share_of(wanted, different, all));
		room += found[language].count;
	}
	*result = arena_array(arena, room, sizeof(**result));
	for (int language = 0; language < LANGUAGE_COUNT; language++)
		add_themes(arena, &found[language], (enum language)language,
			   *result, &kept);
	arena_free(&scratch);
	return kept;
}

/* --- sizes ---------------------------------------------------------------- */

static bool
has_theme(const struct coded_answer *answer, const char *id)
{
	for (size_t i = 0; i < answer->theme_count; i++)
		if (!strcmp(answer->themes[i].id, id))
			return true;
	return false;
}

static size_t
size_of(const struct coded_answer *coded, size_t count, const char *id)
{
	size_t size = 0;

	for (size_t i = 0; i < count; i++)
		size += has_theme(&coded[i], id);
	return size;
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

/* Count the answers of each theme, largest first, and leave out those that are
 * none; what was theirs may then fall to others, so count again. */
static const struct coded_answer *
count_sizes(struct arena *arena, struct codeframe_question *question,
	    struct codeframe_theme *themes, const struct coding_answer *answers,
	    size_t count)
{
	for (;;) {
		const struct coded_answer *coded =
			coding_apply(arena, question, answers, count);
		size_t kept = 0;

		for (size_t i = 0; i < question->theme_count; i++) {
			themes[i].size = size_of(coded, count, themes[i].id);
			if (themes[i].size >= SIZE_MIN)
				themes[kept++] = themes[i];
		}
		if (kept == question->theme_count) {
			qsort(themes, kept, sizeof(*themes), compare);
			question->other =
				size_of(coded, count, CODEFRAME_OTHER);
			return coded;
		}
		question->theme_count = kept;
	}
}

/* --- quotations ----------------------------------------------------------- */

static void
quote(struct arena *arena, struct codeframe_theme *theme,
      const struct coding_answer *answers, const struct coded_answer *coded,
      size_t count)
{
	struct quote_source *sources =
		arena_array(arena, theme->size, sizeof(*sources));
	struct quote quotes[DRAFT_QUOTATIONS];
	const char **texts =
		arena_array(arena, DRAFT_QUOTATIONS, sizeof(*texts));
	size_t source_count = 0;

	for (size_t i = 0; i < count; i++)
		if (has_theme(&coded[i], theme->id))
			sources[source_count++] = (struct quote_source){
				.text = answers[i].text,
				.tongue = tongue_of(answers[i].language)
			};
	theme->quotation_count =
		quote_pick(arena, sources, source_count, theme->words,
			   theme->word_count, DRAFT_QUOTATIONS, quotes);
	for (size_t i = 0; i < theme->quotation_count; i++)
		texts[i] = quotes[i].text;
	theme->quotations = texts;
}

struct codeframe_question
draft_question(struct arena *arena, const char *id,
	       const struct coding_answer *answers, size_t count, size_t wanted)
{
	struct codeframe_question question = { .id = id, .answers = count };
	struct codeframe_theme *themes;
	const struct coded_answer *coded;

	question.theme_count = propose(arena, answers, count, wanted, &themes);
	question.themes = themes;
	coded = count_sizes(arena, &question, themes, answers, count);
	for (size_t i = 0; i < question.theme_count; i++)
		quote(arena, &themes[i], answers, coded, count);
	return question;
}
