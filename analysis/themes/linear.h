#ifndef LINEAR_H
#define LINEAR_H

#include <stddef.h>

struct arena;
struct bags;

/*
 * What tells a label from all others by single words: a plane between the texts
 * that have it and those that do not, where a text is its TF-IDF (of length 1) and
 * beside it its vector.  A linear support vector machine with squared losses
 * and cost LINEAR_COST a text, by dual coordinate descent (Hsieh, Chang, Lin,
 * Keerthi & Sundararajan 2008), a label at a time, texts in their order.
 */
#define LINEAR_COST 0.1

struct linear_texts {
	const struct bags *bags;
	const float *vectors;	   /* cluster_vectors of them */
	const unsigned char *told; /* of each text: it trains */
	const double *shares; /* of text i, label k at [i * label_count + k]:
				      above 0 when it has the label; read where TOLD */
	size_t label_count;
};

/* On which side of each label's plane each text is, and how far: 1 or more is
 * surely that label, -1 or less surely not.  Laid out as SHARES, in the arena. */
double *linear_decisions(struct arena *arena, const struct linear_texts *texts);

#endif
