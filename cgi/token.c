#include "token.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "error.h"

/* Crockford's base 32 has no letters that are taken for one another. */
static const char symbols[] = "0123456789abcdefghjkmnpqrstvwxyz";

enum {
	ISSUED_BYTES = 5,
	ISSUED_TEXT = 8,
	UUID_BYTES = 16,
	MAC_BYTES = crypto_auth_hmacsha256_BYTES,
	RECEIPT_MAC_BYTES = 16,
};
static_assert(HASH_BYTES == crypto_hash_sha256_BYTES, "SHA-256");
static_assert(TOKEN_TEXT == ISSUED_TEXT + (MAC_BYTES * 8 + 4) / 5, "token");

static size_t
text_len(size_t bytes_len)
{
	return (bytes_len * 8 + 4) / 5;
}

/* LEN bytes as text_len(LEN) symbols, without a NUL. */
static void
encode(const unsigned char *bytes, size_t len, char *text)
{
	unsigned held = 0, bits = 0;

	for (size_t i = 0; i < len; i++) {
		held = (held << 8 | bytes[i]) & 0xfff;
		for (bits += 8; bits >= 5; bits -= 5)
			*text++ = symbols[held >> (bits - 5) & 31];
	}
	if (bits)
		*text++ = symbols[held << (5 - bits) & 31];
}

/* The other way.  Bits past the last byte must be zero, so that no other text
 * means the same. */
static bool
decode(const char *text, unsigned char *bytes, size_t len)
{
	unsigned held = 0, bits = 0;

	for (size_t i = 0; i < text_len(len); i++) {
		const char *symbol = text[i] ? strchr(symbols, text[i]) : NULL;

		if (!symbol)
			return false;
		held = (held << 5 | (unsigned)(symbol - symbols)) & 0xfff;
		bits += 5;
		if (bits >= 8) {
			bits -= 8;
			*bytes++ = (unsigned char)(held >> bits);
		}
	}
	return (held & ((1u << bits) - 1)) == 0;
}

static bool
key_make(const char *path, struct error *err)
{
	struct token_key key;
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	bool written;

	if (fd < 0)
		return error_set(err, ERROR_SYSTEM,
				 "cannot make the key file %s: %s", path,
				 strerror(errno));
	randombytes_buf(key.bytes, sizeof(key.bytes));
	written = write(fd, key.bytes, sizeof(key.bytes)) ==
			  (ssize_t)sizeof(key.bytes) &&
		  fsync(fd) == 0;
	sodium_memzero(&key, sizeof(key));
	close(fd);
	if (written)
		return true;
	unlink(path);
	return error_set(err, ERROR_SYSTEM, "cannot write the key file %s",
			 path);
}

static bool
key_read(int fd, const char *path, struct token_key *key, struct error *err)
{
	struct stat status;

	if (fstat(fd, &status) != 0 || (status.st_mode & 077) != 0)
		return error_set(err, ERROR_SYSTEM,
				 "others may read the key file %s: "
				 "run chmod 600 on it",
				 path);
	if (status.st_size != (off_t)sizeof(key->bytes) ||
	    read(fd, key->bytes, sizeof(key->bytes)) !=
		    (ssize_t)sizeof(key->bytes))
		return error_set(err, ERROR_SYSTEM,
				 "%s is not a key file of %zu bytes: remove it "
				 "to have a new one made",
				 path, sizeof(key->bytes));
	return true;
}

bool
token_key_load(const char *path, struct token_key *key, struct error *err)
{
	int fd;
	bool fine;

	if (sodium_init() < 0)
		return error_set(err, ERROR_SYSTEM,
				 "this machine gives no random numbers");
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0 && errno == ENOENT) {
		if (!key_make(path, err))
			return false;
		fd = open(path, O_RDONLY | O_CLOEXEC);
	}
	if (fd < 0)
		return error_set(err, ERROR_SYSTEM,
				 "cannot read the key file %s: %s", path,
				 strerror(errno));
	fine = key_read(fd, path, key, err);
	close(fd);
	return fine;
}

void
token_random(void *bytes, size_t len)
{
	randombytes_buf(bytes, len);
}

void
handle_text(const unsigned char handle[HANDLE_BYTES],
	    char text[HANDLE_TEXT + 1])
{
	encode(handle, HANDLE_BYTES, text);
	text[HANDLE_TEXT] = '\0';
}

bool
handle_read(const char *text, unsigned char handle[HANDLE_BYTES])
{
	return strlen(text) == HANDLE_TEXT &&
	       decode(text, handle, HANDLE_BYTES);
}

void
handle_hash(const unsigned char handle[HANDLE_BYTES],
	    unsigned char hash[HASH_BYTES])
{
	crypto_hash_sha256(hash, handle, HANDLE_BYTES);
}

