#ifndef NOMINEE_H
#define NOMINEE_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct passages;
struct reading;
struct vocabulary;

/*
 * Nominees: which expressions a theme may have, by its strongest passages alone, of
 * which NOMINEE_LEAST must hold one (two where it has few).
 * How often they stand everywhere is counted of these and of no others
 * (expression.c).
 */
enum { NOMINEES_MAX = 200, NOMINEE_LEAST = 3 };

/* What expressions are made of, as expression_find was told. */
struct material {
	struct vocabulary *vocabulary;
	const struct passages *passages;
	const unsigned char *telling;
	size_t size, theme_count;
};

/* The most that one of COUNT tokens from INDEX tells of THEME: 0, 1 or 2, see
 * expression_find. */
int material_tells(const struct material *material,
		   const struct reading *reading, size_t index, size_t count,
		   uint32_t theme);

struct nominee {
	uint32_t first;	   /* stem */
	size_t own;	   /* passages that hold it */
	size_t last;	   /* passage that was counted last, plus 1 */
	const char *bytes; /* reading_key */
	size_t token_count, word_count;
};

/* The most frequent expressions of THEME into KEPT, falling, their bytes in ARENA;
 * how many. */
size_t nominee_find(const struct material *material, struct arena *arena,
		    uint32_t theme, struct nominee kept[NOMINEES_MAX]);

#endif
