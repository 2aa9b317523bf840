#ifndef SUGGEST_H
#define SUGGEST_H

#include <stddef.h>

#include "text/tongue.h"

struct arena;

/*
 * Themes offered for answers, from the answers whose themes a person has told.
 * It offers: whoever reads the answer decides.
 *
 * Answers point the way their words do (themes/cluster.h), and each theme the way
 * its told answers do.  At first an answer nobody told is of each theme as likely as
 * exp(15 * cosine); a mixture (themes/mixture.h) fitted from there, in which told
 * answers stay what they are and the others count a fifth (Nigam et al. 2000), and a
 * linear classifier (themes/linear.h) then say together how likely it is:
 *
 *	ln score = (ln p(theme, words) / sqrt(words) + 6 * decision) / 2 + constant
 *
 * The n words of an answer count as sqrt(n), for what one person wrote in one go
 * says much the same thing n times; so a score of .9 is right about nine times of ten.
 * The same answers in any order give the same offers.
 */
enum { SUGGEST_OFFERS = 3 };

struct suggest_answer {
	const char *text;
	enum tongue tongue;
	const size_t *labels; /* its themes, each once; they share its weight */
	size_t label_count;   /* 0: nobody has told */
};

struct suggest_span {
	size_t start, end; /* bytes of the answer */
};

struct suggest_offer {
	size_t label;
	double score; /* how likely it is, 0..1; of all labels 1 */
};

struct suggestion {
	size_t answer; /* number */
	struct suggest_offer
		offers[SUGGEST_OFFERS]; /* likeliest first, then by number */
	size_t offer_count; /* fewer where there are fewer labels; 0 where
				    no word is known from other answers */
	double margin;	    /* of the first over the second */
	const struct suggest_span
		*why; /* the words that are more than twice as likely in the
			 first as in the others, and no less than in the
			 second, by place */
	size_t why_count;
};

struct suggestions {
	const struct suggestion *items; /* of each answer nobody told */
	size_t count;
};

/* The offers for COUNT answers, whose labels are numbers below LABEL_COUNT, 1 or
 * more.  In the arena. */
struct suggestions suggest_find(struct arena *arena,
				const struct suggest_answer *answers,
				size_t count, size_t label_count);

#endif