/* The NUL goes in as well, so that no two lists of texts give the same bytes. */
static void
mac_text(crypto_auth_hmacsha256_state *state, const char *text)
{
	crypto_auth_hmacsha256_update(state, (const unsigned char *)text,
				      strlen(text) + 1);
}

static void
mac_number(crypto_auth_hmacsha256_state *state, int64_t number)
{
	unsigned char bytes[8];

	for (int i = 0; i < 8; i++)
		bytes[i] = (unsigned char)((uint64_t)number >> (56 - 8 * i));
	crypto_auth_hmacsha256_update(state, bytes, sizeof(bytes));
}

static void
token_mac(const struct token_key *key, const struct token_claim *claim,
	  moment issued, unsigned char mac[MAC_BYTES])
{
	static const unsigned char no_draft[HASH_BYTES] = { 0 };
	crypto_auth_hmacsha256_state state;

	crypto_auth_hmacsha256_init(&state, key->bytes, sizeof(key->bytes));
	mac_text(&state, "token");
	mac_text(&state, claim->purpose);
	mac_text(&state, claim->slug);
	mac_number(&state, claim->version);
	mac_number(&state, issued);
	crypto_auth_hmacsha256_update(&state,
				      claim->draft_hash ? claim->draft_hash
							: no_draft,
				      HASH_BYTES);
	crypto_auth_hmacsha256_final(&state, mac);
}

void
token_make(const struct token_key *key, const struct token_claim *claim,
	   moment issued, char text[TOKEN_TEXT + 1])
{
	unsigned char seconds[ISSUED_BYTES], mac[MAC_BYTES];

	for (int i = 0; i < ISSUED_BYTES; i++)
		seconds[i] = (unsigned char)(issued >> (32 - 8 * i));
	token_mac(key, claim, issued, mac);
	encode(seconds, ISSUED_BYTES, text);
	encode(mac, MAC_BYTES, text + ISSUED_TEXT);
	text[TOKEN_TEXT] = '\0';
}

enum token_verdict
token_check(const struct token_key *key, const struct token_claim *claim,
	    moment now, const char *text)
{
	unsigned char seconds[ISSUED_BYTES], mac[MAC_BYTES], ours[MAC_BYTES];
	moment issued = 0;

	if (strlen(text) != TOKEN_TEXT ||
	    !decode(text, seconds, ISSUED_BYTES) ||
	    !decode(text + ISSUED_TEXT, mac, MAC_BYTES))
		return TOKEN_FALSE;
	for (int i = 0; i < ISSUED_BYTES; i++)
		issued = issued << 8 | seconds[i];
	token_mac(key, claim, issued, ours);
	if (sodium_memcmp(mac, ours, MAC_BYTES) != 0)
		return TOKEN_FALSE;
	return now - issued > TOKEN_AGE_MAX_S ? TOKEN_EXPIRED : TOKEN_GOOD;
}

static bool
is_hyphen_place(size_t i)
{
	return i == 8 || i == 13 || i == 18 || i == 23;
}

static bool
uuid_bytes(const char *uuid, unsigned char bytes[UUID_BYTES])
{
	static const char digits[] = "0123456789abcdef";
	size_t nibbles = 0;

	if (strlen(uuid) != UUID_TEXT)
		return false;
	for (size_t i = 0; i < UUID_TEXT; i++) {
		const char *digit = strchr(digits, uuid[i]);

		if (is_hyphen_place(i)) {
			if (uuid[i] != '-')
				return false;
			continue;
		}
		if (!digit)
			return false;
		bytes[nibbles / 2] = (unsigned char)(bytes[nibbles / 2] << 4 |
						     (digit - digits));
		nibbles++;
	}
	return true;
}

static void
uuid_text(const unsigned char bytes[UUID_BYTES], char uuid[UUID_TEXT + 1])
{
	size_t nibbles = 0;

	for (size_t i = 0; i < UUID_TEXT; i++) {
		if (is_hyphen_place(i)) {
			uuid[i] = '-';
			continue;
		}
		uuid[i] = "0123456789abcdef"[bytes[nibbles / 2] >>
						     (nibbles % 2 ? 0 : 4) &
					     15];
		nibbles++;
	}
	uuid[UUID_TEXT] = '\0';
}

static void
receipt_mac(const struct token_key *key, const unsigned char uuid[UUID_BYTES],
	    unsigned char mac[MAC_BYTES])
{
	crypto_auth_hmacsha256_state state;

	crypto_auth_hmacsha256_init(&state, key->bytes, sizeof(key->bytes));
	mac_text(&state, "receipt");
	crypto_auth_hmacsha256_update(&state, uuid, UUID_BYTES);
	crypto_auth_hmacsha256_final(&state, mac);
}

