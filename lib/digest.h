#ifndef DIGEST_H
#define DIGEST_H

#include <stddef.h>

struct arena;

/*
 * SHA-256 (FIPS 180-4), from libsodium.
 */
enum { DIGEST_BYTES = 32, DIGEST_HEX = 64 };

void digest(const void *bytes, size_t len, unsigned char hash[DIGEST_BYTES]);

/* The same as 64 lower-case hexadecimal digits, in the arena. */
char *digest_hex(struct arena *arena, const void *bytes, size_t len);

/* A UUID (RFC 9562, version 8) made of the first 122 bits of the digest: the
 * same bytes give the same one everywhere. */
char *digest_uuid(struct arena *arena, const void *bytes, size_t len);

#endif
