#include "copies.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "fold.h"
#include "leaders.h"
#include "runs.h"

/* Answers that are the same bytes in the same language. */
struct wording {
	uint64_t hash;
	const char *text;
	enum tongue tongue;
	uint32_t letter;
	size_t answer; /* the first */
	size_t count;
};

/* Wordings that are the same but for case, spacing and punctuation. */
struct letter {
	uint64_t hash;
	const struct wording *wording; /* which most sent; of equally many the
					  least by its bytes */
	size_t count;		       /* answers */
	bool wordless;
	uint32_t parent; /* in its group: itself, or one on the way to the
			    letter that stands for the group */
	size_t group;	 /* of the one that stands for it */
};

struct finder {
	struct arena scratch;
	const struct copies_answer *answers;
	size_t count;
	uint32_t *wording_of; /* for each answer */
	struct wording *wordings;
	struct letter *letters;
	uint32_t wording_count, letter_count;
};

/* --- the same text -------------------------------------------------------- */

/* Numbers + 1, found by their hashes; 0: a free slot. */
struct table {
	uint32_t *slots;
	size_t mask;
};

static struct table
table_new(struct arena *arena, size_t count)
{
	size_t size = 16;

	while (size < 2 * count)
		size *= 2;
	return (struct table){ arena_array(arena, size, sizeof(uint32_t)),
			       size - 1 };
}

/* The number of the wording of ANSWER, a new one if need be. */
static uint32_t
wording_find(struct finder *finder, struct table table, size_t answer)
{
	const char *text = finder->answers[answer].text;
	enum tongue tongue = finder->answers[answer].tongue;
	uint64_t hash = runs_hash(text, strlen(text), (uint64_t)tongue);
	size_t slot = hash & table.mask;

	for (; table.slots[slot]; slot = (slot + 1) & table.mask) {
		const struct wording *wording =
			&finder->wordings[table.slots[slot] - 1];

		if (wording->hash == hash && wording->tongue == tongue &&
		    !strcmp(wording->text, text))
			return table.slots[slot] - 1;
	}
	finder->wordings[finder->wording_count] = (struct wording){
		.hash = hash, .text = text, .tongue = tongue, .answer = answer
	};
	table.slots[slot] = ++finder->wording_count;
	return finder->wording_count - 1;
}

static void
read_wordings(struct finder *finder)
{
	struct table table = table_new(&finder->scratch, finder->count);

	for (size_t i = 0; i < finder->count; i++) {
		finder->wording_of[i] = wording_find(finder, table, i);
		finder->wordings[finder->wording_of[i]].count++;
	}
}

/* Whether LETTER is the text of FOLD; OTHER is for reading it. */
static bool
is_letter(const struct letter *letter, const struct fold *fold,
	  struct fold *other)
{
	fold_read(other, letter->wording->text);
	return other->len == fold->len &&
	       !memcmp(other->text, fold->text, fold->len);
}

/* The number of the letter of WORDING, whose text FOLD has read. */
static uint32_t
letter_find(struct finder *finder, struct table table,
	    const struct wording *wording, const struct fold *fold,
	    struct fold *other)
{
	uint64_t hash =
		runs_hash(fold->text, fold->len, (uint64_t)wording->tongue);
	size_t slot = hash & table.mask;
	uint32_t number = finder->letter_count;

	for (; table.slots[slot]; slot = (slot + 1) & table.mask) {
		const struct letter *letter =
			&finder->letters[table.slots[slot] - 1];

		if (letter->hash == hash &&
		    letter->wording->tongue == wording->tongue &&
		    is_letter(letter, fold, other))
			return table.slots[slot] - 1;
	}
	finder->letters[number] = (struct letter){ .hash = hash,
						   .wording = wording,
						   .wordless = !fold->len,
						   .parent = number };
	table.slots[slot] = ++finder->letter_count;
	return number;
}

