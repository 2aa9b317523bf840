#include "text.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "arena.h"

enum { WORDS = 120000, WORD_BYTES_MAX = 32, LINE_BYTES_MAX = 16 * 1024 };

/* What a language's words are made of. */
struct sounds {
	const char *const *commonest; /* ended by NULL */
	const char *const *onsets, *const *vowels, *const *codas;
	const char *const *endings;
	uint64_t seed;
};

static const char *const english_commonest[] = {
	"the",	   "of",    "and",   "to",     "a",	 "in",	   "that",
	"is",	   "it",    "for",   "was",    "on",	 "are",	   "as",
	"with",	   "they",  "be",    "at",     "this",	 "have",   "from",
	"or",	   "we",    "by",    "not",    "but",	 "what",   "all",
	"were",	   "when",  "your",  "can",    "there",	 "use",	   "an",
	"each",	   "which", "she",   "do",     "how",	 "their",  "if",
	"will",	   "up",    "other", "about",  "out",	 "many",   "then",
	"them",	   "these", "so",    "some",   "her",	 "would",  "make",
	"like",	   "him",   "into",  "time",   "has",	 "look",   "two",
	"more",	   "go",    "see",   "no",     "way",	 "could",  "my",
	"than",	   "been",  "who",   "its",    "now",	 "people", "did",
	"get",	   "don't", "it's",  "i",      "should", "only",   "local",
	"council", "need",  "road",  "school", NULL,
};
static const char *const english_onsets[] = {
	"b",  "c",  "d",  "f",	"g",  "h",  "l",  "m",	"n",  "p",
	"r",  "s",  "t",  "v",	"w",  "st", "tr", "pl", "ch", "sh",
	"br", "gr", "cl", "sp", "th", "pr", "",	  NULL,
};
static const char *const english_vowels[] = {
	"a", "e", "i", "o", "u", "a", "e", "ea", "ou", "ai", "oo", NULL,
};
static const char *const english_codas[] = {
	"", "", "", "n", "r", "l", "t", "s", "d", "m", "nd", "st", "ck", NULL,
};
static const char *const english_endings[] = {
	"",  "",   "",	 "s",	 "s",	 "ed",	 "ing",	 "er",	 "ly",
	"y", "al", "es", "ness", "ment", "tion", "able", "ings", NULL,
};
static const struct sounds english = {
	english_commonest, english_onsets,  english_vowels,
	english_codas,	   english_endings, 1,
};

static const char *const welsh_commonest[] = {
	"y",	"yr",	   "i",	    "a",      "yn",    "o",
	"ar",	"mae",	   "am",    "ac",     "mae’n", "i’r",
	"a’r",	"o’r",	   "gan",   "fod",    "bod",   "hyn",
	"sydd", "ei",	   "eu",    "na",     "dim",   "neu",
	"ond",	"wedi",	   "fel",   "tŷ",     "dŵr",   "gwasanaeth",
	"pobl", "gymraeg", "ysgol", "cyngor", "plant", NULL,
};
static const char *const welsh_onsets[] = {
	"b",  "c",  "d",  "f",	"g",  "h",  "l",  "m",	"n",
	"p",  "r",  "s",  "t",	"ll", "dd", "ff", "ch", "rh",
	"gw", "th", "cl", "pr", "tr", "ng", "",	  NULL,
};
static const char *const welsh_vowels[] = {
	"a",  "e",  "i",  "o",	"u", "w", "y", "a", "e", "i", "o", "y",	 "ae",
	"wy", "ei", "aw", "yw", "ŵ", "ŷ", "â", "ê", "î", "ô", "û", NULL,
};
static const char *const welsh_codas[] = {
	"", "", "", "n", "r", "l", "d", "dd", "th", "ch", "s", "nt", NULL,
};
static const char *const welsh_endings[] = {
	"", "", "", "au", "ion", "od", "oedd", "iad", "wyd", "ol", "us", NULL,
};
static const struct sounds welsh = {
	welsh_commonest, welsh_onsets,	welsh_vowels,
	welsh_codas,	 welsh_endings, 2,
};

/* Steele, Lea, Flood: SplitMix64 (2014). */
static uint64_t
chance(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15U;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9U;
	z = (z ^ z >> 27) * 0x94d049bb133111ebU;
	return z ^ z >> 31;
}

/* From 0 to LIMIT - 1. */
static uint64_t
below(uint64_t *state, uint64_t limit)
{
	return chance(state) % limit;
}

static void
append(char *word, uint64_t *state, const char *const *parts)
{
	size_t count = 0;

	while (parts[count])
		count++;
	strcat(word, parts[below(state, count)]);
}

