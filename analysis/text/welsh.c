#include "welsh.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "welsh_list.h"

enum { WORD_BYTES_MAX = 64 }; /* longer ones are no words */

static bool
begins(const char *word, const char *start)
{
	return !strncmp(word, start, strlen(start));
}

static bool
ends(const char *word, const char *end)
{
	size_t len = strlen(word), end_len = strlen(end);

	return len >= end_len && !strcmp(word + len - end_len, end);
}

static size_t
letters(const char *word)
{
	size_t count = 0;

	for (; *word; word++)
		count += ((unsigned char)*word & 0xc0) != 0x80;
	return count;
}

/* --- the list ------------------------------------------------------------------ */

static int
compare(const void *form, const void *item)
{
	return strcmp(form, ((const struct welsh_word *)item)->form);
}

static const char *
head_of(const char *form)
{
	const struct welsh_word *word =
		bsearch(form, welsh_words, welsh_word_count,
			sizeof(welsh_words[0]), compare);

	return word ? word->head : NULL;
}

/* --- the start of a word ------------------------------------------------------- */

/* What a word begins with, unless EXCEPT follows or stands there, and what that
 * may have been.  "=" is any vowel or w, which stays. */
static const struct {
	const char *start, *radical, *except;
} mutations[] = {
	{ "ngh", "c", NULL }, { "ng", "g", "ngh" }, { "mh", "p", NULL },
	{ "nh", "t", NULL },  { "ph", "p", NULL },  { "th", "t", NULL },
	{ "ch", "c", NULL },  { "dd", "d", NULL },  { "b", "p", NULL },
	{ "d", "t", "dd" },   { "g", "c", NULL },   { "f", "b", "ff" },
	{ "f", "m", "ff" },   { "l", "ll", "ll" },  { "l", "gl", "ll" },
	{ "r", "rh", "rh" },  { "r", "gr", "rh" },  { "n", "d", "nh" },
	{ "m", "b", "mh" },   { "h", "", "hw" },    { "", "g", NULL },
};

static bool
is_vowel(const char *word)
{
	/* Beyond ASCII stand the vowels with signs alone. */
	return *word && (strchr("aeiouwy", *word) || *word & 0x80);
}

/* The head of a word as it is written, or of what it may be a mutation of. */
static const char *
head_of_mutated(const char *form)
{
	const char *head = head_of(form);
	char radical[WORD_BYTES_MAX + 2];

	if (letters(form) < 3)
		return head;
	for (size_t i = 0;
	     !head && i < sizeof(mutations) / sizeof(mutations[0]); i++) {
		const char *rest = form + strlen(mutations[i].start);

		if (!begins(form, mutations[i].start) ||
		    (mutations[i].except && begins(form, mutations[i].except)))
			continue;
		if (!*mutations[i].radical || !*mutations[i].start)
			if (!is_vowel(rest))
				continue;
		strcpy(radical, mutations[i].radical);
		strcat(radical, rest);
		head = head_of(radical);
	}
	return head;
}

/* One letter for all that a first letter changes into and may come of. */
static const struct {
	const char *start, *class;
} classes[] = {
	{ "ngh", "" }, { "ng", "" },  { "chw", "chw" }, { "ch", "" },
	{ "mh", "p" }, { "ph", "p" }, { "ff", "ff" },	{ "b", "p" },
	{ "f", "p" },  { "m", "p" },  { "nh", "t" },	{ "th", "t" },
	{ "dd", "t" }, { "d", "t" },  { "n", "t" },	{ "ll", "l" },
	{ "gl", "l" }, { "cl", "l" }, { "rh", "r" },	{ "gr", "r" },
	{ "cr", "r" }, { "c", "" },   { "g", "" },	{ "h", "" },
};

static char *
class_of(struct arena *arena, const char *stem)
{
	for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++) {
		const char *rest = stem + strlen(classes[i].start);

		if (!begins(stem, classes[i].start))
			continue;
		if (!*classes[i].class && letters(rest) < 3)
			return arena_format(arena, "c%s", rest);
		return arena_format(arena, "%s%s", classes[i].class, rest);
	}
	return arena_string(arena, stem);
}

/* --- the end of a word --------------------------------------------------------- */

/* Of nouns and adjectives, and what stands in their place.  What is left is a
 * word. */
static const struct {
	const char *end, *instead;
} noun_ends[] = {
	{ "i", "" },	    { "au", "" },	 { "on", "" },
	{ "od", "" },	    { "es", "" },	 { "wr", "" },
	{ "ol", "" },	    { "ed", "" },	 { "af", "" },
	{ "iau", "" },	    { "ion", "" },	 { "ydd", "" },
	{ "edd", "" },	    { "iol", "" },	 { "wyr", "" },
	{ "wyr", "wr" },    { "ach", "" },	 { "aid", "" },
	{ "oedd", "" },	    { "iaid", "" },	 { "feydd", "fa" },
	{ "faoedd", "fa" }, { "yddion", "ydd" }, { "yddion", "" },
};

