#ifndef ENCODING_H
#define ENCODING_H

#include <stdbool.h>
#include <stddef.h>

struct str;
struct error;

/*
 * Door to iconv: what programs of other times wrote, as UTF-8.
 */

/* Add LEN bytes in ENCODING (a name like "windows-1252") to OUT as UTF-8.
 * ERROR_INPUT: no such encoding, or bytes that it does not have, and their
 * line. */
bool encoding_decode(const char *encoding, const char *bytes, size_t len,
		     struct str *out, struct error *err);

/*
 * What bytes that are no UTF-8, first so at WHERE, are most likely in: NULL when
 * they look like nothing that is known.  UTF-16 is told by its NULs,
 * windows-1252 by accents inside words and the marks that it has.
 */
const char *encoding_guess(const char *bytes, size_t len, size_t where);

#endif
