#ifndef WIDE_H
#define WIDE_H

#include <string.h> /* says which C library it is */

/*
 * Before a function of loops over many numbers: it is compiled a second time for
 * processors with vectors twice as wide, and the program takes which fits when it
 * starts.  Each sum keeps its order, so the bits are the same.
 */
#if defined(__x86_64__) && defined(__GLIBC__) && !defined(__clang__) && \
	!defined(__SANITIZE_ADDRESS__)
#define WIDE __attribute__((target_clones("default", "avx2")))
#else
#define WIDE
#endif

#endif