/* Of verbs, each of which may have an i before it.  What is left is a verb without
 * the ending of its verb-noun. */
static const char *const verb_ends[] = {
	"a",	"i",	"o",	"af",	 "ai",	  "an",	   "em",   "en",
	"er",	"es",	"et",	"id",	 "ir",	  "om",	   "on",   "wn",
	"ad",	"adau", "ais",	"ant",	 "ech",	  "ent",   "est",  "iff",
	"ith",	"och",	"odd",	"ont",	 "som",	  "son",   "wch",  "wyd",
	"aist", "asai", "asem", "asid",	 "asom",  "ason",  "aswn", "edig",
	"esid", "soch", "adwy", "asant", "asent", "asoch",
};
static const char *const verb_noun_ends[] = {
	"-", "io", "o", "u", "i", "a", ""
};

static const char *
head_of_verb(const char *start)
{
	char form[WORD_BYTES_MAX + 8];
	const char *head = NULL;

	for (size_t i = 0;
	     !head && i < sizeof(verb_noun_ends) / sizeof(verb_noun_ends[0]);
	     i++) {
		strcpy(form, start);
		strcat(form, verb_noun_ends[i]);
		head = head_of_mutated(form);
	}
	return head;
}

/* WORD without END, and INSTEAD in its place: false when that leaves too little. */
static bool
cut(char *shorter, const char *word, const char *end, const char *instead)
{
	if (!ends(word, end))
		return false;
	strcpy(shorter, word);
	strcpy(shorter + strlen(word) - strlen(end), instead);
	return letters(shorter) >= 3;
}

static const char *
head_of_noun_form(const char *word)
{
	char rest[WORD_BYTES_MAX + 8];
	const char *head = NULL;

	for (size_t i = 0;
	     !head && i < sizeof(noun_ends) / sizeof(noun_ends[0]); i++)
		if (cut(rest, word, noun_ends[i].end, noun_ends[i].instead))
			head = head_of_mutated(rest);
	return head;
}

static const char *
head_of_verb_form(const char *word)
{
	char rest[WORD_BYTES_MAX + 8];
	const char *head = NULL;

	for (size_t i = 0;
	     !head && i < sizeof(verb_ends) / sizeof(verb_ends[0]); i++) {
		if (!cut(rest, word, verb_ends[i], ""))
			continue;
		head = head_of_verb(rest);
		if (!head && cut(rest, rest, "i", ""))
			head = head_of_verb(rest);
	}
	return head;
}

/* Those that are taken off a word that is not in the list, longest first: one of
 * plurals, then one of the others. */
struct common_end {
	const char *end, *instead;
};

static const struct common_end plurals[] = {
	{ "aethau", "aeth" }, { "faoedd", "fa" }, { "feydd", "fa" },
	{ "iadau", "iad" },   { "oedd", "" },	  { "iaid", "" },
	{ "iau", "" },	      { "ïau", "i" },	  { "ion", "" },
	{ "au", "" },	      { "on", "" },	  { NULL, NULL },
};

static const struct common_end others[] = {
	{ "asant", "" }, { "iodd", "" }, { "iwyd", "" }, { "asom", "" },
	{ "edig", "" },	 { "adwy", "" }, { "ydd", "" },	 { "edd", "" },
	{ "iad", "" },	 { "iol", "" },	 { "iwr", "" },	 { "wyr", "" },
	{ "odd", "" },	 { "wyd", "" },	 { "ais", "" },	 { "ant", "" },
	{ "ir", "" },	 { "wr", "" },	 { "ol", "" },	 { "io", "" },
	{ "u", "" },	 { "o", "" },	 { "i", "" },	 { NULL, NULL },
};

static void
cut_one(char *word, const struct common_end *common)
{
	char shorter[WORD_BYTES_MAX + 8];

	for (; common->end; common++)
		if (cut(shorter, word, common->end, common->instead)) {
			strcpy(word, shorter);
			return;
		}
}

/* A plural doubles n and r, and makes ai of the syllable before it ei. */
static void
undo_lengthening(char *stem)
{
	size_t len = strlen(stem);
	char *ai = strstr(stem, "ai");

	if (len > 4 && (ends(stem, "nn") || ends(stem, "rr")))
		stem[len - 1] = '\0';
	if (ai)
		*ai = 'e';
}

static char *
unlisted_stem(struct arena *arena, const char *word)
{
	char stem[WORD_BYTES_MAX + 8];

	strcpy(stem, word);
	cut_one(stem, plurals);
	cut_one(stem, others);
	undo_lengthening(stem);
	return class_of(arena, stem);
}

char *
welsh_stem(struct arena *arena, const char *word)
{
	const char *head;

	if (strlen(word) > WORD_BYTES_MAX)
		return arena_string(arena, word);
	head = head_of_mutated(word);
	if (!head)
		head = head_of_noun_form(word);
	if (!head)
		head = head_of_verb_form(word);
	if (head)
		return arena_string(arena, head);
	return letters(word) < 3 ? arena_string(arena, word)
				 : unlisted_stem(arena, word);
}
