#ifndef PERCENT_H
#define PERCENT_H

#include <stddef.h>

struct arena;

/*
 * Undo percent-encoding of LEN bytes, and make '+' PLUS (' ' in a form, else '+');
 * *DECODED_LEN bytes in the arena, with a NUL behind them, never more than LEN.  NULL
 * when a '%' is not followed by two digits.  The result may be no UTF-8, and hold NULs.
 */
char *percent_decode(struct arena *arena, const char *text, size_t len,
		     char plus, size_t *decoded_len);

#endif
