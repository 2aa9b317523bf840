#include "nearest.h"

#include <stddef.h>
#include <string.h>

enum { LETTERS_MAX = 40 };

/* Levenshtein distance of two short words; row by row. */
static size_t
distance(const char *a, size_t a_len, const char *b, size_t b_len)
{
	size_t row[LETTERS_MAX + 1];

	for (size_t j = 0; j <= b_len; j++)
		row[j] = j;
	for (size_t i = 1; i <= a_len; i++) {
		size_t corner = row[0];

		row[0] = i;
		for (size_t j = 1; j <= b_len; j++) {
			size_t least = corner + (a[i - 1] != b[j - 1]);

			corner = row[j];
			if (row[j] + 1 < least)
				least = row[j] + 1;
			if (row[j - 1] + 1 < least)
				least = row[j - 1] + 1;
			row[j] = least;
		}
	}
	return row[b_len];
}

const char *
nearest(const char *word, const char *const names[])
{
	size_t len = strlen(word), best = 3;
	const char *found = NULL;

	if (len > LETTERS_MAX)
		return NULL;
	for (size_t i = 0; names[i]; i++) {
		size_t name_len = strlen(names[i]);
		size_t far;

		if (name_len > LETTERS_MAX)
			continue;
		far = distance(word, len, names[i], name_len);
		if (far < best && far * 2 < name_len) {
			best = far;
			found = names[i];
		}
	}
	return found;
}
