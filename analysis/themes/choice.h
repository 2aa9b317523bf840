#ifndef CHOICE_H
#define CHOICE_H

#include <stddef.h>

/*
 * How many themes fit: the number from 4 to 25 whose clusters have the largest
 * simplified silhouette.  Where that says little (the largest and the smallest
 * differ by less than .05) or is largest at 4, it is USUAL.  No more than one for
 * ten texts.  VECTORS as cluster_vectors gives them.
 */
size_t choice_of_count(const float *vectors, size_t count, size_t usual);

#endif
