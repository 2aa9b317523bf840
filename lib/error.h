#ifndef ERROR_H
#define ERROR_H

#include <stdbool.h>
#include <stddef.h>

/*
 * One failure, as a kind and one sentence that a person can act on.  A function
 * that can fail takes a struct error as its last parameter and touches it only
 * when it fails.
 */
enum error_kind {
	ERROR_NONE,
	ERROR_INPUT,   /* what was given is wrong: 400, exit 2 */
	ERROR_MISSING, /* what was named does not exist: 404, exit 1 */
	ERROR_SYSTEM,  /* the machine failed: 500 or 503, exit 1 */
};

struct error {
	enum error_kind kind;
	char text[2048];
};

/* Fill ERR with KIND and a sentence; a sentence too long is cut.  Always false,
 * so that a caller can write `return error_set(…)`. */
bool error_set(struct error *err, enum error_kind kind, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Put "PATH:LINE: " before the sentence (LINE 0: "PATH: ").  Always false. */
bool error_at(struct error *err, const char *path, size_t line);

#endif
