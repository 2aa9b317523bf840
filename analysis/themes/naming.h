#ifndef NAMING_H
#define NAMING_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct keyterms;
struct passages;
struct theme;
struct vocabulary;

/*
 * What a person reads of a theme: its ten words as people write them, its signs
 * (sign.h) and its label (label.h), with a capital.  A theme of whose expressions
 * none may be a label has its first word that is no label yet, poor ones last.
 */
struct naming {
	struct vocabulary *vocabulary;
	const struct passages *passages; /* of the answers that are heard */
	const struct keyterms *keyterms; /* of each theme */
	const uint32_t *stems;		 /* of each column */
	const char *const *surfaces;	 /* of each stem */
	size_t theme_count;
};

/* Fill terms, stems, words and label of all THEMES, all strings in the arena.  The
 * label is NULL of a theme that has no words. */
void naming_find(struct arena *arena, const struct naming *naming,
		 struct theme *themes);

#endif
