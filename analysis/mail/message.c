#include "mail/message.h"

#include <string.h>

#include "arena.h"
#include "moment.h"
#include "store_mail.h"
#include "str.h"
#include "utf8.h"

/* 39 bytes make 52 symbols, with "Subject: =?UTF-8?B?" and "?=" a line under the 76
 * that RFC 2047 allows; 57 make the 76 of RFC 2045. */
enum { WORD_BYTES = 39, LINE_BYTES = 57 };

static void
add_base64(struct str *out, const char *bytes, size_t len)
{
	static const char symbols[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "abcdefghijklmnopqrstuvwxyz"
				      "0123456789+/";

	for (size_t i = 0; i < len; i += 3) {
		size_t left = len - i;
		unsigned three = (unsigned)(unsigned char)bytes[i] << 16;

		if (left > 1)
			three |= (unsigned)(unsigned char)bytes[i + 1] << 8;
		if (left > 2)
			three |= (unsigned char)bytes[i + 2];
		str_char(out, symbols[three >> 18]);
		str_char(out, symbols[three >> 12 & 63]);
		str_char(out, left > 1 ? symbols[three >> 6 & 63] : '=');
		str_char(out, left > 2 ? symbols[three & 63] : '=');
	}
}

static bool
is_plain(const char *text)
{
	for (; *text; text++)
		if (*text < 0x20 || *text > 0x7e)
			return false;
	return true;
}

/* As much of TEXT as LEN bytes hold, cut between characters. */
static size_t
whole_characters(const char *text, size_t len)
{
	size_t left = strlen(text);

	if (left <= len)
		return left;
	while (((unsigned char)text[len] & 0xc0) == 0x80)
		len--;
	return len;
}

static void
add_subject(struct str *out, const char *subject)
{
	str_text(out, "Subject:");
	if (is_plain(subject) && strlen(subject) < 60) {
		str_format(out, " %s\r\n", subject);
		return;
	}
	while (*subject) {
		size_t len = whole_characters(subject, WORD_BYTES);

		str_text(out, " =?UTF-8?B?");
		add_base64(out, subject, len);
		str_text(out, "?=\r\n");
		subject += len;
	}
}

/* "Wed, 25 Nov 2026 00:34:28 +0000": the clock of UTC is that of London without
 * summer time. */
static void
add_date(struct str *out, moment when)
{
	static const char *const days[] = { "Sun", "Mon", "Tue", "Wed",
					    "Thu", "Fri", "Sat" };
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr",
					      "May", "Jun", "Jul", "Aug",
					      "Sep", "Oct", "Nov", "Dec" };
	struct arena arena = { 0 };
	const char *utc = moment_rfc3339(&arena, when);
	/* "2026-11-25T00:34:28Z" */
	int month = (utc[5] - '0') * 10 + utc[6] - '0';
	long long day = (when >= 0 ? when : when - 86399) / 86400;

	str_format(out, "Date: %s, %.2s %s %.4s %.8s +0000\r\n",
		   days[((day + 4) % 7 + 7) % 7], utc + 8, months[month - 1],
		   utc, utc + 11);
	arena_free(&arena);
}

static void
add_body(struct str *out, struct arena *arena, const char *body)
{
	struct str lines = { .arena = arena };

	str_text(&lines, "");
	for (; *body; body++) {
		if (*body == '\n')
			str_char(&lines, '\r');
		str_char(&lines, *body);
	}
	for (size_t i = 0; i < lines.len; i += LINE_BYTES) {
		size_t left = lines.len - i;

		add_base64(out, lines.text + i,
			   left < LINE_BYTES ? left : LINE_BYTES);
		str_text(out, "\r\n");
	}
}

char *
message_of(struct arena *arena, const struct stored_mail *mail,
	   const char *from)
{
	struct str out = { .arena = arena };

	str_format(&out, "From: <%s>\r\nTo: <%s>\r\n", from, mail->address);
	add_subject(&out, mail->subject);
	add_date(&out, mail->queued_at);
	str_format(&out, "Message-ID: <%s%s>\r\n", mail->message_id,
		   strrchr(from, '@'));
	str_format(&out,
		   "Auto-Submitted: auto-generated\r\n"
		   "MIME-Version: 1.0\r\n"
		   "Content-Type: text/plain; charset=utf-8\r\n"
		   "Content-Language: %s\r\n"
		   "Content-Transfer-Encoding: base64\r\n\r\n",
		   language_code(mail->language));
	add_body(&out, arena, mail->body);
	return out.text;
}
