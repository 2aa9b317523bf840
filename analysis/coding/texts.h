#ifndef TEXTS_H
#define TEXTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "coding/coding.h"

struct arena;
struct db;
struct error;
struct question;

/*
 * The answers to one question, out of the database into memory; by their bytes,
 * then language, then response.
 */
struct texts {
	const int64_t *responses; /* whose the answers are */
	const struct coding_answer *answers;
	size_t count;
};

/* All of it lives in the arena. */
bool texts_load(struct db *db, struct arena *arena, const char *slug,
		const struct question *question, struct texts *texts,
		struct error *err);

#endif
