#include "exchange/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "error.h"
#include "str.h"

static size_t
lines_of(const struct str *text)
{
	size_t lines = 1;

	for (size_t i = 0; i < text->len; i++)
		lines += text->text[i] == '\n';
	return lines;
}

static bool
decode_all(iconv_t way, const char *bytes, size_t len, struct str *out)
{
	char *from = (char *)bytes;
	char room[16 * 1024];

	for (;;) {
		char *to = room;
		size_t left = sizeof(room);
		/* At the end it writes what it still holds back. */
		bool last = !len;
		bool fine = iconv(way, last ? NULL : &from, &len, &to, &left) !=
			    (size_t)-1;

		bool full = !fine && errno == E2BIG;

		str_add(out, room, sizeof(room) - left);
		if (!full && (!fine || last))
			return fine;
	}
}

bool
encoding_decode(const char *encoding, const char *bytes, size_t len,
		struct str *out, struct error *err)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyz"
				      "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "0123456789-_.:+";
	iconv_t way = (iconv_t)-1;
	bool fine;

	if (*encoding && !encoding[strspn(encoding, allowed)])
		way = iconv_open("UTF-8", encoding);
	if (way == (iconv_t)-1)
		return error_set(err, ERROR_INPUT,
				 "there is no encoding \"%.100s\"; those most "
				 "met are utf-8, windows-1252 and utf-16",
				 encoding);
	fine = decode_all(way, bytes, len, out);
	iconv_close(way);
	if (fine)
		return true;
	return error_set(err, ERROR_INPUT,
			 "line %zu holds bytes that are not %s: is it saved in "
			 "another encoding?",
			 lines_of(out), encoding);
}

/* In UTF-16 of Western text every other byte is a NUL. */
static const char *
guess_wide(const char *bytes, size_t len)
{
	size_t nuls[2] = { 0 };

	for (size_t i = 0; i < len; i++)
		nuls[i % 2] += !bytes[i];
	if (nuls[1] > len / 4 && nuls[0] < nuls[1] / 4)
		return "utf-16le";
	if (nuls[0] > len / 4 && nuls[1] < nuls[0] / 4)
		return "utf-16be";
	return NULL;
}

static bool
is_ascii_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* Whether the byte at I makes sense in windows-1252: a letter beside one of
 * ASCII, or a mark that people type. */
static bool
is_western(const char *bytes, size_t len, size_t i)
{
	static const char marks[] = "\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96"
				    "\x97\x99\xa0\xa1\xa3\xa7\xa9\xab\xae\xb0"
				    "\xb2\xb4\xb7\xbb\xbc\xbd\xbe\xbf";
	static const char letters[] = "\x8a\x8c\x8e\x9a\x9c\x9e\x9f";
	unsigned char byte = (unsigned char)bytes[i];

	if (strchr(marks, bytes[i]))
		return true;
	if (byte < 0xc0 && !strchr(letters, bytes[i]))
		return false;
	return (i && is_ascii_letter(bytes[i - 1])) ||
	       (i + 1 < len && is_ascii_letter(bytes[i + 1]));
}

const char *
encoding_guess(const char *bytes, size_t len, size_t where)
{
	size_t high = 0, western = 0;

	if (memchr(bytes, '\0', len))
		return guess_wide(bytes, len);
	for (size_t i = 0; i < len; i++) {
		if ((unsigned char)bytes[i] < 0x80)
			continue;
		if (i < where) /* UTF-8 up to there */
			return NULL;
		high++;
		western += is_western(bytes, len, i);
	}
	return western * 10 >= high * 9 ? "windows-1252" : NULL;
}
