#include "coding.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "coding/codeframe.h"
#include "coding/finder.h"

struct coder {
	struct arena *arena;
	const struct codeframe_question *question;
	struct finder *finder;
	const size_t *parents; /* by theme; THEME_COUNT: it has none */
};

/* --- the rule --------------------------------------------------------------- */

enum { POINTS_NEEDED = 2, POINTS_ENOUGH = 2, POINTS_TOGETHER = 1 };

/* What was found in an answer: by theme, then, unless it is looked at as a WHOLE,
 * by sentence, then by entry. */
struct evidence {
	const struct coder *coder;
	struct arena *scratch; /* dies with the answer */
	struct found *items;
	size_t count;
	bool whole;
};

static int
compare_sizes(size_t a, size_t b)
{
	return a < b ? -1 : a > b;
}

static int
compare_whole(const void *left, const void *right)
{
	const struct found *a = left, *b = right;
	int order = compare_sizes(a->theme, b->theme);

	if (!order)
		order = compare_sizes(a->entry, b->entry);
	return order ? order : compare_sizes(a->reason.start, b->reason.start);
}

static int
compare_sentences(const void *left, const void *right)
{
	const struct found *a = left, *b = right;
	int order = compare_sizes(a->theme, b->theme);

	if (!order)
		order = compare_sizes(a->sentence, b->sentence);
	return order ? order : compare_whole(left, right);
}

/* By theme, then words of examples last, then place, the longer first of those
 * that start together. */
static int
compare_places(const void *left, const void *right)
{
	const struct found *a = left, *b = right;
	int order = compare_sizes(a->theme, b->theme);

	if (!order)
		order = a->example - b->example;
	if (!order)
		order = compare_sizes(a->reason.start, b->reason.start);
	if (!order)
		order = compare_sizes(b->reason.end, a->reason.end);
	return order ? order : compare_sizes(a->entry, b->entry);
}

static void
sort(struct evidence *evidence,
     int (*compare)(const void *left, const void *right))
{
	evidence->whole = compare == compare_whole;
	if (evidence->count)
		qsort(evidence->items, evidence->count,
		      sizeof(*evidence->items), compare);
}

/* Leave out what stands inside a longer phrase of the same theme: "worker" says
 * nothing more where "social worker" was found.  The words of an example speak
 * together and all stay. */
static void
keep_longest(struct evidence *evidence)
{
	size_t kept = 0;

	sort(evidence, compare_places);
	for (size_t i = 0; i < evidence->count; i++) {
		const struct found *found = &evidence->items[i];
		const struct found *last =
			kept ? &evidence->items[kept - 1] : NULL;

		if (!last || last->theme != found->theme || found->example ||
		    last->reason.end < found->reason.end)
			evidence->items[kept++] = *found;
	}
	evidence->count = kept;
}

/* Where what speaks for the same theme, in the same sentence, ends. */
static size_t
part_end(const struct evidence *evidence, size_t from)
{
	const struct found *first = &evidence->items[from];
	size_t end = from + 1;

	while (end < evidence->count &&
	       evidence->items[end].theme == first->theme &&
	       (evidence->whole ||
		evidence->items[end].sentence == first->sentence))
		end++;
	return end;
}

/* What the different entries of a part weigh together. */
static size_t
points(const struct evidence *evidence, size_t from, size_t end)
{
	size_t sum = 0;

	for (size_t i = from; i < end; i++) {
		const struct found *found = &evidence->items[i];

		if (i > from && found->entry == evidence->items[i - 1].entry)
			continue;
		sum += found->enough ? POINTS_ENOUGH : POINTS_TOGETHER;
	}
	return sum;
}

static size_t
most_points(const struct evidence *evidence)
{
	size_t most = 0, end;

	for (size_t from = 0; from < evidence->count; from = end) {
		size_t sum;

		end = part_end(evidence, from);
		sum = points(evidence, from, end);
		most = sum > most ? sum : most;
	}
	return most;
}

/* The reasons of one theme. */
struct reasons {
	struct coding_reason *items;
	size_t count, room;
};

/* Give a theme, and all that it stands under, a reason. */
static void
add_reason(const struct evidence *evidence, struct reasons *given, size_t theme,
	   struct coding_reason reason)
{
	const struct coder *coder = evidence->coder;