/* By the number of answers, the most first; of equally many by the bytes. */
static int
compare_wordings(const struct wording *a, const struct wording *b)
{
	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return strcmp(a->text, b->text);
}

static void
read_letters(struct finder *finder)
{
	struct table table = table_new(&finder->scratch, finder->wording_count);
	struct fold fold = { 0 }, other = { 0 };

	for (uint32_t i = 0; i < finder->wording_count; i++) {
		struct wording *wording = &finder->wordings[i];
		struct letter *letter;

		fold_read(&fold, wording->text);
		wording->letter =
			letter_find(finder, table, wording, &fold, &other);
		letter = &finder->letters[wording->letter];
		letter->count += wording->count;
		if (compare_wordings(wording, letter->wording) < 0)
			letter->wording = wording;
	}
	fold_free(&fold);
	fold_free(&other);
}

/* --- nearly the same text ------------------------------------------------- */

/* In the order in which they come to lead: the most sent first, and else an order
 * that is the same wherever they stand. */
static int
compare_letters(const void *left, const void *right)
{
	const struct letter *a = *(const struct letter *const *)left;
	const struct letter *b = *(const struct letter *const *)right;
	int order;

	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	order = strcmp(a->wording->text, b->wording->text);
	return order ? order
		     : (int)a->wording->tongue - (int)b->wording->tongue;
}

static const struct letter **
sort_letters(struct finder *finder)
{
	const struct letter **sorted =
		arena_array(&finder->scratch, finder->letter_count,
			    sizeof(*sorted));

	for (uint32_t i = 0; i < finder->letter_count; i++)
		sorted[i] = &finder->letters[i];
	qsort(sorted, finder->letter_count, sizeof(*sorted), compare_letters);
	return sorted;
}

static uint32_t
root_of(struct finder *finder, uint32_t letter)
{
	struct letter *letters = finder->letters;

	while (letters[letter].parent != letter) {
		letters[letter].parent = letters[letters[letter].parent].parent;
		letter = letters[letter].parent;
	}
	return letter;
}

/* Whether texts of A and B runs, of which they share SHARED, are copies. */
static bool
is_near(size_t shared, size_t a, size_t b)
{
	return shared >= COPY_RUNS_MIN &&
	       100 * shared >= COPY_PERCENT * (a + b - shared);
}

/* Put LETTER, whose RUNS were read, with those that lead a text like it. */
static bool
join(struct finder *finder, struct leaders *leaders, const uint32_t *letter_of,
     const struct runs *runs, uint32_t letter)
{
	uint32_t found[LEADERS_FOUND_MAX];
	size_t count = leaders_find(leaders, runs, found);

	for (size_t i = 0; i < count; i++) {
		uint32_t root = root_of(finder, letter_of[found[i]]);
		uint32_t own = root_of(finder, letter);
		size_t runs_count;
		const uint32_t *items =
			leaders_runs(leaders, found[i], &runs_count);

		if (root != own && is_near(runs_shared(runs, items, runs_count),
					   runs->count, runs_count))
			finder->letters[own].parent = root;
	}
	return finder->letters[letter].parent != letter;
}

static void
join_letters(struct finder *finder)
{
	const struct letter **sorted = sort_letters(finder);
	struct leaders *leaders = leaders_new(&finder->scratch);
	uint32_t *letter_of =
		arena_array(&finder->scratch, finder->letter_count,
			    sizeof(*letter_of));
	struct fold fold = { 0 };
	struct runs runs = { 0 };

	for (uint32_t i = 0; i < finder->letter_count; i++) {
		uint32_t letter = (uint32_t)(sorted[i] - finder->letters);

		fold_read(&fold, sorted[i]->wording->text);
		runs_read(&runs, sorted[i]->wording->tongue, fold.text,
			  fold.len);
		if (runs.count >= COPY_RUNS_MIN &&
		    !join(finder, leaders, letter_of, &runs, letter))
			letter_of[leaders_add(leaders, &runs)] = letter;
	}
	runs_free(&runs);
	fold_free(&fold);
}

