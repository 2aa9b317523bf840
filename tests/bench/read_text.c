/*
 * read_text show|count|stem ascii|fifth|every MB: what reading text costs.
 *
 * show   the text itself
 * count  tokenise, lower, stem, count documents and words of every stem: lines
 *        are documents; five times from nothing, each one pass over all of it
 * stem   libstemmer called for each of the same words, in lower case, without
 *        remembering any; nothing else is in its time
 *
 * The last two print a line each time: bytes, CPU seconds, words, stems.
 */
#include <libstemmer.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "arena.h"
#include "text.h"
#include "text/vocabulary.h"

enum { TIMES = 5, BYTES_MAX = 1000 };

static double
cpu_seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static void
report(const struct made_text *text, double start, size_t words, size_t stems)
{
	printf("%zu %.6f %zu %zu\n", text->len, cpu_seconds() - start, words,
	       stems);
}

struct count {
	uint32_t documents, words, last; /* LAST: line that held it, from 1 */
};

struct counts {
	struct arena *arena;
	struct count *items;
	size_t room;
};

static void
count_line(struct counts *counts, const struct vocabulary *vocabulary,
	   const struct word *words, size_t count, uint32_t line)
{
	size_t size = vocabulary_size(vocabulary);

	if (size > counts->room) {
		struct count *old = counts->items;

		counts->items = arena_grow(counts->arena, old, counts->room,
					   2 * size, sizeof(*old));
		counts->room = 2 * size;
		arena_release(counts->arena, old);
	}
	for (size_t i = 0; i < count; i++) {
		struct count *item;

		if (words[i].stem == WORD_NONE)
			continue;
		item = &counts->items[words[i].stem];
		item->words++;
		item->documents += item->last != line;
		item->last = line;
	}
}

static void
count_once(const struct made_text *text)
{
	double start = cpu_seconds();
	struct arena arena = { 0 };
	struct vocabulary *vocabulary = vocabulary_new(&arena);
	struct counts counts = { .arena = &arena };
	const char *at = text->bytes, *end = at + text->len;
	size_t total = 0, stems = 0;

	for (uint32_t line = 1; at < end; line++) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));
		const struct word *words;
		size_t count = vocabulary_read(vocabulary, TONGUE_EN, at,
					       (size_t)(stop - at), &words);

		count_line(&counts, vocabulary, words, count, line);
		total += count;
		at = stop + 1;
	}
	for (size_t i = 0; i < counts.room; i++)
		stems += counts.items[i].words != 0;
	report(text, start, total, stems);
	vocabulary_free(vocabulary);
	arena_free(&arena);
}

/* --- the peer ------------------------------------------------------------- */

/* The words of all lines in lower case, each ended by a NUL. */
static char *
lower_words(struct arena *arena, const struct made_text *text, size_t *count)
{
	struct vocabulary *vocabulary = vocabulary_new(arena);
	const char *at = text->bytes, *end = at + text->len;
	char *words = arena_alloc(arena, 2 * text->len), *to = words;

	for (*count = 0; at < end;) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));
		const struct word *found;
		size_t here = vocabulary_read(vocabulary, TONGUE_EN, at,
					      (size_t)(stop - at), &found);

		for (size_t i = 0; i < here; i++) {
			uint32_t word = vocabulary_spelling(vocabulary,
							    found[i].spelling)
						->word;

			strcpy(to, vocabulary_text(vocabulary, word));
			to += strlen(to) + 1;
		}
		*count += here;
		at = stop + 1;
	}
	vocabulary_free(vocabulary);
	return words;
}

static void
stem_once(const struct made_text *text, const char *words, size_t count)
{
	struct sb_stemmer *stemmer = sb_stemmer_new("english", "UTF_8");
	double start = cpu_seconds();
	size_t bytes = 0;

	for (size_t i = 0; i < count; i++) {
		size_t len = strlen(words);

		sb_stemmer_stem(stemmer, (const sb_symbol *)words, (int)len);
		bytes += (size_t)sb_stemmer_length(stemmer);
		words += len + 1;
	}
	report(text, start, count, bytes);
	sb_stemmer_delete(stemmer);
}

int
main(int argc, char **argv)
{
	static const char *const kinds[] = { "ascii", "fifth", "every" };
	struct arena arena = { 0 };
	long megabytes = argc == 4 ? strtol(argv[3], NULL, 10) : 0;
	size_t kind = 0, count;
	struct made_text text;
	const char *words;

	while (argc == 4 && kind < 3 && strcmp(argv[2], kinds[kind]) != 0)
		kind++;
	if (argc != 4 || kind == 3 || megabytes < 1 || megabytes > BYTES_MAX) {
		fputs("usage: read_text show|count|stem ascii|fifth|every MB\n",
		      stderr);
		return 2;
	}
	text = text_make(&arena, (enum text_kind)kind,
			 (size_t)megabytes * 1000000);
	if (!strcmp(argv[1], "show"))
		fwrite(text.bytes, 1, text.len, stdout);
	for (int i = 0; i < TIMES && !strcmp(argv[1], "count"); i++)
		count_once(&text);
	if (!strcmp(argv[1], "stem")) {
		words = lower_words(&arena, &text, &count);
		for (int i = 0; i < TIMES; i++)
			stem_once(&text, words, count);
	}
	arena_free(&arena);
	return 0;
}
