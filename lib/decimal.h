#ifndef DECIMAL_H
#define DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

struct arena;

/*
 * Numbers that people type, exact: counted in millionths.  No floating point
 * comes between what was typed and what is kept.
 */
typedef int64_t decimal;

enum { DECIMAL_PLACES = 6 };

/* 999,999,999,999: nothing larger is read. */
#define DECIMAL_MAX (INT64_C(999999999999) * 1000000)

enum decimal_fault {
	DECIMAL_FINE,
	DECIMAL_NOT_A_NUMBER,
	DECIMAL_TOO_PRECISE, /* more than PLACES after the point */
	DECIMAL_TOO_LARGE,   /* past DECIMAL_MAX, or below its negative */
};

/* The number in TEXT, which has no blanks at its ends: digits, in groups of
 * three parted by commas or spaces if at all; before them a minus, after them a
 * full stop and more digits.  *NEGATIVE: it begins with a minus, also when it is
 * too large. */
enum decimal_fault decimal_parse(const char *text, unsigned places,
				 decimal *result, bool *negative);

/* The one way that a number is stored: "-1200.5". */
char *decimal_text(struct arena *arena, decimal number);

/* As it is shown: "-1,200.5". */
char *decimal_shown(struct arena *arena, decimal number);

#endif
