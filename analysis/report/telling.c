#include "report/telling.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "text/vocabulary.h"
#include "themes/logarithm.h"

/* How many answers hold something, and the last that did, from 1. */
struct holders {
	size_t answers[TELLING_SIDES];
	size_t last;
};

struct counts {
	struct arena *arena;
	struct vocabulary *vocabulary;
	struct holders *stems, *spellings; /* by number */
	size_t room;
	size_t answers[TELLING_SIDES];
	size_t sums[TELLING_SIDES]; /* n, n' */
};

struct candidate {
	struct telling_word word;
	size_t number;
	const char *stem;
	enum tongue tongue;
};

/* --- counting ------------------------------------------------------------- */

/* Room for every number of the vocabulary. */
static void
widen(struct counts *counts)
{
	size_t size = vocabulary_size(counts->vocabulary);

	if (size <= counts->room)
		return;
	size *= 2;
	counts->stems = arena_grow(counts->arena, counts->stems, counts->room,
				   size, sizeof(*counts->stems));
	counts->spellings =
		arena_grow(counts->arena, counts->spellings, counts->room, size,
			   sizeof(*counts->spellings));
	counts->room = size;
}

/* Whether it had not been held by ANSWER yet. */
static bool
hold(struct holders *holders, enum telling_side side, size_t answer)
{
	if (holders->last == answer)
		return false;
	holders->last = answer;
	holders->answers[side]++;
	return true;
}

/* NUMBER: of the answer, from 1. */
static void
count_answer(struct counts *counts, const struct telling_answer *answer,
	     size_t number)
{
	enum telling_side side = answer->inside ? TELLING_GROUP : TELLING_REST;
	const struct word *words;
	size_t count =
		vocabulary_read(counts->vocabulary, answer->tongue,
				answer->text, strlen(answer->text), &words);

	counts->answers[side]++;
	widen(counts);
	for (size_t i = 0; i < count; i++) {
		if (words[i].stem == WORD_NONE)
			continue;
		counts->sums[side] +=
			hold(&counts->stems[words[i].stem], side, number);
		hold(&counts->spellings[words[i].spelling], side, number);
	}
}

/* --- judging -------------------------------------------------------------- */

/* ln of the odds of a word that Y of N are, with the prior's share A_W of A. */
static double
log_odds(double y, double n, double a_w, double a)
{
	return logarithm((y + a_w) / (n + a - y - a_w));
}

/* z_w of the head comment, for the group. */
static double
z_score(const struct counts *counts, const struct holders *word)
{
	double y = (double)word->answers[TELLING_GROUP];
	double rest_y = (double)word->answers[TELLING_REST];
	double n = (double)counts->sums[TELLING_GROUP];
	double rest_n = (double)counts->sums[TELLING_REST];
	double answers = (double)(counts->answers[TELLING_GROUP] +
				  counts->answers[TELLING_REST]);
	double a = TELLING_PRIOR * (n + rest_n) / answers;
	double a_w = a * (y + rest_y) / (n + rest_n);
	double difference =
		log_odds(y, n, a_w, a) - log_odds(rest_y, rest_n, a_w, a);

	return difference / sqrt(1 / (y + a_w) + 1 / (rest_y + a_w));
}

/* The first by z, then by stem, then by tongue. */
static int
compare_candidates(const void *left, const void *right)
{
	const struct candidate *a = left, *b = right;
	int order;

	if (a->word.z != b->word.z)
		return a->word.z > b->word.z ? -1 : 1;
	order = strcmp(a->stem, b->stem);
	return order ? order : (int)a->tongue - (int)b->tongue;
}

/* The words that are told of SIDE, unsorted. */
static struct candidate *
candidates_of(struct arena *arena, const struct counts *counts,
	      enum telling_side side, size_t *count)
{
	size_t total = counts->room;
	struct candidate *list = arena_array(arena, total, sizeof(*list));

	*count = 0;
	for (size_t i = 0; i < total; i++) {
		const struct holders *stem = &counts->stems[i];
		double z;

		if (stem->answers[side] < TELLING_PEOPLE)
			continue;
		z = z_score(counts, stem);
		z = side == TELLING_GROUP ? z : -z;
		if (z < TELLING_Z)
			continue;
		list[(*count)++] = (struct candidate){
			.word = { .answers = { stem->answers[0],
					       stem->answers[1] },
				  .z = z },
			.number = i,
			.stem = vocabulary_text(counts->vocabulary,
						(uint32_t)i),
			.tongue = vocabulary_tongue(counts->vocabulary,
						    (uint32_t)i),
		};
	}
	return list;
}

/* --- naming --------------------------------------------------------------- */

static size_t
all(const struct holders *holders)
{
	return holders->answers[TELLING_GROUP] + holders->answers[TELLING_REST];
}

/* The commonest spelling of each stem by how many answers have it; of two the
 * later by their bytes, in which small letters come last. */
static const char **
surfaces(struct arena *arena, const struct counts *counts)
{
	const struct vocabulary *vocabulary = counts->vocabulary;
	const char **names = arena_array(arena, counts->room, sizeof(*names));
	size_t *most = arena_array(arena, counts->room, sizeof(*most));

	for (size_t i = 0; i < counts->room; i++) {
		size_t answers = all(&counts->spellings[i]);
		const char *raw;
		uint32_t stem;

		if (!answers)
			continue;
		raw = vocabulary_text(vocabulary, (uint32_t)i);
		stem = vocabulary_spelling(vocabulary, (uint32_t)i)->stem;
		if (answers < most[stem] ||
		    (names[stem] && answers == most[stem] &&
		     strcmp(raw, names[stem]) < 0))
			continue;
		names[stem] = raw;
		most[stem] = answers;
	}
	return names;
}

/* --- all of it ------------------------------------------------------------ */

static void
tell_side(struct arena *arena, const struct counts *counts,
	  const char *const *names, enum telling_side side, size_t top,
	  struct telling *telling)
{
	struct arena scratch = { 0 };
	struct telling_word *words;
	size_t count;
	struct candidate *list = candidates_of(&scratch, counts, side, &count);

	if (count)
		qsort(list, count, sizeof(*list), compare_candidates);
	count = count < top ? count : top;
	words = arena_array(arena, count, sizeof(*words));
	for (size_t i = 0; i < count; i++) {
		words[i] = list[i].word;
		words[i].word = arena_string(arena, names[list[i].number]);
	}
	telling->words[side] = words;
	telling->word_count[side] = count;
	arena_free(&scratch);
}

struct telling
telling_find(struct arena *arena, const struct telling_answer *answers,
	     size_t count, size_t top)
{
	struct arena scratch = { 0 };
	struct counts counts = { .arena = &scratch,
				 .vocabulary = vocabulary_new(&scratch) };
	struct telling telling = { 0 };
	const char **names;

	for (size_t i = 0; i < count; i++)
		count_answer(&counts, &answers[i], i + 1);
	names = surfaces(&scratch, &counts);
	for (int side = 0; side < TELLING_SIDES; side++) {
		telling.answers[side] = counts.answers[side];
		tell_side(arena, &counts, names, (enum telling_side)side, top,
			  &telling);
	}
	vocabulary_free(counts.vocabulary);
	arena_free(&scratch);
	return telling;
}
