/*
 * letters: makes the answers to a question that a campaign has written letters
 * for.  Most are copies of a letter, edited by those who sent them; the others
 * wrote their own.  Writes CSV with the columns id, text and letter (the number of
 * the letter, empty for an answer of one's own).  The same arguments give the same
 * bytes.
 *
 * usage: letters [ANSWERS [PERCENT_COPIES [LETTERS [PERCENT_EDITS [SEED]]]]]
 *        letters 200000 60 40 15 1
 *
 * Each copy has from 0 to PERCENT_EDITS % of its words changed, dropped or
 * inserted; half of them also have a greeting and a name of their own, a third a
 * sentence of their own at the front, in the middle or at the end; some are in
 * capitals, some without punctuation.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS = 4000, WORD_ROOM = 16, TEXT_WORDS = 400 };

static const char *const syllables[] = { "ba", "con", "de",  "er", "fo",  "gra",
					 "hi", "in",  "ka",  "lo", "me",  "nor",
					 "o",  "per", "qua", "re", "sta", "ter",
					 "un", "ve",  "wi",  "y",  "za",  "ing",
					 "ed", "al",  "tion" };

struct text {
	uint16_t words[2 * TEXT_WORDS];
	size_t count;
};

struct maker {
	uint64_t state;
	char words[WORDS][WORD_ROOM];
	uint32_t reach[WORDS]; /* sums of frequencies */
};

static uint32_t
chance(struct maker *maker, uint32_t below)
{
	uint64_t number;

	maker->state += 0x9e3779b97f4a7c15;
	number = (maker->state ^ maker->state >> 30) * 0xbf58476d1ce4e5b9;
	number = (number ^ number >> 27) * 0x94d049bb133111eb;
	return (uint32_t)((number >> 33) % below);
}

/* Words as frequent as Zipf's law has it; the frequent ones are short. */
static void
make_words(struct maker *maker)
{
	const uint32_t count = sizeof(syllables) / sizeof(*syllables);
	uint32_t sum = 0;

	for (uint32_t i = 0; i < WORDS; i++) {
		uint32_t parts = i < 100 ? 1 : i < 600 ? 2 : 3;

		for (uint32_t j = 0; j < parts; j++)
			strcat(maker->words[i],
			       syllables[chance(maker, count)]);
		sum += 10000000 / (i + 2);
		maker->reach[i] = sum;
	}
}

static uint16_t
any_word(struct maker *maker)
{
	uint32_t at = chance(maker, maker->reach[WORDS - 1]);
	size_t low = 0, high = WORDS - 1;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (maker->reach[middle] > at)
			high = middle;
		else
			low = middle + 1;
	}
	return (uint16_t)low;
}

static void
add_words(struct maker *maker, struct text *text, size_t count)
{
	while (count--)
		text->words[text->count++] = any_word(maker);
}

static void
edit(struct maker *maker, const struct text *letter, uint32_t per_thousand,
     struct text *copy)
{
	uint32_t at = chance(maker, 3) ? UINT32_MAX : chance(maker, 3);
	size_t sentence = 8 + chance(maker, 18);

	copy->count = 0;
	for (size_t i = 0; i < letter->count; i++) {
		if ((at == 0 && i == 0) || (at == 1 && i == letter->count / 2))
			add_words(maker, copy, sentence);
		if (chance(maker, 1000) >= per_thousand) {
			copy->words[copy->count++] = letter->words[i];
			continue;
		}
		switch (chance(maker, 3)) {
		case 0:
			add_words(maker, copy, 1);
			break;
		case 1:
			add_words(maker, copy, 1);
			copy->words[copy->count++] = letter->words[i];
			break;
		}
	}
	if (at == 2)
		add_words(maker, copy, sentence);
}

static void
print_text(struct maker *maker, const struct text *text)
{
	bool capitals = !chance(maker, 20), plain = !chance(maker, 10);
	size_t end = 0;

	for (size_t i = 0; i < text->count; i++) {
		char word[WORD_ROOM];

		memcpy(word, maker->words[text->words[i]], sizeof(word));
		for (size_t j = 0; word[j]; j++)
			if (capitals || (i == end && j == 0))
				word[j] = (char)(word[j] - 'a' + 'A');
		if (i == end)
			end = i + 6 + chance(maker, 18);
		printf("%s%s", word,
		       i + 1 == text->count ? ""
		       : plain		    ? " "
		       : i + 1 == end	    ? ". "
		       : chance(maker, 14)  ? " "
					    : ", ");
	}
}

static void
print_copy(struct maker *maker, const struct text *letter,
	   uint32_t percent_edits)
{
	struct text copy;
	bool personal = chance(maker, 2);

	edit(maker, letter, chance(maker, 10 * percent_edits + 1), &copy);
	if (personal)
		printf("Dear %s %s,\n\n", maker->words[chance(maker, 100)],
		       maker->words[chance(maker, WORDS)]);
	print_text(maker, &copy);
	if (personal)
		printf("\n\nYours sincerely,\n%s %s\n%u %s Road",
		       maker->words[chance(maker, WORDS)],
		       maker->words[chance(maker, WORDS)], chance(maker, 200),
		       maker->words[chance(maker, WORDS)]);
}

static uint32_t
argument(int argc, char **argv, int index, uint32_t otherwise, uint32_t max)
{
	unsigned long number =
		index < argc ? strtoul(argv[index], NULL, 10) : otherwise;

	if (number <= max)
		return (uint32_t)number;
	fprintf(stderr, "letters: argument %d is at most %u\n", index, max);
	exit(2);
}

int
main(int argc, char **argv)
{
	static struct maker maker;
	uint32_t answers = argument(argc, argv, 1, 200000, 2000000);
	uint32_t copies = argument(argc, argv, 2, 60, 100);
	uint32_t letter_count = argument(argc, argv, 3, 40, 100000);
	uint32_t edits = argument(argc, argv, 4, 15, 100);
	struct text *letters = calloc(letter_count + 1, sizeof(*letters));

	if (!letters)
		return 1;
	maker.state = argument(argc, argv, 5, 1, UINT32_MAX);
	make_words(&maker);
	for (uint32_t i = 0; i < letter_count; i++)
		add_words(&maker, &letters[i], 80 + chance(&maker, 171));
	puts("id,text,letter");
	for (uint32_t i = 0; i < answers; i++) {
		printf("%u,\"", i);
		if (letter_count && chance(&maker, 100) < copies) {
			uint32_t letter = chance(&maker, letter_count);

			print_copy(&maker, &letters[letter], edits);
			printf("\",%u\n", letter);
		} else {
			struct text own = { .count = 0 };

			add_words(&maker, &own, 5 + chance(&maker, 146));
			print_text(&maker, &own);
			puts("\",");
		}
	}
	free(letters);
	return 0;
}
