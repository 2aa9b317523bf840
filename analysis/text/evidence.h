#ifndef EVIDENCE_H
#define EVIDENCE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/*
 * Answers that bring evidence, by signs in English and Welsh.  A sign is no proof:
 * it says which answers somebody should read for what they know.
 */
enum evidence_sign {
	EVIDENCE_FIGURE,   /* a number with a unit: 25%, 40 mph, 3 y cant */
	EVIDENCE_MONEY,	   /* £1.2m, 20 pounds, 50c o bunnoedd */
	EVIDENCE_DATE,	   /* 3 May 2019, Mai 2019, 2019, 2019-20 */
	EVIDENCE_ADDRESS,  /* https://…, www.… */
	EVIDENCE_CITATION, /* et al, (2019), section 20, Children Act 1989 */
	EVIDENCE_SOURCE,   /* report, study, according to, adroddiad */
	EVIDENCE_SIGNS
};

/* Where one stands; marks never overlap. */
struct evidence_mark {
	enum evidence_sign sign;
	size_t start, end; /* bytes of the answer, end exclusive */
};

struct evidence {
	const struct evidence_mark *marks; /* by start */
	size_t mark_count;
	size_t counts[EVIDENCE_SIGNS];
	size_t kinds; /* signs whose count is not 0 */
	size_t words;
	/* For each kind 1 and its signs, of which at most EVIDENCE_SIGNS_MAX;
	 * and 1 for each 100 words, at most EVIDENCE_LENGTH_MAX. */
	size_t score;
	/* At least EVIDENCE_KINDS kinds, and EVIDENCE_RICH signs when at most
	 * EVIDENCE_SIGNS_MAX of a kind count.  Length alone makes none rich. */
	bool rich;
};

enum {
	EVIDENCE_SIGNS_MAX = 3,
	EVIDENCE_LENGTH_MAX = 3,
	EVIDENCE_KINDS = 2,
	EVIDENCE_RICH = 3,
};

/* What TEXT shows; all of it lives in the arena. */
struct evidence evidence_read(struct arena *arena, const char *text);

/* "figures", "money" … */
const char *evidence_sign_name(enum evidence_sign sign);

#endif
