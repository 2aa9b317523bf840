/*
 * Whatever an officer's file says: it is refused, or what was read is written as
 * one that reads the same.
 *
 * With: lib/arena.c lib/consultation.c lib/email.c lib/error.c lib/moment.c
 * With: lib/nearest.c lib/problem.c lib/reading.c lib/slug.c lib/str.c lib/utf8.c
 * With: lib/yaml.c lib/yaml_tree.c analysis/coding/codeframe.c
 * With: analysis/coding/codeframe_write.c analysis/text/tokenise.c
 * With: analysis/coding/codeframe_theme.c analysis/coding/example.c
 * With: analysis/text/stem.c analysis/text/tongue.c analysis/text/sentence.c
 * With: analysis/text/stopwords.c analysis/text/welsh.c analysis/text/elision.c
 * With: build/gen/stopwords_list.c build/gen/welsh_list.c
 * Seeds: tests/cases/codeframe
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "arena.h"
#include "coding/codeframe.h"
#include "problem.h"
#include "str.h"

static const struct question questions[] = {
	{ .id = "use", .type = QUESTION_TEXT, .title.text = { "How?" } },
	{ .id = "why", .type = QUESTION_LONG_TEXT, .title.text = { "Why?" } },
	{ .id = "more", .type = QUESTION_LONG_TEXT, .title.text = { "More?" } },
};
static const struct consultation consultation = { .slug = "parks",
						  .title.text = { "Parks" },
						  .questions = questions,
						  .question_count = 3 };

static bool
same(const char *a, const char *b)
{
	return (!a && !b) || (a && b && strcmp(a, b) == 0);
}

static void
check_texts(const char *const *a, const char *const *b, size_t count)
{
	for (size_t i = 0; i < count; i++)
		assert(same(a[i], b[i]));
}

static void
check_theme(const struct codeframe_theme *a, const struct codeframe_theme *b)
{
	assert(same(a->id, b->id));
	check_texts(a->label.text, b->label.text, LANGUAGE_COUNT);
	assert(a->word_count && a->word_count == b->word_count);
	assert(a->enough_count == b->enough_count);
	check_texts(a->words, b->words, a->word_count);
	assert(a->quotation_count == b->quotation_count);
	check_texts(a->quotations, b->quotations, a->quotation_count);
}

static void
check_same(const struct codeframe *a, const struct codeframe *b)
{
	assert(same(a->consultation, b->consultation));
	assert(same(a->reviewed_by, b->reviewed_by));
	assert(a->reviewed_on == b->reviewed_on);
	assert(a->question_count == b->question_count);
	for (size_t i = 0; i < a->question_count; i++) {
		const struct codeframe_question *one = &a->questions[i];
		const struct codeframe_question *other = &b->questions[i];

		assert(same(one->id, other->id));
		assert(one->theme_count == other->theme_count);
		for (size_t j = 0; j < one->theme_count; j++)
			check_theme(&one->themes[j], &other->themes[j]);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct arena arena = { 0 };
	struct problems problems = { .arena = &arena, .path = "" };
	const struct codeframe *codeframe =
		codeframe_parse((const char *)data, len, &consultation,
				&problems);
	struct str out = { .arena = &arena };
	const struct codeframe *again;

	assert((codeframe == NULL) == (problems.count != 0));
	if (codeframe) {
		codeframe_write(&out, codeframe, &consultation);
		again = codeframe_parse(out.text, out.len, &consultation,
					&problems);
		assert(again);
		check_same(codeframe, again);
	}
	arena_free(&arena);
	return 0;
}
