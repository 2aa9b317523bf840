#include "copies.h"

#include <stdint.h>
#include <string.h>

#include "arena.h"
#include "tokenise.h"
#include "utf8.h"

/* Pairs of words, one of the template and one of the copy, that are looked at: a
 * page against a page. */
enum { PAIRS_MAX = 4 * 1024 * 1024 };

/* A word without case and punctuation, and where the one stands that it is in:
 * "don't" is the words don and t, as for copies_find. */
struct folded {
	const char *text;
	size_t start, end;
};

struct side {
	struct folded *words;
	size_t count;
};

static struct side
read_side(struct arena *arena, const char *text)
{
	struct tokens tokens = tokenise(arena, text);
	struct side side = {
		arena_array(arena, strlen(text) / 2 + 1, sizeof(*side.words)), 0
	};

	for (size_t i = 0; i < tokens.count; i++) {
		struct token token = tokens.items[i];
		char *fold =
			utf8_fold(arena, arena_copy(arena, text + token.start,
						    token.end - token.start));

		for (char *next; *fold; fold = next) {
			next = fold + strcspn(fold, " ");
			if (*next)
				*next++ = '\0';
			side.words[side.count++] =
				(struct folded){ fold, token.start, token.end };
		}
	}
	return side;
}

/* --- what both have ------------------------------------------------------- */

/* The words between what both begin with and what both end with. */
struct middle {
	const struct side *a, *b;
	size_t start;		 /* words before it */
	size_t a_count, b_count; /* words of it */
	uint16_t *lengths;	 /* [i][j]: of the longest common subsequence of
				  what is behind word i of A and word j of B;
				  NULL if there are too many pairs */
};

static bool
is_same(const struct side *a, size_t i, const struct side *b, size_t j)
{
	return !strcmp(a->words[i].text, b->words[j].text);
}

static struct middle
find_middle(const struct side *a, const struct side *b)
{
	struct middle middle = { .a = a, .b = b };
	size_t least = a->count < b->count ? a->count : b->count;
	size_t start = 0, end = 0;

	while (start < least && is_same(a, start, b, start))
		start++;
	while (start + end < least &&
	       is_same(a, a->count - 1 - end, b, b->count - 1 - end))
		end++;
	middle.start = start;
	middle.a_count = a->count - start - end;
	middle.b_count = b->count - start - end;
	return middle;
}

static uint16_t *
length_at(const struct middle *middle, size_t i, size_t j)
{
	return &middle->lengths[i * (middle->b_count + 1) + j];
}

static void
measure(struct arena *arena, struct middle *middle)
{
	size_t rows = middle->a_count + 1, columns = middle->b_count + 1;

	if (rows > PAIRS_MAX / columns || rows > UINT16_MAX)
		return;
	middle->lengths = arena_array(arena, rows * columns, sizeof(uint16_t));
	for (size_t i = middle->a_count; i-- > 0;)
		for (size_t j = middle->b_count; j-- > 0;) {
			uint16_t down = *length_at(middle, i + 1, j);
			uint16_t right = *length_at(middle, i, j + 1);

			if (is_same(middle->a, middle->start + i, middle->b,
				    middle->start + j))
				down = (uint16_t)(*length_at(middle, i + 1,
							     j + 1) +
						  1);
			*length_at(middle, i, j) = down > right ? down : right;
		}
}

/* --- what differs --------------------------------------------------------- */

/* A stretch in words. */
struct stretch {
	size_t a_start, a_end, b_start, b_end;
};

/* The first pair from (*I, *J) on that both have and that the longest common
 * subsequence uses; the end if there is none. */
static void
next_pair(const struct middle *middle, size_t *i, size_t *j)
{
	if (!middle->lengths || !*length_at(middle, *i, *j)) {
		*i = middle->a_count;
		*j = middle->b_count;
		return;
	}
	while (!is_same(middle->a, middle->start + *i, middle->b,
			middle->start + *j) ||
	       *length_at(middle, *i, *j) !=
		       *length_at(middle, *i + 1, *j + 1) + 1) {
		if (*length_at(middle, *i + 1, *j) ==
		    *length_at(middle, *i, *j))
			++*i;
		else
			++*j;
	}
}

static struct stretch *
find_stretches(struct arena *arena, const struct middle *middle, size_t *count)
{
	size_t room = middle->a_count + middle->b_count + 1;
	struct stretch *stretches =
		arena_array(arena, room, sizeof(*stretches));
	size_t i = 0, j = 0;

	*count = 0;
	while (i < middle->a_count || j < middle->b_count) {
		struct stretch stretch = { i, i, j, j };

		next_pair(middle, &i, &j);
		stretch.a_end = i;
		stretch.b_end = j;
		if (stretch.a_end == stretch.a_start &&
		    stretch.b_end == stretch.b_start) {
			i++;
			j++;
			continue;
		}
		if (*count && stretch.a_start - stretches[*count - 1].a_end <
				      COPY_APART) {
			stretches[*count - 1].a_end = i;
			stretches[*count - 1].b_end = j;
		} else {
			stretches[(*count)++] = stretch;
		}
	}
	return stretches;
}

/* From the first of the words START to END to the last; a place behind the word
 * before if there are none. */
static void
place(const struct side *side, size_t start, size_t end, size_t *byte_start,
      size_t *byte_end)
{
	if (start < end)
		*byte_start = side->words[start].start;
	else
		*byte_start = start ? side->words[start - 1].end : 0;
	*byte_end = start < end ? side->words[end - 1].end : *byte_start;
}

const struct copy_difference *
copy_differences(struct arena *arena, const char *template, const char *copy,
		 size_t *count)
{
	struct arena scratch = { 0 };
	struct side a = read_side(&scratch, template);
	struct side b = read_side(&scratch, copy);
	struct middle middle = find_middle(&a, &b);
	const struct stretch *stretches;
	struct copy_difference *differences;

	measure(&scratch, &middle);
	stretches = find_stretches(&scratch, &middle, count);
	differences = arena_array(arena, *count, sizeof(*differences));
	for (size_t i = 0; i < *count; i++) {
		place(&a, middle.start + stretches[i].a_start,
		      middle.start + stretches[i].a_end,
		      &differences[i].template_start,
		      &differences[i].template_end);
		place(&b, middle.start + stretches[i].b_start,
		      middle.start + stretches[i].b_end,
		      &differences[i].copy_start, &differences[i].copy_end);
	}
	arena_free(&scratch);
	return differences;
}
