#ifndef UTF8_H
#define UTF8_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/*
 * Door to libunistring: what Greenpaper needs to know of Unicode.  Text inside
 * the house is valid UTF-8 without NUL, so these take NUL-terminated strings,
 * but for utf8_check, which stands at the door.
 */

/* Whether LEN bytes are well-formed UTF-8 without NUL.  If not, *WHERE is the
 * offset of the first bad byte. */
bool utf8_check(const char *bytes, size_t len, size_t *where);

/* Length of LEN bytes in UTF-16 code units, as a browser counts with
 * textarea.value.length. */
size_t utf8_utf16_units(const char *text, size_t len);

/* Nothing in it but white space, no-break and zero-width characters. */
bool utf8_is_blank(const char *text);

/* Neither blanks of that kind nor control characters in it. */
bool utf8_is_one_word(const char *text);

/* TEXT without the blanks of that kind at both ends, in the arena. */
char *utf8_trim(struct arena *arena, const char *text);

/* TEXT in Normalization Form C, in the arena. */
char *utf8_compose(struct arena *arena, const char *text);

/* TEXT lower-cased without regard to language, composed, in the arena. */
char *utf8_lower(struct arena *arena, const char *text);

/* TEXT with a capital for its first character, where that is a letter that has one;
 * in the arena. */
char *utf8_capitalised(struct arena *arena, const char *text);

/* A form in which texts that differ only in case, spacing and punctuation are
 * the same bytes: lower case, composed, every run of other than letters, digits
 * and the marks on them one space. */
char *utf8_fold(struct arena *arena, const char *text);

/* LEN bytes of TEXT as they can stand on one line of a terminal, in the arena:
 * every run of white space and control characters one space, and no characters
 * that turn the direction of writing. */
char *utf8_line(struct arena *arena, const char *text, size_t len);

/* How many columns of a terminal LEN bytes of TEXT take, and how many bytes of
 * whole characters (grapheme clusters by UAX #29) at its start or at its end take
 * COLUMNS at most. */
size_t utf8_columns(const char *text, size_t len);
size_t utf8_fit(const char *text, size_t len, size_t columns);
size_t utf8_fit_end(const char *text, size_t len, size_t columns);

/* Word boundaries by UAX #29: BREAKS[i] is set where a boundary stands before
 * byte i of the LEN bytes of TEXT. */
void utf8_word_breaks(const char *text, size_t len, char *breaks);

/* Whether the first character of TEXT is a letter, or a digit. */
bool utf8_starts_letter(const char *text);
bool utf8_starts_digit(const char *text);

#endif