bool
receipt_make(const struct token_key *key, const char *uuid,
	     char text[RECEIPT_TEXT + 1])
{
	unsigned char bytes[UUID_BYTES] = { 0 }, mac[MAC_BYTES];

	if (!uuid_bytes(uuid, bytes))
		return false;
	receipt_mac(key, bytes, mac);
	encode(bytes, UUID_BYTES, text);
	encode(mac, RECEIPT_MAC_BYTES, text + RECEIPT_TEXT / 2);
	text[RECEIPT_TEXT] = '\0';
	return true;
}

bool
receipt_read(const struct token_key *key, const char *text,
	     char uuid[UUID_TEXT + 1])
{
	unsigned char bytes[UUID_BYTES], mac[RECEIPT_MAC_BYTES];
	unsigned char ours[MAC_BYTES];

	if (strlen(text) != RECEIPT_TEXT || !decode(text, bytes, UUID_BYTES) ||
	    !decode(text + RECEIPT_TEXT / 2, mac, RECEIPT_MAC_BYTES))
		return false;
	receipt_mac(key, bytes, ours);
	if (sodium_memcmp(mac, ours, RECEIPT_MAC_BYTES) != 0)
		return false;
	uuid_text(bytes, uuid);
	return true;
}

/* --- codes and links ---------------------------------------------------- */

/* Those of references (reference_symbols() in sql/). */
static const char code_symbols[] = "23456789ABCDEFGHJKLMNPRSTUVWXY";

enum { CODE_SYMBOL_COUNT = sizeof(code_symbols) - 1, CODE_GROUP = 4 };

static void
three_mac(const struct token_key *key, const char *purpose, const char *slug,
	  const char *text, unsigned char mac[MAC_BYTES])
{
	crypto_auth_hmacsha256_state state;

	crypto_auth_hmacsha256_init(&state, key->bytes, sizeof(key->bytes));
	mac_text(&state, purpose);
	mac_text(&state, slug);
	mac_text(&state, text);
	crypto_auth_hmacsha256_final(&state, mac);
}

/* Bytes that would favour the first symbols are passed over; of 32, one in 16, so
 * that twelve are always left but once in the age of the world. */
void
code_make(const struct token_key *key, const char *slug, const char *seed,
	  char text[CODE_TEXT + 1])
{
	unsigned char mac[MAC_BYTES];
	size_t drawn = 0;
	char *at = text;

	three_mac(key, "make a code", slug, seed, mac);
	for (size_t i = 0; i < MAC_BYTES && drawn < CODE_SYMBOLS; i++) {
		if (mac[i] >= 256 / CODE_SYMBOL_COUNT * CODE_SYMBOL_COUNT)
			continue;
		if (drawn && drawn % CODE_GROUP == 0)
			*at++ = '-';
		*at++ = code_symbols[mac[i] % CODE_SYMBOL_COUNT];
		drawn++;
	}
	assert(drawn == CODE_SYMBOLS);
	*at = '\0';
}

/* How many bytes at TEXT are one blank or hyphen, also of those that word
 * processors put in: no-break space, U+2010 to U+2015. */
static size_t
filler_len(const char *text)
{
	const unsigned char *bytes = (const unsigned char *)text;

	if (strchr(" -\t\r\n", *text))
		return 1;
	if (bytes[0] == 0xc2 && bytes[1] == 0xa0)
		return 2;
	if (bytes[0] == 0xe2 && bytes[1] == 0x80 && bytes[2] >= 0x90 &&
	    bytes[2] <= 0x95)
		return 3;
	return 0;
}

bool
code_read(const char *text, char code[CODE_SYMBOLS + 1])
{
	size_t len = 0, filler;

	for (; *text; text += filler ? filler : 1) {
		char symbol = *text;

		filler = filler_len(text);
		if (filler)
			continue;
		if (symbol >= 'a' && symbol <= 'z')
			symbol = (char)(symbol - 'a' + 'A');
		if (len == CODE_SYMBOLS || !strchr(code_symbols, symbol))
			return false;
		code[len++] = symbol;
	}
	code[len] = '\0';
	return len == CODE_SYMBOLS;
}

void
invite_make(const struct token_key *key, const char *slug, const char *seed,
	    char text[HANDLE_TEXT + 1])
{
	unsigned char mac[MAC_BYTES];

	three_mac(key, "make a link", slug, seed, mac);
	handle_text(mac, text);
}

void
code_hash(const struct token_key *key, const char *slug, const char *code,
	  unsigned char hash[HASH_BYTES])
{
	three_mac(key, "code", slug, code, hash);
}

void
invite_hash(const struct token_key *key, const char *slug, const char *text,
	    unsigned char hash[HASH_BYTES])
{
	three_mac(key, "link", slug, text, hash);
}
