#ifndef BAGS_H
#define BAGS_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct vocabulary;
struct word;

/*
 * Texts as counted words: what themes are found in.  Only words that may tell one
 * text from another count: those in at least two texts (more where there are
 * very many; bags_documents_min) and in at most half of
 * them, the COLUMNS_MAX most frequent.  Each is a column; columns go by frequency,
 * falling, then by the letters of the stem, so that nothing depends on the order
 * of the texts but the numbers of the bags.
 */
enum { COLUMNS_MAX_THEMES = 5000 };
#define COLUMN_NONE UINT32_MAX

/* A text on its way in: the stems of its counting words, in order. */
struct stemmed {
	const uint32_t *stems;	  /* numbers of the vocabulary */
	const unsigned char *cut; /* of each: a clause ends behind it */
	uint32_t count;
};

struct bag_word {
	uint32_t column, count;
};

struct bag {
	const uint32_t
		*sequence; /* a column for each counting word, in order, or
				     COLUMN_NONE for one that is none */
	const unsigned char *cut;     /* of each: a clause ends behind it */
	uint32_t length;	      /* of both */
	const struct bag_word *words; /* by column */
	uint32_t word_count;
};

struct bags {
	const struct bag *items;
	size_t count;
	const uint32_t *stems;	   /* of each column */
	const uint32_t *documents; /* bags that hold it */
	const uint32_t *occurrences;
	size_t column_count;
};

/* The counting words of a text that was read as COUNT words, and where its clauses
 * end; in the arena. */
struct stemmed stemmed_of(struct arena *arena,
			  const struct vocabulary *vocabulary, const char *text,
			  const struct word *words, size_t count);

/* All of it lives in the arena.  There may be no column at all. */
struct bags bags_make(struct arena *arena, const struct vocabulary *vocabulary,
		      const struct stemmed *texts, size_t count);

/* The clauses of all bags as bags of their own, in the same columns, with the texts'
 * DOCUMENTS; OWNERS, unless NULL, gets the number of the bag that each is of.  A bag
 * without a cut inside is one clause.  In the arena; the sequences are those of BAGS. */
struct bags bags_split(struct arena *arena, const struct bags *bags,
		       const uint32_t **owners);

/* Which column each number of a vocabulary is. */
struct bag_columns {
	const struct vocabulary *vocabulary;
	const uint32_t *of; /* of the first KNOWN numbers */
	size_t known;
};

/* In the arena; the vocabulary must outlive it, and may learn more. */
struct bag_columns bag_columns_make(struct arena *arena,
				    const struct vocabulary *vocabulary,
				    const struct bags *bags);

/* The column of a word that stands in a text, or COLUMN_NONE: it does not count, or
 * tells no text from another. */
uint32_t bag_columns_find(const struct bag_columns *columns,
			  const struct word *word);

/* How many texts must hold a word for it to be a column, of COUNT. */
uint32_t bags_documents_min(size_t count);

#endif
