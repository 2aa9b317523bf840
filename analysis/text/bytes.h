#ifndef BYTES_H
#define BYTES_H

#include <stdint.h>

/*
 * Eight bytes of a text at once, in a number: the first of them is the lowest, on
 * every machine.  Compilers know that each of these is one load or one store.
 */
#define EACH_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

static inline uint64_t
bytes_get(const char *text)
{
	const unsigned char *at = (const unsigned char *)text;

	return (uint64_t)at[0] | (uint64_t)at[1] << 8 | (uint64_t)at[2] << 16 |
	       (uint64_t)at[3] << 24 | (uint64_t)at[4] << 32 |
	       (uint64_t)at[5] << 40 | (uint64_t)at[6] << 48 |
	       (uint64_t)at[7] << 56;
}

static inline void
bytes_put(char *text, uint64_t eight)
{
	unsigned char *at = (unsigned char *)text;

	at[0] = (unsigned char)eight;
	at[1] = (unsigned char)(eight >> 8);
	at[2] = (unsigned char)(eight >> 16);
	at[3] = (unsigned char)(eight >> 24);
	at[4] = (unsigned char)(eight >> 32);
	at[5] = (unsigned char)(eight >> 40);
	at[6] = (unsigned char)(eight >> 48);
	at[7] = (unsigned char)(eight >> 56);
}

/* The first bytes of a text as a number: of two texts whose numbers differ, the one
 * with the smaller comes first by strcmp. */
static inline uint64_t
bytes_start(const char *text)
{
	uint64_t start = 0;

	for (int i = 0; i < 8; i++) {
		start = start << 8 | (unsigned char)*text;
		text += *text != 0;
	}
	return start;
}

#endif
