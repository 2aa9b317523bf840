#include "progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "arena.h"

struct progress {
	const char *title;
	size_t total, done;
	double started, drawn; /* seconds of the monotonic clock */
};

static double
seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

struct progress *
progress_start(struct arena *arena, const char *title, size_t total)
{
	struct progress *progress;

	if (!isatty(STDERR_FILENO))
		return NULL;
	progress = arena_alloc(arena, sizeof(*progress));
	progress->title = title;
	progress->total = total;
	progress->started = seconds();
	return progress;
}

static void
draw(struct progress *progress, const char *end)
{
	progress->drawn = seconds();
	fprintf(stderr, "\r%s: %zu", progress->title, progress->done);
	if (progress->total)
		fprintf(stderr, " of %zu", progress->total);
	fprintf(stderr, ", %.1f s%s", progress->drawn - progress->started, end);
}

void
progress_at(struct progress *progress, size_t done)
{
	if (!progress)
		return;
	progress->done = done;
	if (seconds() - progress->drawn >= .1)
		draw(progress, "");
}

void
progress_end(struct progress *progress)
{
	if (progress)
		draw(progress, "\n");
}
