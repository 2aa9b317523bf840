#ifndef PROGRESS_H
#define PROGRESS_H

#include <stddef.h>

struct arena;

/*
 * One line on standard error that tells how far a long job is.  Only on a
 * terminal: otherwise progress_start gives NULL, with which the others do
 * nothing, so that pure code may be handed one and never asks.
 */
struct progress;

/* TITLE as in "Stemming"; TOTAL things to do, 0 when nobody knows. */
struct progress *progress_start(struct arena *arena, const char *title,
				size_t total);

/* DONE of them are done.  Redraws at most ten times a second. */
void progress_at(struct progress *progress, size_t done);

/* The last line stays: "Stemming: 48213 of 48213, 3.1 s". */
void progress_end(struct progress *progress);

#endif