/* --- groups --------------------------------------------------------------- */

/* What stands for a group while they are sorted. */
struct gathered {
	const struct wording *wording;
	uint32_t letter;
	size_t answer;
};

static int
compare_gathered(const void *left, const void *right)
{
	const struct gathered *a = left, *b = right;
	int order = strcmp(a->wording->text, b->wording->text);

	if (!order)
		order = (int)a->wording->tongue - (int)b->wording->tongue;
	if (!order)
		order = a->answer < b->answer ? -1 : 1;
	return order;
}

/* Whether letter A stands for a group rather than B. */
static bool
is_before(const struct letter *a, const struct letter *b)
{
	if (a->count != b->count)
		return a->count > b->count;
	return strcmp(a->wording->text, b->wording->text) < 0;
}

/* Make the letter that stands for it the root of each group. */
static void
choose_templates(struct finder *finder)
{
	struct letter *letters = finder->letters;

	for (uint32_t i = 0; i < finder->letter_count; i++) {
		uint32_t root = root_of(finder, i);

		if (is_before(&letters[i], &letters[root])) {
			letters[root].parent = i;
			letters[i].parent = i;
		}
	}
}

/* One for each group, in their order; an answer without a word is one. */
static struct gathered *
gather(struct finder *finder, size_t *count)
{
	struct gathered *gathered =
		arena_array(&finder->scratch, finder->count, sizeof(*gathered));

	*count = 0;
	for (uint32_t i = 0; i < finder->letter_count; i++)
		if (root_of(finder, i) == i && !finder->letters[i].wordless)
			gathered[(*count)++] = (struct gathered){
				finder->letters[i].wording, i,
				finder->letters[i].wording->answer
			};
	for (size_t i = 0; i < finder->count; i++) {
		const struct wording *wording =
			&finder->wordings[finder->wording_of[i]];

		if (finder->letters[wording->letter].wordless)
			gathered[(*count)++] =
				(struct gathered){ wording, wording->letter,
						   i };
	}
	qsort(gathered, *count, sizeof(*gathered), compare_gathered);
	return gathered;
}

static struct copies
make_groups(struct finder *finder, struct arena *arena)
{
	size_t count;
	const struct gathered *gathered = gather(finder, &count);
	struct copies_group *groups =
		arena_array(arena, count, sizeof(*groups));
	size_t *group_of = arena_array(arena, finder->count, sizeof(*group_of));
	bool *is_exact = arena_array(arena, finder->count, sizeof(*is_exact));

	for (size_t i = 0; i < count; i++) {
		groups[i].template = gathered[i].answer;
		group_of[gathered[i].answer] = i;
		finder->letters[gathered[i].letter].group = i;
	}
	for (size_t i = 0; i < finder->count; i++) {
		uint32_t letter =
			finder->wordings[finder->wording_of[i]].letter;
		uint32_t root = root_of(finder, letter);

		if (!finder->letters[letter].wordless)
			group_of[i] = finder->letters[root].group;
		is_exact[i] = letter == root;
		groups[group_of[i]].count++;
		groups[group_of[i]].exact += is_exact[i];
	}
	return (struct copies){ groups, count, group_of, is_exact };
}

struct copies
copies_find(struct arena *arena, const struct copies_answer *answers,
	    size_t count, bool near)
{
	struct finder finder = { .answers = answers, .count = count };
	struct copies copies;

	assert(count < UINT32_MAX);
	finder.wording_of =
		arena_array(&finder.scratch, count, sizeof(*finder.wording_of));
	finder.wordings =
		arena_array(&finder.scratch, count, sizeof(*finder.wordings));
	read_wordings(&finder);
	finder.letters = arena_array(&finder.scratch, finder.wording_count,
				     sizeof(*finder.letters));
	read_letters(&finder);
	if (near)
		join_letters(&finder);
	choose_templates(&finder);
	copies = make_groups(&finder, arena);
	arena_free(&finder.scratch);
	return copies;
}