	for (; theme < coder->question->theme_count;
	     theme = coder->parents[theme]) {
		struct reasons *reasons = &given[theme];

		if (reasons->count == reasons->room) {
			reasons->room = reasons->room * 2 + 8;
			reasons->items =
				arena_grow(evidence->scratch, reasons->items,
					   reasons->count, reasons->room,
					   sizeof(*reasons->items));
		}
		reasons->items[reasons->count++] = reason;
	}
}

/* Give every theme with a part that weighs NEEDED; whether there was one. */
static bool
give_themes(const struct evidence *evidence, size_t needed,
	    struct reasons *given)
{
	bool any = false;

	for (size_t from = 0, end; from < evidence->count; from = end) {
		end = part_end(evidence, from);
		if (points(evidence, from, end) < needed)
			continue;
		any = true;
		for (size_t i = from; i < end; i++)
			add_reason(evidence, given, evidence->items[i].theme,
				   evidence->items[i].reason);
	}
	return any;
}

static int
compare_reasons(const void *left, const void *right)
{
	const struct coding_reason *a = left, *b = right;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return a->end > b->end ? -1 : a->end < b->end;
}

/* The theme with its reasons, in order and none inside another. */
static struct coded_theme
make_theme(const struct coder *coder, size_t theme,
	   const struct reasons *reasons)
{
	struct coded_theme coded = { .id = coder->question->themes[theme].id };
	struct coding_reason *items = reasons->items;

	qsort(items, reasons->count, sizeof(*items), compare_reasons);
	for (size_t i = 0; i < reasons->count; i++)
		if (!coded.reason_count ||
		    items[i].start >= items[coded.reason_count - 1].end)
			items[coded.reason_count++] = items[i];
	coded.reasons = arena_grow(coder->arena, items, coded.reason_count,
				   coded.reason_count, sizeof(*items));
	return coded;
}

/* The themes that were given, in the order of the codeframe, or "other". */
static struct coded_answer
make_answer(const struct coder *coder, const struct reasons *given)
{
	size_t theme_count = coder->question->theme_count;
	struct coded_theme *themes;
	size_t count = 0, next = 0;

	for (size_t i = 0; i < theme_count; i++)
		count += given[i].count > 0;
	themes = arena_array(coder->arena, count ? count : 1, sizeof(*themes));
	if (!count)
		themes[next++] = (struct coded_theme){ .id = CODEFRAME_OTHER };
	for (size_t i = 0; i < theme_count; i++)
		if (given[i].count)
			themes[next++] = make_theme(coder, i, &given[i]);
	return (struct coded_answer){ themes, next };
}

static struct coded_answer
code_answer(const struct coder *coder, const struct coding_answer *answer)
{
	struct arena scratch = { 0 };
	struct evidence evidence = { .coder = coder, .scratch = &scratch };
	struct reasons *given =
		arena_array(&scratch, coder->question->theme_count,
			    sizeof(*given));
	struct coded_answer coded;
	size_t most;

	evidence.items =
		finder_find(coder->finder, &scratch, answer, &evidence.count);
	keep_longest(&evidence);
	sort(&evidence, compare_sentences);
	if (!give_themes(&evidence, POINTS_NEEDED, given)) {
		sort(&evidence, compare_whole);
		most = most_points(&evidence);
		if (most >= POINTS_NEEDED)
			give_themes(&evidence, most, given);
	}
	coded = make_answer(coder, given);
	arena_free(&scratch);
	return coded;
}

const struct coded_answer *
coding_apply(struct arena *arena, const struct codeframe_question *question,
	     const struct coding_answer *answers, size_t count)
{
	struct coded_answer *coded = arena_array(arena, count, sizeof(*coded));
	struct arena scratch = { 0 };
	size_t *parents =
		arena_array(&scratch, question->theme_count, sizeof(*parents));
	struct coder coder = { arena, question, finder_new(question), parents };

	for (size_t i = 0; i < question->theme_count; i++)
		parents[i] = codeframe_theme_index(question,
						   question->themes[i].under);
	for (size_t i = 0; i < count; i++)
		coded[i] = code_answer(&coder, &answers[i]);
	finder_free(coder.finder);
	arena_free(&scratch);
	return coded;
}
