#ifndef PROBLEM_H
#define PROBLEM_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct error;

/*
 * Everything that is wrong with one file a person wrote, in the order of the
 * file.  At most PROBLEM_MAX are kept; COUNT goes on.
 */
enum { PROBLEM_MAX = 100 };

struct problem {
	size_t line, column; /* from 1 */
	const char *text;    /* "what is wrong: what to write instead" */
};

struct problems {
	struct arena *arena;
	const char *path; /* as the person gave it */
	struct problem items[PROBLEM_MAX];
	size_t count;
};

void problem_add(struct problems *problems, size_t line, size_t column,
		 const char *format, ...) __attribute__((format(printf, 4, 5)));

/* All of them, one a line, "path:line:column: text\n", sorted by place, and a
 * last line that says how many more there are when they were too many. */
char *problem_list(struct problems *problems);

/* False, and ERROR_INPUT with problem_list() as its sentence, when there are
 * any. */
bool problem_none(struct problems *problems, struct error *err);

#endif
