#ifndef SUPERVISOR_H
#define SUPERVISOR_H

#include <stdbool.h>
#include <stddef.h>

struct error;
struct worker;

/*
 * Keeps a number of workers on one socket.  A worker that dies is replaced at
 * once, one that keeps dying young after a pause that doubles; one that is busy
 * too long is killed.  SIGTERM and SIGINT: no new requests, those in flight are
 * answered, then the supervisor ends.  SIGHUP: everything is read again and the
 * workers are replaced one after another.
 */
struct supervisor_settings {
	int socket; /* listening, not blocking */
	size_t workers;
	size_t requests_max; /* answered by one worker before it is replaced */
	int busy_max_s;

	/* In a new process: answer requests until worker_wait() is false; the
	 * result is its exit code, 0 when that was in good order. */
	int (*serve)(void *context, struct worker *worker);

	/* On SIGHUP, before workers are replaced; false keeps the old ones. */
	bool (*reload)(void *context);
	void *context;
};

/* Returns when all workers have ended after SIGTERM or SIGINT; false when they
 * could not be started at all. */
bool supervisor_run(const struct supervisor_settings *settings,
		    struct error *err);

#endif
