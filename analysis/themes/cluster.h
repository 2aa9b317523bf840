#ifndef CLUSTER_H
#define CLUSTER_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct bags;
struct spectrum;

/*
 * Texts that point the same way.  The vector of a text is the sum of its words'
 * vectors, each times (1 + ln tf) (1 + ln((1 + n) / (1 + df))) (Salton & Buckley
 * 1988), scaled to length 1; a text without a known word has none and belongs
 * nowhere.
 */
#define CLUSTER_NONE UINT32_MAX

/* How rare each column is: 1 + ln((1 + n) / (1 + df)).  In the arena. */
double *cluster_rarities(struct arena *arena, const struct bags *bags);

/* The vectors of all bags, SPECTRUM_SIZE entries each, in the arena. */
float *cluster_vectors(struct arena *arena, const struct bags *bags,
		       const struct spectrum *spectrum);

struct clusters {
	const uint32_t *of;   /* of each text: a cluster, or CLUSTER_NONE */
	const float *centres; /* SPECTRUM_SIZE entries each, of length 1 */
	size_t count;	      /* as asked, or as many as there are texts that
				 differ */
};

/*
 * The centres are found by spherical k-means (centres.h), and each text is of the
 * nearest.  Of many texts a fixed part, spread evenly over their order, finds the
 * centres.  Texts in another order give other numbers: pass them in an order of
 * their own.
 */
struct clusters cluster_find(struct arena *arena, const float *vectors,
			     size_t count, size_t wanted);

/* The same of all texts, without a vector of each at once. */
struct clusters cluster_texts(struct arena *arena, const struct bags *bags,
			      const struct spectrum *spectrum, size_t wanted);

/* How well COUNT vectors fall into clusters: the simplified silhouette (Hruschka,
 * de Castro & Campello 2004) by cosine distance, -1..1. */
double cluster_silhouette(const float *vectors, size_t count,
			  const struct clusters *clusters);

#endif
