#include "copies.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "bytes.h"
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
					  last by its bytes */
	size_t count;		       /* answers */
	size_t joined;		       /* letters that joined it */
	bool wordless;
	size_t group; /* of one that stands for a group */
};

/* Numbers + 1, found by their hashes; 0: a free slot. */
struct table {
	uint32_t *slots;
	size_t mask;
};

struct finder {
	struct arena scratch;
	const struct copies_answer *answers;
	size_t count;
	uint32_t *wording_of; /* for each answer */
	struct wording *wordings;
	struct letter *letters;
	uint32_t wording_count, letter_count;
	uint32_t *parents; /* for each letter: itself, or one of its group on
			      the way to the letter that stands for it */
	struct table wording_table, letter_table;
	struct fold fold, other;
};

/* --- the same text -------------------------------------------------------- */

static struct table
table_new(struct arena *arena, size_t count)
{
	size_t size = 16;

	while (size < 2 * count)
		size *= 2;
	return (struct table){ arena_array(arena, size, sizeof(uint32_t)),
			       size - 1 };
}

/* The wording of ANSWER, a new one with a count of 0 if need be. */
static struct wording *
wording_find(struct finder *finder, const struct copies_answer *answer)
{
	const struct table *table = &finder->wording_table;
	uint64_t hash = runs_hash(answer->text, strlen(answer->text),
				  (uint64_t)answer->tongue);
	size_t slot = hash & table->mask;
	struct wording *wording;

	for (; table->slots[slot]; slot = (slot + 1) & table->mask) {
		wording = &finder->wordings[table->slots[slot] - 1];
		if (wording->hash == hash &&
		    wording->tongue == answer->tongue &&
		    !strcmp(wording->text, answer->text))
			return wording;
	}
	wording = &finder->wordings[finder->wording_count];
	table->slots[slot] = ++finder->wording_count;
	*wording = (struct wording){ .hash = hash,
				     .text = answer->text,
				     .tongue = answer->tongue };
	return wording;
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

/* The number of the letter of WORDING, a new one if need be. */
static uint32_t
letter_find(struct finder *finder, const struct wording *wording)
{
	const struct table *table = &finder->letter_table;
	struct fold *fold = &finder->fold;
	uint32_t number = finder->letter_count;
	uint64_t hash;
	size_t slot;

	fold_read(fold, wording->text);
	hash = runs_hash(fold->text, fold->len, (uint64_t)wording->tongue);
	slot = hash & table->mask;
	for (; table->slots[slot]; slot = (slot + 1) & table->mask) {
		const struct letter *letter =
			&finder->letters[table->slots[slot] - 1];

		if (letter->hash == hash &&
		    letter->wording->tongue == wording->tongue &&
		    is_letter(letter, fold, &finder->other))
			return table->slots[slot] - 1;
	}
	finder->letters[number] = (struct letter){ .hash = hash,
						   .wording = wording,
						   .wordless = !fold->len };
	finder->parents[number] = number;
	table->slots[slot] = ++finder->letter_count;
	return number;
}

/* Whether A shows its letter rather than B.  Small letters come after capitals,
 * and are easier to read. */
static bool
is_better_wording(const struct wording *a, const struct wording *b)
{
	if (a->count != b->count)
		return a->count > b->count;
	return strcmp(a->text, b->text) > 0;
}

static void
read_letters(struct finder *finder)
{
	for (size_t i = 0; i < finder->count; i++) {
		struct wording *wording =
			wording_find(finder, &finder->answers[i]);

		if (!wording->count++) {
			wording->answer = i;
			wording->letter = letter_find(finder, wording);
		}
		finder->wording_of[i] = (uint32_t)(wording - finder->wordings);
	}
	for (uint32_t i = 0; i < finder->wording_count; i++) {
		const struct wording *wording = &finder->wordings[i];
		struct letter *letter = &finder->letters[wording->letter];

		letter->count += wording->count;
		if (is_better_wording(wording, letter->wording))
			letter->wording = wording;
	}
}

/* --- nearly the same text ------------------------------------------------- */

/* A letter where it comes to lead: the most sent first, and else in an order that
 * is the same wherever its answers stand. */
struct candidate {
	const char *text;
	uint64_t hash;
	size_t count;
	enum tongue tongue;
	uint32_t letter;
};

static int
compare_candidates(const void *left, const void *right)
{
	const struct candidate *a = left, *b = right;
	int order;

	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	order = strcmp(a->text, b->text);
	return order ? order : (int)a->tongue - (int)b->tongue;
}

static const struct candidate *
sort_letters(struct finder *finder)
{
	struct candidate *sorted =
		arena_array(&finder->scratch, finder->letter_count,
			    sizeof(*sorted));

	for (uint32_t i = 0; i < finder->letter_count; i++) {
		const struct letter *letter = &finder->letters[i];

		sorted[i] = (struct candidate){ letter->wording->text,
						letter->hash, letter->count,
						letter->wording->tongue, i };
	}
	qsort(sorted, finder->letter_count, sizeof(*sorted),
	      compare_candidates);
	return sorted;
}

static uint32_t
root_of(const struct finder *finder, uint32_t letter)
{
	uint32_t *parents = finder->parents;

	while (parents[letter] != letter) {
		parents[letter] = parents[parents[letter]];
		letter = parents[letter];
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

/* A leader that a text is near to. */
struct match {
	const uint32_t *runs;
	size_t count, shared;
};

static bool
match(const struct leaders *leaders, uint32_t leader, const struct runs *runs,
      struct match *match)
{
	match->runs = leaders_runs(leaders, leader, &match->count);
	match->shared = runs_shared(runs, match->runs, match->count);
	return is_near(match->shared, runs->count, match->count);
}

/* Whether what the text of RUNS shares with two leaders is much the same. */
static bool
is_bridge(struct runs *runs, const struct match *a, const struct match *b)
{
	size_t least = a->shared < b->shared ? a->shared : b->shared;

	runs_mark(runs, a->runs, a->count);
	return 3 * runs_shared_marked(runs, b->runs, b->count) >= least;
}

/* Put LETTER, whose RUNS were read, with those that lead a text like it; false if
 * there are none. */
static bool
join(struct finder *finder, struct leaders *leaders, const uint32_t *letter_of,
     struct runs *runs, uint32_t letter)
{
	uint32_t found[LEADERS_FOUND_MAX];
	size_t count = leaders_find(leaders, runs, found);
	struct match first = { 0 }, other;

	for (size_t i = 0; i < count; i++) {
		uint32_t root = root_of(finder, letter_of[found[i]]);

		if (root == root_of(finder, letter) ||
		    !match(leaders, found[i], runs, &other))
			continue;
		if (!first.runs) {
			first = other;
			finder->parents[letter] = root;
			finder->letters[letter_of[found[i]]].joined++;
		} else if (is_bridge(runs, &first, &other)) {
			finder->parents[root_of(finder, letter)] = root;
		}
	}
	return first.runs;
}

/* The texts lie all over the memory: ask for the first of this one's bytes. */
static void
fetch(const char *text)
{
	for (size_t i = 0; i < 8; i++)
		__builtin_prefetch(text + 64 * i);
}

static void
join_letters(struct finder *finder)
{
	const struct candidate *sorted = sort_letters(finder);
	struct leaders *leaders =
		leaders_new(&finder->scratch, finder->letter_count);
	uint32_t *letter_of =
		arena_array(&finder->scratch, finder->letter_count,
			    sizeof(*letter_of));
	struct runs runs = { 0 };

	for (uint32_t i = 0; i < finder->letter_count; i++) {
		fold_read(&finder->fold, sorted[i].text);
		runs_read(&runs, sorted[i].tongue, finder->fold.text,
			  finder->fold.len);
		if (i + 1 < finder->letter_count)
			fetch(sorted[i + 1].text);
		if (runs.count >= COPY_RUNS_MIN &&
		    !join(finder, leaders, letter_of, &runs, sorted[i].letter))
			letter_of[leaders_add(leaders, &runs)] =
				sorted[i].letter;
	}
	runs_free(&runs);
}

/* --- groups --------------------------------------------------------------- */

/* What stands for a group while they are sorted. */
struct gathered {
	uint64_t start; /* of its text, which tells most of them apart */
	const struct wording *wording;
	uint32_t letter;
	size_t answer;
};

static struct gathered
gathered_of(const struct wording *wording, uint32_t letter, size_t answer)
{
	return (struct gathered){ bytes_start(wording->text), wording, letter,
				  answer };
}

static int
compare_gathered(const void *left, const void *right)
{
	const struct gathered *a = left, *b = right;
	int order;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	order = strcmp(a->wording->text, b->wording->text);
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
	if (a->joined != b->joined)
		return a->joined > b->joined;
	return strcmp(a->wording->text, b->wording->text) < 0;
}

/* Make the letter that stands for it the root of each group. */
static void
choose_templates(struct finder *finder)
{
	const struct letter *letters = finder->letters;

	for (uint32_t i = 0; i < finder->letter_count; i++) {
		uint32_t root = root_of(finder, i);

		if (is_before(&letters[i], &letters[root])) {
			finder->parents[root] = i;
			finder->parents[i] = i;
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
			gathered[(*count)++] =
				gathered_of(finder->letters[i].wording, i,
					    finder->letters[i].wording->answer);
	for (size_t i = 0; i < finder->count; i++) {
		const struct wording *wording =
			&finder->wordings[finder->wording_of[i]];

		if (finder->letters[wording->letter].wordless)
			gathered[(*count)++] =
				gathered_of(wording, wording->letter, i);
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
	struct arena *scratch = &finder.scratch;
	struct copies copies;

	assert(count < UINT32_MAX);
	finder.wording_of =
		arena_array(scratch, count, sizeof(*finder.wording_of));
	finder.wordings = arena_array(scratch, count, sizeof(*finder.wordings));
	finder.letters = arena_array(scratch, count, sizeof(*finder.letters));
	finder.parents = arena_array(scratch, count, sizeof(*finder.parents));
	finder.wording_table = table_new(scratch, count);
	finder.letter_table = table_new(scratch, count);
	read_letters(&finder);
	if (near)
		join_letters(&finder);
	choose_templates(&finder);
	copies = make_groups(&finder, arena);
	fold_free(&finder.fold);
	fold_free(&finder.other);
	arena_free(scratch);
	return copies;
}
