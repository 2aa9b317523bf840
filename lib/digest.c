#include "digest.h"

#include <sodium.h>

#include "arena.h"

void
digest(const void *bytes, size_t len, unsigned char hash[DIGEST_BYTES])
{
	crypto_hash_sha256(hash, bytes, len);
}

char *
digest_hex(struct arena *arena, const void *bytes, size_t len)
{
	unsigned char hash[DIGEST_BYTES];
	char *text = arena_alloc(arena, DIGEST_HEX + 1);

	digest(bytes, len, hash);
	return sodium_bin2hex(text, DIGEST_HEX + 1, hash, sizeof(hash));
}

char *
digest_uuid(struct arena *arena, const void *bytes, size_t len)
{
	unsigned char hash[DIGEST_BYTES];
	char hex[DIGEST_HEX + 1];

	digest(bytes, len, hash);
	hash[6] = (unsigned char)((hash[6] & 0x0f) | 0x80);
	hash[8] = (unsigned char)((hash[8] & 0x3f) | 0x80);
	sodium_bin2hex(hex, sizeof(hex), hash, sizeof(hash));
	return arena_format(arena, "%.8s-%.4s-%.4s-%.4s-%.12s", hex, hex + 8,
			    hex + 12, hex + 16, hex + 20);
}