struct lexicon {
	char (*words)[WORD_BYTES_MAX];
	uint64_t *sums; /* of the weights up to each */
};

/* Frequent words are short: of English, 3 letters among the first hundred, 5 up
 * to rank 2,000, 7 to 20,000, then 8. */
static void
make_word(char *word, size_t rank, uint64_t *state, const struct sounds *sounds)
{
	size_t syllables = rank < 2000 ? 1 : 2 + (rank >= 20000);

	while (syllables--) {
		append(word, state, sounds->onsets);
		append(word, state, sounds->vowels);
	}
	append(word, state, sounds->codas);
	append(word, state, sounds->endings);
}

/* 2^40 / (rank + 2.7)^(9/8), by square roots, which every machine rounds alike. */
static uint64_t
weight_at(size_t rank)
{
	double place = (double)rank + 2.7;

	return (uint64_t)(0x1p40 / (place * sqrt(sqrt(sqrt(place)))));
}

static struct lexicon
lexicon_make(struct arena *arena, const struct sounds *sounds)
{
	struct lexicon lexicon = {
		.words = arena_array(arena, WORDS, WORD_BYTES_MAX),
		.sums = arena_array(arena, WORDS, sizeof(uint64_t)),
	};
	uint64_t state = sounds->seed, sum = 0;
	bool common = true;

	for (size_t i = 0; i < WORDS; i++) {
		common = common && sounds->commonest[i];
		if (common)
			strcpy(lexicon.words[i], sounds->commonest[i]);
		else
			make_word(lexicon.words[i], i, &state, sounds);
		sum += weight_at(i + 1);
		lexicon.sums[i] = sum;
	}
	return lexicon;
}

static const char *
word_drawn(const struct lexicon *lexicon, uint64_t *state)
{
	uint64_t sum = below(state, lexicon->sums[WORDS - 1]);
	size_t low = 0, high = WORDS - 1;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (lexicon->sums[middle] > sum)
			high = middle;
		else
			low = middle + 1;
	}
	return lexicon->words[low];
}

struct page {
	char *at;
	uint64_t state;
};

static void
write_text(struct page *page, const char *text)
{
	size_t len = strlen(text);

	memcpy(page->at, text, len);
	page->at += len;
}

static void
write_number(struct page *page)
{
	for (size_t left = 1 + below(&page->state, 4); left; left--)
		*page->at++ = (char)('0' + below(&page->state, 10));
}

static void
write_word(struct page *page, const struct lexicon *lexicon, bool first,
	   const char *apostrophe)
{
	char *start = page->at;
	uint64_t dice = below(&page->state, 1000);

	if (dice < 10) {
		write_number(page);
		return;
	}
	write_text(page, word_drawn(lexicon, &page->state));
	if (dice < 25) {
		write_text(page, apostrophe);
		*page->at++ = 's';
	}
	if ((first || dice > 980) && *start >= 'a' && *start <= 'z')
		*start = (char)(*start - 'a' + 'A');
}

static void
write_sentence(struct page *page, const struct lexicon *lexicon,
	       const char *apostrophe)
{
	size_t count = 4 + below(&page->state, 22);

	for (size_t i = 0; i < count; i++) {
		if (i && below(&page->state, 100) < 7)
			*page->at++ = ',';
		if (i)
			*page->at++ = ' ';
		write_word(page, lexicon, !i, apostrophe);
	}
	*page->at++ = "....?!"[below(&page->state, 6)];
}

static bool
is_ascii(const char *start, const char *end)
{
	for (; start < end; start++)
		if ((unsigned char)*start >= 0x80)
			return false;
	return true;
}

struct made_text
text_make(struct arena *arena, enum text_kind kind, size_t bytes_min)
{
	const struct lexicon lexicons[] = { lexicon_make(arena, &english),
					    lexicon_make(arena, &welsh) };
	struct made_text made = {
		.bytes = arena_alloc(arena, bytes_min + LINE_BYTES_MAX),
	};
	struct page page = { .at = made.bytes, .state = 3 };

	for (size_t line = 0; (size_t)(page.at - made.bytes) < bytes_min;
	     line++) {
		bool in_welsh = kind == TEXT_EVERY ||
				(kind == TEXT_FIFTH && line % 5 == 4);
		const char *start = page.at;

		for (size_t left = 1 + below(&page.state, 6); left; left--) {
			if (page.at > start)
				*page.at++ = ' ';
			write_sentence(&page, &lexicons[in_welsh],
				       in_welsh ? "’" : "'");
		}
		if (in_welsh && is_ascii(start, page.at))
			write_text(&page, " Tŷ.");
		*page.at++ = '\n';
	}
	made.len = (size_t)(page.at - made.bytes);
	return made;
}
