#include "heard.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "text/bytes.h"
#include "text/tokenise.h"
#include "themes/found.h"

enum {
	LETTER_BYTES_MIN = 150, /* what is shorter is no copied letter */
	SHORT_HEARD_MAX = 10,
};

static struct copies
find_copies(struct arena *arena, const struct theme_text *answers, size_t count,
	    bool near)
{
	struct copies_answer *texts = arena_array(arena, count, sizeof(*texts));

	for (size_t i = 0; i < count; i++)
		texts[i] = (struct copies_answer){ answers[i].text,
						   answers[i].tongue };
	return copies_find(arena, texts, count, near);
}

static bool
has_word(const char *text)
{
	struct arena scratch = { 0 };
	bool found = tokenise(&scratch, text).count > 0;

	arena_free(&scratch);
	return found;
}

size_t
heard_answers_differ(const struct theme_text *answers, size_t count)
{
	struct arena scratch = { 0 };
	struct copies copies = find_copies(&scratch, answers, count, false);
	size_t different = 0;

	for (size_t i = 0; i < copies.group_count; i++)
		different += has_word(answers[copies.groups[i].template].text);
	arena_free(&scratch);
	return different;
}

struct place {
	uint64_t start; /* of the text, which tells most of them apart */
	const char *text;
	size_t answer;
};

static int
compare_places(const void *left, const void *right)
{
	const struct place *a = left, *b = right;
	int order;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	order = strcmp(a->text, b->text);
	return order ? order : (a->answer < b->answer ? -1 : 1);
}

static bool
is_short(const char *text)
{
	return strlen(text) < LETTER_BYTES_MIN;
}

/* Whether an answer may be heard for itself: the template of a group, and a short
 * copy, for in a short answer the one word that differs may be all it says, and
 * what several people wrote alike they may have thought of each alone. */
static bool
may_be_heard(const struct copies *copies, const struct theme_text *answers,
	     size_t answer)
{
	size_t group = copies->group_of[answer];

	return copies->groups[group].template == answer ||
	       is_short(answers[answer].text);
}

/* How many of COUNT answers with the same text are heard: enough to weigh more than
 * one, and too few to drown the others. */
static size_t
heard_of(const char *text, size_t count)
{
	size_t most = is_short(text) ? SHORT_HEARD_MAX : 1;

	return count < most ? count : most;
}

struct heard
heard_find(struct arena *arena, const struct theme_text *answers, size_t count)
{
	struct heard heard = { .copies = find_copies(arena, answers, count,
						     true) };
	struct place *places = arena_array(arena, count, sizeof(*places));
	size_t *first = arena_array(arena, count, sizeof(*first));
	size_t place_count = 0;

	for (size_t i = 0; i < count; i++)
		if (may_be_heard(&heard.copies, answers, i))
			places[place_count++] =
				(struct place){ bytes_start(answers[i].text),
						answers[i].text, i };
	if (place_count)
		qsort(places, place_count, sizeof(*places), compare_places);
	for (size_t from = 0, to; from < place_count; from = to) {
		size_t alike;

		for (to = from + 1;
		     to < place_count &&
		     !strcmp(places[from].text, places[to].text);)
			to++;
		alike = heard_of(places[from].text, to - from);
		for (size_t i = 0; i < alike; i++)
			first[heard.count++] = places[from + i].answer;
		heard.different++;
	}
	heard.first = first;
	return heard;
}
