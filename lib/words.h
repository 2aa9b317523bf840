#ifndef WORDS_H
#define WORDS_H

#include <stdbool.h>

#include "consultation.h"
#include "words_list.h" /* generated: enum word { W_…, WORD_COUNT } */

struct arena;
struct error;

/*
 * Words for the public: templates/words.en and words.cy, one `id = text` a line,
 * `#` comments.  A generator makes `enum word` from words.en (start_now becomes
 * W_START_NOW); lint refuses a language that lacks one or whose %s and %zu differ.
 * Templates use them as [[start_now]].
 */
struct words {
	const char *text[LANGUAGE_COUNT][WORD_COUNT];
};

/* All words of all languages from DIR, in the arena; ERROR_SYSTEM when a file or
 * a word is missing. */
const struct words *words_load(struct arena *arena, const char *dir,
			       struct error *err);

const char *word_in(const struct words *words, enum language language,
		    enum word word);

/* The word whose id is NAME, or WORD_COUNT. */
enum word word_named(const char *name);

/* The word with its one %s or %zu filled in. */
char *word_text(struct arena *arena, const struct words *words,
		enum language language, enum word word, const char *value);
char *word_number(struct arena *arena, const struct words *words,
		  enum language language, enum word word, size_t number);

/* Whether TEXT, a number too, begins with a vowel as Welsh is spoken: before it
 * "and" is W_AND_BEFORE_VOWEL. */
bool word_begins_with_vowel(const char *text);

/* A number as GOV.UK writes it, in Welsh too: "1,234,567". */
char *word_digits(struct arena *arena, size_t number);

/* A day as answers keep it, "2013-06-25", as GOV.UK writes it. */
char *word_day(struct arena *arena, const struct words *words,
	       enum language language, const char *day);

/* Dates as GOV.UK writes them: "25 June 2013"; a time in a sentence: "9:30am on
 * 25 June 2013", "midday on …", an opening at midnight the date alone, a closing
 * at midnight "11:59pm on" the day before. */
char *word_date(struct arena *arena, const struct words *words,
		enum language language, moment when);
char *word_opening(struct arena *arena, const struct words *words,
		   enum language language, moment when);
char *word_closing(struct arena *arena, const struct words *words,
		   enum language language, moment when);

#endif
