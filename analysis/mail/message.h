#ifndef MESSAGE_H
#define MESSAGE_H

struct arena;
struct stored_mail;

/*
 * A mail as it travels: RFC 5322 with a body of MIME (RFC 2045).
 */

/* The whole message, lines ending with CRLF, in the arena.  It is made of the mail
 * and FROM alone, so that one that is tried twice is the same twice: the date is
 * when it was queued, the Message-ID is <UUID@domain of FROM>.  FROM is an address.
 * The subject goes as an encoded word (RFC 2047) unless it is plain ASCII; the body
 * goes in base 64, text/plain in UTF-8. */
char *message_of(struct arena *arena, const struct stored_mail *mail,
		 const char *from);

#endif
